import { parseChainDecimal } from '../../primitives/chainDecimal.ts'

/**
 * The marketplace's fee parameters as the chain stores them: fractions as text, '' for no fee.
 *
 * Any other text that is not above zero, such as '0', is accepted by governance and then makes every purchase fail.
 *
 * @see regen-ledger v7 proto/regen/ecocredit/marketplace/v1/state.proto: FeeParams
 */
export type FeeParams = { readonly buyer: string; readonly seller: string }

/** The parameters of a chain that never set marketplace fees: both rates are the empty text, which the keeper reads as 0. */
export const NO_FEES: FeeParams = { buyer: '', seller: '' }

/** A fee of 10^40 times the price is one that nobody can pay; the chain reads far larger ones. */
const MAX_EXPONENT = 40

/**
 * The text that stops all purchases, or null when both rates can be used.
 *
 * @example
 * unusableRate({ buyer: '0.01', seller: '' }) // null
 * unusableRate({ buyer: '0.01', seller: '0' }) // '0'
 */
export function unusableRate({ buyer, seller }: FeeParams): string | null {
  for (const rate of [buyer, seller]) {
    if (rate === '') continue
    const decimal = parseChainDecimal(rate)
    if (decimal === null || decimal.coefficient <= 0n || decimal.exponent > MAX_EXPONENT) return rate
  }
  return null
}
