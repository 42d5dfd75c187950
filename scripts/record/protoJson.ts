import { isMessage } from '../../src/messages/message.ts'
import { formatTime, type Timestamp } from '../../src/primitives/time.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { CODECS } from '../../src/wire/registry.ts'

export type JsonMessage = { readonly typeUrl: string; readonly value: unknown }

/**
 * The messages of a transaction as proto3 JSON in camelCase, as parseMessages reads it: whole numbers of 64 bits and bytes as text,
 * defaults left out, enums as their numbers. A message inside another is packed, its value base64; so is one of an unknown type.
 */
export const messagesJson = (txBytes: Uint8Array): readonly JsonMessage[] =>
  decodeTx(txBytes).body.messages.map(({ typeUrl, value }) => ({
    typeUrl,
    value: value instanceof Uint8Array ? base64(value) : fieldsJson(value),
  }))

const fieldsJson = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => !isDefault(field))
      .map(([name, field]) => [name, DURATIONS.has(name) ? durationText(field) : toJson(field)]),
  )

function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return base64(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  if (isMessage(value)) return { typeUrl: value.typeUrl, value: base64(packed(value)) }
  return isTimestamp(value) ? formatTime(value) : fieldsJson(value)
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function packed({ typeUrl, value }: { readonly typeUrl: string; readonly value: unknown }): Uint8Array {
  if (value instanceof Uint8Array) return value
  const codec = CODECS.get(typeUrl)
  if (codec === undefined) throw new Error(`${typeUrl} was opened and cannot be packed`)
  return codec.encode(value as object).finish()
}

/** The one field of the type Duration; it looks like a moment. */
const DURATIONS: ReadonlySet<string> = new Set(['startDateWindow'])

const durationText = (field: unknown): unknown => {
  const { seconds, nanos } = field as Timestamp
  return nanos === 0 ? `${seconds}s` : { seconds: seconds.toString(), nanos }
}

const isTimestamp = (value: object): value is Timestamp =>
  Object.keys(value).length === 2 && 'seconds' in value && 'nanos' in value

const isDefault = (field: unknown): boolean =>
  field === undefined ||
  field === '' ||
  field === false ||
  field === 0 ||
  field === 0n ||
  (Array.isArray(field) && field.length === 0) ||
  (field instanceof Uint8Array && field.length === 0)
