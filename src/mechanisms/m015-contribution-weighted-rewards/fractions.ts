import { compareRatios, ONE, type Ratio, ratio, ZERO } from '../../primitives/ratio.ts'

/** a / b, exactly; b is not 0. */
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num)

/** a − b, or 0 when b is larger. */
export const excess = (a: Ratio, b: Ratio): Ratio =>
  compareRatios(a, b) > 0 ? ratio(a.num * b.den - b.num * a.den, a.den * b.den) : ZERO

/** 1 − share, or 0 when the share is above 1. */
export const restOf = (share: Ratio): Ratio => excess(ONE, share)

/** A whole amount or a fraction, as a fraction. */
export const exact = (amount: bigint | Ratio): Ratio => (typeof amount === 'bigint' ? ratio(amount) : amount)
