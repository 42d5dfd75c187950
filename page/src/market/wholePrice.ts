import { type Credits, formatCredits } from '../../../src/primitives/credits.ts'
import { coinText } from '../parts/amounts.tsx'
import type { Explanation } from '../parts/explain.tsx'
import type { MarketTerms } from './terms.ts'

/** How the chain reckons what a buyer pays for so many credits of an order. */
export function wholePrice(
  { askAmount, quantity, denom }: { askAmount: bigint; quantity: Credits; denom: string },
  { settings: { feeParams, allowedDenoms }, height }: MarketTerms,
): Pick<Explanation, 'formula' | 'operands' | 'source'> {
  const rate = (side: 'buyer' | 'seller') => (feeParams === 'unknown' ? 'not known' : feeParams[side] || '0')
  return {
    formula: 'trunc( buyer fee + seller fee ) + trunc( price − seller fee ),  price = ask × quantity',
    operands: [
      ['ask', coinText(askAmount, denom, allowedDenoms)],
      ['quantity', `${formatCredits(quantity)} credits`],
      ['buyer rate', rate('buyer')],
      ['seller rate', rate('seller')],
    ],
    source: `Regen Ledger v7.0.0, x/ecocredit/marketplace keeper; the order and the rates at height ${height}`,
  }
}
