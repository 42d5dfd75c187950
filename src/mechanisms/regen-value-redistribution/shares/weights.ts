import { type Ratio, ratio } from '../../../primitives/ratio.ts'
import { exactly } from './bounds.ts'
import type { Weighted } from './largestRemainder.ts'

/** Fractions as whole weights over their common denominator: nothing is lost. */
export function weightsOf(
  scores: readonly { readonly name: string; readonly score: Ratio }[],
): readonly Weighted[] {
  const den = scores.reduce((common, { score }) => commonMultiple(common, score.den), 1n)
  return scores.map(({ name, score }) => ({ name, weight: exactly(score.num * (den / score.den)) }))
}

/** The least common multiple of two denominators. */
export const commonMultiple = (a: bigint, b: bigint): bigint => a * ratio(a, b).den
