import type * as z from 'zod/mini'
import { checkParams } from '../mechanisms/m014-authority-validator-governance/bounds.ts'
import { configProblems } from '../mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import { isRegenError } from '../primitives/errors.ts'
import { PARAMETER_OUT_OF_BOUNDS } from '../primitives/errorTable.ts'
import { isOne } from '../primitives/ratio.ts'
import type { Section } from './knob.ts'
import type { SECTIONS, SectionName } from './sections.ts'

/** Rules between the knobs of one section, as checks of its schema. */

type Rule<Mechanism extends SectionName> = (
  context: z.core.ParsePayload<Section<(typeof SECTIONS)[Mechanism]>>,
) => void

/** A burn share that follows revenue needs another share to take from, and a tagged fund has no pool of its own. */
export const m013Rules: Rule<'m013'> = ({ value, issues }) => {
  const { shares, burnShare, agentFund } = value
  const refuse = (message: string, ...path: readonly string[]) =>
    issues.push({ code: 'custom', message, input: value, path: [...path] })
  if (burnShare.kind === 'dynamic' && isOne(shares.burn))
    refuse('a dynamic burn share needs a share other than burn', 'burnShare')
  if (agentFund.kind === 'community-tag' && shares.agent.num > 0n)
    refuse('a fund that is a tag of the community pool has an agent share of 0', 'agentFund')
}

/** min_validators ≤ max_validators, and no more seats asked for than there are. */
export const m014Rules: Rule<'m014'> = ({ value, issues }) => {
  try {
    checkParams(value)
  } catch (error) {
    if (!isRegenError(error, PARAMETER_OUT_OF_BOUNDS.code)) throw error
    const { parameter, bounds } = error.context
    issues.push({ code: 'custom', message: `must be ${bounds}`, input: value, path: [parameter] })
  }
}

/** The bounds of M015: weights that sum to 1, and the rest of `configProblems`. */
export const m015Rules: Rule<'m015'> = ({ value, issues }) => {
  for (const { path, rule } of configProblems(value))
    issues.push({ code: 'custom', message: rule, input: value, path: [...path] })
}
