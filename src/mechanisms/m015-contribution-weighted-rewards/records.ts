import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Contribution, CreditedKind } from './credit.ts'
import type { Reward } from './distribution/distribution.ts'
import type { RewardConfig } from './params.ts'
import type { Settlement, StabilityCommitment } from './stabilityTier/commitment.ts'

/**
 * One period's distribution as it would be stored.
 *
 *     inflow + carriedIn = governance + stability + distributed + undistributed
 *
 * @see SPEC M015, Storage: DistributionRecord
 */
export type DistributionRecord = {
  readonly period: number
  readonly inflow: Uregen
  /** From earlier periods in which nobody earned it. */
  readonly carriedIn: Uregen
  readonly governance: Uregen
  readonly stability: Uregen
  /** What activity could earn: auto − stability + carriedIn. */
  readonly activity: Uregen
  readonly totalScore: Ratio
  readonly rewards: readonly Reward[]
  readonly distributed: Uregen
  readonly undistributed: Uregen
  readonly undistributedTo: RewardConfig['noActivity']
}

/** An activity was credited to an account, and where on the chain it stands. @see SPEC M015, Events */
export type EventActivityRecorded = {
  readonly type: 'EventActivityRecorded'
  readonly period: number
  readonly address: string
  readonly kind: CreditedKind
  readonly amount: Ratio
  readonly txHash: string
  readonly messageIndex: number
  readonly part: number
}

/** What an account earned in a period, in uregen. @see SPEC M015, Events */
export type EventRewardDistributed = {
  readonly type: 'EventRewardDistributed'
  readonly period: number
  readonly address: string
  readonly amount: Uregen
}

/** A holder locked uregen for some periods at a rate per year. @see SPEC M015, Events */
export type EventStabilityCommitted = {
  readonly type: 'EventStabilityCommitted'
  readonly period: number
  readonly id: string
  readonly holder: string
  readonly amount: Uregen
  readonly lockPeriods: number
  readonly rate: Ratio
}

/** A commitment ended: what was locked and what it earned, in uregen. @see SPEC M015, Events */
export type EventStabilityMatured = {
  readonly type: 'EventStabilityMatured'
  readonly period: number
  readonly id: string
  readonly holder: string
  readonly principal: Uregen
  readonly reward: Uregen
}

export const activityRecorded = (
  period: number,
  { txHash, messageIndex, part, address, kind, amount }: Contribution,
): EventActivityRecorded => ({
  type: 'EventActivityRecorded',
  period,
  txHash,
  messageIndex,
  part,
  address,
  kind,
  amount,
})

/** One event for each reward of at least 1 uregen. */
export const rewardsDistributed = ({
  period,
  rewards,
}: DistributionRecord): readonly EventRewardDistributed[] => {
  const events: EventRewardDistributed[] = []
  for (const { address, reward } of rewards)
    if (reward > 0n) events.push({ type: 'EventRewardDistributed', period, address, amount: reward })
  return events
}

export const stabilityCommitted = (
  period: number,
  { id, holder, amount, lockPeriods, rate }: StabilityCommitment,
): EventStabilityCommitted => ({
  type: 'EventStabilityCommitted',
  period,
  id,
  holder,
  amount,
  lockPeriods,
  rate,
})

export const stabilityMatured = (
  period: number,
  { commitment: { id, holder }, principal, reward }: Settlement,
): EventStabilityMatured => ({ type: 'EventStabilityMatured', period, id, holder, principal, reward })
