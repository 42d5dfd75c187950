import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import {
  type Contribution,
  creditActivities,
  type Finding,
} from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { payableScores } from '../../mechanisms/m015-contribution-weighted-rewards/distribution/payableScores.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { M015Phase } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import {
  type ActivityScore,
  mergeScores,
  scoreActivities,
} from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { RewardLedger } from '../state/epochState.ts'

type Tracked = RewardLedger['tracked']

const NOTHING_TRACKED: Tracked = { periods: 0, scoredPeriods: 0, scores: [] }

/** What a period credits to whom, and by which scores it pays. */
export type ScoredPeriod = {
  readonly contributions: readonly Contribution[]
  /** Of this period alone. */
  readonly scores: readonly ActivityScore[]
  /** What a distribution pays by: the first one may include what was tracked. */
  readonly payable: readonly ActivityScore[]
  /** What was tracked and is paid beside them. */
  readonly retroactive: readonly ActivityScore[]
  readonly findings: readonly Finding[]
  readonly tracked: Tracked
}

/** Scores the activities of a period; M015 INACTIVE records nothing. @see SPEC M015, State Transitions */
export function scorePeriod(
  activities: readonly Activity[],
  tracked: Tracked,
  phase: M015Phase,
  params: RewardConfig,
  resolved: number,
): ScoredPeriod {
  if (phase === 'INACTIVE')
    return {
      contributions: [],
      scores: [],
      payable: [],
      retroactive: [],
      findings: [],
      tracked: NOTHING_TRACKED,
    }
  const { contributions, findings } = creditActivities(activities, params)
  const { scores, findings: more } = scoreActivities(contributions, params)
  const distributing = phase === 'DISTRIBUTING'
  const first = distributing && tracked.periods > 0
  return {
    contributions,
    scores,
    payable: first ? payableScores({ tracked: [tracked.scores], current: scores }, params) : scores,
    retroactive: first && params.retroactiveTracking === 'include' ? tracked.scores : [],
    findings: [...findings, ...more],
    tracked: distributing
      ? NOTHING_TRACKED
      : track(
          { ...tracked, anomalies: (tracked.anomalies ?? 0) + anomaliesIn(findings) - resolved },
          scores,
          params,
        ),
  }
}

const ANOMALIES: readonly Finding['code'][] = ['PAIRED_PURCHASES', 'CIRCULAR_PURCHASES']

const anomaliesIn = (findings: readonly Finding[]): number =>
  findings.filter(({ code }) => ANOMALIES.includes(code)).length

/** Periods of tracking are kept as one: only their sums are ever used. */
const track = (
  { periods, scoredPeriods, scores, anomalies = 0 }: Tracked,
  current: readonly ActivityScore[],
  params: RewardConfig,
): Tracked => ({
  periods: periods + 1,
  scoredPeriods: scoredPeriods + (current.some(({ score }) => score.num > 0n) ? 1 : 0),
  scores: mergeScores([scores, current], params).scores,
  ...(anomalies > 0 && { anomalies }),
})
