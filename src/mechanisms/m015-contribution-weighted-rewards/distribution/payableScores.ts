import type { RewardConfig } from '../params.ts'
import { type ActivityScore, mergeScores } from '../score.ts'

/**
 * The scores that a distribution pays: those of its own period. The first one, for which `tracked` has the periods
 * of TRACKING, pays them as well when `retroactiveTracking` says so; the pool is that of its own period all the same.
 */
export const payableScores = (
  { tracked, current }: { tracked: readonly (readonly ActivityScore[])[]; current: readonly ActivityScore[] },
  params: RewardConfig,
): readonly ActivityScore[] =>
  params.retroactiveTracking === 'include' ? mergeScores([...tracked, current], params).scores : current
