import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { RewardConfig } from './params.ts'

const CAPPED_PERIODS = 3

/** Where the rate stands: the yearly return of new commitments, and for how many periods in a row the tier was capped. */
export type ValveState = { readonly stabilityRate: Ratio; readonly cappedPeriods: number }

/**
 * After three periods in a row in which more was due than the tier got, the return falls by one percentage point,
 * down to 2 %; the count then starts anew. It applies to what is admitted later, and asks for a review by governance.
 *
 * @see OQ-M015-1, and 5.2, Stability Tier Return Rate: safety_valve
 */
export function safetyValve(
  { stabilityRate, cappedPeriods }: ValveState,
  capped: boolean,
  { safetyValve: valve }: Pick<RewardConfig, 'safetyValve'>,
): ValveState & { readonly opened: boolean } {
  const count = capped ? cappedPeriods + 1 : 0
  const opened = valve === 'on' && count >= CAPPED_PERIODS
  if (!opened) return { stabilityRate, cappedPeriods: count, opened }
  const { num, den } = stabilityRate
  const lower = 100n * num > 3n * den ? ratio(100n * num - den, 100n * den) : ratio(1n, 50n)
  return { stabilityRate: lower, cappedPeriods: 0, opened }
}
