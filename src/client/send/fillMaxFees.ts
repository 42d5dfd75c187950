import type { Purchase } from '../../messages/ledger.ts'
import { isMessage, type Message } from '../../messages/message.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { addRatio, mulCeil, ONE, type Ratio } from '../../primitives/ratio.ts'
import type { MsgBuyDirect_Order } from '../../wire/generated/regen/ecocredit/marketplace/v1/tx.ts'

type BuyMessage = Message & { readonly value: { readonly orders: readonly MsgBuyDirect_Order[] } }

export const PURCHASE = '/regen.ecocredit.marketplace.v1.MsgBuyDirect'

/** Whether a message, not packed, buys from sell orders. */
export const isPurchase = (message: Message): message is BuyMessage => message.typeUrl === PURCHASE

/**
 * Sets maxFeeAmount where the caller left it out and a buyer fee is due; also in purchases that an authz MsgExec or a group runs.
 * What the caller has set stays.
 *
 *     maxFeeAmount = ceil( suggested × (1 + slippage) )
 *
 * `suggested` is the least amount that passes if nothing changes before the transaction is in a block.
 */
export const fillMaxFees = (
  messages: readonly Message[],
  preview: FeePreview,
  slippage: Ratio,
): readonly Message[] =>
  messages.map((message, index) => fill(message, { index, path: [] }, preview, slippage))

type Place = { readonly index: number; readonly path: readonly number[] }

function fill(message: Message, place: Place, preview: FeePreview, slippage: Ratio): Message {
  const { typeUrl, value } = message
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return message
  if (isPurchase(message)) {
    const seen = preview.messages.find(
      ({ index, path }) => index === place.index && path.join() === place.path.join(),
    )
    if (seen === undefined) return message
    const orders = fillOrders(message.value.orders, seen.purchases, slippage)
    return { typeUrl, value: { ...value, orders } }
  }
  const fields = Object.entries(value).map(([name, field]) => {
    if (!Array.isArray(field) || !field.every(isMessage)) return [name, field]
    const inner = field.map((item, position) =>
      fill(item, { ...place, path: [...place.path, position] }, preview, slippage),
    )
    return [name, inner]
  })
  return { typeUrl, value: Object.fromEntries(fields) }
}

/** Purchases are in the order of the orders; an order that does not exist has none, and a message that does not run now has no purchase. */
function fillOrders(
  orders: readonly MsgBuyDirect_Order[],
  purchases: readonly Purchase[],
  slippage: Ratio,
): readonly MsgBuyDirect_Order[] {
  let next = 0
  return orders.map(order => {
    const purchase = purchases[next]
    if (purchase?.sellOrderId !== order.sellOrderId.toString()) return order
    next++
    const suggested = purchase.suggestedMaxFeeAmount
    if (order.maxFeeAmount !== undefined || suggested === null || suggested.amount === 0n) return order
    const { denom, amount } = suggested
    return {
      ...order,
      maxFeeAmount: { denom, amount: mulCeil(amount, addRatio(ONE, slippage)).toString() },
    }
  })
}
