import { toBase64 } from '../primitives/base64.ts'
import { canonicalJson } from '../primitives/canonical.ts'

/**
 * Equal keys give equal text: the order of fields does not matter, and bigints, bytes and dates have one of their own.
 *
 * @example
 * hashKey(['regen', 1n]) // '["regen",{"bigint":"1"}]'
 */
export const hashKey = (key: readonly unknown[]): string => canonicalJson(plainKey(key))

function plainKey(value: unknown): unknown {
  if (typeof value === 'bigint') return { bigint: value.toString() }
  if (value instanceof Uint8Array) return { bytes: toBase64(value) }
  if (value instanceof Date) return { date: value.toISOString() }
  if (Array.isArray(value)) return value.map(plainKey)
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? `${value}` : value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainKey(field)]))
}
