import { RegenError } from './errors.ts'
import { NOT_CANONICAL } from './errorTable.ts'
import { formatRatio, isRatio } from './ratio.ts'

/** A value as JSON has it: bigints are decimal text, exact fractions are '0.02' or '1/3', absent fields are gone. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Plain data as JSON data: bigint → decimal text, Ratio → fraction text, undefined fields dropped. */
export function toJson(value: unknown, path = '$'): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, `${path}[${index}]`))
  if (isRatio(value)) return formatRatio(value)
  if (isPlainObject(value))
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([key, field]) => [key, toJson(field, `${path}.${key}`)]),
    )
  throw new RegenError(NOT_CANONICAL, { path, got: typeof value })
}

/** JSON text with sorted keys and no spaces: equal data gives equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(toJson(value), (_, field: Json) =>
    isPlainObject(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  )
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
