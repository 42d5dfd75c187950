import { type Ratio, ratio } from '../../../primitives/ratio.ts'

/**
 * The middle of some amounts; of an even number of them, the mean of the middle two. Null for none.
 *
 * @example
 * median([3n, 1n, 2n, 10n]) // { num: 5n, den: 2n }
 */
export function median(amounts: readonly bigint[]): Ratio | null {
  if (amounts.length === 0) return null
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0n
  return sorted.length % 2 === 1 ? ratio(upper) : ratio((sorted[half - 1] ?? 0n) + upper, 2n)
}
