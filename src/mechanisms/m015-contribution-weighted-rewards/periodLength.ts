import { DAY } from '../../primitives/time.ts'
import { requireBounds } from './bounds.ts'
import type { RewardConfig } from './params.ts'

const SECOND = 1_000n

/**
 * How long a distribution period is, in milliseconds.
 *
 *     floor( 365 / periodsPerYear ) days, at least one        52 a year: seven days
 *     period seconds                                          with a clock of seconds
 */
export function distributionLength(params: Pick<RewardConfig, 'periodsPerYear' | 'clock'>): bigint {
  requireBounds(params)
  const { periodsPerYear, clock } = params
  if (clock.kind === 'seconds') return BigInt(clock.period) * SECOND
  const days = 365n / BigInt(periodsPerYear)
  return (days > 0n ? days : 1n) * DAY * SECOND
}
