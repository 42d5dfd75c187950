import { bytesOfWords, decodeBech32, encodeBech32 } from './bech32.ts'
import { RegenError } from './errors.ts'
import { ADDRESS_MALFORMED } from './errorTable.ts'

const PREFIX = 'regen'

/** What texts were found to be, the last few thousand of them: few accounts take part in many messages. */
const known = new Map<string, Uint8Array | string>()
const MAX_KNOWN = 4096
const MAX_KNOWN_LENGTH = 128

/** The bytes of an address, or why it is none. Upper case is an address, mixed case is not (as on chain). */
function decode(text: string, wanted = PREFIX): Uint8Array | string {
  if (wanted !== PREFIX || text.length > MAX_KNOWN_LENGTH) return decodeAnew(text, wanted)
  const found = known.get(text)
  if (found !== undefined) return found
  const decoded = decodeAnew(text, wanted)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(text, decoded)
  return decoded
}

function decodeAnew(text: string, wanted: string): Uint8Array | string {
  if (text.trim() === '') return 'it is empty'
  const decoded = decodeBech32(text)
  if (typeof decoded === 'string') return decoded
  if (decoded.prefix !== wanted) return `its prefix is "${decoded.prefix}", not "${wanted}"`
  const bytes = bytesOfWords(decoded.words)
  if (typeof bytes === 'string') return bytes
  return bytes.length === 0 || bytes.length > 255 ? `it has ${bytes.length} bytes` : bytes
}

/** Why a text is no address of this chain; null when it is one. Validators have a prefix of their own. */
export function addressProblem(text: string, prefix = PREFIX): string | null {
  const decoded = decode(text, prefix)
  return typeof decoded === 'string' ? decoded : null
}

/** The bytes of an address: 20 for an account, 32 for a group policy or a contract. */
export function addressBytes(text: string): Uint8Array {
  const decoded = decode(text)
  if (typeof decoded === 'string')
    throw new RegenError(ADDRESS_MALFORMED, { input: text.slice(0, 120), reason: decoded })
  return decoded.slice()
}

/** Bytes as an address of this chain. */
export const formatAddress = (bytes: Uint8Array): string => encodeBech32(PREFIX, bytes)

/** An address as the chain prints it. Two texts with equal bytes become one; anything else is left as it is. */
export const normalizeAddress = (text: string): string =>
  addressProblem(text) === null ? text.toLowerCase() : text
