/**
 * JSON in canonical form: names in order of their UTF-16 units, no spaces, numbers as JavaScript writes them.
 *
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${jcs(field)}`)}}`
}
