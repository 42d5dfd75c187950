import type { FeeParams } from '../mechanisms/live-marketplace-fees/params.ts'
import { quoteBuy } from '../mechanisms/live-marketplace-fees/quoteBuy.ts'
import { parseChainDecimal } from '../primitives/chainDecimal.ts'
import { CREDIT, type Credits, formatCredits } from '../primitives/credits.ts'

/** What an amount of one order costs: what leaves the account, and what it must hold at that moment, the same or one unit more. */
export type Cost = { readonly debit: bigint; readonly needed: bigint }

/** The fees in force as whole numbers over one power of ten. */
export type FeeScale = {
  readonly one: bigint
  readonly buyer: bigint
  readonly seller: bigint
  readonly fees: FeeParams
}

export function feeScale(fees: FeeParams): FeeScale {
  const [buyer, seller] = [fees.buyer, fees.seller].map(
    text => parseChainDecimal(text) ?? { coefficient: 0n, exponent: 0 },
  )
  const places = [buyer, seller].reduce(
    (most, rate) => (rate && -rate.exponent > most ? -rate.exponent : most),
    0,
  )
  const scaled = (rate: typeof buyer) =>
    rate === undefined ? 0n : rate.coefficient * 10n ** BigInt(places + rate.exponent)
  return { one: 10n ** BigInt(places), buyer: scaled(buyer), seller: scaled(seller), fees }
}

/** Up to here the keeper's decimals, which carry 34 digits, are exact, and so are whole numbers. */
const EXACT = 10n ** 34n

/**
 * What the keeper takes for `millionths` of a credit, n, at an ask price of `ask` per credit; b and s are the buyer's and the seller's fee rates.
 *
 *     debit  = trunc( ask × n × (b + s) / 10^6 ) + trunc( ask × n × (1 − s) / 10^6 )
 *     needed = trunc( ask × n × (1 + b) / 10^6 )
 *
 * @see quoteBuy, which a law holds it against; above 34 digits it is quoteBuy that answers.
 */
export function costOf(ask: bigint, millionths: bigint, { one, buyer, seller, fees }: FeeScale): Cost {
  const payment = ask * millionths
  if (payment * (one + buyer + seller) >= EXACT) {
    const quantity = formatCredits(millionths as Credits)
    const { debit, requiredBalance } = quoteBuy({ askAmount: ask, quantity, fees, denom: '' })
    return { debit, needed: requiredBalance }
  }
  const unit = CREDIT * one
  return {
    debit: (payment * (buyer + seller)) / unit + (payment * (one - seller)) / unit,
    needed: (payment * (one + buyer)) / unit,
  }
}

/**
 * The most millionths, up to `limit`, that a purse can pay for.
 *
 *     n = floor( ((purse + 1) × 10^6 × one − 1) / (ask × (one + b)) )
 *
 * since needed(n) ≤ purse exactly when ask × n × (one + b) < (purse + 1) × 10^6 × one.
 */
export function mostFor(purse: bigint, ask: bigint, limit: bigint, scale: FeeScale): bigint {
  if (purse < 0n) return 0n
  const fits = (millionths: bigint) => costOf(ask, millionths, scale).needed <= purse
  if (fits(limit)) return limit
  const { one, buyer } = scale
  const exact = ((purse + 1n) * CREDIT * one - 1n) / (ask * (one + buyer))
  if (exact < limit && fits(exact) && !fits(exact + 1n)) return exact
  // Above 34 digits the keeper rounds its products: there the formula is only near.
  let [low, high] = [0n, limit]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
