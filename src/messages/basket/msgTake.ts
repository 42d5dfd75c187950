import * as z from 'zod/mini'
import { parseChainInteger } from '../../primitives/chainInteger.ts'
import type { Credits } from '../../primitives/credits.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { nanosecondsOf } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { basketDenom, jurisdictionProblem, reasonProblem } from '../fields/identifiers.ts'
import { positiveInteger } from '../fields/numbers.ts'
import { rule, ruleOn } from '../fields/rules.ts'
import { address, anyText } from '../fields/text.ts'
import { chargeCredits, creditsOf, forGood, retired, tradable } from '../keeper/credits.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'
import type { Basket, Ledger } from '../ledger.ts'

/** The chain reads the amount once as an integer and once as a decimal; texts that differ are refused here. */
const tokenAmount = positiveInteger.check(
  rule('token-amount', value =>
    creditsOf(value) === (parseChainInteger(value) ?? 0n) * 1_000_000n
      ? null
      : 'write a plain whole number: the chain reads this text in two ways',
  ),
)

/**
 * Takes credits out of a basket for its tokens, the oldest batch first.
 *
 * @example
 * msgTake({
 *   owner: seller,
 *   basketDenom: 'eco.uC.NCT',
 *   amount: '1500000',
 *   retireOnTake: true,
 *   retirementJurisdiction: 'US',
 *   retirementReason: 'r'
 * })
 */
export const msgTake = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.basket.v1.MsgTake',
  signer: 'owner',
  schema: () =>
    z
      .strictObject({
        owner: address,
        basketDenom,
        amount: tokenAmount,
        retirementLocation: anyText,
        retireOnTake: flag,
        retirementJurisdiction: anyText,
        retirementReason: anyText,
      })
      .check(
        ruleOn(
          'jurisdiction',
          ['retirementJurisdiction'],
          ({ retireOnTake, retirementJurisdiction, retirementLocation }) =>
            retireOnTake && (retirementJurisdiction !== '' || retirementLocation === '')
              ? jurisdictionProblem(retirementJurisdiction)
              : null,
        ),
        ruleOn('jurisdiction', ['retirementLocation'], ({ retireOnTake, retirementLocation }) =>
          retireOnTake && retirementLocation !== '' ? jurisdictionProblem(retirementLocation) : null,
        ),
        ruleOn('too-long', ['retirementReason'], ({ retireOnTake, retirementReason }) =>
          retireOnTake ? reasonProblem(retirementReason) : null,
        ),
      ),
  charges: ['CreditTransfer', 'CreditRetirement'],
  sentence: ({
    basketDenom,
    amount,
    retireOnTake,
    retirementJurisdiction,
    retirementLocation,
    retirementReason,
  }) =>
    `Gives ${sanitize(amount)} units of ${sanitize(basketDenom)} for the oldest credits of the basket${retireOnTake ? `, and retires them${forGood(retirementJurisdiction || retirementLocation, retirementReason)}` : ''}.`,
  run({ owner, basketDenom: denom, amount, retireOnTake }, ledger) {
    const basket = ledger.look('basket', denom)
    const tokens = parseChainInteger(amount)
    if (tokens === null || tokens <= 0n) return
    const act = retireOnTake ? 'basket take and retire' : 'basket take'
    const given = basket && oldestFirst(basket, tokens as Credits, ledger)
    if (given === null) chargeCredits(act, denom, null, ledger)
    if (basket && !basket.disableAutoRetire && !retireOnTake)
      ledger.warn('BASKET_RETIRES', { basketDenom: denom })
    const module = MODULE_ACCOUNTS['ecocredit-basket']
    ledger.requireBalance(owner, { denom, amount: tokens })
    ledger.moveCoins({ kind: 'burn', from: owner, to: module, denom, amount: tokens })
    ledger.moveCoins({ kind: 'burn', from: module, to: null, denom, amount: tokens })
    for (const { batchDenom, credits } of given ?? []) {
      chargeCredits(act, batchDenom, credits, ledger)
      const to = retireOnTake ? retired(owner) : tradable(owner)
      ledger.moveCredits({ kind: 'take', from: { basket: denom }, to, batchDenom, amount: credits })
    }
  },
})

/** Which credits a basket gives: whole batches in the order of their start dates, the last one in part. */
function oldestFirst(
  { denom, balances }: Basket,
  wanted: Credits,
  ledger: Ledger,
): readonly { batchDenom: string; credits: Credits }[] | null {
  if (balances === null) {
    ledger.warn('STATE_UNKNOWN', { what: 'content of basket', id: denom })
    return null
  }
  const dated = balances.map(balance => ({ ...balance, batch: ledger.look('batch', balance.batchDenom) }))
  if (dated.some(({ batch }) => batch === null)) return null
  const start = (batch: (typeof dated)[number]['batch']) => nanosecondsOf(batch?.startDate ?? '')
  const oldest = dated.sort((a, b) => {
    const difference = start(a.batch) - start(b.batch)
    if (difference !== 0n) return difference < 0n ? -1 : 1
    return a.batchDenom < b.batchDenom ? -1 : 1
  })
  let needed: bigint = wanted
  return oldest.flatMap(({ batchDenom, amount }) => {
    const given = (amount < needed ? amount : needed) as Credits
    needed -= given
    return given > 0n ? [{ batchDenom, credits: given }] : []
  })
}
