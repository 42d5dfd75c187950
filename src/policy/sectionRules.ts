import type * as z from 'zod/mini'
import { seatProblems } from '../mechanisms/m014-authority-validator-governance/bounds.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import { lockProblems } from '../mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { isOne } from '../primitives/ratio.ts'
import type { Section } from './knob.ts'
import type { M013_KNOBS } from './knobs/m013Knobs.ts'

/** Rules between the knobs of one section, as checks of its schema. */

type Rule<Params> = (context: z.core.ParsePayload<Params>) => void

/** A burn share that follows revenue needs another share to take from, and a tagged fund has no pool of its own. */
export const m013Rules: Rule<Section<typeof M013_KNOBS>> = ({ value, issues }) => {
  const { shares, burnShare, agentFund } = value
  const refuse = (message: string, ...path: readonly string[]) =>
    issues.push({ code: 'custom', message, input: value, path: [...path] })
  if (burnShare.kind === 'dynamic' && isOne(shares.burn))
    refuse('a dynamic burn share needs a share other than burn', 'burnShare')
  if (agentFund.kind === 'community-tag' && shares.agent.num > 0n)
    refuse('a fund that is a tag of the community pool has an agent share of 0', 'agentFund')
}

/** min_validators ≤ max_validators, and no more seats asked for than there are. */
export const m014Rules: Rule<ValidatorParams> = ({ value, issues }) => {
  for (const { parameter, bounds } of seatProblems(value))
    issues.push({ code: 'custom', message: `must be ${bounds}`, input: value, path: [parameter] })
}

/** The least lock is not above the longest. */
export const m015Rules: Rule<RewardConfig> = ({ value, issues }) => {
  for (const { path, rule } of lockProblems(value))
    issues.push({ code: 'custom', message: rule, input: value, path: [...path] })
}
