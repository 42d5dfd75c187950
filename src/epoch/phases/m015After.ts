import { distributingGuards, nextPhase } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import type { EpochPhases } from '../state/epochState.ts'
import { m014StateOf } from './m014StateOf.ts'
import { type After, approvalOf, type PhaseFacts, waitsFor } from './phaseFacts.ts'

/** M015 after a step: its phase moves when the distribution period ends. @see SPEC M015, State Transitions */
export function m015After(phases: EpochPhases, facts: PhaseFacts): After<EpochPhases['m015']> {
  const { decisions, tracked, rewardParams, distributionEnds } = facts
  const { m013, m015 } = phases
  const m014 = m014StateOf(phases)
  if (m015 === 'INACTIVE') {
    const decided = decisions.m015Approved
    const vote = approvalOf(decided, 'L3', phases, facts)
    const guards = { proposalApproved: vote.met, m013Active: m013.phase !== 'FLAT_GAS', distributionEnds }
    return { next: nextPhase(m015, guards), waitsFor: waitsFor(decided, vote, guards) }
  }
  if (m015 === 'DISTRIBUTING' || !distributionEnds) return { next: m015, waitsFor: [] }
  const scored = tracked.scores.filter(({ score }) => score.num > 0n)
  const guards = distributingGuards(
    {
      trackedPeriods: tracked.periods,
      scoredPeriods: tracked.scoredPeriods,
      scoredAddresses: scored.length,
      unresolvedAnomalies: decisions.unresolvedAnomalies + (tracked.anomalies ?? 0),
      m014Active: m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM',
    },
    rewardParams,
  )
  return { next: nextPhase(m015, guards), waitsFor: [] }
}
