import { type Ratio, ratio, ZERO } from '../../../primitives/ratio.ts'

/**
 * How many equal participants would be as concentrated as these: of shares 1/2, 1/4 and 1/4 it is 8/3.
 *
 *     effective number = ( Σ x )² / Σ x² = 1 / Σ s²
 *
 * 0 where there is nothing.
 *
 * @example
 * formatRatio(effectiveNumber([2n, 1n, 1n])) // '8/3'
 */
export function effectiveNumber(amounts: readonly bigint[]): Ratio {
  const sum = amounts.reduce((total, amount) => total + amount, 0n)
  const squares = amounts.reduce((total, amount) => total + amount * amount, 0n)
  return squares === 0n ? ZERO : ratio(sum * sum, squares)
}

/**
 * How unequal some amounts are: 0 for equal ones; of (0, 0, 6) it is 2/3.
 *
 *     Gini = Σ over i, j of | x_i − x_j | / ( 2 n Σ x ) = Σ of ( 2 i − n − 1 ) × x_i / ( n Σ x ), x sorted, i from 1
 *
 * @example
 * formatRatio(gini([0n, 0n, 6n])) // '2/3'
 */
export function gini(amounts: readonly bigint[]): Ratio {
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const n = BigInt(sorted.length)
  const sum = sorted.reduce((total, amount) => total + amount, 0n)
  if (sum === 0n) return ZERO
  const weighted = sorted.reduce(
    (total, amount, index) => total + (2n * BigInt(index + 1) - n - 1n) * amount,
    0n,
  )
  return ratio(weighted, n * sum)
}
