import type { Category, ValidatorParams } from '../params.ts'
import type { PerformanceRecord } from '../score.ts'

/** What a validator of M014 can be, from candidate to the end of the term. @see SPEC M014, Validator Lifecycle */
export const VALIDATOR_STATUSES = [
  'CANDIDATE',
  'APPROVED',
  'ACTIVE',
  'PROBATION',
  'REMOVED',
  'TERM_EXPIRED',
] as const

/** What a validator of M014 is at the moment. @see SPEC M014 */
export type ValidatorStatus = (typeof VALIDATOR_STATUSES)[number]

/** An application for a seat: who, in which category, since when, and which criteria are shown. @see SPEC M014, Storage: ValidatorApplication */
export type ValidatorApplication = {
  readonly address: string
  readonly category: Category
  readonly submitted: string
  /** The ids of the criteria that the applicant shows. */
  readonly shown: readonly string[]
  /** The short form, for an incumbent with a good record. */
  readonly streamlined: boolean
}

/** One validator; times are RFC 3339 text in UTC. @see SPEC M014, Storage: AuthorityValidator */
export type AuthorityValidator = {
  readonly address: string
  readonly category: Category
  readonly status: ValidatorStatus
  readonly termStart: string | null
  readonly termEnd: string | null
  /** When its PROBATION began; kept when its term ends in PROBATION. Null without one, and when it was restored. */
  readonly probationStart: string | null
  /** How often it was put in PROBATION in this term. */
  readonly probations: number
  readonly performance: PerformanceRecord | null
  /** What it applied with; null or absent when that is not known. */
  readonly application?: ValidatorApplication | null
}

/**
 * Whether a validator produces blocks: ACTIVE, or in PROBATION.
 *
 * @example
 * isServing({ status: 'PROBATION' }) // true
 * isServing({ status: 'APPROVED' }) // false
 */
export const isServing = ({ status }: { readonly status: ValidatorStatus }): boolean =>
  status === 'ACTIVE' || status === 'PROBATION'

/** Whether a validator counts where the set is counted and paid: everybody who serves, or with probationCounts `nowhere` those who are ACTIVE. */
export const countsIn = (
  validator: { readonly status: ValidatorStatus },
  { probationCounts }: { readonly probationCounts?: ValidatorParams['probationCounts'] | undefined },
): boolean => (probationCounts === 'nowhere' ? validator.status === 'ACTIVE' : isServing(validator))
