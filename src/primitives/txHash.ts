import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The hash of a transaction's bytes as the chain and explorers write it: SHA-256, upper-case hexadecimal. */
export const txHash = (bytes: Uint8Array): string => bytesToHex(sha256(bytes)).toUpperCase()
