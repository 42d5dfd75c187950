import { RegenError } from '../../../primitives/errors.ts'
import { TRANSITION_REFUSED } from '../../../primitives/errorTable.ts'
import { termEndOf } from '../calendar.ts'
import { type Guards, probationElapsed, termEnded } from '../migration/guards.ts'
import type { ValidatorParams } from '../params.ts'
import { type AuthorityValidator, isServing, type ValidatorStatus } from './validator.ts'

/** Where each status may lead. PROBATION ends with the term too: invariant 4 goes first. @see SPEC M014, Validator Lifecycle */
export const LIFECYCLE: { readonly [from in ValidatorStatus]: readonly ValidatorStatus[] } = {
  CANDIDATE: ['APPROVED'],
  APPROVED: ['ACTIVE'],
  ACTIVE: ['PROBATION', 'TERM_EXPIRED'],
  PROBATION: ['ACTIVE', 'REMOVED', 'TERM_EXPIRED'],
  REMOVED: [],
  TERM_EXPIRED: ['CANDIDATE'],
}

/**
 * The validator in its next status: along an edge of the lifecycle, and only when every guard holds.
 *
 * APPROVED → ACTIVE starts the term; → PROBATION starts the probation; an early exit is a TERM_EXPIRED before its time.
 *
 * @example
 * const approved = { ...validator, status: 'APPROVED', termStart: null, termEnd: null } as const
 * transition(approved, { to: 'ACTIVE', guards: { nodeOperational: true }, at: '2027-03-01T00:00:00Z' }, M014_V0).termEnd // '2028-03-01T00:00:00Z'
 */
export function transition(
  validator: AuthorityValidator,
  { to, guards, at }: { to: ValidatorStatus; guards: Guards; at: string },
  params: Pick<ValidatorParams, 'termMonths' | 'termUnit'>,
): AuthorityValidator {
  const { address, status: from, probations } = validator
  const failed = Object.keys(guards).filter(guard => !guards[guard])
  if (!LIFECYCLE[from].includes(to)) failed.push('the lifecycle has no such edge')
  if (failed.length > 0)
    throw new RegenError(TRANSITION_REFUSED, { address, from, to, failed: failed.join(', ') })
  const moved = { ...validator, status: to }
  if (to === 'PROBATION') return { ...moved, probationStart: at, probations: probations + 1 }
  if (to === 'TERM_EXPIRED') return termEnded(validator, at) ? moved : { ...moved, termEnd: at }
  if (to === 'ACTIVE' && from === 'PROBATION') return { ...moved, probationStart: null }
  if (to === 'ACTIVE')
    return { ...moved, termStart: at, termEnd: termEndOf(at, params), probationStart: null, probations: 0 }
  return moved
}

/**
 * TERM_EXPIRED for every serving validator whose term end has come: no one serves beyond it (invariant 4, Term Accountability).
 *
 * @example
 * expireTerms([validator], '2028-01-01T00:00:00Z').map(({ status }) => status) // [ 'TERM_EXPIRED' ]
 */
export const expireTerms = (
  validators: readonly AuthorityValidator[],
  at: string,
): readonly AuthorityValidator[] =>
  validators.map(validator =>
    isServing(validator) && termEnded(validator, at) ? { ...validator, status: 'TERM_EXPIRED' } : validator,
  )

/** What governance or AGENT-004 must decide, and nobody decides by itself. */
export type Decision = 'restore-or-remove' | 're-apply-or-leave'

/**
 * The decisions that are due: PROBATION outlasts its period until somebody decides, and a term that ended needs a choice.
 *
 * @example
 * const member = { ...validator, status: 'PROBATION', probationStart: '2027-03-01T00:00:00Z' } as const
 * decisionDue(member, '2027-03-31T00:00:00Z', M014_V0) // [ 'restore-or-remove' ]
 */
export const decisionDue = (
  validator: AuthorityValidator,
  at: string,
  params: Pick<ValidatorParams, 'probationDays'>,
): readonly Decision[] => [
  ...(validator.status === 'PROBATION' && probationElapsed(validator, at, params)
    ? (['restore-or-remove'] as const)
    : []),
  ...(validator.status === 'TERM_EXPIRED' || (isServing(validator) && termEnded(validator, at))
    ? (['re-apply-or-leave'] as const)
    : []),
]
