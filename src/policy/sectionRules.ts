import type * as z from 'zod/mini'
import { seatProblems } from '../mechanisms/m014-authority-validator-governance/bounds.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import { lockProblems } from '../mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { Layer } from '../primitives/parameter.ts'
import { isOne } from '../primitives/ratio.ts'
import type { Section } from './knob.ts'
import type { GOVERNANCE_KNOBS } from './knobs/governanceKnobs.ts'
import type { M013_KNOBS } from './knobs/m013Knobs.ts'
import { KNOBS, type SectionName } from './knobs.ts'

/** A rule between the knobs of one section, as a check of its schema. */
type Rule<Params> = (context: z.core.ParsePayload<Params>) => void

type Governance = Section<typeof GOVERNANCE_KNOBS>

/** The layer of a knob such as 'm013.shares' when no policy overrides it; undefined when there is no such knob. */
function ownLayer(knob: string): Layer | undefined {
  const [section = '', name = ''] = knob.split('.')
  const knobs = Object.hasOwn(KNOBS, section) ? KNOBS[section as SectionName] : undefined
  return knobs && Object.hasOwn(knobs, name) ? knobs[name]?.layer : undefined
}

/** Every override names a knob. */
export const governanceRules: Rule<Governance> = ({ value, issues }) => {
  for (const knob of Object.keys(value.layerOverrides))
    if (ownLayer(knob) === undefined)
      issues.push({
        code: 'custom',
        message: 'there is no such knob',
        input: value,
        path: ['layerOverrides', knob],
      })
}

/** An override with the knob's own layer says nothing, and is left out: equal meaning, equal hash. */
export const withoutNeedless = (governance: Governance): Governance => ({
  ...governance,
  layerOverrides: Object.fromEntries(
    Object.entries(governance.layerOverrides).filter(([knob, layer]) => ownLayer(knob) !== layer),
  ),
})

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
