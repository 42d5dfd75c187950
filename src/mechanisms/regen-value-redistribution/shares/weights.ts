import { overOneDenominator, type Ratio } from '../../../primitives/ratio.ts'
import { exactly } from './bounds.ts'
import type { Weighted } from './largestRemainder.ts'

/** Fractions as whole weights over their common denominator: nothing is lost. */
export function weightsOf(
  scores: readonly { readonly name: string; readonly score: Ratio }[],
): readonly Weighted[] {
  const { parts } = overOneDenominator(scores.map(({ score }) => score))
  return scores.map(({ name }, index) => ({ name, weight: exactly(parts[index] ?? 0n) }))
}
