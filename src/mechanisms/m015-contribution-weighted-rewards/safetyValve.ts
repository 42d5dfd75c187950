import { addRatio, compareRatios, type Ratio, ratio, subtractRatio } from '../../primitives/ratio.ts'
import type { RewardConfig } from './params.ts'

const CAPPED_PERIODS = 3
const ONE_POINT = /* @__PURE__ */ ratio(1n, 100n)
const MIN_RETURN = /* @__PURE__ */ ratio(2n, 100n)

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
  const isAbove = compareRatios(stabilityRate, addRatio(MIN_RETURN, ONE_POINT)) > 0
  const lower = isAbove ? subtractRatio(stabilityRate, ONE_POINT) : MIN_RETURN
  return { stabilityRate: lower, cappedPeriods: 0, opened }
}
