import * as z from 'zod/mini'
import type { Credits } from '../../primitives/credits.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatTime, isTimestamp } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { mandatory, nonEmptyList } from '../fields/nested.ts'
import { coinAmount, id, positiveAmount, positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { optionalTime } from '../fields/time.ts'
import { authorize } from '../keeper/authorize.ts'
import { countCredits, creditsWanted, escrowed, shortList, tradable } from '../keeper/credits.ts'
import { allowDenom, expireLater } from '../keeper/sellOrders.ts'
import type { Ledger } from '../ledger.ts'

const update = z.strictObject({
  sellOrderId: id,
  newQuantity: positiveAmount,
  newAskPrice: mandatory(positiveCoin),
  disableAutoRetire: flag,
  newExpiration: optionalTime,
})

/**
 * Changes sell orders. Quantity and price must always be given; disableAutoRetire is always overwritten.
 *
 * @example
 * msgUpdateSellOrders({
 *   seller,
 *   updates: [
 *     {
 *       sellOrderId: 1n,
 *       newQuantity: '10',
 *       newAskPrice: { denom: 'uregen', amount: '5000000' },
 *       disableAutoRetire: true,
 *       newExpiration: { seconds: 1900000000n, nanos: 0 }
 *     }
 *   ]
 * })
 */
export const msgUpdateSellOrders = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgUpdateSellOrders',
  signer: 'seller',
  schema: () => z.strictObject({ seller: address, updates: nonEmptyList(update) }),
  charges: [],
  sentence: ({ updates }) =>
    `Changes ${shortList(
      updates.map(
        ({ sellOrderId, newQuantity, newAskPrice }) =>
          `sell order ${sellOrderId} to ${countCredits(newQuantity)} at ${sanitize(`${newAskPrice?.amount ?? ''}${newAskPrice?.denom ?? ''}`)} each`,
      ),
    )}.`,
  run({ seller, updates }, ledger) {
    for (const change of updates) changeOrder(seller, change, ledger)
  },
})

/** The difference in quantity goes into or out of escrow. */
function changeOrder(seller: string, change: z.output<typeof update>, ledger: Ledger): void {
  const { newAskPrice, newExpiration, newQuantity, disableAutoRetire } = change
  const orderId = change.sellOrderId.toString()
  if (newAskPrice) allowDenom(newAskPrice.denom, ledger)
  expireLater(newExpiration, ledger)
  const order = ledger.look('sell order', orderId)
  if (order === null) return
  authorize(seller, order.seller, `the seller of sell order ${orderId}`, ledger)
  const quantity = creditsWanted(newQuantity)
  if (quantity === null) return
  const { batchDenom } = order
  const held = { tradable: tradable(order.seller), escrowed: escrowed(order.seller) }
  if (quantity > order.quantity)
    ledger.moveCredits({
      kind: 'sell',
      from: held.tradable,
      to: held.escrowed,
      batchDenom,
      amount: (quantity - order.quantity) as Credits,
    })
  if (quantity < order.quantity)
    ledger.moveCredits({
      kind: 'unsell',
      from: held.escrowed,
      to: held.tradable,
      batchDenom,
      amount: (order.quantity - quantity) as Credits,
    })
  ledger.change('sell order', orderId, {
    quantity,
    disableAutoRetire,
    ...(newAskPrice && { askDenom: newAskPrice.denom, askAmount: coinAmount(newAskPrice.amount) ?? 0n }),
    ...(newExpiration && isTimestamp(newExpiration) && { expiration: formatTime(newExpiration) }),
  })
}
