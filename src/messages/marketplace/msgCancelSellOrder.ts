import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { id } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'
import { escrowed, tradable } from '../keeper/credits.ts'

/**
 * Takes an order off the market; its credits come back from escrow.
 *
 * @example
 * msgCancelSellOrder({ seller, sellOrderId: 1n })
 */
export const msgCancelSellOrder = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgCancelSellOrder',
  signer: 'seller',
  schema: () => z.strictObject({ seller: address, sellOrderId: id }),
  charges: [],
  sentence: ({ sellOrderId }) => `Cancels sell order ${sellOrderId}; its credits become tradable again.`,
  run({ seller, sellOrderId }, ledger) {
    const orderId = sellOrderId.toString()
    const order = ledger.look('sell order', orderId)
    if (order === null) return
    authorize(seller, order.seller, `the seller of sell order ${orderId}`, ledger)
    const { batchDenom, quantity: amount } = order
    ledger.moveCredits({
      kind: 'unsell',
      from: escrowed(order.seller),
      to: tradable(order.seller),
      batchDenom,
      amount,
    })
    ledger.change('sell order', orderId, null)
  },
})
