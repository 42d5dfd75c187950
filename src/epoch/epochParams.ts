import { MAX_BASE_RATE } from '../mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import type { RegrowthRate, SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { milliseconds } from '../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { compareRatios, minRatio, mulRatio, ratio } from '../primitives/ratio.ts'
import { WEEK } from '../primitives/time.ts'
import type { Uregen } from '../primitives/uregen.ts'
import type { FeeRules } from './fees/chargeMessages.ts'
import { feeRules } from './fees/feePeriod.ts'
import { nanosecondsBetween } from './periodBounds.ts'
import type { RunningPeriod } from './state/epochClocks.ts'
import type { EpochState } from './state/epochState.ts'

/** The parameters of every mechanism for one period: the policy, and what earlier periods changed of it. */
export type EpochParams = {
  readonly fees: FeeRules
  readonly supply: SupplyParams
  readonly validators: ValidatorParams
  readonly rewards: RewardConfig
}

/**
 * The burn share may follow the last revenue, the cap may have been set to the supply, the safety valve may be open; r_base is that of
 * the period that runs.
 */
export function epochParams(
  policy: PolicyConfig,
  {
    revenue,
    supply,
    stability: { lowered },
  }: {
    readonly revenue: Uregen
    readonly supply: Pick<EpochState['supply'], 'hardCap'>
    readonly stability: Pick<EpochState['stability'], 'lowered'>
  },
  period: RunningPeriod | null,
): EpochParams {
  const { m012, m014, m015 } = policy
  const isLowered = lowered !== null && compareRatios(m015.stabilityRate, lowered.from) === 0
  const baseRate = rateIn(period, m012)
  const hardCap = supply.hardCap ?? m012.hardCap
  // Mostly nothing was changed, and what is the same object was looked at already.
  const isChanged = baseRate !== m012.baseRate || hardCap !== m012.hardCap
  return {
    fees: feeRules(policy, revenue),
    supply: isChanged ? { ...m012, baseRate, hardCap } : m012,
    validators: m014,
    rewards: isLowered ? { ...m015, stabilityRate: lowered.to } : m015,
  }
}

/**
 * r_base of a period. It is a rate per `periodLength`, or with `per-block` per week (OQ-M012-3): a block mints its part of a week.
 *
 *     r_base of a period = r_base × length of the period / length that r_base is for
 *
 * A period that began before the policy changed the length keeps its end, and so mints by its own length; at most 0.10 (invariant 5).
 */
export function rateIn(
  period: RunningPeriod | null,
  { periodLength, baseRate }: Pick<SupplyParams, 'periodLength' | 'baseRate'>,
): RegrowthRate {
  const own = milliseconds(periodLength)
  const length = period === null ? own : nanosecondsBetween(period.start, period.end) / 1_000_000n
  const whole = periodLength.kind === 'days' ? own : WEEK * 1_000n
  if (length === whole) return baseRate
  const rate = mulRatio(baseRate, ratio(length, whole))
  return (length === own ? rate : minRatio(rate, MAX_BASE_RATE)) as RegrowthRate
}
