import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import {
  activityRecorded,
  rewardsDistributed,
  stabilityCommitted,
  stabilityMatured,
} from '../../mechanisms/m015-contribution-weighted-rewards/records.ts'
import { safetyValve } from '../../mechanisms/m015-contribution-weighted-rewards/safetyValve.ts'
import type {
  Settlement,
  StabilityCommitment,
} from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import { exact, type Ratio, ratio } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { Movement } from '../books/movements.ts'
import { besideWaiting, depositTo } from '../books/movePools.ts'
import type { EpochStep } from '../clocks.ts'
import type { EpochParams } from '../epochParams.ts'
import type { CollectedFee } from '../fees/collectFees.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { EpochEvent } from '../report/epochReport.ts'
import type { RewardClock } from '../state/epochClocks.ts'
import type { EpochState, RewardLedger, StabilityTier } from '../state/epochState.ts'
import { distribute, waitForEnd } from './distribute.ts'
import { type PaidClaim, payClaims } from './payClaims.ts'
import type { RewardPeriod } from './rewardPeriod.ts'
import type { ScoredPeriod } from './scorePeriod.ts'
import { changeTier, matureTier } from './stabilityTier.ts'
import { tallyActivities } from './tallyActivities.ts'

export type RewardRun = {
  readonly period: RewardPeriod
  readonly scored: ScoredPeriod
  readonly pools: PoolBalances
  readonly stability: StabilityTier
  readonly ledger: RewardLedger
  readonly admitted: readonly StabilityCommitment[]
  readonly settlements: readonly Settlement[]
  readonly claims: readonly PaidClaim[]
  /** The distribution period with what this step adds to it. */
  readonly clock: RewardClock
  readonly movements: readonly Movement[]
  readonly alerts: readonly EpochAlert[]
  readonly events: readonly EpochEvent[]
}

const REMEMBERED_INFLOWS = 4

/**
 * M015 on the community pool: exits, and when the distribution period ends admission, scores, distribution, maturity and the safety valve;
 * then claims. Before its end inflow, activities and requests wait, and no interest is due.
 */
export function runRewards(
  state: EpochState,
  {
    inputs,
    policy,
    params: { rewards: params },
    step,
    clock: opening,
    inflow,
    fees,
  }: {
    inputs: EpochInputs
    policy: PolicyConfig
    params: EpochParams
    step: EpochStep
    clock: RewardClock
    inflow: readonly Coin[]
    fees: readonly CollectedFee[]
  },
): RewardRun {
  const { period, phases, stability, rewards } = state
  const { ends } = step.m015
  const distributing = phases.m015 === 'DISTRIBUTING'
  const admits = distributing && ends
  const changed = changeTier(stability, inputs.stability, { admits, params })
  const { counted, leftOut, votes } = tallyActivities(fees, inputs, {
    span: step,
    votes: rewards.votes ?? [],
  })
  const clock: RewardClock = {
    ...opening,
    inflow: { ...opening.inflow, community: sumCoins([...opening.inflow.community, ...inflow]) },
    activities:
      phases.m015 === 'INACTIVE'
        ? []
        : [...opening.activities, ...(ends ? counted : counted.map(inLowestTerms))],
    resolvedAnomalies: opening.resolvedAnomalies + (inputs.decisions.resolvedAnomalies ?? 0),
    approved: inputs.decisions.m015Approved ?? opening.approved,
  }
  const of = { ...state, commitments: changed.commitments }
  const { scored, paid } = ends
    ? distribute(of, clock, policy, params)
    : waitForEnd(of, clock, counted.length > 0)
  const ended = ends
    ? matureTier(paid.commitments, params)
    : { commitments: paid.commitments, matured: [], movements: [] }
  const settlements = [...changed.exits, ...ended.matured]
  const forfeited = sumUregen(...settlements.map(settlement => settlement.forfeited))
  const toCommunity = params.forfeitTo === 'community'
  const pools = toCommunity
    ? depositTo(paid.pools, 'community', [{ denom: 'uregen', amount: forfeited }])
    : paid.pools
  const claimed = besideWaiting(
    pools,
    { validator: [], community: ends ? [] : clock.inflow.community },
    free =>
      payClaims(
        inputs.claims,
        { claims: paid.ledger.claims, pools: free },
        { rates: inputs.rates, distribution: policy.m013.distribution },
      ),
  )
  const tier = ends ? afterDistribution(stability, paid, { distributing, params, policy }) : stability
  return {
    period: paid,
    scored,
    clock,
    pools: claimed.pools,
    stability: {
      ...tier,
      commitments: ended.commitments,
      forfeited: (stability.forfeited + (toCommunity ? 0n : forfeited)) as Uregen,
    },
    ledger: {
      ...paid.ledger,
      claims: claimed.claims,
      tracked: scored.tracked,
      ...votes,
    },
    admitted: changed.admitted,
    settlements,
    claims: claimed.paid,
    movements: [...changed.movements, ...paid.movements, ...ended.movements, ...claimed.movements],
    alerts: [
      ...scored.findings,
      ...paid.alerts,
      ...(tier.lowered !== null && tier.lowered !== stability.lowered
        ? [{ code: 'SAFETY_VALVE_OPENED', rate: tier.lowered.to } as const]
        : []),
      ...(leftOut > 0 ? [{ code: 'ACTIVITY_OUTSIDE_PERIOD', count: leftOut } as const] : []),
    ],
    events: [
      ...scored.contributions.map(contribution => activityRecorded(period, contribution)),
      ...changed.admitted.map(commitment => stabilityCommitted(period, commitment)),
      ...rewardsDistributed(paid.record),
      ...ended.matured.map(settlement => stabilityMatured(period, settlement)),
    ],
  }
}

/** An activity as a state keeps it: what goes through JSON comes back in lowest terms. */
const inLowestTerms = (activity: Activity): Activity =>
  activity.kind === 'purchase' || activity.kind === 'retirement'
    ? { ...activity, value: lowestTerms(exact(activity.value)) }
    : activity

const lowestTerms = ({ num, den }: Ratio): Ratio => ratio(num, den)

/** The inflow that admission measures against, and the safety valve, after a distribution. */
function afterDistribution(
  before: StabilityTier,
  { record, capped }: RewardPeriod,
  { distributing, params, policy }: { distributing: boolean; params: RewardConfig; policy: PolicyConfig },
): StabilityTier {
  const { stabilityRate } = params
  const valve = safetyValve(
    { stabilityRate, cappedPeriods: before.cappedPeriods },
    distributing && capped,
    params,
  )
  return {
    ...before,
    inflows: [...before.inflows, record.inflow].slice(-REMEMBERED_INFLOWS),
    cappedPeriods: valve.cappedPeriods,
    lowered: valve.opened ? { from: policy.m015.stabilityRate, to: valve.stabilityRate } : before.lowered,
  }
}
