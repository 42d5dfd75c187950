import { sha256 } from '@noble/hashes/sha2.js'

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256Hex = (data: Uint8Array | string): string =>
  Array.from(sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
