import { RegenError } from './errors.ts'
import { TIME_MALFORMED } from './errorTable.ts'

/** A moment as the chain has it: seconds since 1970 UTC and nanoseconds (google.protobuf.Timestamp). */
export type Timestamp = { readonly seconds: bigint; readonly nanos: number }

/** In seconds. */
export const DAY = 86_400n
/** In seconds. */
export const WEEK = 604_800n

const RFC3339 =
  /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d))?$/

/** The times that were read last: the same few are read again and again, and reading takes longer than most of what is done with them. */
const READ = /* @__PURE__ */ new Map<string, Timestamp>()
const MAX_READ = 1_000

/** Reads RFC 3339 text with up to 9 decimals of a second; a date alone is its midnight in UTC. */
export function parseTime(text: string): Timestamp {
  const known = READ.get(text)
  if (known !== undefined) return known
  const time = parseAnew(text)
  if (READ.size >= MAX_READ) READ.clear()
  READ.set(text, time)
  return time
}

function parseAnew(text: string): Timestamp {
  const match = RFC3339.exec(text)
  if (!match) throw new RegenError(TIME_MALFORMED, { input: text.slice(0, 60) })
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '00',
    minute = '00',
    second = '00',
    decimals = '',
    zone = 'Z',
  ] = match
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000${zone}`)
  const sameDay = new Date(Date.parse(`${year}-${month}-${day}T00:00:00.000Z`))
  if (
    Number.isNaN(milliseconds) ||
    Number.isNaN(sameDay.getTime()) ||
    sameDay.getUTCDate() !== parseInt(day, 10)
  )
    throw new RegenError(TIME_MALFORMED, { input: text })
  return { seconds: floorDiv(BigInt(milliseconds), 1000n), nanos: parseInt(decimals.padEnd(9, '0'), 10) }
}

/** A moment as RFC 3339 text in UTC, with as many decimals as it needs. */
export function formatTime({ seconds, nanos }: Timestamp): string {
  const date = dateOf(seconds)
  const decimals = nanos === 0 ? '' : `.${nanos.toString().padStart(9, '0').replace(/0+$/, '')}`
  return `${date}${decimals}Z`
}

/** The seconds that were written last, for the same reason as those that were read. */
const WRITTEN = /* @__PURE__ */ new Map<bigint, string>()

function dateOf(seconds: bigint): string {
  const known = WRITTEN.get(seconds)
  if (known !== undefined) return known
  const date = new Date(parseInt((seconds * 1000n).toString(), 10)).toISOString().slice(0, -5)
  if (WRITTEN.size >= MAX_READ) WRITTEN.clear()
  WRITTEN.set(seconds, date)
  return date
}

/** A whole second since 1970 as RFC 3339 text in UTC. */
export const formatSeconds = (seconds: bigint): string => formatTime({ seconds, nanos: 0 })

/** Nanoseconds since 1970 UTC: for comparing and for ages. */
export const toNanoseconds = ({ seconds, nanos }: Timestamp): bigint =>
  seconds * 1_000_000_000n + BigInt(nanos)

/** The same of RFC 3339 text. */
export const nanosecondsOf = (text: string): bigint => toNanoseconds(parseTime(text))

/** A Date as the chain has it, to the millisecond. */
export function fromDate(date: Date): Timestamp {
  const milliseconds = BigInt(date.getTime())
  const seconds = floorDiv(milliseconds, 1000n)
  return { seconds, nanos: parseInt(((milliseconds - seconds * 1000n) * 1_000_000n).toString(), 10) }
}

/** 0001-01-01 and the last second of 9999: outside of these the chain's own codec refuses a timestamp. */
const FIRST_SECOND = -62_135_596_800n
const LAST_SECOND = 253_402_300_799n

/** Whether the chain's codec accepts the moment: years 1 to 9999, nanoseconds 0 to 999,999,999. */
export const isTimestamp = ({ seconds, nanos }: Timestamp): boolean =>
  seconds >= FIRST_SECOND && seconds <= LAST_SECOND && nanos >= 0 && nanos <= 999_999_999

/** The number of whole UTC days between 1970-01-01 and the day of a date or time. */
export function dayNumber(text: string): bigint {
  const { seconds } = parseTime(text)
  return floorDiv(seconds, DAY)
}

const floorDiv = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b
