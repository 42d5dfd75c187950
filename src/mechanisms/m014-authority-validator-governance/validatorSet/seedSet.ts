import type { ValidatorParams } from '../params.ts'
import { candidate } from './application.ts'
import { parseCategory } from './category.ts'
import type { AuthorityValidator } from './validator.ts'

/** The first validators, and how they were chosen (OQ-M014-3). */
export type SeedSet = {
  readonly by: ValidatorParams['seedBy']
  readonly validators: readonly { readonly address: string; readonly category: string }[]
}

/**
 * The seed set as APPROVED validators: activation, with its guards, is still before them.
 *
 * @example
 * const seed = { by: 'vote', validators: [{ address: 'regen1river', category: 'data steward' }] } as const
 * seedValidators(seed, '2027-01-01T00:00:00Z').map(({ category, status }) => [category, status]) // [ [ 'ecological_data_stewards', 'APPROVED' ] ]
 */
export const seedValidators = ({ validators }: SeedSet, at: string): readonly AuthorityValidator[] =>
  validators.map(({ address, category }) => ({
    ...candidate({
      address,
      category: parseCategory(category),
      submitted: at,
      shown: [],
      streamlined: false,
    }),
    status: 'APPROVED',
  }))
