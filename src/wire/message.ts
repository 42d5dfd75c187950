import { EMPTY, isDefault, readScalar, type Scalar, writeScalar } from './scalars.ts'
import {
  BYTES,
  type Cursor,
  END_GROUP,
  finish,
  invalid,
  MAX_DEPTH,
  nothingWritten,
  readBytes,
  readUint32,
  skip,
  VARINT,
  type Written,
  writeBytes,
  writeUint32,
} from './wireFormat.ts'

/** Every field optional, at every depth. */
export type DeepPartial<T> = T extends Uint8Array | bigint | string | number | boolean | undefined
  ? T
  : T extends (infer Item)[]
    ? DeepPartial<Item>[]
    : { [Field in keyof T]?: DeepPartial<T[Field]> }

/** What turns a message into bytes and back; also what CosmJS's Registry asks for. */
export type Codec<T> = {
  encode(message: T): { finish(): Uint8Array }
  /** `depth` counts the messages around this one. */
  decode(bytes: Uint8Array, length?: number, depth?: number): T
  fromPartial(object: DeepPartial<T>): T
}

type Field = {
  readonly name: string
  readonly isRepeated: boolean
  /** Absent where the field is a message. */
  readonly scalar: Scalar | undefined
  readonly read: ((cursor: Cursor) => unknown) | undefined
  readonly codec: Codec<object> | undefined
  /** The number of the field with its wire type, as it stands before each value. */
  readonly tag: number
  /** As it stands before a list of numbers in one piece. */
  readonly packedTag: number | undefined
}

type Fields = {
  readonly all: readonly Field[]
  readonly byNumber: readonly (Field | undefined)[]
  readonly lists: readonly string[]
  /** A message of which the bytes hold nothing, but for its lists. */
  readonly blank: Values
}

type Values = Record<string, unknown>

/**
 * The codec of a message, from its fields as a .proto file lists them: `'string denom = 1; Coin[] coins = 2'`.
 *
 * The codecs of fields that are messages come in the order of those fields. An enum is an int32. Unknown fields are
 * skipped, an absent field is at its default, and of a repeated single field the last one counts.
 */
export function message<T extends object>(
  list: string,
  codecs: () => readonly Codec<object>[] = () => [],
): Codec<T> {
  let fields: Fields | undefined
  const read = () => (fields ??= parseFieldList(list, codecs()))
  return {
    encode: given => {
      const written = nothingWritten()
      for (const field of read().all) writeField(written, field, (given as Values)[field.name])
      return { finish: () => finish(written) }
    },
    decode: (bytes, length = bytes.length, depth = 0) =>
      decodeFields({ bytes, at: 0 }, length, read(), depth) as T,
    fromPartial: object => {
      const made: Values = {}
      for (const field of read().all) made[field.name] = complete(field, (object as Values)[field.name])
      return made as T
    },
  }
}

function parseFieldList(list: string, codecs: readonly Codec<object>[]): Fields {
  let used = 0
  const all = (list === '' ? [] : list.split('; ')).map((line): Field & { number: number } => {
    const [type = '', name = '', , digits] = line.split(' ')
    const number = Number(digits)
    const isRepeated = type.endsWith('[]')
    const bare = isRepeated ? type.slice(0, -2) : type
    const scalar = bare in EMPTY ? (bare as Scalar) : undefined
    const isNumber = scalar !== undefined && scalar !== 'string' && scalar !== 'bytes'
    return {
      name,
      number,
      isRepeated,
      scalar,
      read: scalar && readScalar[scalar],
      codec: scalar ? undefined : codecs[used++],
      tag: (number << 3) | (isNumber ? VARINT : BYTES),
      packedTag: isNumber && isRepeated ? (number << 3) | BYTES : undefined,
    }
  })
  const byNumber: Field[] = []
  for (const field of all) byNumber[field.number] = field
  return {
    all,
    byNumber,
    lists: all.filter(({ isRepeated }) => isRepeated).map(({ name }) => name),
    blank: Object.fromEntries(all.map(({ name, scalar }) => [name, scalar && EMPTY[scalar]])),
  }
}

function decodeFields(cursor: Cursor, end: number, fields: Fields, depth: number): Values {
  if (depth >= MAX_DEPTH) throw invalid('messages are nested without end')
  const made = { ...fields.blank }
  for (const name of fields.lists) made[name] = []
  while (cursor.at < end) {
    const tag = readUint32(cursor)
    const field = fields.byNumber[tag >>> 3]
    if (field && tag === field.tag) {
      const value = decodeValue(cursor, field, depth)
      if (field.isRepeated) (made[field.name] as unknown[]).push(value)
      else made[field.name] = value
    } else if (field && tag === field.packedTag) {
      const packed = { bytes: readBytes(cursor), at: 0 }
      while (packed.at < packed.bytes.length)
        (made[field.name] as unknown[]).push(decodeValue(packed, field, depth))
    } else if ((tag & 7) === END_GROUP || tag === 0) break
    else skip(cursor, tag)
  }
  return made
}

const decodeValue = (cursor: Cursor, { read, codec }: Field, depth: number): unknown =>
  read ? read(cursor) : codec?.decode(readBytes(cursor), undefined, depth + 1)

function writeField(written: Written, field: Field, value: unknown): void {
  const { isRepeated, scalar, tag, packedTag } = field
  if (value === undefined || value === null) return
  const items = isRepeated ? (value as unknown[]) : scalar && isDefault(value) ? [] : [value]
  if (packedTag === undefined)
    for (const item of items) {
      writeUint32(written, tag)
      writeValue(written, field, item)
    }
  else if (items.length > 0) {
    const packed = nothingWritten()
    for (const item of items) writeValue(packed, field, item)
    writeUint32(written, packedTag)
    writeBytes(written, finish(packed))
  }
}

function writeValue(written: Written, { name, scalar, codec }: Field, value: unknown): void {
  if (scalar) writeScalar(written, scalar, value, name)
  else if (codec) writeBytes(written, codec.encode(value as object).finish())
}

function complete({ isRepeated, scalar, codec }: Field, value: unknown): unknown {
  if (isRepeated)
    return ((value ?? []) as unknown[]).map(item => (codec ? codec.fromPartial(item as never) : item))
  if (value === undefined || value === null) return scalar && EMPTY[scalar]
  if (codec) return codec.fromPartial(value as never)
  return scalar === 'uint64' || scalar === 'int64' ? BigInt(value as bigint) : value
}
