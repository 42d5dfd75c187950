import type { AllocationReport } from '../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import type { Coin } from '../primitives/coin.ts'

/** A coin that governance spends from the community pool in a period; `spends` of the inputs of runEpoch are such. */
export type CommunitySpend = {
  readonly pool: 'community'
  readonly by: string
  readonly coin: Coin
  readonly to: string
}

/**
 * A round’s payouts as governance-directed spending of one period: one spend for each project that gets something.
 *
 *     Σ spends = report.allocated;   what the round left stays in the community pool
 *
 * M015 leaves what governance directs of an inflow in the community pool: `report.rewards.record.governance` of one period is the budget
 * of a round, whose payouts the next period spends, from what the pool held before its fees.
 *
 * @param authority of the community pool, as the state of the period has it
 * @example
 * const spends = communitySpends(report, state.pools.community.authority)
 * spends.length === report.allocations.filter(({ amount }) => amount > 0n).length // true
 */
export const communitySpends = (
  { allocations, denom }: AllocationReport,
  authority: string,
): readonly CommunitySpend[] =>
  allocations
    .filter(({ amount }) => amount > 0n)
    .map(({ recipient, amount }) => ({
      pool: 'community',
      by: authority,
      coin: { denom, amount },
      to: recipient,
    }))
