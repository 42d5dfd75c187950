import type * as z from 'zod/mini'
import { MAX_ENTRIES } from '../message.ts'

/** Something is wrong with a value, or it is of a kind that only its schema can read. */
export const NOT_CLEAN = Symbol('not clean')

/** What a value becomes where nothing is wrong with it; else NOT_CLEAN. */
type Reader = (value: unknown) => unknown

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypes['_zod']['def']

/**
 * Reads a value as its schema does, where it is as it should be: nearly all are, and reading them so takes a quarter of the time. What is
 * wrong with another is for the schema to say, so that there is one place for errors.
 *
 *     cleanValue(schema, value) = schema's value, if the schema has no issue and no list is too long        else NOT_CLEAN
 */
export const cleanValue = (schema: Schema, value: unknown): unknown => readerOf(schema)(value)

/** Fields are shared by many messages, and each is prepared once. */
const READERS = /* @__PURE__ */ new WeakMap<Schema, Reader>()

function readerOf(schema: Schema): Reader {
  const known = READERS.get(schema)
  if (known !== undefined) return known
  const reader = prepare(schema)
  READERS.set(schema, reader)
  return reader
}

function prepare(schema: Schema): Reader {
  const { def } = schema._zod as { readonly def: Def }
  const checks = def.checks ?? []
  const isPlain = !schema._zod.traits.has('$ZodCheck') && checks.every(({ _zod }) => !_zod.def.when)
  const shape = isPlain ? shapeOf(def) : undefined
  if (shape === undefined) return value => issueless(schema._zod.run({ value, issues: [] }, { async: false }))
  return checks.length === 0 ? shape : value => checked(shape(value), checks)
}

function issueless(payload: z.core.ParsePayload | Promise<z.core.ParsePayload>): unknown {
  return !(payload instanceof Promise) && payload.issues.length === 0 ? payload.value : NOT_CLEAN
}

/** The rules of a field, in their order. */
function checked(value: unknown, checks: readonly z.core.$ZodCheck<never>[]): unknown {
  if (value === NOT_CLEAN) return NOT_CLEAN
  const payload: z.core.ParsePayload = { value, issues: [] }
  for (const { _zod } of checks) {
    if (_zod.check(payload as never) instanceof Promise || payload.issues.length > 0) return NOT_CLEAN
  }
  return payload.value
}

/** The reader of a kind of schema; undefined for kinds that no message needs to be fast. */
function shapeOf(def: Def): Reader | undefined {
  if (def.type === 'string' || def.type === 'bigint' || def.type === 'boolean') {
    const { type } = def
    return 'coerce' in def && def.coerce ? undefined : value => (typeof value === type ? value : NOT_CLEAN)
  }
  if (def.type === 'default') {
    const inner = readerOf(def.innerType)
    return value => {
      const read = value === undefined ? undefined : inner(value)
      return read === undefined ? def.defaultValue : read
    }
  }
  if (def.type === 'nullable') {
    const inner = readerOf(def.innerType)
    return value => (value === null ? null : inner(value))
  }
  if (def.type === 'optional' && def.innerType._zod.optin !== 'defaulted') {
    const inner = readerOf(def.innerType)
    return value => (value === undefined ? undefined : inner(value))
  }
  if (def.type === 'pipe') {
    const [into, out] = [readerOf(def.in), readerOf(def.out)]
    return value => {
      const read = into(value)
      return read === NOT_CLEAN ? NOT_CLEAN : out(read)
    }
  }
  if (def.type === 'transform')
    return value => {
      const payload: z.core.ParsePayload = { value, issues: [] }
      const read = def.transform(value, payload)
      return payload.issues.length > 0 || read instanceof Promise ? NOT_CLEAN : read
    }
  if (def.type === 'union') return unionReader(def.options.map(readerOf))
  if (def.type === 'array') return listReader(readerOf(def.element))
  return def.type === 'object' && def.catchall?._zod.def.type === 'never'
    ? fieldsReader(def.shape)
    : undefined
}

const unionReader =
  (options: readonly Reader[]): Reader =>
  value => {
    for (const option of options) {
      const read = option(value)
      if (read !== NOT_CLEAN) return read
    }
    return NOT_CLEAN
  }

const listReader =
  (item: Reader): Reader =>
  value => {
    if (!Array.isArray(value) || value.length > MAX_ENTRIES) return NOT_CLEAN
    const items: unknown[] = []
    for (const each of value) {
      const read = item(each)
      if (read === NOT_CLEAN) return NOT_CLEAN
      items.push(read)
    }
    return items
  }

/** An object with these fields and no others. */
function fieldsReader(shape: { readonly [name: string]: Schema }): Reader {
  const fields = Object.entries(shape).map(([name, { _zod }]) => ({
    name,
    read: readerOf(shape[name] as Schema),
    mayLack: _zod.optin !== undefined,
    staysAway: _zod.optin === 'optional' && _zod.optout === 'optional',
    isKept: _zod.optin === 'defaulted' && _zod.optout !== 'optional',
  }))
  const names = new Set(Object.keys(shape))
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOT_CLEAN
    for (const name in value) if (!names.has(name)) return NOT_CLEAN
    const read: { [name: string]: unknown } = {}
    for (const { name, read: readField, mayLack, staysAway, isKept } of fields) {
      const isGiven = name in value
      if (!isGiven && staysAway) continue
      const field = readField((value as { readonly [name: string]: unknown })[name])
      if (field === NOT_CLEAN || (!isGiven && !mayLack)) return NOT_CLEAN
      if (field !== undefined || isGiven || isKept) read[name] = field
    }
    return read
  }
}
