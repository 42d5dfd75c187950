import { compareRatios, ONE, type Ratio, subtractRatio, ZERO } from '../../../primitives/ratio.ts'

/** a − b, or 0 when b is larger. */
export const excess = (a: Ratio, b: Ratio): Ratio => (compareRatios(a, b) > 0 ? subtractRatio(a, b) : ZERO)

/** 1 − share, or 0 when the share is above 1. */
export const restOf = (share: Ratio): Ratio => excess(ONE, share)
