import { toJson } from '../../primitives/canonical.ts'

/** An answer in words: 'burn 0.3, validator 0.4, …'; of a kind, its name and what belongs to it. */
export function policyValue(value: unknown): string {
  const shown = toJson(value)
  if (Array.isArray(shown)) return shown.map(policyValue).join('\n') || 'none'
  if (typeof shown !== 'object' || shown === null) return String(shown ?? 'none')
  return Object.entries(shown)
    .map(([name, field]) =>
      name === 'kind' || name === 'source' ? policyValue(field) : `${name} ${policyValue(field)}`,
    )
    .join(', ')
}
