import { changeTier, matureTier } from '../../epoch/rewards/stabilityTier.ts'
import type { EpochState, RewardLedger, StabilityTier } from '../../epoch/state/epochState.ts'
import { creditRewards } from '../../mechanisms/m015-contribution-weighted-rewards/claims.ts'
import { allocateStability } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { amountOf, type Coin } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'
import type { EpochNumbers } from './epochNumbers.ts'
import type { Prepared } from './prepare.ts'
import { rewardGroups } from './rewardGroups.ts'

/** M015 in one period; amounts in uregen. */
export type AdvancedRewards = {
  readonly stability: StabilityTier
  readonly ledger: RewardLedger
  readonly community: bigint
  /** What came into the economy’s accounts from holders, and what went to them. */
  readonly entered: bigint
  readonly left: bigint
  readonly numbers: Pick<
    EpochNumbers,
    'stabilityPromised' | 'stability' | 'activityPool' | 'distributed' | 'rewards'
  >
}

const REMEMBERED_INFLOWS = 4

/** Exits, admission, the stability tier, activity, and maturity. */
export function advanceRewards(
  tier: StabilityTier,
  ledger: EpochState['rewards'],
  { period, inflow, community }: { period: AggregatedPeriod; inflow: Uregen; community: bigint },
  prepared: Prepared,
): AdvancedRewards {
  const params = prepared.params.rewards
  const { requests, exits } = period.stability
  const isMoving = requests.length > 0 || exits.length > 0 || tier.commitments.some(isWaiting)
  const changed = isMoving
    ? changeTier(tier, period.stability, { admits: true, params })
    : { commitments: tier.commitments, admitted: [], exits: [] }
  const { due, stability, capped, activity, commitments } = allocateStability({
    committed: changed.commitments,
    inflow,
    params,
  })
  const stabilityPromised =
    params.arrears === 'none' ? due : ((promisedOf(commitments) - promisedOf(changed.commitments)) as Uregen)
  const carriedIn = amountOf(ledger.carried, 'uregen')
  const activityPool = (activity + carriedIn) as Uregen
  const { rewards, distributed } = rewardGroups(activityPool, period.participants, prepared)
  const undistributed = activityPool - distributed
  const carriedOut = params.noActivity === 'carry-over' ? undistributed : 0n
  const toReserve = params.noActivity === 'governance-reserve' ? undistributed : 0n
  const ended = commitments.some(isOver) ? matureTier(commitments, params) : { commitments, matured: [] }
  const settlements =
    changed.exits.length > 0 || ended.matured.length > 0 ? [...changed.exits, ...ended.matured] : []
  let [forfeited, returned] = [0n, 0n]
  for (const settlement of settlements) {
    forfeited += settlement.forfeited
    returned += settlement.principal + settlement.reward
  }
  const toCommunity = params.forfeitTo === 'community'
  const entered = changed.admitted.reduce((sum, { amount }) => sum + amount, 0n)
  return {
    stability: {
      commitments: ended.commitments,
      inflows: [...tier.inflows, inflow].slice(-REMEMBERED_INFLOWS),
      cappedPeriods: capped ? tier.cappedPeriods + 1 : 0,
      lowered: null,
      forfeited: (tier.forfeited + (toCommunity ? 0n : forfeited)) as Uregen,
    },
    ledger: {
      claims:
        rewards.length === 0
          ? ledger.claims
          : { ...ledger.claims, uregen: creditRewards(ledger.claims['uregen'] ?? [], rewards, params) },
      carried: uregenOnly(carriedOut),
      governanceReserve:
        toReserve === 0n
          ? ledger.governanceReserve
          : uregenOnly(amountOf(ledger.governanceReserve, 'uregen') + toReserve),
      tracked: ledger.tracked,
    },
    community:
      community +
      carriedIn -
      distributed -
      carriedOut -
      toReserve -
      stability +
      (toCommunity ? forfeited : 0n),
    entered,
    left: returned + (params.payout === 'auto' ? distributed : 0n),
    numbers: { stabilityPromised, stability, activityPool, distributed, rewards },
  }
}

const promisedOf = (commitments: StabilityTier['commitments']): bigint =>
  commitments.reduce((sum, { promised }) => sum + promised, 0n)

const isWaiting = ({ state }: { readonly state: string }): boolean => state === 'UNCOMMITTED'

const isOver = ({ state, periods, lockPeriods }: StabilityTier['commitments'][number]): boolean =>
  state === 'COMMITTED' && periods >= lockPeriods

const uregenOnly = (amount: bigint): readonly Coin[] => (amount === 0n ? [] : [{ denom: 'uregen', amount }])
