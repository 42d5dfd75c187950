import * as z from 'zod/mini'
import { fromDate, isTimestamp, parseTime, type Timestamp, toNanoseconds } from '../../primitives/time.ts'
import { mandatory, optional } from './nested.ts'
import { type Field, parsedAs, rule, ruleOn } from './rules.ts'

type WireTime = { seconds: bigint; nanos: number }
type TimeInput = Date | string | { seconds: bigint | string | number; nanos?: number | undefined }

const seconds = z.union([z.bigint(), z.string(), z.int()])
const secondsAndNanos = z.strictObject({ seconds, nanos: z._default(z.int(), 0) })

function wholeSeconds(value: bigint | string | number): bigint {
  if (typeof value === 'string' && !/^-?\d{1,19}$/.test(value)) throw new Error()
  return BigInt(value)
}

const moment = parsedAs(
  z.union([z.instanceof(Date), z.string(), secondsAndNanos], {
    error: 'expected a Date, ISO text, or { seconds, nanos }',
  }),
  (value): WireTime => {
    if (value instanceof Date) return { ...fromDate(value) }
    if (typeof value === 'string') return { ...parseTime(value) }
    return { seconds: wholeSeconds(value.seconds), nanos: value.nanos }
  },
  'not a date',
).check(
  rule('timestamp', (value: Timestamp) =>
    isTimestamp(value) ? null : 'the year must lie between 1 and 9999 and nanoseconds below a second',
  ),
) as unknown as Field<WireTime, TimeInput>

/** A moment that must be given: a Date, ISO text, or { seconds, nanos }. */
export const time = mandatory(moment)

/** A moment that may be left out. */
export const optionalTime = optional(moment)

/** A span of time, '86400s' or { seconds, nanos }, that may be left out. */
export const optionalDuration = optional(
  parsedAs(
    z.union([z.string(), secondsAndNanos], { error: 'expected "86400s" or { seconds, nanos }' }),
    (value): WireTime =>
      typeof value === 'string'
        ? { seconds: wholeSeconds(value.replace(/s$/, '')), nanos: 0 }
        : { seconds: wholeSeconds(value.seconds), nanos: value.nanos },
    'expected seconds such as "86400s"',
  ) as unknown as Field<WireTime, Exclude<TimeInput, Date>>,
)

/** Refuses a start after the end; equal is fine. */
export const startBeforeEnd = /* @__PURE__ */ ruleOn<{
  startDate: Timestamp | undefined
  endDate: Timestamp | undefined
}>('dates', ['startDate'], ({ startDate, endDate }) =>
  startDate && endDate && toNanoseconds(startDate) > toNanoseconds(endDate)
    ? 'the start lies after the end'
    : null,
)
