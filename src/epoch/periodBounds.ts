import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { DAY, formatSeconds, formatTime, nanosecondsOf, parseTime } from '../primitives/time.ts'
import type { CollectedFees } from './fees/collectFees.ts'
import type { ChargedTransaction, EpochInputs } from './inputs/epochInputs.ts'

/** A step in time: RFC 3339 text in UTC, and seconds since 1970; the end is not in it. */
export type PeriodBounds = {
  readonly start: string
  readonly end: string
  readonly from: bigint
  readonly to: bigint
}

/** The step that starts at a time and is so many milliseconds long. */
export function boundsFrom(start: string, length: bigint): PeriodBounds {
  const { seconds, nanos } = parseTime(start)
  const total = BigInt(nanos) + length * 1_000_000n
  const to = seconds + total / 1_000_000_000n
  const end = formatTime({ seconds: to, nanos: parseInt((total % 1_000_000_000n).toString(), 10) })
  return { start, end, from: seconds, to }
}

/** The step from a time to a later one. */
export const boundsBetween = (start: string, end: string): PeriodBounds => ({
  start,
  end,
  from: parseTime(start).seconds,
  to: parseTime(end).seconds,
})

/** How many nanoseconds lie between two times. */
export const nanosecondsBetween = (start: string, end: string): bigint =>
  nanosecondsOf(end) - nanosecondsOf(start)

/** The UTC day of a number of seconds since 1970: '2026-11-21'. */
const dayOf = (seconds: bigint): string => formatSeconds(seconds).slice(0, 10)

/** Refuses a transaction of another period: it would be charged twice. */
export function requireInside(
  transactions: readonly ChargedTransaction[],
  { from, to, start, end }: PeriodBounds,
): void {
  const outside = transactions.find(({ time }) => time < from || time >= to)
  if (outside === undefined) return
  throw new RegenError(INPUT_INVALID, {
    what: 'epoch input',
    issues: `✖ transaction ${outside.txHash} of ${formatSeconds(outside.time)} is not in the period from ${start} to ${end} at transactions`,
  })
}

const REMEMBERED_DAYS = 31

/** The latest days with fees: those that are remembered, those of this period’s fees, and those the caller names. */
export function feeDaysOf(
  remembered: readonly string[],
  { feeDays }: Pick<EpochInputs, 'feeDays'>,
  { ofTransactions }: Pick<CollectedFees, 'ofTransactions'>,
): readonly string[] {
  const days = new Set([...remembered, ...feeDays])
  const paid = new Set<bigint>()
  for (const { fee, parts } of ofTransactions)
    if (fee > 0n) for (const { time } of parts) paid.add(time / DAY)
  for (const day of paid) days.add(dayOf(day * DAY))
  return [...days].sort().slice(-REMEMBERED_DAYS)
}
