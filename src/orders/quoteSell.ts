import type { FeeParams } from '../mechanisms/live-marketplace-fees/params.ts'
import { quoteBuy } from '../mechanisms/live-marketplace-fees/quoteBuy.ts'
import type { Coin } from '../primitives/coin.ts'
import { type Credits, formatCredits } from '../primitives/credits.ts'

/** What one price brings, when somebody buys the whole quantity at once. Amounts are in smallest units of the denom of `ask`. */
export type SellQuote = {
  /** For one whole credit. */
  readonly ask: Coin
  readonly sellerReceives: bigint
  readonly sellerFee: bigint
  /** What the buyer pays, the buyer's fee included. */
  readonly buyerPays: bigint
  readonly buyerFee: bigint
  readonly burned: bigint
}

/**
 * What a seller receives for a quantity at each of several prices, under the fees in force. Bought in several parts it can be less by up to one unit for
 * each part, as each is truncated.
 *
 * @example
 * quoteSell({ quantity: parseCredits('10'), asks: [parseCoin('25000000uregen')], fees: { buyer: '0.01', seller: '0.02' } })
 */
export const quoteSell = ({
  quantity,
  asks,
  fees,
}: {
  readonly quantity: Credits
  readonly asks: readonly Coin[]
  readonly fees: FeeParams
}): readonly SellQuote[] =>
  asks.map(ask => {
    const { denom, amount: askAmount } = ask
    const quote = quoteBuy({ askAmount, quantity: formatCredits(quantity), fees, denom })
    const { sellerReceives, sellerFee, debit, buyerFee, burned } = quote
    return { ask, sellerReceives, sellerFee, buyerPays: debit, buyerFee, burned }
  })
