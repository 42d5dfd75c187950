import { DEEPEST_MESSAGE } from '../messages/message.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { ANY_FIELDS, GENERATED } from './codecTable.ts'
import { lostFrom } from './lostFrom.ts'
import type { Codec, DeepPartial } from './message.ts'
import { faultOf } from './wireFormat.ts'

/** A message as this SDK carries it. Bytes as the value: a type we do not know, or one that is already encoded. */
export type PlainAny = { typeUrl: string; value: object }

/** A generated type with each google.protobuf.Any in it opened. */
export type Opened<T> = T extends Uint8Array | bigint | string | number | boolean | undefined
  ? T
  : T extends { typeUrl: string; value: Uint8Array }
    ? PlainAny
    : T extends (infer Item)[]
      ? Opened<Item>[]
      : { [Field in keyof T]: Opened<T[Field]> }

/**
 * Type URL → codec, for every message, response, account, key, policy and authorization we know.
 * Messages inside messages (authz, gov, group) are plain `{ typeUrl, value }` here, at every depth.
 * Only for code that needs them all: a reader imports the one codec it decodes with.
 */
export const CODECS: ReadonlyMap<string, Codec<object>> = new Map(
  [...GENERATED].map(([typeUrl, codec]) => [
    typeUrl,
    keepingAll(typeUrl, opening(codec, ANY_FIELDS[typeUrl] ?? [])),
  ]),
)

/** A codec that refuses what it would drop: a generated one takes a misspelt field for an absent one. */
function keepingAll(typeUrl: string, codec: Codec<object>): Codec<object> {
  return {
    ...codec,
    fromPartial: object => {
      const made = codec.fromPartial(object)
      requireSame(typeUrl, object, made)
      return made
    },
  }
}

/** A codec that packs the Anys at `paths` when it encodes, and opens them when it decodes. */
export function opening<T extends object, Plain extends object = Opened<T>>(
  codec: Codec<T>,
  paths: readonly string[],
): Codec<Plain> {
  if (paths.length === 0) return codec as unknown as Codec<Plain>
  return {
    encode: message => codec.encode(mapPaths(message, paths, inner => packAny(inner, 1)) as T),
    decode: (bytes, length) =>
      mapPaths(codec.decode(bytes, length), paths, inner => openAny(inner, 1)) as unknown as Plain,
    fromPartial: object => codec.fromPartial(object as unknown as DeepPartial<T>) as unknown as Plain,
  }
}

/**
 * Throws INPUT_INVALID, naming the fields, unless encoding keeps everything of a message: unknown and misspelt fields,
 * snake_case, numbers where the wire has bigints, dates as text, half characters. Also inside of messages inside.
 *
 * Bytes as the value are what is encoded; of a type that is not known they are the only thing that can be.
 *
 * @example
 * requireWhole('/cosmos.bank.v1beta1.MsgSend', {
 *   fromAddress: seller,
 *   toAddress: buyer,
 *   amount: [{ denom: 'uregen', amount: '5' }],
 * })
 */
export function requireWhole(typeUrl: string, value: object): void {
  packAny({ typeUrl, value }, 0)
}

function packAny({ typeUrl, value }: PlainAny, depth: number): PlainAny {
  if (value instanceof Uint8Array) return { typeUrl, value }
  const codec = GENERATED.get(typeUrl)
  if (!codec) throw malformed(typeUrl, 'an unknown type; pass its value as bytes')
  const packed = mapPaths(value, pathsOf(typeUrl, depth), inner => packAny(inner, depth + 1))
  const bytes = encodeOrExplain(codec, packed, typeUrl)
  requireSame(typeUrl, packed, codec.decode(bytes))
  return { typeUrl, value: bytes }
}

function requireSame(typeUrl: string, given: unknown, kept: unknown): void {
  const lost = lostFrom(given, kept)
  if (lost.length > 0) throw malformed(typeUrl, lost.slice(0, 20).join('\n'))
}

function encodeOrExplain(codec: Codec<object>, value: object, what: string): Uint8Array {
  try {
    return codec.encode(codec.fromPartial(value)).finish()
  } catch (cause) {
    throw malformed(what, `it cannot be encoded: ${faultOf(cause)}`, cause)
  }
}

const isAny = (value: unknown): value is PlainAny =>
  typeof value === 'object' &&
  value !== null &&
  'typeUrl' in value &&
  typeof value.typeUrl === 'string' &&
  'value' in value &&
  typeof value.value === 'object' &&
  value.value !== null

/** A message with its value, and what it holds, as plain data; an unknown type keeps its bytes. */
export const openMessage = (message: PlainAny): PlainAny => openAny(message, 0)

function openAny(given: PlainAny, depth: number): PlainAny {
  if (!isAny(given)) return given
  const { typeUrl, value } = given
  const codec = GENERATED.get(typeUrl)
  if (!codec) return { typeUrl, value }
  const message = value instanceof Uint8Array ? decodeOrExplain(codec, value, typeUrl) : value
  return { typeUrl, value: mapPaths(message, pathsOf(typeUrl, depth), inner => openAny(inner, depth + 1)) }
}

/** Decodes, or throws INPUT_INVALID that names what the bytes were meant to be. */
export function decodeOrExplain<T>(codec: Codec<T>, bytes: Uint8Array, what: string): T {
  try {
    return codec.decode(bytes)
  } catch (cause) {
    if (isRegenError(cause, 'INPUT_INVALID')) throw cause
    throw malformed(what, `its bytes do not decode: ${faultOf(cause)}`, cause)
  }
}

const malformed = (what: string, issues: string, cause?: unknown) =>
  new RegenError(INPUT_INVALID, { what, issues }, { cause })

function pathsOf(typeUrl: string, depth: number): readonly string[] {
  const paths = ANY_FIELDS[typeUrl] ?? []
  if (paths.length > 0 && depth >= DEEPEST_MESSAGE)
    throw malformed(typeUrl, `nested more than ${DEEPEST_MESSAGE} deep`)
  return paths
}

const mapPaths = (message: object, paths: readonly string[], change: (inner: PlainAny) => PlainAny): object =>
  paths.reduce((value, path) => mapAt(value, path.split('.'), change) as object, message)

/** A copy of `value` with `change` made to what is found along the path; lists on the way are walked. */
function mapAt(value: unknown, path: readonly string[], change: (inner: PlainAny) => PlainAny): unknown {
  if (value === undefined || value === null) return value
  if (Array.isArray(value)) return value.map(item => mapAt(item, path, change))
  if (typeof value !== 'object') return value
  const [field, ...rest] = path
  if (field === undefined) return change(value as PlainAny)
  return { ...value, [field]: mapAt((value as Record<string, unknown>)[field], rest, change) }
}
