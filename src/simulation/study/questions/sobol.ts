import { openStream } from '../../random/streams.ts'
import { ascending, mean, quantile } from '../answers/statistics.ts'

/** A sensitivity index, and the interval that holds it with 95 % (bootstrap). */
export type Index = { readonly value: number; readonly from: number; readonly to: number }

/** How much of the variance of an output one input explains alone (S1), and with all it acts together with (ST). */
export type SobolIndices = { readonly first: Index; readonly total: Index }

/** How a global sensitivity is sampled: n points of each of the two hypercubes, and how often they are drawn again for the intervals. */
export type Sampling = { readonly n: number; readonly seed: string; readonly bootstrap?: number }

/**
 * Global sensitivity by Saltelli’s sampling: (d + 2) × n evaluations of a function of d numbers between 0 and 1.
 *
 *     S1 = mean( f(B) × (f(AB_i) − f(A)) ) / V        ST = mean( (f(A) − f(AB_i))² ) / 2V        V: variance of f(A) and f(B)
 *
 * A and B are Latin hypercubes of named random streams, so the same seed gives the same indices.
 *
 * @example
 * const [first] = sobolIndices(([x = 0, y = 0]) => x + 2 * y, 2, { n: 64, seed: 'seed' })
 */
export const sobolIndices = (
  evaluate: (inputs: readonly number[]) => number,
  dimensions: number,
  sampling: Sampling,
): readonly SobolIndices[] =>
  indicesFrom(saltelliPoints(dimensions, sampling).map(evaluate), dimensions, sampling)

/** The points at which a function is evaluated: those of A, those of B, then for each input those of A with that input from B. */
export function saltelliPoints(dimensions: number, { n, seed }: Sampling): Cube {
  const [a, b] = ['A', 'B'].map(name => hypercube(n, dimensions, `${seed}/${name}`)) as [Cube, Cube]
  const mixed = Array.from({ length: dimensions }, (_, i) =>
    a.map((row, k) => row.map((x, j) => (j === i ? (b[k]?.[j] ?? 0) : x))),
  )
  return [...a, ...b, ...mixed.flat()]
}

/** The indices of every input, from the values at the points of `saltelliPoints`. */
export function indicesFrom(
  values: readonly number[],
  dimensions: number,
  { n, seed, bootstrap = 200 }: Sampling,
): readonly SobolIndices[] {
  const centre = mean(values.slice(0, 2 * n))
  const block = (index: number) => values.slice(index * n, (index + 1) * n).map(value => value - centre)
  const [ya, yb] = [block(0), block(1)]
  return Array.from({ length: dimensions }, (_, i) => {
    const yi = block(2 + i)
    const rows = Array.from({ length: n }, (_, k) => k)
    const whole = indicesOf(rows, ya, yb, yi)
    const stream = openStream(seed, i, 'bootstrap')
    const drawn = Array.from({ length: bootstrap }, () =>
      indicesOf(
        rows.map(() => Math.floor(stream.uniform() * n)),
        ya,
        yb,
        yi,
      ),
    )
    const interval = (value: number, of: readonly number[]): Index => {
      const sorted = ascending(of)
      return { value, from: quantile(sorted, 0.025), to: quantile(sorted, 0.975) }
    }
    return {
      first: interval(
        whole.first,
        drawn.map(({ first }) => first),
      ),
      total: interval(
        whole.total,
        drawn.map(({ total }) => total),
      ),
    }
  })
}

type Cube = readonly (readonly number[])[]

/** n points, in each dimension one in each of n equal slices. */
export function hypercube(n: number, dimensions: number, seed: string): Cube {
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const { uniform } = openStream(seed, dimension, 'hypercube')
    const slices = Array.from({ length: n }, (_, k) => k)
    for (let k = n - 1; k > 0; k--) {
      const other = Math.floor(uniform() * (k + 1))
      ;[slices[k], slices[other]] = [slices[other] ?? 0, slices[k] ?? 0]
    }
    return slices.map(slice => (slice + uniform()) / n)
  })
  return Array.from({ length: n }, (_, k) => columns.map(column => column[k] ?? 0))
}

function indicesOf(
  rows: readonly number[],
  ya: readonly number[],
  yb: readonly number[],
  yi: readonly number[],
): { readonly first: number; readonly total: number } {
  let [sum, squares, first, total] = [0, 0, 0, 0]
  for (const k of rows) {
    const [a, b, c] = [ya[k] ?? 0, yb[k] ?? 0, yi[k] ?? 0]
    sum += a + b
    squares += a * a + b * b
    first += b * (c - a)
    total += (a - c) * (a - c)
  }
  const n = rows.length
  const variance = squares / (2 * n) - (sum / (2 * n)) ** 2
  return variance <= 0
    ? { first: 0, total: 0 }
    : { first: first / n / variance, total: total / (2 * n) / variance }
}
