import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import {
  compareRatios,
  divideRatio,
  interpolate,
  type Ratio,
  subtractRatio,
  ZERO,
} from '../../../primitives/ratio.ts'

/** From this score on, the weight is this one; on the way to the next point it grows in a straight line. */
export type ScorePoint = { readonly score: Ratio; readonly weight: Ratio }

/** Nothing below 15, half at 15, all from 25 on: 10, 15, 20 and 25 weigh 0, 0.5, 0.75 and 1. */
export const PASSPORT_POINTS: readonly ScorePoint[] = [
  { score: { num: 15n, den: 1n }, weight: { num: 1n, den: 2n } },
  { score: { num: 25n, den: 1n }, weight: { num: 1n, den: 1n } },
]

/**
 * The weight of an identity by a score that somebody gave it, such as a passport’s. Between two points:
 *
 *     w = w_a × ( 1 − p ) + w_b × p,  p = ( s − s_a ) / ( s_b − s_a )
 *
 * Below the first point it is 0, from the last one on the last weight.
 *
 * @see gitcoinco/grants-stack-indexer, proportionalMatch
 *
 * @example
 * formatRatio(scoreWeight(parseRatio('20'))) // '0.75'
 */
export function scoreWeight(score: Ratio, points: readonly ScorePoint[] = PASSPORT_POINTS): Ratio {
  const isRising = points.every(
    (point, index) => index === 0 || compareRatios(points[index - 1]?.score ?? ZERO, point.score) < 0,
  )
  if (!isRising || points.length === 0)
    throw new RegenError(ROUND_INVALID, { reason: 'the points of a score are not in rising order' })
  const at = points.findLastIndex(point => compareRatios(point.score, score) <= 0)
  const [from, to] = [points[at], points[at + 1]]
  if (from === undefined) return ZERO
  if (to === undefined) return from.weight
  const part = divideRatio(subtractRatio(score, from.score), subtractRatio(to.score, from.score))
  return interpolate(from.weight, to.weight, part)
}
