import {
  type Cursor,
  invalid,
  readBytes,
  readText,
  readUint32,
  readUint64,
  type Written,
  writeBytes,
  writeUint32,
  writeUint64,
} from './wireFormat.ts'

/** What a field is when the bytes do not hold it. */
export const EMPTY = {
  string: '',
  bytes: new Uint8Array(0),
  bool: false,
  int32: 0,
  uint32: 0,
  int64: 0n,
  uint64: 0n,
} as const

/** A type of field that is no message; an enum is an int32. */
export type Scalar = keyof typeof EMPTY

/** Whether a value is what an absent field is, and so is not written. */
export const isDefault = (value: unknown): boolean =>
  value === '' || value === 0 || value === 0n || value === false || (value as Uint8Array).length === 0

export const readScalar: { readonly [scalar in Scalar]: (cursor: Cursor) => unknown } = {
  string: readText,
  bytes: readBytes,
  bool: cursor => readUint64(cursor) !== 0n,
  int32: cursor => readUint32(cursor) | 0,
  uint32: readUint32,
  int64: cursor => BigInt.asIntN(64, readUint64(cursor)),
  uint64: readUint64,
}

/** Writes a value; a number that does not fit is refused by the name of its field, for it would be cut. */
export function writeScalar(written: Written, scalar: Scalar, value: unknown, name: string): void {
  if (scalar === 'string') writeBytes(written, new TextEncoder().encode(String(value)))
  else if (scalar === 'bytes') writeBytes(written, value as Uint8Array)
  else if (scalar === 'bool') writeUint32(written, value ? 1 : 0)
  else {
    const [isSigned, bits] = [scalar.startsWith('int'), scalar.endsWith('64') ? 64 : 32]
    // A bigint where the type says so: BigInt.asIntN refuses anything else.
    const given = bits === 64 ? (value as bigint) : BigInt(value as number)
    if ((isSigned ? BigInt.asIntN(bits, given) : BigInt.asUintN(bits, given)) !== given)
      throw invalid(`${name} does not fit into ${scalar}: ${value}`)
    // A negative number is written with all its 64 bits.
    writeUint64(written, BigInt.asUintN(64, given))
  }
}
