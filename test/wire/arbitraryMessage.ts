import fc from 'fast-check'
import { enumValues, type Field, messageType } from './schema.ts'

/** Fields by 'package.Message.field' that are held at one value instead of a random one. */
export type Held = ReadonlyMap<string, unknown>

/** The 64-bit values that both references write wrongly: see references.test.ts. */
const isWrittenWrongly = (value: bigint): boolean => value >= 2n ** 31n && value < 2n ** 32n

const wide = (min: bigint, max: bigint) => fc.bigInt({ min, max }).filter(value => !isWrittenWrongly(value))

const SCALARS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  string: fc.string({ unit: 'grapheme', maxLength: 12 }),
  bytes: fc.uint8Array({ maxLength: 12 }),
  bool: fc.boolean(),
  uint32: fc.nat(0xffffffff),
  int32: fc.integer(),
  uint64: wide(0n, 2n ** 64n - 1n),
  int64: wide(-(2n ** 63n), 2n ** 63n - 1n),
}

/** Whole milliseconds of the years 1970 to 9999: what a Date-based codec can carry. */
const timestamp = fc.record(
  { seconds: wide(0n, 253_402_300_799n), nanos: fc.nat(999).map(milliseconds => milliseconds * 1_000_000) },
  { noNullPrototype: true },
)

/** Any value of a message type of proto/, in the shape of our generated code. */
export function arbitraryMessage(name: string, held: Held = new Map(), depth = 0): fc.Arbitrary<object> {
  if (name === 'google.protobuf.Timestamp') return timestamp
  const fields = messageType(name).fields.map(field => {
    const path = `${name}.${field.name}`
    return [field.key, held.has(path) ? fc.constant(held.get(path)) : arbitraryField(field, held, depth)]
  })
  return fc.record(Object.fromEntries(fields), { noNullPrototype: true })
}

function arbitraryField(field: Field, held: Held, depth: number): fc.Arbitrary<unknown> {
  if (field.type === 'message' && depth > 4) return fc.constant(defaultOf(field))
  const one = arbitraryItem(field, held, depth)
  if (field.repeated) return fc.array(one, { maxLength: 3 })
  return field.type === 'message' ? fc.option(one, { nil: undefined }) : one
}

function arbitraryItem({ type, typeName }: Field, held: Held, depth: number): fc.Arbitrary<unknown> {
  if (type === 'message') return arbitraryMessage(typeName, held, depth + 1)
  if (type === 'enum') return fc.constantFrom(...(enumValues.get(typeName) ?? []))
  const scalar = SCALARS[type]
  if (!scalar) throw new Error(`no arbitrary for ${type}`)
  return scalar
}

/** The value a field has when nothing was sent. */
function defaultOf({ type, repeated }: Field): unknown {
  if (repeated) return []
  if (type === 'message') return undefined
  if (type === 'string') return ''
  if (type === 'bytes') return new Uint8Array()
  if (type === 'bool') return false
  return type.endsWith('64') ? 0n : 0
}
