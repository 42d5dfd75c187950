import { RegenError } from '../../../primitives/errors.ts'
import { INPUT_INVALID } from '../../../primitives/errorTable.ts'
import { arePairs, choleskyOf } from '../../random/correlation.ts'
import { normalCdf, normalQuantile } from '../../random/elementary.ts'
import type { OutcomeName } from '../../run/outcome.ts'
import { inputsAt, type Ranges } from './ranges.ts'
import { hypercube } from './sobol.ts'
import type { Inputs, SweepPoint } from './sweep.ts'

/** Two inputs that move together, by the r of the normal numbers behind them. */
export type InputCorrelation = { readonly a: string; readonly b: string; readonly r: number }

/**
 * n points in which inputs lie evenly over their ranges and are correlated as a Gaussian copula: a Latin hypercube, as normal numbers,
 * times the lower triangle of the correlations, back to shares. The same seed gives the same points. @see ESS 7.8
 *
 * @example
 * const ranges = { 'agents.market.volume': { from: 250000, to: 750000 }, 'agents.price.start': { from: 0.02, to: 0.12 } }
 * correlatedPoints(ranges, [{ a: 'agents.market.volume', b: 'agents.price.start', r: 0.6 }], { n: 100, seed: 'a' }).length // 100
 */
export function correlatedPoints(
  ranges: Ranges,
  correlations: readonly InputCorrelation[],
  { n, seed }: { readonly n: number; readonly seed: string },
): readonly Inputs[] {
  const paths = Object.keys(ranges)
  for (const path of correlations.flatMap(({ a, b }) => [a, b]))
    if (!paths.includes(path)) throw refused(`${path} is correlated, and has no range`)
  if (!arePairs(correlations)) throw refused('each pair stands once, and is of two')
  const lower = choleskyOf(paths, correlations)
  if (lower === null) throw refused('no numbers can be correlated like this')
  return hypercube(n, paths.length, seed).map(point => {
    const independent = point.map(normalQuantile)
    const shares = paths.map((_, i) =>
      normalCdf(independent.reduce((sum, z, j) => sum + (lower[i]?.[j] ?? 0) * z, 0)),
    )
    return inputsAt(ranges, shares)
  })
}

const refused = (issue: string) =>
  new RegenError(INPUT_INVALID, { what: 'correlated inputs', issues: `✖ ${issue}` })

/**
 * How an outcome’s mean over the runs follows an input over all points of which it is known: Spearman’s rank correlation, −1 to 1; null
 * where one never changes.
 */
export function rankCorrelation(
  points: readonly SweepPoint[],
  path: string,
  outcome: OutcomeName,
): number | null {
  const meanOf = ({ study }: SweepPoint) =>
    study.spreads.find(({ name }) => name === outcome)?.mean ?? Number.NaN
  const known = points.filter(point => !Number.isNaN(meanOf(point)))
  const of = [known.map(({ inputs }) => inputs[path] ?? 0), known.map(meanOf)].map(ranks) as [
    number[],
    number[],
  ]
  const centre = (known.length - 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let k = 0; k < known.length; k++) {
    const [x, y] = [(of[0][k] ?? 0) - centre, (of[1][k] ?? 0) - centre]
    xy += x * y
    xx += x * x
    yy += y * y
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

/** The rank of each value from 0; equal ones share the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const rankOf = new Map<number, number>()
  for (let k = 0; k < sorted.length; ) {
    let end = k
    while (sorted[end] === sorted[k]) end++
    rankOf.set(sorted[k] ?? 0, (k + end - 1) / 2)
    k = end
  }
  return values.map(value => rankOf.get(value) ?? 0)
}
