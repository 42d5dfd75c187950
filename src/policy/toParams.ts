import type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import type { FeeConfig } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from './policy.ts'

/** What M012's formulas take, from a policy's section. */
export const toSupplyParams = (m012: PolicyConfig['m012']): SupplyParams => m012

/** What M013's fee and split take; a burn share that follows revenue is set by `sharesAt`. */
export const toFeeConfig = ({ feeRates, shares, minFee, maxRate }: FeeConfig): FeeConfig => ({
  feeRates,
  shares,
  minFee,
  maxRate,
})

/** What M014's formulas take. */
export const toValidatorParams = (m014: PolicyConfig['m014']): ValidatorParams => m014

/** What M015's formulas take. */
export const toRewardConfig = (m015: PolicyConfig['m015']): RewardConfig => m015
