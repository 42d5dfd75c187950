import { byColumn, type ColumnName } from '../../run/columns.ts'
import { COLUMN_NAMES, type Part } from '../runPart.ts'

/**
 * Counts of values by their leading bits, four bytes per bucket, in pages of 64 neighbouring buckets. It is only ever added to, so the order of
 * the parts does not matter.
 */
type Sketch = {
  /** The number of each page that holds a value, and where it is kept. */
  readonly pages: Map<number, number>
  least: number
  most: number
}

/** One sketch per column and period, and their pages in blocks. How many pages there are depends on how far values lie apart, not on how many there are. */
export type Sketches = {
  readonly blocks: Uint32Array[]
  pages: number
  readonly columns: { readonly [name in ColumnName]: readonly Sketch[] }
}

export const newSketches = (periods: number): Sketches => ({
  blocks: [],
  pages: 0,
  columns: byColumn(() =>
    Array.from(
      { length: periods },
      (): Sketch => ({
        pages: new Map(),
        least: Number.POSITIVE_INFINITY,
        most: Number.NEGATIVE_INFINITY,
      }),
    ),
  ),
})

const PAGE_BITS = 6
const PAGE_MASK = (1 << PAGE_BITS) - 1
/** A block is 1,024 pages, 256 kB. */
const BLOCK_BITS = 10
const BLOCK_MASK = (1 << BLOCK_BITS) - 1

const cell = new DataView(new ArrayBuffer(8))

/** Sign, exponent and ten bits of the fraction: the values of one bucket lie within a thousandth of each other. */
function bucketOf(value: number): number {
  cell.setFloat64(0, value)
  return cell.getInt32(0) >> 10
}

function middleOf(bucket: number): number {
  cell.setInt32(0, (bucket << 10) | 0x200)
  cell.setInt32(4, 0)
  return cell.getFloat64(0)
}

/** Adds every period of every run of a part; those that a run did not come to are not there to be added. */
export function sketchPart(
  sketches: Sketches,
  { periods, from, to }: Pick<Part, 'periods' | 'from' | 'to'>,
): void {
  const { blocks } = sketches
  for (const name of COLUMN_NAMES) {
    const values = periods[name]
    const of = sketches.columns[name]
    const length = values.length / (to - from)
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      if (Number.isNaN(value)) continue
      const sketch = of[index % length] as Sketch
      const bucket = bucketOf(value)
      const page = sketch.pages.get(bucket >> PAGE_BITS) ?? newPage(sketches, sketch, bucket >> PAGE_BITS)
      const block = blocks[page >> BLOCK_BITS] as Uint32Array
      const at = ((page & BLOCK_MASK) << PAGE_BITS) | (bucket & PAGE_MASK)
      block[at] = (block[at] as number) + 1
      if (value < sketch.least) sketch.least = value
      if (value > sketch.most) sketch.most = value
    }
  }
}

function newPage(sketches: Sketches, sketch: Sketch, number: number): number {
  const page = sketches.pages++
  if ((page & BLOCK_MASK) === 0) sketches.blocks.push(new Uint32Array(1 << (BLOCK_BITS + PAGE_BITS)))
  sketch.pages.set(number, page)
  return page
}

/** The quantiles that a band shows. */
const BAND = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Least, P5, P25, P50, P75, P95 and most of one column in one period; exact at both ends, within 0.05 % between. */
export type Band = {
  /** How many runs came to the period; where none did, the rest is NaN. */
  readonly runs: number
  readonly least: number
  readonly p5: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
  readonly most: number
}

/** The bands of one column; where all values are whole numbers, so are its quantiles. */
export const bandsOf = (sketches: Sketches, name: ColumnName, isWhole = false): readonly Band[] =>
  sketches.columns[name].map(sketch => bandOf(sketch, sketches.blocks, isWhole))

function bandOf(sketch: Sketch, blocks: readonly Uint32Array[], isWhole: boolean): Band {
  const sorted = countsIn(sketch, blocks).sort(([a], [b]) => middleOf(a) - middleOf(b))
  const runs = sorted.reduce((sum, [, count]) => sum + count, 0)
  const { NaN: unknown } = Number
  if (runs === 0)
    return {
      runs,
      least: unknown,
      p5: unknown,
      p25: unknown,
      p50: unknown,
      p75: unknown,
      p95: unknown,
      most: unknown,
    }
  const { least, most } = sketch
  const [p5 = least, p25 = least, p50 = least, p75 = least, p95 = least] = BAND.map(p => {
    const rank = Math.ceil(p * runs)
    let seen = 0
    const found = sorted.find(([, count]) => {
      seen += count
      return seen >= rank
    })
    const middle = found === undefined || found[0] === 0 ? 0 : middleOf(found[0])
    const value = isWhole ? Math.round(middle) : middle
    return value < least ? least : value > most ? most : value
  })
  return { runs, least, p5, p25, p50, p75, p95, most }
}

/** Every bucket that holds a value, and how many. */
function countsIn({ pages }: Sketch, blocks: readonly Uint32Array[]): [number, number][] {
  const counts: [number, number][] = []
  for (const [number, page] of pages) {
    const block = blocks[page >> BLOCK_BITS] as Uint32Array
    const start = (page & BLOCK_MASK) << PAGE_BITS
    for (let index = 0; index <= PAGE_MASK; index++) {
      const count = block[start | index] as number
      if (count > 0) counts.push([(number << PAGE_BITS) | index, count])
    }
  }
  return counts
}
