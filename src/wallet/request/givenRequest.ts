import { SignDoc } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import { sameBytes } from '../../wire/sameBytes.ts'
import { orRefuse, refuse } from './refuse.ts'
import { bytesReadings, onlyReading } from './requestBytes.ts'

/** What came around a document: who shall sign, and how it was asked for. */
type Envelope = {
  readonly signer: string | null
  /** Such as 'cosmos_signDirect'. */
  readonly method: string | null
  /** Of the session, such as 'regen-1'. */
  readonly chainId: string | null
}

/** A document as it was given, with its bytes still closed. */
export type GivenRequest = { readonly envelope: Envelope } & (
  | {
      readonly mode: 'direct'
      readonly chainId: string
      readonly accountNumber: bigint
      readonly body: readonly Uint8Array[]
      readonly authInfo: readonly Uint8Array[]
    }
  | { readonly mode: 'amino'; readonly document: Fields }
)

export type Fields = { readonly [field: string]: unknown }

const BARE: Envelope = { signer: null, method: null, chainId: null }

/** More than any request is wrapped in. */
const DEEPEST = 6

/**
 * Recognises a request in every form in which wallets get one: a SignDoc as object or bytes, a StdSignDoc as object, JSON text or bytes,
 * WalletConnect's parameters, and its whole request.
 */
export function recognise(given: unknown, envelope = BARE, depth = DEEPEST): GivenRequest {
  if (depth === 0) throw refuse('it is wrapped too deeply')
  if (typeof given === 'string') {
    const text = given.trim()
    if (text.startsWith('{') || text.startsWith('[')) return recognise(parseOnce(text), envelope, depth - 1)
    const readings = bytesReadings(text.replace(/\s+/g, ''), 'the request')
    return onlyReading(readings, 'the request', bytes => recogniseBytes(bytes, envelope, depth))
  }
  if (ArrayBuffer.isView(given) || given instanceof ArrayBuffer) {
    const [bytes = new Uint8Array()] = bytesReadings(given, 'the request')
    return recogniseBytes(bytes, envelope, depth)
  }
  if (typeof given !== 'object' || given === null) throw refuse('it is no document to sign')
  return recogniseObject(given as Fields, envelope, depth)
}

/** '{' begins JSON; a SignDoc begins with the tag of its first field. */
function recogniseBytes(bytes: Uint8Array, envelope: Envelope, depth: number): GivenRequest {
  if (bytes[0] === 0x7b) {
    const text = orRefuse('its text', () => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return recognise(parseOnce(text), envelope, depth - 1)
  }
  const doc = orRefuse('its bytes', () => SignDoc.decode(bytes))
  if (bytes.length === 0 || !sameBytes(SignDoc.encode(doc).finish(), bytes))
    throw refuse(
      'its bytes are not those of a SignDoc; a transaction that is signed already is read with decodeTx, or "regen-fees tx"',
    )
  const { bodyBytes, authInfoBytes, chainId, accountNumber } = doc
  return { mode: 'direct', envelope, chainId, accountNumber, body: [bodyBytes], authInfo: [authInfoBytes] }
}

function recogniseObject(given: Fields, envelope: Envelope, depth: number): GivenRequest {
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if ('msgs' in fields) return { mode: 'amino', envelope, document: fields }
  if ('bodyBytes' in fields || 'body_bytes' in fields) return recogniseDirect(fields, envelope)
  const unwrap = (inner: unknown, found: Partial<Envelope>) =>
    recognise(inner, { ...envelope, ...found }, depth - 1)
  const { request, params, method, signDoc, signerAddress, chainId } = fields
  if (signDoc !== undefined) {
    if (typeof signerAddress !== 'string') throw refuse('it names no signerAddress beside its signDoc')
    return unwrap(signDoc, { signer: signerAddress })
  }
  if (request !== undefined)
    return unwrap(request, typeof chainId === 'string' ? { chainId: chainId.replace(/^cosmos:/, '') } : {})
  if (Array.isArray(params)) {
    const [chain, signer, inner] = params as unknown[]
    if (typeof chain !== 'string' || typeof signer !== 'string')
      throw refuse('its parameters are not chain, signer and document')
    return unwrap(inner, { signer, chainId: chain, ...(typeof method === 'string' && { method }) })
  }
  if (params !== undefined) return unwrap(params, typeof method === 'string' ? { method } : {})
  throw refuse('it has neither msgs nor bodyBytes: it is no document to sign')
}

const NAMES = ['bodyBytes', 'authInfoBytes', 'chainId', 'accountNumber'] as const
const SNAKE_NAMES = ['body_bytes', 'auth_info_bytes', 'chain_id', 'account_number'] as const

function recogniseDirect(fields: Fields, envelope: Envelope): GivenRequest {
  const names = 'bodyBytes' in fields ? NAMES : SNAKE_NAMES
  const other = Object.keys(fields).find(name => !(names as readonly string[]).includes(name))
  if (other !== undefined) throw refuse(`it has a field "${other.slice(0, 40)}" that a SignDoc has not`)
  const [body, authInfo, chainId, accountNumber] = names.map(name => fields[name])
  if (typeof chainId !== 'string') throw refuse('its chain id is not text')
  return {
    mode: 'direct',
    envelope,
    chainId,
    accountNumber: parseAccountNumber(accountNumber),
    body: bytesReadings(body, 'bodyBytes'),
    authInfo: bytesReadings(authInfo, 'authInfoBytes'),
  }
}

/** JSON in which no object names a field twice: of two, programs keep different ones. */
function parseOnce(text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw refuse('it is neither JSON nor the bytes of a document to sign', cause)
  }
  if (keysIn(text) !== keysOf(json)) throw refuse('a field is named twice in its JSON')
  return json
}

/** How many names of fields a text has: the strings that a colon follows. */
const keysIn = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length

function keysOf(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0
  const inner = Object.values(json).reduce<number>((sum, value) => sum + keysOf(value), 0)
  return inner + (Array.isArray(json) ? 0 : Object.keys(json).length)
}

/**
 * An account number as wallets pass it: a bigint, a whole number, decimal text, a Long of long.js, or nothing, which stands for 0: some bridges
 * turn 0 into null.
 */
function parseAccountNumber(value: unknown): bigint {
  if (value === undefined || value === null || value === '') return 0n
  const text = isLong(value) ? longText(value) : String(value)
  const isSafe = typeof value !== 'number' || Number.isSafeInteger(value)
  if (!isSafe || !/^(0|[1-9]\d{0,19})$/.test(text) || BigInt(text) >= 2n ** 64n)
    throw refuse('its account number is not a whole number')
  return BigInt(text)
}

type Long = { readonly low: number; readonly high: number }

const isLong = (value: unknown): value is Long =>
  typeof value === 'object' &&
  value !== null &&
  'low' in value &&
  'high' in value &&
  Number.isInteger(value.low) &&
  Number.isInteger(value.high)

/** Its two halves, whatever its own toString would say. */
const longText = ({ low, high }: Long): string =>
  (BigInt.asUintN(32, BigInt(high)) * 2n ** 32n + BigInt.asUintN(32, BigInt(low))).toString()
