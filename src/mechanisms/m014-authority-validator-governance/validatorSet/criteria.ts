import type { Category } from '../params.ts'

/** One thing a validator must show, and when: to be approved, or to be activated. */
export type Criterion = {
  readonly id: string
  readonly category: Category | 'every'
  readonly stage: 'approval' | 'activation'
  readonly text: string
}

const of = (
  category: Criterion['category'],
  stage: Criterion['stage'],
  id: string,
  text: string,
): Criterion => ({
  id,
  category,
  stage,
  text,
})

/** The criteria, in our own words. @see SPEC M014, Validator Composition and Validator Lifecycle */
export const CRITERIA: readonly Criterion[] = [
  of(
    'infrastructure_builders',
    'approval',
    'builds',
    'Builds software that verifies, measures or registers credits.',
  ),
  of(
    'infrastructure_builders',
    'approval',
    'code',
    'Has public contributions to the ledger or to a project around it.',
  ),
  of('infrastructure_builders', 'approval', 'history', 'Has operated for at least six months.'),
  of(
    'trusted_refi_partners',
    'approval',
    'mission',
    'Is an established ReFi organisation with a public mission.',
  ),
  of(
    'trusted_refi_partners',
    'approval',
    'participation',
    'Originates credits, trades them, or takes part in governance.',
  ),
  of('trusted_refi_partners', 'approval', 'uptime', 'Runs infrastructure with an uptime of at least 99.5 %.'),
  of('ecological_data_stewards', 'approval', 'attestation', 'Attests to the quality of ecological data.'),
  of(
    'ecological_data_stewards',
    'approval',
    'classes',
    'Takes part in developing or verifying credit classes.',
  ),
  of(
    'ecological_data_stewards',
    'approval',
    'expertise',
    'Knows ecology, land management or environmental science.',
  ),
  of('every', 'approval', 'no-conflict', 'Has no active conflict of interest.'),
  of('every', 'activation', 'uptime-test', 'Passed an uptime test.'),
  of('every', 'activation', 'key-audit', 'Passed an audit of how it manages its keys.'),
]

/**
 * What one category asks for.
 *
 * @example
 * criteriaOf('infrastructure_builders').map(({ id }) => id) // [ 'builds', 'code', 'history' ]
 */
export const criteriaOf = (category: Category): readonly Criterion[] =>
  CRITERIA.filter(criterion => criterion.category === category)

/**
 * Each criterion of a category by its id, and whether it is among those that were shown.
 *
 * @example
 * meetsCriteria('infrastructure_builders', ['builds', 'code']) // { builds: true, code: true, history: false }
 */
export const meetsCriteria = (
  category: Category,
  shown: readonly string[],
): { readonly [criterion: string]: boolean } =>
  Object.fromEntries(criteriaOf(category).map(({ id }) => [id, shown.includes(id)]))
