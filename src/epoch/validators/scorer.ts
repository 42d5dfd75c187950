import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import {
  type Metrics,
  type PerformanceRecord,
  performanceScore,
  performanceStatus,
} from '../../mechanisms/m014-authority-validator-governance/score.ts'

/** What metrics come to. */
export type Performance = Pick<PerformanceRecord, 'score' | 'confidence' | 'status'>

/** Scores metrics; those who were measured alike, by the same object, are scored once. */
export function scorer(params: ValidatorParams): (metrics: Metrics) => Performance {
  const known = new Map<Metrics, Performance>()
  return metrics => {
    const before = known.get(metrics)
    if (before !== undefined) return before
    const scored = performanceScore(metrics, params)
    const performance = { status: performanceStatus(metrics['uptime'], params, scored.score), ...scored }
    known.set(metrics, performance)
    return performance
  }
}
