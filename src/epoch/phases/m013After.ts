import {
  nextPhase,
  transitionGuards,
  valueBasedGuards,
} from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { EpochPhases } from '../state/epochState.ts'
import { type After, approvalOf, type PhaseFacts, waitsFor } from './phaseFacts.ts'

/** M013 after a period. @see SPEC M013, State Transitions */
export function m013After(phases: EpochPhases, facts: PhaseFacts): After<EpochPhases['m013']> {
  const { m013 } = phases
  const { today, feeDays } = facts
  const { phase, transitionStarted } = m013
  const { approved, accelerated, ...deployed } = facts.decisions.m013
  if (phase === 'FLAT_GAS') {
    const vote = approvalOf(approved, 'L3', phases, facts)
    const guards = transitionGuards({ proposalApproved: vote.met, ...deployed })
    const next = nextPhase(phase, guards)
    return {
      next: { phase: next, transitionStarted: next === phase ? transitionStarted : today, feeDays },
      waitsFor: waitsFor(approved, vote, guards),
    }
  }
  if (phase === 'VALUE_BASED' || transitionStarted === null)
    return { next: { ...m013, feeDays }, waitsFor: [] }
  const vote = approvalOf(accelerated, 'L3', phases, facts)
  const guards = valueBasedGuards({
    transitionStarted,
    today,
    accelerated: vote.met,
    daysWithFees: feeDays,
  })
  const next = nextPhase(phase, guards)
  return {
    next: { phase: next, transitionStarted, feeDays },
    waitsFor: next === phase ? waitsFor(accelerated, vote, guards) : [],
  }
}
