import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'

const LONGEST = 120

/** Text of bech32 is always `hrp1data`; its checksum is checked here. */
const bytesOf = (address: string): Uint8Array =>
  bech32.fromWords(bech32.decode(address as `${string}1${string}`, LONGEST).words)

const encode = (prefix: string, bytes: Uint8Array): string =>
  bech32.encode(prefix, bech32.toWords(bytes), LONGEST)

/** The account of a validator's operator: the same bytes under another prefix. It is the one that votes. */
export const accountOf = (operator: string): string => encode('regen', bytesOf(operator))

/** The address under which a consensus key signs blocks: the first 20 bytes of the key's SHA-256. */
export const consensusAddress = (key: Uint8Array): string => encode('regenvalcons', sha256(key).slice(0, 20))
