import { sumRatios, ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { distributeActivity } from './distribution/distribution.ts'
import type { RewardConfig } from './params.ts'
import type { M015Phase } from './phase.ts'
import type { DistributionRecord } from './records.ts'
import type { ActivityScore } from './score.ts'
import type { StabilityCommitment } from './stabilityTier/commitment.ts'
import { allocateStability } from './stabilityTier/stability.ts'

/** What a period leaves behind. Its operands: inflow + carriedIn = governance + stability + distributed + undistributed. */
export type PeriodResult = {
  readonly record: DistributionRecord
  readonly commitments: readonly StabilityCommitment[]
  /** The tier was due more than it got; the safety valve counts these. */
  readonly capped: boolean
  /** What of the tier's part no commitment got; it stays in the community pool. */
  readonly unassigned: Uregen
  /** What was due to it, in uregen. */
  readonly due: Uregen
  /** For the activity pool of the next period. */
  readonly carriedOut: Uregen
}

/**
 * One period of M015 from the community inflow to every reward, in uregen.
 *
 * Before DISTRIBUTING the whole inflow stays with governance, and commitments do not accrue.
 * What nobody earned goes where `noActivity` says; only `carry-over` lets a later period pay more than its own inflow.
 */
export function distributePeriod({
  period,
  phase,
  inflow,
  carriedIn,
  commitments,
  scores,
  params,
}: {
  period: number
  phase: M015Phase
  inflow: Uregen
  carriedIn: Uregen
  commitments: readonly StabilityCommitment[]
  scores: readonly ActivityScore[]
  params: RewardConfig
}): PeriodResult {
  const open = phase === 'DISTRIBUTING'
  const { governance, stability, unassigned, capped, due, ...allocation } = allocateStability({
    committed: open ? commitments : [],
    inflow,
    params: open ? params : { ...params, autoShare: ZERO },
  })
  const activity = (allocation.activity + carriedIn) as Uregen
  const paid = distributeActivity({ pool: activity, scores: open ? scores : [], params })
  const carried = !open || params.noActivity === 'carry-over'
  return {
    record: {
      period,
      inflow,
      carriedIn,
      governance,
      stability,
      activity,
      totalScore: sumRatios(...scores.map(({ score }) => score)),
      ...paid,
      undistributedTo: carried ? 'carry-over' : params.noActivity,
    },
    commitments: open ? allocation.commitments : commitments,
    capped,
    unassigned,
    due,
    carriedOut: carried ? paid.undistributed : (0n as Uregen),
  }
}
