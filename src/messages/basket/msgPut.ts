import * as z from 'zod/mini'
import { plain } from '../../primitives/plain.ts'
import { defineMessage } from '../defineMessage.ts'
import { basketDenom, batchDenom } from '../fields/identifiers.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { positiveAmount } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { chargeCredits, creditsOf, listCredits, moveCredits, tradable } from '../keeper/credits.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'
import { checkBasketTakes } from './criteria.ts'

/**
 * Puts credits into a basket and gets basket tokens: 1,000,000 smallest units for each credit.
 *
 * @example
 * msgPut({
 *   owner: seller,
 *   basketDenom: 'eco.uC.NCT',
 *   credits: [{ batchDenom, amount: '1.25' }]
 * })
 */
export const msgPut = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.basket.v1.MsgPut',
  signer: 'owner',
  schema: () =>
    z.strictObject({
      owner: address,
      basketDenom,
      credits: nonEmptyList(z.strictObject({ batchDenom, amount: positiveAmount })),
    }),
  charges: ['CreditTransfer'],
  valuedBy: 'not charged; with the knob basket = transfer: credits × price of the class',
  sentence: ({ basketDenom, credits }) =>
    `Puts ${listCredits(credits)} into the basket ${plain(basketDenom)}.`,
  run({ owner, basketDenom: denom, credits }, ledger) {
    const basket = ledger.look('basket', denom)
    let tokens = 0n
    for (const { batchDenom, amount } of credits) {
      chargeCredits('basket put', batchDenom, amount, ledger)
      if (basket) checkBasketTakes(basket, batchDenom, ledger)
      moveCredits({ kind: 'put', from: tradable(owner), to: { basket: denom }, batchDenom, amount }, ledger)
      tokens += creditsOf(amount) ?? 0n
    }
    if (basket === null) return
    const module = MODULE_ACCOUNTS['ecocredit-basket']
    ledger.moveCoins({ kind: 'mint', from: null, to: module, denom, amount: tokens })
    ledger.moveCoins({ kind: 'payout', from: module, to: owner, denom, amount: tokens })
  },
})
