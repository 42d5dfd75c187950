import { DAY, formatSeconds, formatTime, fromDate, parseTime } from '../../primitives/time.ts'
import { requireBounds } from './bounds.ts'
import type { ValidatorParams } from './params.ts'

/**
 * A time a number of UTC calendar months later: 31 January + 1 month is the last day of February.
 *
 * @example
 * addMonths('2027-01-31T12:00:00Z', 1) // '2027-02-28T12:00:00Z'
 */
export function addMonths(time: string, months: number): string {
  const sum = `${time} + ${months}`
  const known = ADDED.get(sum)
  if (known !== undefined) return known
  const end = monthsLater(time, months)
  if (ADDED.size >= MAX_ADDED) ADDED.clear()
  ADDED.set(sum, end)
  return end
}

/** The ends of the last terms: a calendar takes its time, and the runs of a study begin their terms on the same days. */
const ADDED = /* @__PURE__ */ new Map<string, string>()
const MAX_ADDED = 1_000

function monthsLater(time: string, months: number): string {
  const { seconds, nanos } = parseTime(time)
  const start = new Date(formatSeconds(seconds))
  const end = new Date(start)
  end.setUTCMonth(start.getUTCMonth() + months)
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0)
  return formatTime({ ...fromDate(end), nanos })
}

/**
 * A time a number of days later.
 *
 * @example
 * addDays('2027-02-27T12:00:00Z', 2) // '2027-03-01T12:00:00Z'
 */
export function addDays(time: string, days: number): string {
  const { seconds, nanos } = parseTime(time)
  return formatTime({ seconds: seconds + BigInt(days) * DAY, nanos })
}

/** Whether a time has come. */
export function isReached(time: string, at: string): boolean {
  const [then, now] = [parseTime(time), parseTime(at)]
  return now.seconds > then.seconds || (now.seconds === then.seconds && now.nanos >= then.nanos)
}

/**
 * When a term that starts ends: calendar months later, or as many twelfths of 365 days. @see SPEC M014, term_length
 *
 * @example
 * termEndOf('2027-03-01T00:00:00Z', M014_V0) // '2028-03-01T00:00:00Z'
 * termEndOf('2027-03-01T00:00:00Z', { termMonths: 12, termUnit: 'days365' }) // '2028-02-29T00:00:00Z'
 */
export function termEndOf(start: string, params: Pick<ValidatorParams, 'termMonths' | 'termUnit'>): string {
  requireBounds(params)
  const { termMonths, termUnit } = params
  return termUnit === 'months'
    ? addMonths(start, termMonths)
    : addDays(start, (termMonths * 365 - ((termMonths * 365) % 12)) / 12)
}

/**
 * The UTC calendar quarter of a time: '2026-Q4'.
 *
 * @example
 * quarterOf('2026-10-01T00:00:00Z') // '2026-Q4'
 */
export function quarterOf(time: string): string {
  const moment = parseTime(time)
  // Text in UTC begins with the year and the month that it would be written with.
  const isUtc = time.endsWith('Z') && time[4] === '-'
  const [year = '', month = ''] = (isUtc ? time : formatTime(moment)).split('-')
  return `${year}-Q${month < '04' ? 1 : month < '07' ? 2 : month < '10' ? 3 : 4}`
}
