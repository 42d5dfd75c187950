import { transition } from './lifecycle.ts'
import type { Category, ValidatorParams } from './params.ts'
import type { AuthorityValidator } from './validator.ts'

/** @see SPEC M014, Storage: ValidatorApplication */
export type ValidatorApplication = {
  readonly address: string
  readonly category: Category
  readonly submitted: string
  /** The ids of the criteria that the applicant shows. */
  readonly shown: readonly string[]
  /** The short form, for an incumbent with a good record. */
  readonly streamlined: boolean
}

/** A new CANDIDATE, by its application. */
export const candidate = ({ address, category }: ValidatorApplication): AuthorityValidator => ({
  address,
  category,
  status: 'CANDIDATE',
  termStart: null,
  termEnd: null,
  probationStart: null,
  probations: 0,
  performance: null,
})

/** A good record: a term without probation, with an uptime that met the minimum when it was last measured. */
export const hasGoodRecord = ({ probations, termStart, performance }: AuthorityValidator): boolean =>
  termStart !== null && probations === 0 && performance?.status === 'met'

/** TERM_EXPIRED → CANDIDATE: applies again; there is no renewal without a decision. @see SPEC M014, Validator Lifecycle */
export const reapply = (
  validator: AuthorityValidator,
  { at, shown }: { at: string; shown: readonly string[] },
  params: Pick<ValidatorParams, 'termMonths' | 'termUnit'>,
): { readonly validator: AuthorityValidator; readonly application: ValidatorApplication } => ({
  validator: transition(validator, { to: 'CANDIDATE', guards: { reapplied: true }, at }, params),
  application: {
    address: validator.address,
    category: validator.category,
    submitted: at,
    shown,
    streamlined: hasGoodRecord(validator),
  },
})
