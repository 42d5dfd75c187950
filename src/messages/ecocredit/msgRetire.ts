import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { address, batchDenom, jurisdiction, nonEmptyList, optionalText, positiveAmount } from '../fields.ts'
import { chargeCredits, listCredits, retire } from '../credits.ts'

/** Retires credits the owner holds. Final: retired credits can never be traded again. */
export const msgRetire = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgRetire',
  signer: 'owner',
  schema: z.strictObject({
    owner: address,
    credits: nonEmptyList(z.strictObject({ batchDenom, amount: positiveAmount })),
    jurisdiction,
    reason: optionalText(512),
  }),
  charges: ['CreditRetirement'],
  valuedBy: 'credits × price of the class',
  sentence: ({ owner, credits, jurisdiction }) => `${owner} retires ${listCredits(credits)} in ${jurisdiction}, for good.`,
  run({ owner, credits }, ledger) {
    for (const { batchDenom, amount } of credits) {
      chargeCredits('CreditRetirement', batchDenom, amount, ledger)
      retire(owner, batchDenom, amount, ledger)
    }
  },
})
