import { expect, test } from 'vitest'
import {
  checkParams,
  M014_PARAMETERS,
} from '../../../src/mechanisms/m014-authority-validator-governance/bounds.ts'
import {
  M014_V0,
  PHASE_IN_4_4_4,
  type ValidatorParams,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { ONE, parseRatio, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'

test('the specification’s parameters, their values and who may change them', () => {
  const layer = (field: keyof ValidatorParams) => M014_PARAMETERS[field].layer
  expect([layer('maxValidators'), layer('minValidators')]).toEqual(['L4', 'L4'])
  expect([layer('termMonths'), layer('compositionMinimum')]).toEqual(['L3', 'L3'])
  expect([layer('minUptime'), layer('probationDays'), layer('bonusShare')]).toEqual(['L2', 'L2', 'L2'])
  expect(M014_V0).toMatchObject({
    maxValidators: 21,
    minValidators: 15,
    termMonths: 12,
    minUptime: parseRatio('0.995'),
    probationDays: 30,
    bonusShare: parseRatio('0.1'),
    noticeDays: 30,
  })
})

test('the defaults lie within their own bounds, and so does the phase-in', () => {
  expect(checkParams(M014_V0)).toBe(M014_V0)
  checkParams({ ...M014_V0, minValidators: 12, compositionMinimum: PHASE_IN_4_4_4 })
  checkParams({ ...M014_V0, bonusShare: ratio(0n), noticeDays: 0, targetDate: '2027-01-01' })
  checkParams({ ...M014_V0, weights: { uptime: ratio(1n, 3n), votes: ratio(2n, 3n) } })
})

const negative: Ratio = { num: -1n, den: 2n }

const OUTSIDE: readonly Partial<ValidatorParams>[] = [
  { minValidators: 0 },
  { minValidators: 22 },
  { maxValidators: 1.5 },
  { compositionMinimum: { ...PHASE_IN_4_4_4, trusted_refi_partners: -1 } },
  {
    compositionMinimum: { infrastructure_builders: 8, trusted_refi_partners: 8, ecological_data_stewards: 8 },
  },
  { byzantineRule: 'lax' as ValidatorParams['byzantineRule'] },
  { removalAtMinimum: 'allow' as ValidatorParams['removalAtMinimum'] },
  { termMonths: 0 },
  { termUnit: 'years' as ValidatorParams['termUnit'] },
  { probationDays: 0 },
  { noticeDays: -1 },
  { minStake: -1n as Uregen },
  { minUptime: ratio(3n, 2n) },
  { weights: { uptime: ratio(1n, 2n) } },
  { weights: { uptime: ratio(3n, 2n), votes: negative } },
  { weights: {} },
  { nullMetric: 'skip' as ValidatorParams['nullMetric'] },
  { bonusShare: negative },
  { compensationModel: 'both' as ValidatorParams['compensationModel'] },
  { payoutBasis: { kind: 'balance/N', periods: 0 } },
  { probationPay: ratio(11n, 10n) },
  { probationResidual: 'burn' as ValidatorParams['probationResidual'] },
  { bonusVesting: 'monthly' as ValidatorParams['bonusVesting'] },
  { seedBy: 'founder' as ValidatorParams['seedBy'] },
  { targetDate: '2027-02-30' },
  { unbondingDays: 0 },
  { maxPowerChange: ratio(2n) },
]

test.each(OUTSIDE)('refuses %o', change => {
  const [field = ''] = Object.keys(change)
  expect(() => checkParams({ ...M014_V0, ...change })).toThrow(
    new RegExp(`^${field} must be .*\\[PARAMETER_OUT_OF_BOUNDS\\]$`, 's'),
  )
})

test('the error says what the bounds are', () => {
  expect(() =>
    checkParams({ ...M014_V0, weights: { uptime: ONE, votes: ONE } }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: weights must be weights of 0 to 1 that sum to 1; got {"uptime":"1","votes":"1"}. Choose a value within the bounds of the specification. [PARAMETER_OUT_OF_BOUNDS]]`,
  )
  expect(() => checkParams({ ...M014_V0, minValidators: 22 })).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: minValidators must be at most maxValidators, 21; got 22. Choose a value within the bounds of the specification. [PARAMETER_OUT_OF_BOUNDS]]`,
  )
})
