import { sanitize } from '../../primitives/sanitize.ts'
import type { Catalog } from '../catalogOf.ts'
import { invalidMessages, isMessage, isPlainMessage, type Message, unpackText } from '../message.ts'
import { typeUrlOf } from './aminoNames.ts'

type Form = 'json' | 'amino'

/** More than any message needs: authz in authz nests three levels of JSON each. */
const DEEPEST = 64

/** Fields that hold messages, or what is packed like one. */
const HOLDERS: ReadonlySet<string> = new Set([
  'msgs',
  'messages',
  'authorization',
  'allowance',
  'decisionPolicy',
])

/** Fields of the type Duration, which amino JSON has as nanoseconds. */
export const DURATIONS: ReadonlySet<string> = new Set([
  'startDateWindow',
  'period',
  'votingPeriod',
  'minExecutionPeriod',
])

/**
 * A message as `{ typeUrl, value }`, from any of the outer forms that programs give it. Null for what is none.
 *
 *     { typeUrl, value }         CosmJS, telescope, this SDK; value: an object, bytes, or their base64 text
 *     { "@type": …, fields }     proto3 JSON: the regen command line, REST
 *     { $typeUrl: …, fields }    telescope, where a message stands in place of an Any
 *     { type, value }            amino JSON
 */
export function toMessage(item: unknown, catalog: Catalog, depth = DEEPEST): Message | null {
  if (isPlainMessage(item)) return item
  if (!isFields(item)) return null
  const { '@type': jsonType, $typeUrl, ...rest } = item
  if (typeof jsonType === 'string') return messageOf(jsonType, plainFields(rest, catalog, 'json', depth - 1))
  if (typeof $typeUrl === 'string' && $typeUrl !== '/google.protobuf.Any' && !('typeUrl' in rest))
    return messageOf($typeUrl, rest)
  const { typeUrl, type_url, type, value, ...more } = rest
  if (Object.keys(more).length > 0) return null
  if (typeof type === 'string' && typeUrl === undefined && isFields(value))
    return messageOf(typeUrlOf(type, catalog), plainFields(value, catalog, 'amino', depth - 1))
  return messageOf(typeUrl ?? type_url, unpackText(value))
}

const messageOf = (typeUrl: unknown, value: unknown): Message | null => {
  const message = { typeUrl, value }
  return isMessage(message) ? message : null
}

/**
 * The fields of a message as this SDK's message types read them, from what other libraries and programs give.
 *
 * Names become camelCase; two spellings of one field are refused. Telescope's `$typeUrl` goes, and so does null, which
 * stands for an empty list or text; a Long becomes a bigint. Of a message that this one holds only the outer form is brought
 * into ours, except in amino JSON, where nothing else would tell later that it was.
 */
export function plainFields(value: unknown, catalog: Catalog, form: Form = 'json', depth = DEEPEST): unknown {
  if (depth <= 0) throw invalidMessages(`nested more than ${DEEPEST} levels deep`)
  if (Array.isArray(value)) return value.map(item => plainFields(item, catalog, form, depth - 1))
  if (!isFields(value)) return value
  if (isLong(value)) return bigintOf(value)
  const fields = new Map<string, unknown>()
  for (const [given, field] of Object.entries(value)) {
    if (given === '$typeUrl' || field === null || field === undefined) continue
    const name = camelCase(given)
    if (fields.has(name)) throw invalidMessages(`${sanitize(name)} is given twice, in two spellings`)
    fields.set(name, plainField({ name, field }, catalog, form, depth - 1))
  }
  return Object.fromEntries(fields)
}

function plainField(
  { name, field }: { readonly name: string; readonly field: unknown },
  catalog: Catalog,
  form: Form,
  depth: number,
): unknown {
  if (form === 'amino' && DURATIONS.has(name)) return durationOf(field)
  if (!HOLDERS.has(name)) return plainFields(field, catalog, form, depth)
  return Array.isArray(field)
    ? field.map(item => toMessage(item, catalog, depth - 1) ?? item)
    : (toMessage(field, catalog, depth) ?? plainFields(field, catalog, form, depth))
}

const durationOf = (nanoseconds: unknown): unknown =>
  typeof nanoseconds === 'string' && /^\d{1,30}$/.test(nanoseconds)
    ? { seconds: BigInt(nanoseconds) / 1_000_000_000n, nanos: parseInt(nanoseconds.slice(-9), 10) }
    : nanoseconds

const camelCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** An object with fields; lists, dates and bytes are values of their own. */
export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !ArrayBuffer.isView(value)

type Long = { readonly low: number; readonly high: number; readonly unsigned: boolean }

/** A 64-bit number as the package `long` has it, which older libraries use for ids. */
const isLong = (value: object): value is Long =>
  'low' in value &&
  'high' in value &&
  'unsigned' in value &&
  Number.isInteger(value.low) &&
  Number.isInteger(value.high) &&
  typeof value.unsigned === 'boolean'

const bigintOf = ({ low, high, unsigned }: Long): bigint => {
  const bits = (BigInt(high) << 32n) | BigInt.asUintN(32, BigInt(low))
  return unsigned ? BigInt.asUintN(64, bits) : BigInt.asIntN(64, bits)
}
