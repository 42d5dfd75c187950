import { isReached } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import {
  activationGuards,
  approvalGuards,
  type Guards,
  probationGuards,
  removalGuards,
  restorationGuards,
} from '../../mechanisms/m014-authority-validator-governance/migration/guards.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import type { PerformanceStatus } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import { meetsCriteria } from '../../mechanisms/m014-authority-validator-governance/validatorSet/criteria.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { passesDecision } from '../../policy/votes/passesDecision.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { ValidatorTransition } from '../inputs/epochInputs.ts'
import { type Electorate, seatDecision } from './seatDecision.ts'

/**
 * The guards of a step, computed from what the period holds: the set, the dates, the application, measured performance and the
 * votes. Stated are only what people alone can see.
 *
 * @see SPEC M014, Validator Lifecycle
 */
export function guardsOf(
  validator: AuthorityValidator,
  { to, at, votes, decided, seen }: ValidatorTransition,
  electorate: Electorate,
  params: ValidatorParams,
): Guards {
  const { status, category, application = null } = validator
  const { members, bothTracks, policy } = electorate
  const performance: PerformanceStatus = validator.performance?.status ?? 'unknown'
  const passed = passesDecision(decided, 'L3', { governance: policy.governance, bothTracks }).met
  switch (to) {
    case 'APPROVED': {
      const { approved, tally } = seatDecision(validator.address, votes, electorate)
      const criteria =
        application?.streamlined === true
          ? { streamlined: true }
          : meetsCriteria(category, application?.shown ?? [])
      const facts = { governanceApproved: approved, tally, criteria, members }
      return approvalGuards(validator, { ...facts, noActiveConflicts: seen.noActiveConflicts }, params)
    }
    case 'PROBATION':
      return probationGuards({
        performance,
        governanceConcern: passed,
        agentReport: seen.agentReport,
        governanceMotion: passed,
      })
    case 'REMOVED':
      return removalGuards(validator, { performance, removalConfirmed: passed, members, at }, params)
    case 'ACTIVE':
      return status === 'PROBATION'
        ? restorationGuards(validator, { performance, agentConfirms: seen.agentConfirms, at }, params)
        : {
            ...activationGuards(seen, params),
            seatFree: members.filter(isServing).length < params.maxValidators,
          }
  }
}

/** Refuses a step of another period. */
export function requireInPeriod(
  at: string,
  { start, end }: { readonly start: string; readonly end: string },
  field: string,
): void {
  if (isReached(start, at) && !isReached(end, at)) return
  throw new RegenError(INPUT_INVALID, {
    what: 'epoch input',
    issues: `✖ ${at} is not in the period from ${start} to ${end} at validators.${field}`,
  })
}
