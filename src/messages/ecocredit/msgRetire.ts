import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { creditsList } from '../fields/creditsList.ts'
import { jurisdiction } from '../fields/identifiers.ts'
import { address, optionalText } from '../fields/text.ts'
import {
  chargeCredits,
  creditsOf,
  forGood,
  listCredits,
  moveCredits,
  retired,
  tradable,
} from '../keeper/credits.ts'

/**
 * Retires credits the owner holds. Final: retired credits can never be traded again.
 *
 * @example
 * msgRetire({
 *   owner: seller,
 *   credits: [{ batchDenom, amount: '1.5' }],
 *   jurisdiction: 'US-WA',
 *   reason: 'offset'
 * })
 */
export const msgRetire = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgRetire',
  signer: 'owner',
  schema: () =>
    z.strictObject({
      owner: address,
      credits: creditsList(),
      jurisdiction,
      reason: optionalText(512),
    }),
  charges: ['CreditRetirement'],
  sentence: ({ credits, jurisdiction, reason }) =>
    `Retires ${listCredits(credits)}${forGood(jurisdiction, reason)}.`,
  run({ owner, credits }, ledger) {
    for (const { batchDenom, amount } of credits) {
      chargeCredits('retirement', batchDenom, creditsOf(amount), ledger)
      moveCredits({ kind: 'retire', from: tradable(owner), to: retired(owner), batchDenom, amount }, ledger)
    }
  },
})
