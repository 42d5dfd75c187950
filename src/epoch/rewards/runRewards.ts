import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import type {
  Settlement,
  StabilityCommitment,
} from '../../mechanisms/m015-contribution-weighted-rewards/commitment.ts'
import {
  activityRecorded,
  rewardsDistributed,
  stabilityCommitted,
  stabilityMatured,
} from '../../mechanisms/m015-contribution-weighted-rewards/records.ts'
import { safetyValve } from '../../mechanisms/m015-contribution-weighted-rewards/safetyValve.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf, type Coin } from '../../primitives/coin.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { Movement } from '../books/movements.ts'
import { depositTo } from '../books/movePools.ts'
import type { EpochParams } from '../epochParams.ts'
import type { CollectedFee } from '../fees/collectFees.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { Span } from '../period.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { EpochEvent } from '../report/epochReport.ts'
import type { EpochState, RewardLedger, StabilityTier } from '../state/epochState.ts'
import { type PaidClaim, payClaims } from './payClaims.ts'
import { type RewardPeriod, rewardPeriod } from './rewardPeriod.ts'
import { type ScoredPeriod, scorePeriod } from './scorePeriod.ts'
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
  readonly movements: readonly Movement[]
  readonly alerts: readonly EpochAlert[]
  readonly events: readonly EpochEvent[]
}

const REMEMBERED_INFLOWS = 4

/** M015 on the community pool: exits, admission, scores, distribution, maturity, claims, and the safety valve. */
export function runRewards(
  state: EpochState,
  {
    inputs,
    policy,
    params: { rewards: params },
    span,
    inflow,
    fees,
  }: {
    inputs: EpochInputs
    policy: PolicyConfig
    params: EpochParams
    span: Span
    inflow: readonly Coin[]
    fees: readonly CollectedFee[]
  },
): RewardRun {
  const { period, phases, stability, rewards } = state
  const distributing = phases.m015 === 'DISTRIBUTING'
  const changed = changeTier(stability, inputs.stability, { distributing, params })
  const { counted, leftOut, votes } = tallyActivities(fees, inputs, {
    span,
    votes: rewards.votes ?? [],
  })
  const scored = scorePeriod(
    counted,
    rewards.tracked,
    phases.m015,
    params,
    inputs.decisions.resolvedAnomalies,
  )
  const paid = rewardPeriod({
    period,
    phase: phases.m015,
    pools: state.pools,
    inflow,
    others: policy.m013.distribution.kind === 'regen' ? [] : othersOf([...inflow, ...rewards.carried]),
    commitments: changed.commitments,
    ledger: rewards,
    scores: scored.payable,
    params,
  })
  const ended = matureTier(paid.commitments, params)
  const settlements = [...changed.exits, ...ended.matured]
  const forfeited = sumUregen(...settlements.map(settlement => settlement.forfeited))
  const toCommunity = params.forfeitTo === 'community'
  const claimed = payClaims(
    inputs.claims,
    {
      claims: paid.ledger.claims,
      pools: toCommunity
        ? depositTo(paid.pools, 'community', [{ denom: 'uregen', amount: forfeited }])
        : paid.pools,
    },
    { rates: inputs.rates, distribution: policy.m013.distribution },
  )
  const valve = safetyValve(
    { stabilityRate: params.stabilityRate, cappedPeriods: stability.cappedPeriods },
    distributing && paid.capped,
    params,
  )
  return {
    period: paid,
    scored,
    pools: claimed.pools,
    stability: {
      commitments: ended.commitments,
      inflows: [...stability.inflows, amountOf(inflow, 'uregen') as Uregen].slice(-REMEMBERED_INFLOWS),
      cappedPeriods: valve.cappedPeriods,
      lowered: valve.opened
        ? { from: policy.m015.stabilityRate, to: valve.stabilityRate }
        : stability.lowered,
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
      ...(valve.opened ? [{ code: 'SAFETY_VALVE_OPENED', rate: valve.stabilityRate } as const] : []),
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

const othersOf = (coins: readonly Coin[]): readonly string[] =>
  [...new Set(coins.map(({ denom }) => denom))].filter(denom => denom !== 'uregen').sort()
