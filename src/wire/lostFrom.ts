import { sanitize } from '../primitives/sanitize.ts'
import { sameBytes } from './sameBytes.ts'

/**
 * What of a value is not in another, in words and with its place. Nothing for an absent field, whatever the other has there:
 * that is the default. Telescope's `$typeUrl` is no field.
 */
export function lostFrom(given: unknown, kept: unknown, path = ''): readonly string[] {
  if (given === undefined || given === null) return []
  const at = path === '' ? '' : ` at ${path}`
  if (given instanceof Uint8Array)
    return kept instanceof Uint8Array && sameBytes(given, kept)
      ? []
      : [`✖ has another type than on the wire${at}`]
  if (Array.isArray(given))
    return Array.isArray(kept) && kept.length === given.length
      ? given.flatMap((item, index) => lostFrom(item, kept[index], join(path, `${index}`)))
      : [`✖ has another type than on the wire${at}`]
  if (typeof given !== 'object')
    return Object.is(given, kept) ? [] : [`✖ has another type or value than what would be encoded${at}`]
  // A Date, and whatever else has no fields to look at, is not what is encoded.
  if (typeof kept !== 'object' || kept === null || (isEmpty(given) && !isPlain(given)))
    return [`✖ has another type than on the wire${at}`]
  return Object.entries(given).flatMap(([name, field]) => {
    if (name === '$typeUrl' || field === undefined || field === null) return []
    if (!Object.hasOwn(kept, name)) return [`✖ unknown field: ${sanitize(name)}${at}`]
    return lostFrom(field, (kept as Record<string, unknown>)[name], join(path, name))
  })
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0

const isPlain = (value: object): boolean =>
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as typeof Object.prototype)

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)
