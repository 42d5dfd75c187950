import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { formatAddress } from '../../src/primitives/address.ts'

/** The address of a module account: the first 20 bytes of SHA-256 of its name. */
export const moduleAddress = (name: string): string => formatAddress(sha256(utf8ToBytes(name)).slice(0, 20))
