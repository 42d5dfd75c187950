import { base64 } from '@scure/base'

/** Data with its bytes as base64, at any depth: messages in that form can be previewed again. */
export function bytesAsText(value: unknown): unknown {
  if (value instanceof Uint8Array) return base64.encode(value)
  if (Array.isArray(value)) return value.map(bytesAsText)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, bytesAsText(field)]))
}
