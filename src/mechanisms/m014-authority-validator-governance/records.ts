import type { Uregen } from '../../primitives/uregen.ts'
import type { Compensation, Payment } from './compensation.ts'
import type { Category } from './params.ts'
import type { Escalation } from './validatorSet/composition.ts'
import type { AuthorityValidator } from './validatorSet/validator.ts'

/** Governance took an applicant into the set. @see SPEC M014, Events */
export type EventValidatorApproved = {
  readonly type: 'EventValidatorApproved'
  readonly address: string
  readonly category: Category
  readonly at: string
}

/** A validator left the set. @see SPEC M014, Events */
export type EventValidatorRemoved = {
  readonly type: 'EventValidatorRemoved'
  readonly address: string
  readonly category: Category
  readonly at: string
  /** What the removal leaves below its minimum. */
  readonly escalation: Escalation | null
}

/** A validator's term ended on its date. @see SPEC M014, Events */
export type EventTermExpired = {
  readonly type: 'EventTermExpired'
  readonly address: string
  readonly termStart: string | null
  readonly termEnd: string | null
}

/** What a period paid validators out of the fund, in uregen. @see SPEC M014, Events */
export type EventCompensationDistributed = {
  readonly type: 'EventCompensationDistributed'
  readonly period: bigint
  readonly fund: Uregen
  readonly paid: Uregen
  readonly payments: readonly Payment[]
  readonly remaining: Uregen
}

export type ValidatorEvent = EventValidatorApproved | EventValidatorRemoved | EventTermExpired

/** The event of one step along the lifecycle, if the specification names one. */
export function validatorEvent(
  { address, category, status, termStart, termEnd }: AuthorityValidator,
  { at, escalation }: { at: string; escalation: Escalation | null },
): readonly ValidatorEvent[] {
  if (status === 'APPROVED') return [{ type: 'EventValidatorApproved', address, category, at }]
  if (status === 'REMOVED') return [{ type: 'EventValidatorRemoved', address, category, at, escalation }]
  return status === 'TERM_EXPIRED' ? [{ type: 'EventTermExpired', address, termStart, termEnd }] : []
}

/** The event of one period's pay. */
export const compensationDistributed = (
  period: bigint,
  fund: Uregen,
  { paid, payments, remaining }: Compensation,
): EventCompensationDistributed => ({
  type: 'EventCompensationDistributed',
  period,
  fund,
  paid,
  payments,
  remaining,
})
