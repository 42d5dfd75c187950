import type { FeeConfig } from '../mechanisms/m013-value-based-fee-routing/params.ts'

/**
 * What M013's fee and split take; a burn share that follows revenue is set by `sharesAt`. The other formulas take a policy's section as it is.
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
