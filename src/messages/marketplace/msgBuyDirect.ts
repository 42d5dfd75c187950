import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { retirementRules } from '../fields/identifiers.ts'
import { mandatory, nonEmptyList, optional } from '../fields/nested.ts'
import { anyCoin, id, positiveAmount, positiveCoin } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address, anyText } from '../fields/text.ts'
import { countCredits, forGood, isOneCredit, shortList } from '../keeper/credits.ts'
import { buyOrder } from '../keeper/purchase.ts'

/** One purchase. Where and why to retire matters only when the credits are retired, which is the default. */
const buyDirectOrder = z
  .strictObject({
    sellOrderId: id,
    quantity: positiveAmount,
    bidPrice: mandatory(positiveCoin),
    disableAutoRetire: flag,
    retirementJurisdiction: anyText,
    retirementReason: anyText,
    maxFeeAmount: optional(anyCoin),
  })
  .check(
    ...retirementRules(({ disableAutoRetire }: { disableAutoRetire: boolean }) => !disableAutoRetire),
    // The bid has to be in the denom of the order, so the fee has to be in the denom of the bid.
    ruleOn(
      'max-fee-denom',
      ['maxFeeAmount', 'denom'],
      ({ bidPrice, maxFeeAmount }) =>
        bidPrice && maxFeeAmount && bidPrice.denom !== maxFeeAmount.denom
          ? `it must be ${bidPrice.denom}`
          : null,
      'previewed elsewhere',
    ),
  )

/**
 * Buys credits from sell orders at their ask price; the bid is only what the buyer would pay at most.
 *
 * An absent maxFeeAmount means 0: as soon as a buyer fee is due the chain refuses. A preview names the amount to set.
 *
 * @example
 * msgBuyDirect({
 *   buyer: 'regen1tvsku872hqxvdev56jv5mg8q4fe8re9gjqd3ca',
 *   orders: [
 *     {
 *       sellOrderId: 2n,
 *       quantity: '1',
 *       bidPrice: {
 *         denom: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
 *         amount: '1500000'
 *       },
 *       disableAutoRetire: false,
 *       retirementJurisdiction: 'US',
 *       retirementReason: 'x',
 *       maxFeeAmount: {
 *         denom: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
 *         amount: '15000'
 *       }
 *     }
 *   ]
 * })
 */
export const msgBuyDirect = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgBuyDirect',
  signer: 'buyer',
  schema: () => z.strictObject({ buyer: address, orders: nonEmptyList(buyDirectOrder) }),
  charges: ['MarketplaceTrade', 'CreditRetirement'],
  sentence: ({ orders }) =>
    `Buys ${shortList(
      orders.map(
        ({ sellOrderId, quantity, bidPrice, disableAutoRetire, retirementJurisdiction, retirementReason }) =>
          `${countCredits(quantity)} from sell order ${sellOrderId} for at most ${sanitize(`${bidPrice?.amount ?? ''}${bidPrice?.denom ?? ''}`)}${isOneCredit(quantity) ? '' : ' each'}${disableAutoRetire ? '' : ` and retires ${isOneCredit(quantity) ? 'it' : 'them'}${forGood(retirementJurisdiction, retirementReason)}`}`,
      ),
      ', and ',
    )}.`,
  run({ buyer, orders }, ledger) {
    for (const order of orders) buyOrder(buyer, order, ledger)
  },
})
