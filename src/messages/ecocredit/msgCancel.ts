import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { creditsList } from '../fields/creditsList.ts'
import { address, requiredText } from '../fields/text.ts'
import { forGood, listCredits, moveCredits, tradable } from '../keeper/credits.ts'

/**
 * Takes credits out of existence, for example because they moved to another registry.
 *
 * @example
 * msgCancel({
 *   owner: seller,
 *   credits: [{ batchDenom, amount: '1.5' }],
 *   reason: 'error'
 * })
 */
export const msgCancel = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgCancel',
  signer: 'owner',
  schema: () =>
    z.strictObject({
      owner: address,
      credits: creditsList(),
      reason: requiredText(512),
    }),
  charges: [],
  sentence: ({ credits, reason }) =>
    `Cancels ${listCredits(credits)}${forGood('', reason)}: what is cancelled ceases to exist.`,
  run({ owner, credits }, ledger) {
    for (const { batchDenom, amount } of credits)
      moveCredits({ kind: 'cancel', from: tradable(owner), to: null, batchDenom, amount }, ledger)
  },
})
