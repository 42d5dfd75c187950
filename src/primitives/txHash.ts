import { sha256Hex } from './sha256Hex.ts'

/** A hash as people give it: of either case. */
export const TX_HASH = /^[0-9A-Fa-f]{64}$/

/** The hash of a transaction's bytes as the chain and explorers write it: SHA-256, upper-case hexadecimal. */
export const txHash = (bytes: Uint8Array): string => sha256Hex(bytes).toUpperCase()
