import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { batchDenom } from '../fields/identifiers.ts'
import { mandatory, nonEmptyList } from '../fields/nested.ts'
import { positiveAmount, positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { optionalTime } from '../fields/time.ts'
import { countCredits, escrowed, moveCredits, shortList, tradable } from '../keeper/credits.ts'
import { allowDenom, expireLater } from '../keeper/sellOrders.ts'

/**
 * Puts credits on sale; they are held in escrow until they are sold or the order is cancelled.
 *
 * @example
 * msgSell({
 *   seller,
 *   orders: [
 *     {
 *       batchDenom,
 *       quantity: '10',
 *       askPrice: { denom: 'uregen', amount: '5000000' },
 *       disableAutoRetire: true,
 *       expiration: { seconds: 1900000000n, nanos: 0 }
 *     }
 *   ]
 * })
 */
export const msgSell = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgSell',
  signer: 'seller',
  schema: () =>
    z.strictObject({
      seller: address,
      orders: nonEmptyList(
        z.strictObject({
          batchDenom,
          quantity: positiveAmount,
          askPrice: mandatory(positiveCoin),
          disableAutoRetire: flag,
          expiration: optionalTime,
        }),
      ),
    }),
  charges: [],
  sentence: ({ orders }) =>
    `Puts on sale ${shortList(
      orders.map(
        ({ batchDenom, quantity, askPrice }) =>
          `${countCredits(quantity)} of ${sanitize(batchDenom)} at ${sanitize(`${askPrice?.amount ?? ''}${askPrice?.denom ?? ''}`)} each`,
      ),
    )}.`,
  run({ seller, orders }, ledger) {
    for (const { batchDenom, quantity, askPrice, expiration } of orders) {
      expireLater(expiration, ledger)
      moveCredits(
        { kind: 'sell', from: tradable(seller), to: escrowed(seller), batchDenom, amount: quantity },
        ledger,
      )
      if (askPrice) allowDenom(askPrice.denom, ledger)
      ledger.nextId('sell order', '')
    }
  },
})
