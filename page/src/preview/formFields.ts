import type { MessageType } from '../../../src/messages/defineMessage.ts'
import { formatTime } from '../../../src/primitives/time.ts'

/** A field of a form, as the schema of its message has it. */
export type Field =
  | { readonly kind: 'text' | 'amount' | 'whole' | 'flag' | 'time'; readonly name: string }
  | { readonly kind: 'coin'; readonly name: string }
  | { readonly kind: 'object'; readonly name: string; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly name: string; readonly item: Field }
  /** Bytes, packed messages and the like: given as JSON. */
  | { readonly kind: 'json'; readonly name: string }

/** As much of a schema as a form looks at. */
type Def = {
  readonly type: string
  readonly innerType?: Schema
  readonly in?: Schema
  readonly element?: Schema
  readonly options?: readonly Schema[]
  readonly shape?: { readonly [name: string]: Schema }
}
type Schema = { readonly _zod: { readonly def: unknown } }

const defOf = (schema: Schema): Def => schema._zod.def as Def

/** The fields of a message, read off its schema. */
export function fieldsOf({ schema }: MessageType): readonly Field[] {
  const field = fieldOf('', schema as unknown as Schema)
  return field.kind === 'object' ? field.fields : []
}

function fieldOf(name: string, schema: Schema): Field {
  const { type, innerType, in: input, element, options = [], shape } = defOf(schema)
  if (innerType !== undefined) return fieldOf(name, innerType)
  if (input !== undefined) return fieldOf(name, input)
  if (type === 'array' && element !== undefined) return { kind: 'list', name, item: fieldOf('', element) }
  if (type === 'object' && shape !== undefined) {
    const names = Object.keys(shape)
    if (names.join() === 'denom,amount') return { kind: 'coin', name }
    if (names.join() === 'typeUrl,value') return { kind: 'json', name }
    return { kind: 'object', name, fields: names.flatMap(key => fieldsNamed(key, shape[key])) }
  }
  if (type === 'boolean') return { kind: 'flag', name }
  if (type === 'string') return { kind: 'text', name }
  if (type === 'union') {
    const kinds = options.map(option => defOf(option).type)
    if (kinds.includes('object')) return { kind: 'time', name }
    if (kinds.includes('custom')) return { kind: 'json', name }
    return { kind: kinds.includes('number') ? 'whole' : 'amount', name }
  }
  return { kind: 'json', name }
}

const fieldsNamed = (name: string, schema: Schema | undefined): readonly Field[] =>
  schema === undefined ? [] : [fieldOf(name, schema)]

/** 'sellOrderId' in words: 'Sell order id'. */
export function labelOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a form holds: texts, flags, lists and objects of them. */
export type FormValue = string | boolean | readonly FormValue[] | { readonly [name: string]: FormValue }

/** What a form of this field begins with. */
export function emptyValue(field: Field): FormValue {
  if (field.kind === 'flag') return false
  if (field.kind === 'list') return []
  if (field.kind === 'coin') return { denom: 'uregen', amount: '' }
  if (field.kind === 'object')
    return Object.fromEntries(field.fields.map(inner => [inner.name, emptyValue(inner)]))
  return ''
}

/** The form's value as a message has it: what was left empty is left out. */
export function messageValue(field: Field, value: FormValue | undefined): unknown {
  if (value === undefined || value === '') return undefined
  if (field.kind === 'list')
    return Array.isArray(value)
      ? value.map(item => messageValue(field.item, item) ?? emptyValue(field.item))
      : undefined
  if (field.kind === 'coin') {
    const { amount } = Object(value) as { readonly amount?: FormValue }
    return amount === '' || amount === undefined ? undefined : value
  }
  if (field.kind === 'object') {
    const given = Object(value) as { readonly [name: string]: FormValue }
    const entries = field.fields
      .map(inner => [inner.name, messageValue(inner, given[inner.name])] as const)
      .filter(([, inner]) => inner !== undefined)
    return entries.every(([, inner]) => inner === false) ? undefined : Object.fromEntries(entries)
  }
  if (field.kind === 'json') return parsed(String(value))
  return value
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A message's value as a form holds it. */
export function formOf(field: Field, value: unknown): FormValue {
  if (value === undefined || value === null) return emptyValue(field)
  if (field.kind === 'flag') return value === true
  if (field.kind === 'list')
    return Array.isArray(value) ? value.map((item: unknown) => formOf(field.item, item)) : []
  if (field.kind === 'object') {
    const given = Object(value) as { readonly [name: string]: unknown }
    return Object.fromEntries(field.fields.map(inner => [inner.name, formOf(inner, given[inner.name])]))
  }
  if (field.kind === 'coin') {
    const { denom, amount } = Object(value) as { readonly denom?: unknown; readonly amount?: unknown }
    return { denom: String(denom ?? 'uregen'), amount: String(amount ?? '') }
  }
  if (field.kind === 'json' && typeof value !== 'string') return JSON.stringify(value)
  if (field.kind === 'time') return timeText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A time as people write it, from its text or from what the chain has. */
function timeText(value: unknown): string {
  const { seconds, nanos } = Object(value) as { readonly seconds?: unknown; readonly nanos?: unknown }
  return seconds === undefined
    ? String(value)
    : formatTime({ seconds: BigInt(String(seconds)), nanos: Number(nanos ?? 0) })
}
