import { type SeedSet, seedValidators } from '../mechanisms/m014-authority-validator-governance/seedSet.ts'
import type { AuthorityValidator } from '../mechanisms/m014-authority-validator-governance/validator.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { dayNumber } from '../primitives/time.ts'
import type { M014Policy } from './policy.ts'

/** The first validators as APPROVED, when they were chosen in the way of the policy (OQ-M014-3). */
export function firstValidators(
  seedSet: SeedSet,
  at: string,
  { seedBy }: Pick<M014Policy, 'seedBy'>,
): readonly AuthorityValidator[] {
  if (seedSet.by !== seedBy)
    throw new RegenError(INPUT_INVALID, {
      what: 'seed set',
      issues: `✖ chosen by ${seedSet.by}; the policy has the first validators chosen by ${seedBy}`,
    })
  return seedValidators(seedSet, at)
}

/** Whole UTC days until proof of authority should be in force, below 0 when that is past; null without a date (OQ-M014-4). */
export const daysToTarget = (at: string, { targetDate }: Pick<M014Policy, 'targetDate'>): bigint | null =>
  targetDate === null ? null : dayNumber(targetDate) - dayNumber(at)
