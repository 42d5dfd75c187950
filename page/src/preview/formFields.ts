import { formatTime } from '../../../src/primitives/time.ts'

/** A field of a form, as the schema of its message has it. */
export type Field =
  | { readonly kind: 'text' | 'amount' | 'whole' | 'flag' | 'time'; readonly name: string }
  | { readonly kind: 'coin'; readonly name: string }
  | { readonly kind: 'object'; readonly name: string; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly name: string; readonly item: Field }
  /** Bytes, packed messages and the like: given as JSON. */
  | { readonly kind: 'json'; readonly name: string }

/** A message and the fields of its form. */
export type FormType = { readonly typeUrl: string; readonly fields: readonly Field[] }

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
