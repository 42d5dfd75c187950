import { requireProof } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { StabilityCommitment } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import { ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { RewardClock } from '../state/epochClocks.ts'
import type { EpochState } from '../state/epochState.ts'
import { type RewardPeriod, rewardPeriod } from './rewardPeriod.ts'
import { type ScoredPeriod, scorePeriod } from './scorePeriod.ts'

/** What a distribution period scored and paid. */
type Distributed = { readonly scored: ScoredPeriod; readonly paid: RewardPeriod }

type Distributing = Pick<EpochState, 'period' | 'phases' | 'pools' | 'rewards'> & {
  readonly commitments: readonly StabilityCommitment[]
}

/** The end of a distribution period: everything that waited is scored and paid out. */
export function distribute(
  { period, phases, pools, rewards, commitments }: Distributing,
  { activities, inflow, resolvedAnomalies }: RewardClock,
  { m013 }: PolicyConfig,
  params: RewardConfig,
): Distributed {
  const scored = scorePeriod(activities, rewards.tracked, phases.m015, params, resolvedAnomalies)
  const paid = rewardPeriod({
    period,
    phase: phases.m015,
    pools,
    inflow: inflow.community,
    others: m013.distribution.kind === 'regen' ? [] : othersOf([...inflow.community, ...rewards.carried]),
    commitments,
    ledger: rewards,
    scores: scored.payable,
    params,
  })
  return { scored, paid }
}

const othersOf = (coins: readonly Coin[]): readonly string[] =>
  [...new Set(coins.map(({ denom }) => denom))].filter(denom => denom !== 'uregen').sort()

/** A step within a distribution period: nothing is scored or paid, and an activity that is listed twice is refused at once. */
export function waitForEnd(
  { period, pools, rewards, commitments }: Distributing,
  { activities }: RewardClock,
  hasNews: boolean,
): Distributed {
  if (hasNews) requireProof(activities)
  const { tracked, claims, carried, governanceReserve } = rewards
  const none = 0n as Uregen
  return {
    scored: { contributions: [], scores: [], payable: [], retroactive: [], findings: [], tracked },
    paid: {
      record: {
        period,
        inflow: none,
        carriedIn: none,
        governance: none,
        stability: none,
        activity: none,
        totalScore: ZERO,
        rewards: [],
        distributed: none,
        undistributed: none,
        undistributedTo: 'carry-over',
      },
      others: [],
      commitments,
      capped: false,
      due: none,
      pools,
      ledger: { claims, carried, governanceReserve },
      movements: [],
      alerts: [],
    },
  }
}
