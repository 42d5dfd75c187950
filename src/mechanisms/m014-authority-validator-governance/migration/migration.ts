import type { M014State } from '../../../primitives/m014States.ts'
/** 0: not begun. 1: active set reduced by governance. 2: authority module with a curated set. 3: PoS inflation off. */
export type MigrationPhase = 0 | 1 | 2 | 3

/**
 * m014.state of a migration phase: before 1 INACTIVE, 1 and 2 TRANSITION, 3 ACTIVE, and EQUILIBRIUM while M012 is in its own.
 *
 * @see SPEC M014, Migration; SPEC M012, Phase-gated behavior
 *
 * @example
 * m014State(2, 'DYNAMIC') // 'TRANSITION'
 * m014State(3, 'EQUILIBRIUM') // 'EQUILIBRIUM'
 */
export function m014State(phase: MigrationPhase, m012Phase: string): M014State {
  if (phase === 0) return 'INACTIVE'
  if (phase < 3) return 'TRANSITION'
  return m012Phase === 'EQUILIBRIUM' ? 'EQUILIBRIUM' : 'ACTIVE'
}
