/**
 * How many validators may fail or lie while the others still agree, with equal power.
 *
 *     f = floor((n − 1) / 3)        the largest f with n ≥ 3f + 1 (CometBFT)
 *     f = floor((n − 2) / 3)        the largest f with n > 3f + 1, by the rule `strict`
 *
 * @see SPEC M014, invariant 2, Byzantine Tolerance
 *
 * @example
 * byzantineTolerance(16) // 5
 * byzantineTolerance(16, 'strict') // 4
 */
export function byzantineTolerance(n: number, rule: 'gte' | 'strict' = 'gte'): number {
  const others = n - (rule === 'gte' ? 1 : 2)
  return (others - (others % 3)) / 3
}
