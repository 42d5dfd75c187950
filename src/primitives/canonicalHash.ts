import { canonicalJson } from './canonical.ts'
import { sha256Hex } from './sha256Hex.ts'

/** SHA-256 of the canonical JSON, as 64 hexadecimal digits. */
export const canonicalHash = (value: unknown): string => sha256Hex(canonicalJson(value))
