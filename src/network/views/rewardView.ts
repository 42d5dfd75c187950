import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { creditActivities, type Finding } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { distributePeriod } from '../../mechanisms/m015-contribution-weighted-rewards/period.ts'
import { type Amounts, scoreActivities } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { ContributionRewards } from '../../node/contracts/contributionRewards.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { MechanismSource } from '../inForce/mechanismSources.ts'

/** What an account did in the period, and what a distribution would pay it. */
export type Participant = {
  readonly address: string
  readonly amounts: Amounts
  readonly score: Ratio
  readonly reward: Uregen
}

/** The network as M015 sees it. Amounts in uregen. */
export type RewardView = {
  readonly status: 'in-force' | 'proposed'
  readonly source: MechanismSource
  /** The community share of what M013 would have collected. */
  readonly inflow: Uregen
  readonly governance: Uregen
  /** Before M015 is on chain nothing is committed; once it is, what the next distribution owes is not told: unknown. */
  readonly stability: Uregen | 'unknown'
  readonly activityPool: Uregen
  readonly participants: readonly Participant[]
  readonly undistributed: Uregen
  /** Activities that could not be valued, and events that were counted nowhere. */
  readonly unvalued: number
  readonly oddities: number
  readonly findings: readonly Finding[]
  readonly inForce: ContributionRewards | null
}

/** M015's view of a period: who did what, and what one distribution would pay for it. @see SPEC M015, Reward Calculation */
export function rewardView({
  activities,
  unvalued,
  oddities,
  inflow,
  inForce,
  source,
  policy: { m015 },
}: {
  activities: readonly Activity[]
  unvalued: number
  oddities: number
  inflow: Uregen
  inForce: ContributionRewards | null
  source: MechanismSource
  policy: Pick<PolicyConfig, 'm015'>
}): RewardView {
  const { contributions, findings } = creditActivities(activities, m015)
  const { scores, findings: more } = scoreActivities(contributions, m015)
  const { record } = distributePeriod({
    period: 0,
    phase: 'DISTRIBUTING',
    inflow,
    carriedIn: 0n as Uregen,
    commitments: [],
    scores,
    params: m015,
  })
  const rewardOf = new Map(record.rewards.map(({ address, reward }) => [address, reward]))
  return {
    status: source.kind === 'policy' ? 'proposed' : 'in-force',
    source,
    inflow,
    governance: record.governance,
    stability: inForce === null ? record.stability : 'unknown',
    activityPool: record.activity,
    participants: scores.map(({ address, amounts, score }) => ({
      address,
      amounts,
      score,
      reward: rewardOf.get(address) ?? (0n as Uregen),
    })),
    undistributed: record.undistributed,
    unvalued,
    oddities,
    findings: [...findings, ...more],
    inForce,
  }
}
