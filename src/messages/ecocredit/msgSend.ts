import * as z from 'zod/mini'
import { chargesOfSend } from '../../mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { batchDenom, classOf } from '../fields/identifiers.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { arrivalFields, arrivalRules, arrivalText } from '../keeper/arrival.ts'
import { warnOfModule } from '../keeper/authorize.ts'
import { creditsOf, moveCredits, retired, shortList, tradable } from '../keeper/credits.ts'

/** Credits of one batch, tradable or retired on arrival. */
const sendCredits = z.strictObject({ batchDenom, ...arrivalFields }).check(...arrivalRules)

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
  sentence: ({ recipient, credits }) =>
    `Sends ${shortList(credits.map(line => arrivalText(line, `of ${sanitize(line.batchDenom)}`)))} to ${sanitize(recipient)}.`,
  run({ sender, recipient, credits }, ledger) {
    warnOfModule(recipient, ledger)
    for (const entry of credits) {
      const { batchDenom, tradableAmount, retiredAmount } = entry
      const sent = { tradable: creditsOf(tradableAmount), retired: creditsOf(retiredAmount) }
      for (const charge of chargesOfSend(sent, ledger.knobs))
        ledger.charge({ ...charge, classId: classOf(batchDenom) })
      const [kind, from] = ['transfer', tradable(sender)] as const
      moveCredits({ kind, from, batchDenom, to: tradable(recipient), amount: tradableAmount }, ledger)
      moveCredits({ kind, from, batchDenom, to: retired(recipient), amount: retiredAmount }, ledger)
    }
  },
})
