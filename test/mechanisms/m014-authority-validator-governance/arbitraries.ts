import * as fc from 'fast-check'
import {
  type AuthorityValidator,
  CATEGORIES,
  type CompensationParams,
  candidate,
  type PaidValidator,
  type SetParams,
  VALIDATOR_STATUSES,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { anyFraction } from '../../support/arbitraries.ts'

const anyStatus = fc.constantFrom(...VALIDATOR_STATUSES)
export const anyCategory = fc.constantFrom(...CATEGORIES)

/** A moment of the years 2000 to 2099, to the second, in UTC. */
export const anyTime: fc.Arbitrary<string> = fc
  .integer({ min: 946_684_800, max: 4_102_444_799 })
  .map(seconds => `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`)

/** A validator of a category, in any status. */
export const validatorOf = (
  address: string,
  change: Partial<AuthorityValidator> = {},
): AuthorityValidator => ({
  ...candidate({
    address,
    category: 'infrastructure_builders',
    submitted: '',
    shown: [],
    streamlined: false,
  }),
  ...change,
})

/** A set of up to 30 validators. */
export const anySet: fc.Arbitrary<readonly AuthorityValidator[]> = fc
  .array(fc.record({ category: anyCategory, status: fc.oneof(fc.constant('ACTIVE' as const), anyStatus) }), {
    maxLength: 30,
  })
  .map(members => members.map((member, index) => validatorOf(`regen1v${index}`, member)))

/** Sizes and minimums around those of the specification. */
export const anySetParams: fc.Arbitrary<SetParams> = fc
  .record({
    minValidators: fc.integer({ min: 1, max: 15 }),
    maxValidators: fc.integer({ min: 15, max: 25 }),
    minimums: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
    removalAtMinimum: fc.constantFrom('allow-escalate' as const, 'block' as const),
  })
  .map(({ minimums: [a = 0, b = 0, c = 0], ...rest }) => ({
    ...rest,
    compositionMinimum: { infrastructure_builders: a, trusted_refi_partners: b, ecological_data_stewards: c },
    byzantineRule: 'gte',
  }))

/** Validators to pay, with and without a score. */
export const anyPaid: fc.Arbitrary<readonly PaidValidator[]> = fc
  .array(
    fc.record({ status: fc.oneof(fc.constant('ACTIVE' as const), anyStatus), score: fc.option(anyFraction) }),
    {
      maxLength: 25,
    },
  )
  .map(validators => validators.map((validator, index) => ({ ...validator, address: `regen1v${index}` })))

/** Every way to pay within the fund. */
export const anyPayParams: fc.Arbitrary<CompensationParams> = fc.record({
  bonusShare: anyFraction,
  compensationModel: fc.constant('split' as const),
  probationPay: anyFraction,
  probationResidual: fc.constantFrom('fund' as const, 'redistribute' as const),
  bonusVesting: fc.constantFrom('quarterly' as const, 'none' as const),
})

/** Fifteen active validators, five of each category. */
export const FIFTEEN: readonly AuthorityValidator[] = Array.from({ length: 15 }, (_, index) =>
  validatorOf(`regen1v${index}`, {
    category: CATEGORIES[index % 3] ?? 'infrastructure_builders',
    status: 'ACTIVE',
  }),
)
