import { mulCeil } from '../../primitives/ratio.ts'
import { DAY } from '../../primitives/time.ts'
import { requireBounds } from './bounds.ts'
import { MONTH_SECONDS, type RewardConfig } from './params.ts'

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

/**
 * The periods of so many months, such as those of a lock: a month is periodsPerYear/12 of them, and a started period is waited for.
 *
 *     ceil( months × periodsPerYear / 12 )        6 months of weeks are 26
 *     ceil( months × 2,629,744 / period )         with a clock of seconds: 27
 */
export function periodsOfMonths(
  months: number,
  params: Pick<RewardConfig, 'periodsPerYear'> & Partial<Pick<RewardConfig, 'clock'>>,
): number {
  requireBounds(params)
  const { periodsPerYear, clock } = params
  if (clock?.kind === 'seconds') {
    const seconds = BigInt(months) * MONTH_SECONDS
    const period = BigInt(clock.period)
    return parseInt(mulCeil(seconds, { num: 1n, den: period }).toString(), 10)
  }
  const twelfths = months * periodsPerYear
  return (twelfths + ((12 - (twelfths % 12)) % 12)) / 12
}
