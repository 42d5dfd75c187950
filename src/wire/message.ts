import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'

/** Every field optional, at every depth. */
export type DeepPartial<T> = T extends Uint8Array | bigint | string | number | boolean | undefined
  ? T
  : T extends (infer Item)[]
    ? DeepPartial<Item>[]
    : { [Field in keyof T]?: DeepPartial<T[Field]> }

/** What turns a message into bytes and back; also what CosmJS's Registry asks for. */
export type Codec<T> = {
  encode(message: T, writer?: BinaryWriter): BinaryWriter
  /** `depth` counts the messages around this one. */
  decode(input: BinaryReader | Uint8Array, length?: number, depth?: number): T
  fromPartial(object: DeepPartial<T>): T
}

/** What a field is when the bytes do not hold it. */
const EMPTY = {
  string: '',
  bytes: new Uint8Array(0),
  bool: false,
  int32: 0,
  uint32: 0,
  int64: 0n,
  uint64: 0n,
} as const

type Scalar = keyof typeof EMPTY

type Field = {
  readonly name: string
  readonly isRepeated: boolean
  /** Absent where the field is a message. */
  readonly scalar: Scalar | undefined
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

const VARINT = 0
const BYTES = 2
const END_GROUP = 4

/** Deeper than any message of ours; bytes made to nest without end stop here. */
const MAX_DEPTH = 100

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
  const read = () => (fields ??= readFields(list, codecs()))
  return {
    encode: (given, writer = new BinaryWriter()) => {
      for (const field of read().all) writeField(writer, field, (given as Values)[field.name])
      return writer
    },
    decode: (input, length, depth = 0) => {
      const reader = input instanceof BinaryReader ? input : new BinaryReader(input)
      const end = length === undefined ? reader.len : reader.pos + length
      return decodeFields(reader, end, read(), depth) as T
    },
    fromPartial: object => {
      const made: Values = {}
      for (const field of read().all) made[field.name] = complete(field, (object as Values)[field.name])
      return made as T
    },
  }
}

function readFields(list: string, codecs: readonly Codec<object>[]): Fields {
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

function decodeFields(reader: BinaryReader, end: number, fields: Fields, depth: number): Values {
  if (depth >= MAX_DEPTH) throw new Error('protobuf decode recursion limit exceeded')
  const made = { ...fields.blank }
  for (const name of fields.lists) made[name] = []
  while (reader.pos < end) {
    const tag = reader.uint32()
    const field = fields.byNumber[tag >>> 3]
    if (field && tag === field.tag) {
      const value = readValue(reader, field, depth)
      if (field.isRepeated) (made[field.name] as unknown[]).push(value)
      else made[field.name] = value
    } else if (field && tag === field.packedTag) {
      const packedEnd = reader.uint32() + reader.pos
      while (reader.pos < packedEnd) (made[field.name] as unknown[]).push(readValue(reader, field, depth))
    } else if ((tag & 7) === END_GROUP || tag === 0) break
    else reader.skip(tag & 7)
  }
  return made
}

function readValue(reader: BinaryReader, { scalar, codec }: Field, depth: number): unknown {
  if (scalar === 'string') return reader.string()
  return scalar ? reader[scalar]() : codec?.decode(reader, reader.uint32(), depth + 1)
}

function writeField(writer: BinaryWriter, field: Field, value: unknown): void {
  const { isRepeated, scalar, tag, packedTag } = field
  if (value === undefined || value === null) return
  if (!isRepeated) {
    if (!scalar || !isDefault(value)) writeValue(writer.uint32(tag), field, value)
  } else if (packedTag === undefined) {
    for (const item of value as unknown[]) writeValue(writer.uint32(tag), field, item)
  } else if ((value as unknown[]).length > 0) {
    writer.uint32(packedTag).fork()
    for (const item of value as unknown[]) writeValue(writer, field, item)
    writer.join()
  }
}

const isDefault = (value: unknown): boolean =>
  value === '' || value === 0 || value === 0n || value === false || (value as Uint8Array).length === 0

function writeValue(writer: BinaryWriter, { name, scalar, codec }: Field, value: unknown): void {
  if (!scalar) {
    codec?.encode(value as object, writer.fork()).join()
    return
  }
  // The writer would cut a number that is too large for its 64 bits.
  const kept =
    scalar === 'uint64'
      ? BigInt.asUintN(64, value as bigint)
      : scalar === 'int64'
        ? BigInt.asIntN(64, value as bigint)
        : value
  if (kept !== value) throw new Error(`${name} does not fit into ${scalar}: ${value}`)
  writer[scalar](value as never)
}

function complete({ isRepeated, scalar, codec }: Field, value: unknown): unknown {
  if (isRepeated)
    return ((value ?? []) as unknown[]).map(item => (codec ? codec.fromPartial(item as never) : item))
  if (value === undefined || value === null) return scalar && EMPTY[scalar]
  if (codec) return codec.fromPartial(value as never)
  return scalar === 'uint64' || scalar === 'int64' ? BigInt(value as bigint) : value
}
