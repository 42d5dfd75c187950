import { formatTime, parseTime, toNanoseconds } from '../../primitives/time.ts'
import { classOf } from '../fields/identifiers.ts'
import type { Basket, DateCriteria, Ledger } from '../ledger.ts'

/**
 * Warns when a basket does not take a batch: its class is not allowed, or it starts before the earliest date.
 *
 * @see regen-ledger v7 x/ecocredit/basket/keeper/msg_put.go
 */
export function checkBasketTakes(basket: Basket, batchDenom: string, ledger: Ledger): void {
  const refuse = (reason: string) =>
    ledger.warn('BASKET_REFUSES', { basketDenom: basket.denom, batchDenom, reason })
  const classId = classOf(batchDenom)
  if (!basket.allowedClasses.includes(classId)) refuse(`credits of class ${classId} are not allowed`)
  const batch = ledger.look('batch', batchDenom)
  const earliest = earliestStart(basket.dateCriteria, ledger.time)
  if (batch && earliest !== null && toNanoseconds(parseTime(batch.startDate)) < earliest)
    refuse(`it starts on ${batch.startDate}, before the earliest date that is allowed`)
}

/** The earliest start date a criterion allows, in nanoseconds since 1970; null for no criterion. */
function earliestStart(criteria: DateCriteria, blockTime: string): bigint | null {
  if (criteria === null) return null
  if ('minStartDate' in criteria) return toNanoseconds(parseTime(criteria.minStartDate))
  const now = parseTime(blockTime)
  if ('startDateWindowSeconds' in criteria)
    return toNanoseconds({ ...now, seconds: now.seconds - criteria.startDateWindowSeconds })
  const year = BigInt(formatTime(now).slice(0, 4)) - BigInt(criteria.yearsInThePast)
  // A basket may look back further than the calendar of the clock: then every batch is young enough.
  return year < 1n ? null : toNanoseconds(parseTime(`${year.toString().padStart(4, '0')}-01-01`))
}
