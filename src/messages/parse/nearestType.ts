import type { Catalog } from '../catalogOf.ts'

const FARTHEST = 3
const LONGEST = 120

/** The type of the catalog that a type URL is most likely a misspelling of: at most three letters away, or the same message of another package. */
export function nearestType(typeUrl: string, { types }: Catalog): string {
  if (typeUrl.length > LONGEST) return ''
  const written = typeUrl.toLowerCase()
  let [nearest, distance] = ['', FARTHEST + 1]
  for (const { typeUrl: known } of types) {
    const away = editDistance(written, known.toLowerCase(), distance)
    if (away < distance) [nearest, distance] = [known, away]
  }
  return nearest || (types.find(type => nameOf(type.typeUrl) === nameOf(typeUrl))?.typeUrl ?? '')
}

const nameOf = (typeUrl: string): string => typeUrl.slice(typeUrl.lastIndexOf('.') + 1)

/** How many letters have to be put in, left out or changed; `most` as soon as it is no less. */
function editDistance(a: string, b: string, most: number): number {
  if (a.length - b.length >= most || b.length - a.length >= most) return most
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(least([changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1]))
    }
    if (least(next) >= most) return most
    row = next
  }
  return row[b.length] ?? most
}

const least = (counts: readonly number[]): number =>
  counts.reduce((low, count) => (count < low ? count : low))
