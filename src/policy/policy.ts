import * as z from 'zod/mini'
import type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { ratesWithinMaxRate } from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { frozen } from '../primitives/frozen.ts'
import { parseInput } from '../primitives/schemas.ts'
import { type Section, sectionSchema } from './knob.ts'
import { EPOCH_KNOBS } from './knobs/epochKnobs.ts'
import { GOVERNANCE_KNOBS } from './knobs/governanceKnobs.ts'
import { M012_KNOBS } from './knobs/m012Knobs.ts'
import { M013_KNOBS } from './knobs/m013Knobs.ts'
import { M014_KNOBS } from './knobs/m014Knobs.ts'
import { M015_KNOBS } from './knobs/m015Knobs.ts'
import { governanceRules, m013Rules, m014Rules, m015Rules, withoutNeedless } from './sectionRules.ts'
import { POLICY_VERSION, upgradePolicy } from './upgradePolicy.ts'

/** One answer to every open question of M013. */
export type M013Policy = Section<typeof M013_KNOBS>

/** One answer to every open question. Two results are comparable only under policies of equal hash. */
export type PolicyConfig = {
  readonly version: typeof POLICY_VERSION
  readonly m012: SupplyParams
  readonly m013: M013Policy
  readonly m014: ValidatorParams
  readonly m015: RewardConfig
  readonly epoch: Section<typeof EPOCH_KNOBS>
  readonly governance: Section<typeof GOVERNANCE_KNOBS>
}

export const PolicyJson = z.strictObject({
  version: z._default(z.literal(POLICY_VERSION), POLICY_VERSION),
  m012: z.prefault(sectionSchema(M012_KNOBS), {}),
  m013: z.prefault(sectionSchema(M013_KNOBS).check(ratesWithinMaxRate, m013Rules), {}),
  m014: z.prefault(sectionSchema(M014_KNOBS).check(m014Rules), {}),
  m015: z.prefault(sectionSchema(M015_KNOBS).check(m015Rules), {}),
  epoch: z.prefault(sectionSchema(EPOCH_KNOBS), {}),
  governance: z.pipe(
    z.prefault(sectionSchema(GOVERNANCE_KNOBS).check(governanceRules), {}),
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
