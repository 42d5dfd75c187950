import type { ValidatorStatus } from '../validatorSet/validator.ts'

/** What the lifecycle asks somebody to do at a step. @see SPEC M014, Validator Lifecycle, actions */
const ACTIONS: { readonly [edge: string]: readonly string[] } = {
  'CANDIDATE → APPROVED': ['add to the authority set', 'schedule the activation'],
  'APPROVED → ACTIVE': ['add to the active set', 'begin the term and the compensation'],
  'ACTIVE → PROBATION': ['issue a warning', 'reduce the compensation', 'begin the probation'],
  'PROBATION → ACTIVE': ['restore the full compensation'],
  'PROBATION → REMOVED': ['remove from the active set', 'unbond the stake', 'archive the performance record'],
  'ACTIVE → TERM_EXPIRED': ['ask for a re-application or an exit'],
  'PROBATION → TERM_EXPIRED': ['ask for a re-application or an exit'],
  'TERM_EXPIRED → CANDIDATE': ['enter the application process anew'],
}

/** An action that is due, to whom it applies and since when. */
export type ValidatorAction = { readonly address: string; readonly at: string; readonly action: string }

/** The actions of one step. */
export const actionsOf = (
  address: string,
  at: string,
  from: ValidatorStatus,
  to: ValidatorStatus,
): readonly ValidatorAction[] => (ACTIONS[`${from} → ${to}`] ?? []).map(action => ({ address, at, action }))
