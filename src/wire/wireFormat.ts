import { RegenError } from '../primitives/errors.ts'
import { PROTOBUF_INVALID } from '../primitives/errorTable.ts'

/** The error for bytes that are no such message, and for numbers that do not fit. */
export const invalid = (reason: string) => new RegenError(PROTOBUF_INVALID, { reason })

/** What an error of a codec says, to stand within another sentence; of any other error its message. */
export function faultOf(error: unknown): string {
  const { code, context, message } = Object(error)
  return String(code === PROTOBUF_INVALID.code ? context.reason : (message ?? error))
}

/** Where a reader stands in its bytes. */
export type Cursor = { readonly bytes: Uint8Array; at: number }

/**
 * Protobuf's wire format: numbers as varints, everything else as a length and its bytes. What has no place in our messages
 * (fixed32, fixed64, groups) is only skipped.
 *
 * @see https://protobuf.dev/programming-guides/encoding
 */
export const VARINT = 0
export const BYTES = 2
export const END_GROUP = 4
const FIXED64 = 1
const START_GROUP = 3
const FIXED32 = 5

/** The bits of the longest varint: ten times seven. */
const LONGEST = 70

/** Deeper than any message of ours; bytes made to nest without end stop here. */
export const MAX_DEPTH = 100

/** The lowest 32 bits of a varint. */
export function readUint32(cursor: Cursor): number {
  const { bytes } = cursor
  let byte = bytes[cursor.at++] ?? cutOff()
  let value = byte & 0x7f
  for (let shift = 7; byte > 0x7f; shift += 7) {
    if (shift === LONGEST) throw invalid('invalid varint')
    byte = bytes[cursor.at++] ?? cutOff()
    if (shift < 32) value |= (byte & 0x7f) << shift
  }
  return value >>> 0
}

/** The lowest 64 bits of a varint. */
export function readUint64(cursor: Cursor): bigint {
  const { bytes } = cursor
  let byte = bytes[cursor.at++] ?? cutOff()
  let value = byte & 0x7f
  // A number holds seven times seven bits exactly, and few need more.
  for (let scale = 128; byte > 0x7f && scale < 2 ** 49; scale *= 128) {
    byte = bytes[cursor.at++] ?? cutOff()
    value += (byte & 0x7f) * scale
  }
  if (byte <= 0x7f) return BigInt(value)
  let whole = BigInt(value)
  for (let shift = 49; byte > 0x7f; shift += 7) {
    if (shift === LONGEST) throw invalid('invalid varint')
    byte = bytes[cursor.at++] ?? cutOff()
    whole |= BigInt(byte & 0x7f) << BigInt(shift)
  }
  return BigInt.asUintN(64, whole)
}

function cutOff(): never {
  throw invalid('premature EOF')
}

/** A length and as many bytes: a view of them, not a copy. */
export function readBytes(cursor: Cursor): Uint8Array {
  const length = readUint32(cursor)
  return cursor.bytes.subarray(cursor.at, advance(cursor, length))
}

function advance(cursor: Cursor, length: number): number {
  cursor.at += length
  if (cursor.at > cursor.bytes.length) cutOff()
  return cursor.at
}

// A byte order mark at the beginning of a text is part of it.
const UTF8 = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true })
/** Up to here, reading letter by letter is faster than the platform's decoder. */
const SHORT = 32

export function readText(cursor: Cursor): string {
  const length = readUint32(cursor)
  const { bytes, at: start } = cursor
  const end = advance(cursor, length)
  if (length > SHORT) return UTF8.decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7f) return UTF8.decode(bytes.subarray(start, end))
    text += String.fromCharCode(byte)
  }
  return text
}

/** Passes over a field that nobody asked for, by the tag that was read. */
export function skip(cursor: Cursor, tag: number, depth = 0): void {
  const [number, wireType] = [tag >>> 3, tag & 7]
  if (number === 0) throw invalid(`illegal tag: ${tag}`)
  if (wireType === VARINT) readUint64(cursor)
  else if (wireType === FIXED64) advance(cursor, 8)
  else if (wireType === BYTES) advance(cursor, readUint32(cursor))
  else if (wireType === FIXED32) advance(cursor, 4)
  else if (wireType === START_GROUP) skipGroup(cursor, number, depth)
  else throw invalid(`cannot skip wire type ${wireType}`)
}

function skipGroup(cursor: Cursor, number: number, depth: number): void {
  if (depth >= MAX_DEPTH) throw invalid('maximum recursion depth reached')
  for (;;) {
    const tag = readUint32(cursor)
    if ((tag & 7) !== END_GROUP) skip(cursor, tag, depth + 1)
    else if (tag >>> 3 === number) return
    else throw invalid('invalid end group tag')
  }
}

/** What was written so far, with room for more. */
export type Written = { bytes: Uint8Array; length: number }

export const nothingWritten = (): Written => ({ bytes: new Uint8Array(64), length: 0 })

export const finish = ({ bytes, length }: Written): Uint8Array => bytes.slice(0, length)

/** Room for so many bytes more; it doubles, so that each byte is moved about once. */
function makeRoom(written: Written, more: number): void {
  const { bytes, length } = written
  if (length + more <= bytes.length) return
  written.bytes = new Uint8Array(Math.max(length + more, 2 * bytes.length))
  written.bytes.set(bytes.subarray(0, length))
}

/** A whole number from 0 to 2^32 − 1 as a varint. */
export function writeUint32(written: Written, value: number): void {
  makeRoom(written, 5)
  let rest = value
  for (; rest > 0x7f; rest >>>= 7) written.bytes[written.length++] = (rest & 0x7f) | 0x80
  written.bytes[written.length++] = rest
}

/** A whole number from 0 to 2^64 − 1 as a varint. */
export function writeUint64(written: Written, value: bigint): void {
  makeRoom(written, 10)
  let rest = value
  for (; rest > 0x7fffffffn; rest >>= 7n) written.bytes[written.length++] = Number(rest & 0x7fn) | 0x80
  writeUint32(written, Number(rest))
}

/** A length and the bytes. */
export function writeBytes(written: Written, bytes: Uint8Array): void {
  writeUint32(written, bytes.length)
  makeRoom(written, bytes.length)
  written.bytes.set(bytes, written.length)
  written.length += bytes.length
}
