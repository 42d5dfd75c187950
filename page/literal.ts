/** Plain data as JavaScript, with its bigints. */
export function literal(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, field]) => `${JSON.stringify(name)}:${literal(field)}`)
      .join(',')}}`
  return JSON.stringify(value) ?? 'undefined'
}
