import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { DAY, formatSeconds, parseTime, WEEK } from '../../primitives/time.ts'
import type { Period } from '../read/readIndexed.ts'

/** Monday, 1970-01-05. */
const FIRST_MONDAY = 4n * DAY

/**
 * The whole weeks, Monday to Monday in UTC, that ended at a moment or before: the last one.
 *
 * @example
 * lastWeek(1_800_000_000n) // { from: 1799020800n, to: 1799625600n }
 */
export function lastWeek(at: bigint): Period {
  const to = ((at - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY
  return { from: to - WEEK, to }
}

/**
 * A period as people write it: an ISO week '2026-W47' (Monday to Monday, UTC) or two moments '2026-11-16/2026-11-23', of which the second
 * does not belong to it.
 *
 * @example
 * parsePeriod('2026-W47') // { from: 1794787200n, to: 1795392000n }
 */
export function parsePeriod(text: string): Period {
  const [, year, week] = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(text) ?? []
  if (year !== undefined && week !== undefined) {
    // The week of January 4 is the first one.
    const fourth = parseTime(`${year}-01-04`).seconds
    const from = lastWeek(fourth).to + (BigInt(week) - 1n) * WEEK
    // A week is of the year of its Thursday: most years have no week 53.
    if (formatSeconds(from + 3n * DAY).startsWith(year)) return { from, to: from + WEEK }
  }
  const [start, end, more] = text.split('/')
  if (start !== undefined && end !== undefined && more === undefined) {
    const period = { from: parseTime(start).seconds, to: parseTime(end).seconds }
    if (period.from < period.to) return period
  }
  throw new RegenError(INPUT_INVALID, {
    what: 'period',
    issues: `✖ expected a week such as 2026-W47, or two dates such as 2026-11-16/2026-11-23; got "${text.slice(0, 60)}"`,
  })
}
