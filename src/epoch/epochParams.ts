import type { RegrowthRate, SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { milliseconds, periodsPerYear } from '../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { toRewardConfig, toSupplyParams, toValidatorParams } from '../policy/toParams.ts'
import { compareRatios, mulRatio, ratio } from '../primitives/ratio.ts'
import type { Uregen } from '../primitives/uregen.ts'
import type { FeeRules } from './fees/chargeMessages.ts'
import { feeRules } from './fees/feePeriod.ts'
import type { EpochState } from './state/epochState.ts'

/** The parameters of every mechanism for one period: the policy, and what earlier periods changed of it. */
export type EpochParams = {
  readonly fees: FeeRules
  readonly supply: SupplyParams
  readonly validators: ValidatorParams
  readonly rewards: RewardConfig
}

/** The burn share may follow the last revenue, the cap may have been set to the supply, the safety valve may be open. */
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
): EpochParams {
  const supplyParams = inStep(toSupplyParams(policy.m012))
  const rewards = { ...toRewardConfig(policy.m015), ...distributionClock(policy) }
  const isLowered = lowered !== null && compareRatios(rewards.stabilityRate, lowered.from) === 0
  return {
    fees: feeRules(policy, revenue),
    supply: { ...supplyParams, hardCap: supply.hardCap ?? supplyParams.hardCap },
    validators: toValidatorParams(policy.m014),
    rewards: isLowered ? { ...rewards, stabilityRate: lowered.to } : rewards,
  }
}

const WEEK = 604_800_000n

/**
 * OQ-M012-3 `per-block`: r_base stays a rate per week, and a block mints its part of it.
 *
 *     r_base of a block = r_base × milliseconds of the block / milliseconds of a week
 */
function inStep(params: SupplyParams): SupplyParams {
  const { periodLength, baseRate } = params
  if (periodLength.kind === 'days') return params
  return { ...params, baseRate: mulRatio(baseRate, ratio(milliseconds(periodLength), WEEK)) as RegrowthRate }
}

/** M015’s clock: weeks as its policy says, or with `per-block` so many blocks a year; locks and accrual follow it. */
const distributionClock = ({ m012 }: PolicyConfig): Partial<Pick<RewardConfig, 'periodsPerYear'>> =>
  m012.periodLength.kind === 'days'
    ? {}
    : { periodsPerYear: parseInt(periodsPerYear(m012.periodLength).toString(), 10) }
