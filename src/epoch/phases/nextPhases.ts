import type { EpochAlert } from '../report/alerts.ts'
import type { EpochPhases } from '../state/epochState.ts'
import { m012After } from './m012After.ts'
import { m013After } from './m013After.ts'
import { m014After } from './m014After.ts'
import { m015After } from './m015After.ts'
import { type PhaseAction, phaseActions } from './phaseActions.ts'
import type { PhaseFacts } from './phaseFacts.ts'

/** The phases of the next period, what the steps ask somebody to do, and what was decided and has to wait. */
export type NextPhases = {
  readonly phases: EpochPhases
  readonly actions: readonly PhaseAction[]
  readonly alerts: readonly EpochAlert[]
}

/**
 * The phases of the next period: each mechanism moves one step at most, by its own guards and by what this period showed.
 *
 * @see SPEC M012, M013, M014 and M015, State Transitions
 */
export function nextPhases(before: EpochPhases, facts: PhaseFacts): NextPhases {
  const m012 = m012After(before, facts)
  const m013 = m013After(before, facts)
  const m014 = m014After(before, facts)
  const m015 = m015After(before, facts)
  const phases = { m012: m012.next, m013: m013.next, m014: m014.next, m015: m015.next }
  return {
    phases,
    actions: phaseActions(before, phases),
    alerts: [
      ...waits('M012', before.m012.phase, m012.waitsFor),
      ...waits('M013', before.m013.phase, m013.waitsFor),
      ...waits('M014', `${before.m014}`, m014.waitsFor),
      ...waits('M015', before.m015, m015.waitsFor),
    ],
  }
}

const waits = (
  mechanism: 'M012' | 'M013' | 'M014' | 'M015',
  phase: string,
  waitsFor: readonly string[],
): readonly EpochAlert[] =>
  waitsFor.length === 0 ? [] : [{ code: 'PHASE_WAITS', mechanism, phase, waitsFor }]
