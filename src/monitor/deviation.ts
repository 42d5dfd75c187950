import { type Ratio, ratio } from '../primitives/ratio.ts'

/** How far a value is from others: their mean, and how many standard deviations, squared and exact; null where the others are all equal. */
export type Deviation = { readonly mean: Ratio; readonly squared: Ratio | null; readonly isOff: boolean }

/**
 * The distance of a value from the mean of others, in their standard deviations, squared:
 *
 *     z² = (n·p − s)² / (n·q − s²)        n others, their sum s and sum of squares q
 *
 * Exact: all values are brought to one denominator. `isOff` is true for another value than equal ones, which no deviation measures.
 */
export function deviationOf(value: Ratio, others: readonly Ratio[]): Deviation {
  const common = [value, ...others].reduce((multiple, { den }) => multiple * ratio(den, multiple).num, 1n)
  const whole = ({ num, den }: Ratio) => num * (common / den)
  const n = BigInt(others.length)
  const numbers = others.map(whole)
  const sum = numbers.reduce((total, number) => total + number, 0n)
  const squares = numbers.reduce((total, number) => total + number * number, 0n)
  const distance = n * whole(value) - sum
  const spread = n * squares - sum * sum
  return {
    mean: ratio(sum, n * common),
    squared: spread === 0n ? null : ratio(distance * distance, spread),
    isOff: spread === 0n && distance !== 0n,
  }
}

/** z, cut to hundredths, of z². */
export const hundredths = ({ num, den }: Ratio): Ratio => ratio(squareRoot((num * 10_000n) / den), 100n)

/** floor(√n), by Newton's steps from above. */
function squareRoot(n: bigint): bigint {
  if (n < 2n) return n
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (guess + n / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}
