import type { ValidatorParams } from '../params.ts'
import { transition } from './lifecycle.ts'
import type { AuthorityValidator, ValidatorApplication } from './validator.ts'

/**
 * A new CANDIDATE, by its application.
 *
 * @example
 * const shown = ['builds', 'code', 'history']
 * const submitted = '2027-01-01T00:00:00Z'
 * candidate({ address: buyer, category: 'infrastructure_builders', submitted, shown, streamlined: false }).status // 'CANDIDATE'
 */
export const candidate = (application: ValidatorApplication): AuthorityValidator => ({
  address: application.address,
  category: application.category,
  status: 'CANDIDATE',
  termStart: null,
  termEnd: null,
  probationStart: null,
  probations: 0,
  performance: null,
  application,
})

/**
 * A good record: a term without probation, and a performance that met its threshold (`performanceBasis`) when it was last measured.
 *
 * @example
 * hasGoodRecord({ ...validator, probations: 1 }) // false
 */
export const hasGoodRecord = ({ probations, termStart, performance }: AuthorityValidator): boolean =>
  termStart !== null && probations === 0 && performance?.status === 'met'

/**
 * TERM_EXPIRED → CANDIDATE: applies again; there is no renewal without a decision. @see SPEC M014, Validator Lifecycle
 *
 * @example
 * const expired = { ...validator, status: 'TERM_EXPIRED' } as const
 * reapply(expired, { at: '2028-01-02T00:00:00Z', shown: ['builds'] }, M014_V0).validator.status // 'CANDIDATE'
 */
export const reapply = (
  validator: AuthorityValidator,
  { at, shown }: { at: string; shown: readonly string[] },
  params: Pick<ValidatorParams, 'termMonths' | 'termUnit'>,
): { readonly validator: AuthorityValidator; readonly application: ValidatorApplication } => {
  const application = {
    address: validator.address,
    category: validator.category,
    submitted: at,
    shown,
    streamlined: hasGoodRecord(validator),
  }
  const again = transition(validator, { to: 'CANDIDATE', guards: { reapplied: true }, at }, params)
  return { validator: { ...again, application }, application }
}
