import { Decimal } from 'decimal.js'
import type { SellOrder } from '../../src/messages/ledger.ts'
import type { Message } from '../../src/messages/message.ts'
import { formatCredits } from '../../src/primitives/credits.ts'

/**
 * The keeper's purchase, written a second time: it shares no code with ours. decimal.js with 34 digits, half up, as its decimal128 rounds products; sums as
 * long as they need.
 *
 * @see regen-ledger v7 x/ecocredit/marketplace/keeper: msg_buy_direct.go, utils.go (fillOrder, getTotalCostAndBuyerFee, getSellerFee)
 */
const Product = Decimal.clone({ defaults: true, precision: 34, rounding: Decimal.ROUND_HALF_UP })
const Sum = Decimal.clone({ defaults: true, precision: 400 })
const trunc = (decimal: Decimal) => BigInt(decimal.trunc().toFixed(0))

type Book = {
  readonly orders: readonly SellOrder[]
  readonly fees: { readonly buyer: string; readonly seller: string }
  /** What the buyer holds. */
  readonly held: Readonly<Record<string, bigint>>
}

type BuyDirect = {
  readonly buyer: string
  readonly orders: readonly {
    readonly sellOrderId: bigint
    readonly quantity: string
    readonly bidPrice?: { readonly denom: string; readonly amount: string } | undefined
    readonly disableAutoRetire: boolean
    readonly maxFeeAmount?: { readonly denom: string; readonly amount: string } | undefined
  }[]
}

/** What has left the buyer after all messages, by denom, and the credits that came; or the keeper's reason for refusing. */
export type Replayed =
  | { readonly debits: Readonly<Record<string, bigint>>; readonly credits: string }
  | { readonly refused: string }

export function replay(messages: readonly Message[], { orders, fees, held }: Book): Replayed {
  const left = new Map(orders.map(order => [order.id, new Sum(formatCredits(order.quantity))]))
  const debits: Record<string, bigint> = {}
  let credits = new Sum(0)
  for (const { buyer, orders: bought } of messages.map(({ value }) => value as BuyDirect))
    for (const { sellOrderId, quantity, bidPrice, disableAutoRetire, maxFeeAmount } of bought) {
      const order = orders.find(({ id }) => id === sellOrderId.toString())
      const rest = left.get(sellOrderId.toString())
      if (order === undefined || rest === undefined) return { refused: 'not found' }
      if (order.seller === buyer) return { refused: 'buyer is seller' }
      if (rest.lt(quantity)) return { refused: 'more than the order has' }
      if (bidPrice?.denom !== order.askDenom || BigInt(bidPrice.amount) < order.askAmount)
        return { refused: 'bid' }
      if (disableAutoRetire && !order.disableAutoRetire) return { refused: 'retire only' }
      const subtotal = new Product(order.askAmount.toString()).times(quantity)
      const [buyerFee, sellerFee] = [fees.buyer, fees.seller].map(rate => subtotal.times(rate || '0'))
      if (buyerFee === undefined || sellerFee === undefined) return { refused: 'fees' }
      if (trunc(buyerFee) > BigInt(maxFeeAmount?.amount ?? 0)) return { refused: 'max fee' }
      const has = (held[order.askDenom] ?? 0n) - (debits[order.askDenom] ?? 0n)
      if (has < trunc(new Sum(subtotal).plus(buyerFee))) return { refused: 'insufficient funds' }
      const toFeePool = trunc(new Sum(buyerFee).plus(sellerFee))
      const toSeller = trunc(new Sum(subtotal).minus(sellerFee))
      debits[order.askDenom] = (debits[order.askDenom] ?? 0n) + toFeePool + toSeller
      credits = credits.plus(quantity)
      const after = rest.minus(quantity)
      if (after.isZero()) left.delete(order.id)
      else left.set(order.id, after)
    }
  return { debits, credits: credits.toFixed() }
}
