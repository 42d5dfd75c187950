import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOfWords, decodeBech32, encodeBech32 } from '../../primitives/bech32.ts'

/** The account of a validator's operator, which votes: the same bytes under another prefix. Null for what is no address. */
export function accountOf(operator: string): string | null {
  const decoded = decodeBech32(operator)
  const bytes = typeof decoded === 'string' ? decoded : bytesOfWords(decoded.words)
  return typeof bytes === 'string' ? null : encodeBech32('regen', bytes)
}

/** The address under which a consensus key signs blocks: the first 20 bytes of the key's SHA-256. */
export const consensusAddress = (key: Uint8Array): string =>
  encodeBech32('regenvalcons', sha256(key).slice(0, 20))
