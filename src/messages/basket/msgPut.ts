import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatTime, nanosecondsOf, parseTime, toNanoseconds } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { creditsList } from '../fields/creditsList.ts'
import { basketDenom, classOf } from '../fields/identifiers.ts'
import { address } from '../fields/text.ts'
import { chargeCredits, creditsOf, listCredits, moveCredits, tradable } from '../keeper/credits.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'
import type { Basket, DateCriteria, Ledger } from '../ledger.ts'

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
      credits: creditsList(),
    }),
  charges: ['CreditTransfer'],
  sentence: ({ basketDenom, credits }) =>
    `Puts ${listCredits(credits)} into the basket ${sanitize(basketDenom)}.`,
  run({ owner, basketDenom: denom, credits }, ledger) {
    const basket = ledger.look('basket', denom)
    let tokens = 0n
    for (const { batchDenom, amount } of credits) {
      const put = creditsOf(amount)
      chargeCredits('basket put', batchDenom, put, ledger)
      if (basket) checkBasketTakes(basket, batchDenom, ledger)
      moveCredits({ kind: 'put', from: tradable(owner), to: { basket: denom }, batchDenom, amount }, ledger)
      tokens += put ?? 0n
    }
    if (basket === null) return
    const module = MODULE_ACCOUNTS['ecocredit-basket']
    ledger.moveCoins({ kind: 'mint', from: null, to: module, denom, amount: tokens })
    ledger.moveCoins({ kind: 'payout', from: module, to: owner, denom, amount: tokens })
  },
})

/**
 * Warns when a basket does not take a batch: its class is not allowed, or it starts before the earliest date.
 *
 * @see regen-ledger v7 x/ecocredit/basket/keeper/msg_put.go
 */
function checkBasketTakes(basket: Basket, batchDenom: string, ledger: Ledger): void {
  const refuse = (reason: string) =>
    ledger.warn('BASKET_REFUSES', { basketDenom: basket.denom, batchDenom, reason })
  const classId = classOf(batchDenom)
  if (!basket.allowedClasses.includes(classId)) refuse(`credits of class ${classId} are not allowed`)
  const batch = ledger.look('batch', batchDenom)
  const earliest = earliestStart(basket.dateCriteria, ledger.time)
  if (batch && earliest !== null && nanosecondsOf(batch.startDate) < earliest)
    refuse(`it starts on ${batch.startDate}, before the earliest date that is allowed`)
}

/** The earliest start date a criterion allows, in nanoseconds since 1970; null for no criterion. */
function earliestStart(criteria: DateCriteria, blockTime: string): bigint | null {
  if (criteria === null) return null
  if ('minStartDate' in criteria) return nanosecondsOf(criteria.minStartDate)
  const now = parseTime(blockTime)
  if ('startDateWindowSeconds' in criteria)
    return toNanoseconds({ ...now, seconds: now.seconds - criteria.startDateWindowSeconds })
  const year = BigInt(formatTime(now).slice(0, 4)) - BigInt(criteria.yearsInThePast)
  // A basket may look back further than the calendar of the clock: then every batch is young enough.
  return year < 1n ? null : nanosecondsOf(`${year.toString().padStart(4, '0')}-01-01`)
}
