import { WHOLE_CATALOG } from '../messages/catalog.ts'
import { policyHash } from '../policy/policyHash.ts'
import { effectsOf } from './effects/effects.ts'
import type { EffectsInput, FeePreview } from './feePreview.ts'
import { makePreview } from './makePreview.ts'

// regen-fees/effects is this file.
export type { SupplyState } from '../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
export type { RestOfPeriod, RewardEffect, ScoreGain } from './effects/rewardEffect.ts'
export type { SupplyEffect } from './effects/supplyEffect.ts'
export type { EffectsInput } from './feePreview.ts'

/**
 * The preview of `previewFees`, and what its fees would do beyond the transaction: with `supply`, what their burn does to it under M012; with `rewards`, what
 * its accounts would earn under M015, if the rest of the period is as stated. What is not stated is null.
 *
 * @see SPEC M012, Supply Algorithm; M015, Reward Calculation
 * @example
 * const { proposed } = previewWithEffects({ messages, snapshot, supply: supplyState })
 * proposed.supplyEffect?.nextPeriod.regrown // 1760173n
 */
export const previewWithEffects = (input: EffectsInput): FeePreview =>
  makePreview(input, { catalog: WHOLE_CATALOG, effectsOf, policyHash })
