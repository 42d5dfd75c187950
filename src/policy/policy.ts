import * as z from 'zod/mini'
import { ratesWithinMaxRate } from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { frozen } from '../primitives/frozen.ts'
import { parseInput } from '../primitives/schemas.ts'
import { type Section, sectionSchema } from './knob.ts'
import { m013Rules, m014Rules, m015Rules } from './sectionRules.ts'
import { SECTIONS, type SectionName } from './sections.ts'
import { POLICY_VERSION, upgradePolicy } from './upgradePolicy.ts'
import { overridesKnown, withoutNeedless } from './votes/layerOverrides.ts'

export type M013Policy = Section<(typeof SECTIONS)['m013']>

/** One answer to every open question. Two results are comparable only under policies of equal hash. */
export type PolicyConfig = { readonly version: typeof POLICY_VERSION } & {
  readonly [section in SectionName]: Section<(typeof SECTIONS)[section]>
}

export const PolicyJson = z.strictObject({
  version: z._default(z.literal(POLICY_VERSION), POLICY_VERSION),
  m012: z.prefault(sectionSchema(SECTIONS.m012), {}),
  m013: z.prefault(sectionSchema(SECTIONS.m013).check(ratesWithinMaxRate, m013Rules), {}),
  m014: z.prefault(sectionSchema(SECTIONS.m014).check(m014Rules), {}),
  m015: z.prefault(sectionSchema(SECTIONS.m015).check(m015Rules), {}),
  epoch: z.prefault(sectionSchema(SECTIONS.epoch), {}),
  governance: z.pipe(
    z.prefault(sectionSchema(SECTIONS.governance).check(overridesKnown), {}),
    z.transform(withoutNeedless),
  ),
})

/**
 * Reads a policy of this version or of version 1; a knob that is left out has its default, an unknown one is an error. It cannot be
 * changed afterwards: another answer is another policy.
 *
 * @example
 * const policy = parsePolicy({ m013: { minFee: '2000000' } })
 * policy.m013.minFee // 2000000n
 */
export const parsePolicy = (json: unknown): PolicyConfig =>
  frozen(parseInput(PolicyJson, 'policy', upgradePolicy(json)))
