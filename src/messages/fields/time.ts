import * as z from 'zod/mini'
import { fromBase64 } from '../../primitives/base64.ts'
import type { Timestamp } from '../../primitives/time.ts'
import { fromDate, isTimestamp, parseTime } from '../../primitives/time.ts'
import { mandatory, optional } from './nested.ts'
import { type Field, readAs, rule } from './rules.ts'

type WireTime = { seconds: bigint; nanos: number }
type TimeInput = Date | string | { seconds: bigint | string | number; nanos?: number | undefined }

const seconds = z.union([z.bigint(), z.string(), z.int()])
const secondsAndNanos = z.strictObject({ seconds, nanos: z._default(z.int(), 0) })

function wholeSeconds(value: bigint | string | number): bigint {
  if (typeof value === 'string' && !/^-?\d{1,19}$/.test(value)) throw new Error()
  return BigInt(value)
}

const moment = readAs(
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
  readAs(
    z.union([z.string(), secondsAndNanos], { error: 'expected "86400s" or { seconds, nanos }' }),
    (value): WireTime =>
      typeof value === 'string'
        ? { seconds: wholeSeconds(value.replace(/s$/, '')), nanos: 0 }
        : { seconds: wholeSeconds(value.seconds), nanos: value.nanos },
    'expected seconds such as "86400s"',
  ) as unknown as Field<WireTime, Exclude<TimeInput, Date>>,
)

/** Bytes, or their base64 text; empty when left out. */
export const bytes = readAs(
  z._default(z.union([z.instanceof(Uint8Array), z.string()], { error: 'expected bytes or base64 text' }), ''),
  (value): Uint8Array => (typeof value === 'string' ? fromBase64(value) : value),
  'not base64',
) as unknown as Field<Uint8Array, Uint8Array | string>
