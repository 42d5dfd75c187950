import { base64 } from '@scure/base'
import { CATALOG, messageType } from '../messages/catalog.ts'
import { isMessage } from '../messages/message.ts'
import { formatTime, type Timestamp, toNanoseconds } from '../primitives/time.ts'

/** A converter as CosmJS's AminoTypes takes it. */
export type AminoConverter = {
  readonly aminoType: string
  readonly toAmino: (value: unknown) => unknown
  readonly fromAmino: (value: unknown) => unknown
}

/**
 * The name of a message in amino JSON sign documents.
 *
 * Regen Ledger v7 declares none for its messages and then the chain takes the type URL itself. The names that were right
 * before v7, 'regen/MsgSend' and the like, are refused with "signature verification failed".
 *
 * @see cosmos-sdk x/tx/signing/aminojson getMessageAminoName
 */
const aminoName = (typeUrl: string): string => messageType(typeUrl)?.aminoName ?? typeUrl

const TYPE_URLS = new Map(CATALOG.map(({ typeUrl }) => [aminoName(typeUrl), typeUrl]))

/** One converter a message of the catalog, by type URL. */
export const AMINO_CONVERTERS: { readonly [typeUrl: string]: AminoConverter } = Object.fromEntries(
  CATALOG.map(({ typeUrl, read, decimals }) => [
    typeUrl,
    {
      aminoType: aminoName(typeUrl),
      toAmino: (value: unknown) => toAmino(value, decimals),
      fromAmino: (json: unknown) => read(fromAmino(json)).value,
    },
  ]),
)

/**
 * A value as amino JSON: snake_case names, empty values left out, ids and timestamps as text, bytes as base64, a message
 * inside as { type, value }. A coin keeps both of its fields.
 */
function toAmino(value: unknown, decimals: readonly string[] = []): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return base64.encode(value)
  if (Array.isArray(value)) return value.map(item => toAmino(item))
  if (typeof value !== 'object' || value === null) return value
  if (isMessage(value)) {
    const { typeUrl } = value
    return { type: aminoName(typeUrl), value: toAmino(value.value, messageType(typeUrl)?.decimals) }
  }
  if (isTimestamp(value)) return formatTime(value)
  if (isCoin(value)) return { denom: value.denom, amount: value.amount || '0' }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => !isEmpty(field))
      .map(([name, field]) => [
        snakeCase(name),
        DURATIONS.has(name)
          ? nanosecondsOf(field)
          : decimals.includes(name)
            ? decimalOf(field)
            : toAmino(field),
      ]),
  )
}

/** Amino JSON as proto3 JSON, which the message type reads. */
function fromAmino(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromAmino)
  if (typeof json !== 'object' || json === null) return json
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(json).map(([name, field]) => [
      camelCase(name),
      DURATIONS.has(camelCase(name)) ? durationOf(field) : fromAmino(field),
    ]),
  )
  const { type, value } = fields
  if (typeof type !== 'string' || typeof value !== 'object' || Object.keys(fields).length !== 2) return fields
  const typeUrl = TYPE_URLS.get(type) ?? type
  return { typeUrl, value: messageType(typeUrl)?.read(value).value ?? value }
}

/** Fields of the type Duration, which amino JSON has as nanoseconds and which look like timestamps otherwise. */
const DURATIONS: ReadonlySet<string> = new Set(['startDateWindow'])

/** A fraction times 10^18 as decimal text of 18 places. */
const decimalOf = (field: unknown): unknown =>
  typeof field === 'string' && /^\d{1,18}$/.test(field) ? `0.${field.padStart(18, '0')}` : field

const nanosecondsOf = (duration: unknown): string => toNanoseconds(duration as Timestamp).toString()

const durationOf = (nanoseconds: unknown): unknown =>
  typeof nanoseconds === 'string' && /^\d{1,30}$/.test(nanoseconds)
    ? { seconds: BigInt(nanoseconds) / 1_000_000_000n, nanos: parseInt(nanoseconds.slice(-9), 10) }
    : nanoseconds

const isEmpty = (field: unknown): boolean =>
  field === undefined ||
  field === '' ||
  field === false ||
  field === 0 ||
  field === 0n ||
  (Array.isArray(field) && field.length === 0) ||
  (field instanceof Uint8Array && field.length === 0)

const hasExactly = (value: object, ...names: string[]): boolean =>
  Object.keys(value).length === names.length && names.every(name => name in value)

const isTimestamp = (value: object): value is { seconds: bigint; nanos: number } =>
  hasExactly(value, 'seconds', 'nanos')

const isCoin = (value: object): value is { denom: string; amount: string } =>
  hasExactly(value, 'denom', 'amount')

const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
