import { base64, hex } from '@scure/base'
import { refuse } from './refuse.ts'

const HEX = /^(?:0x)?((?:[0-9a-f]{2})*)$/i

/**
 * Bytes as wallets and bridges pass them: bytes, a buffer, a list of numbers, what JSON makes of those, or text in hexadecimal or
 * base64. A text can be both; then both readings are given, and whoever asks must find that only one of them makes sense.
 */
export function bytesReadings(value: unknown, what: string): readonly Uint8Array[] {
  if (typeof value === 'string') return textReadings(value, what)
  if (ArrayBuffer.isView(value))
    return [new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()]
  if (value instanceof ArrayBuffer) return [new Uint8Array(value).slice()]
  const list = Array.isArray(value) ? value : listOf(value)
  if (list?.every(isByte)) return [Uint8Array.from(list)]
  throw refuse(`${what} is neither bytes nor text`)
}

function textReadings(text: string, what: string): readonly Uint8Array[] {
  const readings: Uint8Array[] = []
  const digits = HEX.exec(text)?.[1]
  if (digits !== undefined) readings.push(hex.decode(digits.toLowerCase()))
  try {
    if (text !== '') readings.push(base64.decode(text))
  } catch {
    // It is not base64; said below when it is not hexadecimal either.
  }
  if (readings.length === 0) throw refuse(`${what} is text, but neither hexadecimal nor base64`)
  return readings
}

/** The one reading that `read` accepts. Two would be two different requests in one text. */
export function onlyReading<Result>(
  readings: readonly Uint8Array[],
  what: string,
  read: (bytes: Uint8Array) => Result,
): Result {
  const results: Result[] = []
  let failure: unknown
  for (const bytes of readings) {
    try {
      results.push(read(bytes))
    } catch (error) {
      failure ??= error
    }
  }
  const [first] = results
  if (results.length > 1) throw refuse(`${what} can be read as hexadecimal and as base64`)
  if (first === undefined) throw failure
  return first
}

const isByte = (item: unknown): item is number =>
  typeof item === 'number' && Number.isInteger(item) && item >= 0 && item <= 255

/** A Buffer or a Uint8Array that went through JSON: { type: 'Buffer', data: […] }, or { "0": 10, "1": 34 }. */
function listOf(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null
  if ('type' in value && value.type === 'Buffer' && 'data' in value && Array.isArray(value.data))
    return value.data
  const entries = Object.entries(value)
  return entries.every(([key], index) => key === String(index)) && entries.length > 0
    ? entries.map(([, item]) => item)
    : null
}
