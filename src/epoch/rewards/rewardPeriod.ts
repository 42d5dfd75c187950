import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import { creditRewards } from '../../mechanisms/m015-contribution-weighted-rewards/claims.ts'
import {
  distributeActivity,
  type Reward,
} from '../../mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { distributePeriod } from '../../mechanisms/m015-contribution-weighted-rewards/period.ts'
import type { M015Phase } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import type { DistributionRecord } from '../../mechanisms/m015-contribution-weighted-rewards/records.ts'
import type { ActivityScore } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { StabilityCommitment } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import { splitInflow } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { amountOf, type Coin, sumCoins } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type Movement, move } from '../books/movements.ts'
import { payFrom } from '../books/movePools.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { EpochState, RewardLedger } from '../state/epochState.ts'

/** What M015 paid out of a period’s community inflow in one denom other than uregen, in its smallest unit. */
export type DenomDistribution = {
  readonly denom: string
  readonly inflow: bigint
  readonly carriedIn: bigint
  readonly governance: bigint
  readonly activity: bigint
  readonly rewards: readonly Reward[]
  readonly distributed: bigint
  readonly undistributed: bigint
}

export type RewardPeriod = {
  readonly record: DistributionRecord
  readonly others: readonly DenomDistribution[]
  readonly commitments: readonly StabilityCommitment[]
  readonly capped: boolean
  /** What was due to the stability tier, in uregen. */
  readonly due: Uregen
  readonly pools: PoolBalances
  readonly ledger: Omit<RewardLedger, 'tracked' | 'votes'>
  readonly movements: readonly Movement[]
  readonly alerts: readonly EpochAlert[]
}

/** What a period of M015 works on. `inflow` is in the community pool already; `others` are the denoms besides uregen that are paid out. */
export type RewardFacts = {
  readonly period: number
  readonly phase: M015Phase
  readonly pools: PoolBalances
  readonly inflow: readonly Coin[]
  readonly others: readonly string[]
  readonly commitments: readonly StabilityCommitment[]
  readonly ledger: EpochState['rewards']
  readonly scores: readonly ActivityScore[]
  readonly params: RewardConfig
}

/**
 * One period of M015 inside the economy: what the automatic part of the community inflow pays, and where the rest goes.
 *
 * The stability tier is paid in uregen alone, so other denoms go to activity whole. What is not distributed stays in the
 * community pool, where governance directs it, or waits as `noActivity` says.
 *
 * @see SPEC M015, Reward Calculation
 */
export function rewardPeriod(facts: RewardFacts): RewardPeriod {
  const { period, phase, inflow, ledger, commitments, scores, params } = facts
  const {
    record,
    commitments: accrued,
    capped,
    unassigned,
    due,
    carriedOut,
  } = distributePeriod({
    period,
    phase,
    inflow: amountOf(inflow, 'uregen') as Uregen,
    carriedIn: amountOf(ledger.carried, 'uregen') as Uregen,
    commitments,
    scores,
    params,
  })
  const others = phase === 'DISTRIBUTING' ? facts.others.map(denom => shareOut(denom, facts)) : []
  const paid = [
    { denom: 'uregen', carriedOut, ...record },
    ...others.map(other => ({ ...other, carriedOut: carriedBy(other, params) })),
  ]
  let pools = facts.pools
  const movements: Movement[] = []
  const alerts: EpochAlert[] = []
  const claims: { [denom: string]: EpochState['rewards']['claims'][string] } = { ...ledger.claims }
  const reserved: Coin[] = []
  for (const { denom, carriedIn, distributed, undistributed, carriedOut, rewards, activity } of paid) {
    const toReserve =
      phase === 'DISTRIBUTING' && params.noActivity === 'governance-reserve' ? undistributed : 0n
    const fromPool = distributed + carriedOut + toReserve
    movements.push(
      ...move('activity carry-over', 'community pool', carriedIn, 'carried in', denom),
      ...move('community pool', 'unclaimed rewards', distributed, 'activity rewards', denom),
      ...move('community pool', 'activity carry-over', carriedOut, 'nobody earned it', denom),
      ...move('community pool', 'governance reserve', toReserve, 'nobody earned it', denom),
    )
    pools = payFrom(
      {
        ...pools,
        community: {
          ...pools.community,
          coins: sumCoins([...pools.community.coins, { denom, amount: carriedIn }]),
        },
      },
      'community',
      fromPool,
      denom,
    )
    reserved.push({ denom, amount: toReserve })
    if (rewards.length > 0) claims[denom] = creditRewards(claims[denom] ?? [], rewards, params)
    if (params.payout === 'auto')
      movements.push(...move('unclaimed rewards', 'everybody else', distributed, 'rewards sent', denom))
    if (phase === 'DISTRIBUTING' && activity > 0n && undistributed > 0n)
      alerts.push({ code: 'NO_ACTIVITY', denom, undistributed, to: params.noActivity })
  }
  const toTier = record.stability - unassigned
  pools = payFrom(pools, 'community', toTier)
  movements.push(...move('community pool', 'stability rewards', toTier, 'stability tier'))
  if (capped) alerts.push({ code: 'STABILITY_CAPPED', funded: record.stability })
  const untouched = ledger.carried.filter(({ denom }) => !paid.some(other => other.denom === denom))
  return {
    record,
    others,
    commitments: accrued,
    capped,
    due,
    pools,
    ledger: {
      claims,
      carried: sumCoins([
        ...untouched,
        ...paid.map(({ denom, carriedOut }) => ({ denom, amount: carriedOut })),
      ]),
      governanceReserve: sumCoins([...ledger.governanceReserve, ...reserved]),
    },
    movements,
    alerts,
  }
}

/** Activity rewards in a denom other than uregen. With a cap on own fees there are none: own fees are counted in uregen. */
function shareOut(denom: string, { inflow, ledger, scores, params }: RewardFacts): DenomDistribution {
  const received = amountOf(inflow, denom) as Uregen
  const carriedIn = amountOf(ledger.carried, denom)
  const { auto, governance } = splitInflow(received, params)
  const activity = (auto + carriedIn) as Uregen
  const paid = distributeActivity({
    pool: activity,
    scores: params.rewardCapPerOwnFees === null ? scores : [],
    params,
  })
  return { denom, inflow: received, carriedIn, governance, activity, ...paid }
}

const carriedBy = ({ undistributed }: DenomDistribution, { noActivity }: RewardConfig): bigint =>
  noActivity === 'carry-over' ? undistributed : 0n
