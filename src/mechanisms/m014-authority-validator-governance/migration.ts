import { parseTime } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { addDays } from './calendar.ts'
import type { ValidatorParams } from './params.ts'

/** The states of this mechanism's module, which M012's multiplier reads. */
export const M014_STATES = ['INACTIVE', 'TRANSITION', 'ACTIVE', 'EQUILIBRIUM'] as const
export type M014State = (typeof M014_STATES)[number]

/** 0: not begun. 1: active set reduced by governance. 2: authority module with a curated set. 3: PoS inflation off. */
export type MigrationPhase = 0 | 1 | 2 | 3

/**
 * m014.state of a migration phase: before 1 INACTIVE, 1 and 2 TRANSITION, 3 ACTIVE, and EQUILIBRIUM while M012 is in its own.
 *
 * @see SPEC M014, Migration; SPEC M012, Phase-gated behavior
 */
export function m014State(phase: MigrationPhase, m012Phase: string): M014State {
  if (phase === 0) return 'INACTIVE'
  if (phase < 3) return 'TRANSITION'
  return m012Phase === 'EQUILIBRIUM' ? 'EQUILIBRIUM' : 'ACTIVE'
}

/**
 * What is still delegated while delegations are unbonded, in uregen (OQ-M014-5).
 *
 *     floor( delegated × time left / unbonding time )        all of it before `from`, 0 after the end
 */
export function delegatedAt(
  at: string,
  {
    delegated,
    from,
    unbondingDays,
  }: { delegated: Uregen; from: string } & Pick<ValidatorParams, 'unbondingDays'>,
): Uregen {
  const start = parseTime(from).seconds
  const end = parseTime(addDays(from, unbondingDays)).seconds
  const now = parseTime(at).seconds
  if (now <= start) return delegated
  return (now >= end ? 0n : (delegated * (end - now)) / (end - start)) as Uregen
}
