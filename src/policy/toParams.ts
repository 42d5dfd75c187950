import type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import type { FeeConfig } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from './policy.ts'

/**
 * What M012's formulas take, from a policy's section.
 *
 * @example
 * toSupplyParams(DEFAULT_POLICY.m012).hardCap // 221000000000000n
 */
export const toSupplyParams = (m012: PolicyConfig['m012']): SupplyParams => m012

/**
 * What M013's fee and split take; a burn share that follows revenue is set by `sharesAt`.
 *
 * @example
 * computeFee('CreditTransfer', uregen(1_000_000_000n), toFeeConfig(DEFAULT_POLICY.m013)).amount // 1000000n
 */
export const toFeeConfig = ({ feeRates, shares, minFee, maxRate }: FeeConfig): FeeConfig => ({
  feeRates,
  shares,
  minFee,
  maxRate,
})

/**
 * What M014's formulas take.
 *
 * @example
 * toValidatorParams(DEFAULT_POLICY.m014).minValidators // 15
 */
export const toValidatorParams = (m014: PolicyConfig['m014']): ValidatorParams => m014

/**
 * What M015's formulas take.
 *
 * @example
 * toRewardConfig(DEFAULT_POLICY.m015)
 */
export const toRewardConfig = (m015: PolicyConfig['m015']): RewardConfig => m015
