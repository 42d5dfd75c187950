import * as z from 'zod/mini'
import type { Credits } from '../../primitives/credits.ts'
import { compareRatios } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { batchDenom, classOf } from '../fields/identifiers.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { isNonZero } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { arrivalFields, arrivalRules, arrivalText } from '../keeper/arrival.ts'
import { warnOfModule } from '../keeper/authorize.ts'
import { creditsOf, moveCredits, retired, shortList, tradable } from '../keeper/credits.ts'
import type { Ledger } from '../ledger.ts'

/** Credits of one batch, tradable or retired on arrival. */
const sendCredits = z.strictObject({ batchDenom, ...arrivalFields }).check(...arrivalRules)

type SendCredits = z.output<typeof sendCredits>

/**
 * Sends credits to another account, tradable or retired on arrival.
 *
 * @example
 * msgSend({
 *   sender: seller,
 *   recipient: buyer,
 *   credits: [
 *     {
 *       batchDenom,
 *       tradableAmount: '1.5',
 *       retiredAmount: '0.5',
 *       retirementJurisdiction: 'US-WA',
 *       retirementReason: 'gift'
 *     }
 *   ]
 * })
 */
export const msgSend = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgSend',
  signer: 'sender',
  schema: () =>
    z
      .strictObject({ sender: address, recipient: address, credits: nonEmptyList(sendCredits) })
      .check(
        ruleOn('send-to-oneself', ['recipient'], ({ sender, recipient }) =>
          sender === recipient ? 'sender and recipient are the same' : null,
        ),
      ),
  charges: ['CreditTransfer', 'CreditRetirement'],
  valuedBy: 'tradable part: transfer, retired part: retirement; credits × price of the class',
  sentence: ({ recipient, credits }) =>
    `Sends ${shortList(credits.map(line => arrivalText(line, `of ${sanitize(line.batchDenom)}`)))} to ${sanitize(recipient)}.`,
  run({ sender, recipient, credits }, ledger) {
    warnOfModule(recipient, ledger)
    for (const entry of credits) {
      chargeSend(entry, ledger)
      const { batchDenom, tradableAmount, retiredAmount } = entry
      const [kind, from] = ['transfer', tradable(sender)] as const
      moveCredits({ kind, from, batchDenom, to: tradable(recipient), amount: tradableAmount }, ledger)
      moveCredits({ kind, from, batchDenom, to: retired(recipient), amount: retiredAmount }, ledger)
    }
  },
})

/** What one entry is charged as, by the knob sendWithRetire. An entry of zero and zero is a transfer of value 0. */
function chargeSend({ batchDenom, tradableAmount, retiredAmount }: SendCredits, ledger: Ledger): void {
  const classId = classOf(batchDenom)
  const [free, gone] = [creditsOf(tradableAmount), creditsOf(retiredAmount)]
  const all = free === null || gone === null ? null : ((free + gone) as Credits)
  const { sendWithRetire, feeRates } = ledger.knobs
  const dearer =
    compareRatios(feeRates.CreditTransfer, feeRates.CreditRetirement) > 0
      ? 'CreditTransfer'
      : 'CreditRetirement'
  if (!isNonZero(retiredAmount) || sendWithRetire === 'transfer-only')
    ledger.charge({ txType: 'CreditTransfer', classId, credits: all })
  else if (sendWithRetire === 'max') ledger.charge({ txType: dearer, classId, credits: all })
  else {
    if (isNonZero(tradableAmount)) ledger.charge({ txType: 'CreditTransfer', classId, credits: free })
    ledger.charge({ txType: 'CreditRetirement', classId, credits: gone })
  }
}
