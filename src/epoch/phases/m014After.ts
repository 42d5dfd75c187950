import type { MigrationPhase } from '../../mechanisms/m014-authority-validator-governance/migration/migration.ts'
import { isServing } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { EpochPhases } from '../state/epochState.ts'
import { type After, approvalOf, type PhaseFacts, waitsFor } from './phaseFacts.ts'

/**
 * The phase of M014’s migration after a period: one at a time, by Layer 4.
 *
 *     1  active set reduced            M013 on: it pays the validators
 *     2  authority module enabled      a curated set: somebody is APPROVED or serves
 *     3  inflation of x/mint off       min_validators serve, and no delegation is left (OQ-M014-5)
 *
 * @see SPEC M014, Migration
 */
export function m014After(phases: EpochPhases, facts: PhaseFacts): After<MigrationPhase> {
  const { m013, m014: phase } = phases
  const migration = facts.decisions.m014Migration
  if (migration === null || migration.to === phase) return { next: phase, waitsFor: [] }
  const { to, decided } = migration
  if (to !== phase + 1)
    throw new RegenError(INPUT_INVALID, {
      what: 'epoch input',
      issues: `✖ migration goes from phase ${phase} to the next, not to ${to} at decisions.m014Migration`,
    })
  const { validators, composition, delegated, validatorParams } = facts
  const guards = {
    1: { m013Active: m013.phase !== 'FLAT_GAS' },
    2: { curatedSet: validators.some(member => isServing(member) || member.status === 'APPROVED') },
    3: {
      enoughValidators: composition.size >= validatorParams.minValidators,
      delegationsUnbonded: delegated === 0n,
    },
    0: {},
  }[to]
  const vote = approvalOf(decided, 'L4', phases, facts)
  const passes = vote.met && Object.values(guards).every(Boolean)
  const waiting = decided === null ? ['decided'] : waitsFor(decided, vote, guards)
  return { next: passes ? to : phase, waitsFor: waiting }
}
