import type { Network, NumberSource } from '../../network/index.ts'
import { toJson } from '../../primitives/canonical.ts'
import { csvText } from '../../primitives/csv.ts'

/**
 * Every number of a network as a row: its path, its value, whether it is in force, and where it is from. Amounts are in smallest units, rates exact
 * fractions; what is in a list has its place, from 0, or its own name in the path.
 */
export const networkCsv = ({ sources, ...network }: Network): string =>
  csvText(
    ['number', 'value', 'kind', 'from', 'height'],
    leavesOf(toJson(network)).map(([path, value]) => {
      const source = sourceOf(path, sources)
      return [path, value, source?.kind ?? '', source?.from.join(' ') ?? '', `${network.height}`]
    }),
  )

/** Paths and values of all that is no object and no list. */
function leavesOf(value: unknown, path = ''): readonly (readonly [path: string, value: string])[] {
  if (typeof value !== 'object') return [[path, String(value)]]
  if (value === null) return [[path, '']]
  const entries = Object.entries(value)
  return entries.length === 0
    ? [[path, '']]
    : entries.flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
}

/** The row that tells of a path: places in lists do not count. */
function sourceOf(path: string, sources: readonly NumberSource[]): NumberSource | undefined {
  const name = path.replace(/\.\d+(?=\.|$)/g, '')
  return sources.find(({ fields }) => fields.some(field => name === field || name.startsWith(`${field}.`)))
}
