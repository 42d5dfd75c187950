import { formatRatio, type Ratio } from '../primitives/ratio.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { formatRegen, type Uregen } from '../primitives/uregen.ts'

/** The value of a knob as people read it: amounts in REGEN, fractions as decimals, settings by kind. */
function inWords(value: unknown): string {
  if (typeof value === 'bigint') return `${formatRegen(value as Uregen)} REGEN`
  if (value === null) return 'none'
  if (isFraction(value)) return formatRatio(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join('; ')
  if (!isRecord(value)) return sanitize(String(value))
  const { kind, ...facts } = value
  const listed = Object.entries(facts).map(([name, fact]) => `${sanitize(name)} ${inWords(fact)}`)
  if (typeof kind !== 'string') return listed.length === 0 ? 'none' : listed.join(', ')
  return listed.length === 0 ? kind : `${kind} (${listed.join(', ')})`
}

/** A change in words: only the fields that differ where both have the same, else the whole. */
export function changeInWords(from: unknown, to: unknown): string {
  if (!isFields(from) || !isFields(to) || namesOf(from) !== namesOf(to))
    return `${inWords(from)} → ${inWords(to)}`
  return Object.keys(from)
    .filter(name => inWords(from[name]) !== inWords(to[name]))
    .map(name => `${sanitize(name)} ${inWords(from[name])} → ${inWords(to[name])}`)
    .join(', ')
}

type Fields = { readonly [field: string]: unknown }

const namesOf = (fields: Fields): string => Object.keys(fields).sort().join()
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Named fields, without a kind. */
const isFields = (value: unknown): value is Fields =>
  isRecord(value) && !('kind' in value) && !isFraction(value)
const isFraction = (value: unknown): value is Ratio =>
  isRecord(value) && typeof value['num'] === 'bigint' && typeof value['den'] === 'bigint'
