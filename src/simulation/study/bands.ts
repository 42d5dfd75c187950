import { byColumn, type ColumnName } from '../run/columns.ts'
import { COLUMN_NAMES, type Part } from './runPart.ts'

/**
 * Counts of values by their leading bits, in pages of 64 neighbours: values that lie together take four bytes a bucket. Adding is all that is
 * ever done to it, so the order of the parts does not matter.
 */
export type Sketch = {
  readonly pages: Map<number, Uint32Array>
  least: number
  most: number
}

/** For every column, one sketch a period: its size does not depend on the number of runs. */
export type Sketches = { readonly [name in ColumnName]: readonly Sketch[] }

export const newSketches = (periods: number): Sketches =>
  byColumn(() =>
    Array.from(
      { length: periods },
      (): Sketch => ({
        pages: new Map(),
        least: Number.POSITIVE_INFINITY,
        most: Number.NEGATIVE_INFINITY,
      }),
    ),
  )

const PAGE_BITS = 6
const PAGE_MASK = (1 << PAGE_BITS) - 1

const cell = new DataView(new ArrayBuffer(8))

/** Sign, exponent and ten bits of the fraction: values within a thousandth of each other share a bucket. */
function bucketOf(value: number): number {
  cell.setFloat64(0, value)
  return cell.getInt32(0) >> 10
}

function middleOf(bucket: number): number {
  cell.setInt32(0, (bucket << 10) | 0x200)
  cell.setInt32(4, 0)
  return cell.getFloat64(0)
}

/** Adds every period of every run of a part. */
export function sketchPart(
  sketches: Sketches,
  { periods, from, to }: Pick<Part, 'periods' | 'from' | 'to'>,
): void {
  for (const name of COLUMN_NAMES) {
    const values = periods[name]
    const of = sketches[name]
    const length = values.length / (to - from)
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      const sketch = of[index % length] as Sketch
      const bucket = bucketOf(value)
      const number = bucket >> PAGE_BITS
      let page = sketch.pages.get(number)
      if (page === undefined) {
        page = new Uint32Array(1 << PAGE_BITS)
        sketch.pages.set(number, page)
      }
      page[bucket & PAGE_MASK] = (page[bucket & PAGE_MASK] ?? 0) + 1
      if (value < sketch.least) sketch.least = value
      if (value > sketch.most) sketch.most = value
    }
  }
}

/** The quantiles that a band shows. */
const BAND = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Least, P5, P25, P50, P75, P95 and most of one column in one period; exact at both ends, within 0.05 % between. */
export type Band = {
  readonly least: number
  readonly p5: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
  readonly most: number
}

/** The band of a sketch; where all values are whole numbers, so are its quantiles. */
export function bandOf({ pages, least, most }: Sketch, isWhole = false): Band {
  const sorted = countsIn(pages).sort(([a], [b]) => middleOf(a) - middleOf(b))
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  const [p5 = least, p25 = least, p50 = least, p75 = least, p95 = least] = BAND.map(p => {
    const rank = Math.ceil(p * total)
    let seen = 0
    const found = sorted.find(([, count]) => {
      seen += count
      return seen >= rank
    })
    const middle = found === undefined || found[0] === 0 ? 0 : middleOf(found[0])
    const value = isWhole ? Math.round(middle) : middle
    return value < least ? least : value > most ? most : value
  })
  return { least, p5, p25, p50, p75, p95, most }
}

/** Every bucket that holds a value, and how many. */
const countsIn = (pages: Sketch['pages']): [number, number][] =>
  [...pages].flatMap(([number, page]) =>
    [...page].flatMap((count, index): [number, number][] =>
      count === 0 ? [] : [[(number << PAGE_BITS) | index, count]],
    ),
  )
