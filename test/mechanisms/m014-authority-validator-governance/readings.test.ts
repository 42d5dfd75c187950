import { expect, test } from 'vitest'
import { delegatedAt } from '../../../src/mechanisms/m014-authority-validator-governance/delegations.ts'
import {
  compensate,
  M014_STATES,
  M014_V0,
  m014State,
  type PaidValidator,
  type PayoutBasis,
  payoutOf,
  performanceScore,
  tallySeat,
  type ValidatorParams,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { powerUpdates } from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/powerUpdates.ts'
import { seedValidators } from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/seedSet.ts'
import { formatRatio, ONE, parseRatio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen, uregen } from '../../../src/primitives/uregen.ts'

const FOUR: readonly PaidValidator[] = (['ACTIVE', 'ACTIVE', 'ACTIVE', 'PROBATION'] as const).map(
  (status, index) => ({
    address: `regen1v${index}`,
    status,
    score: ONE,
  }),
)

const pay = (change: Partial<ValidatorParams> = {}, fund = '100') => {
  const { payments, paid, remaining, dust, withheld, overdraw } = compensate({
    fund: parseRegen(fund),
    validators: FOUR,
    params: { ...M014_V0, ...change },
  })
  return {
    pays: payments.map(({ pay }) => formatRegen(pay)),
    paid: formatRegen(paid),
    remaining: formatRegen(remaining),
    withheld: formatRegen(withheld),
    dust: formatRegen(dust),
    overdraw: formatRegen(overdraw),
  }
}

test('reading 2.3 #1, ERR-M014-04: base from 90 % and bonus from 10 %; the literal text promises 110 % and says so', () => {
  expect(pay({ probationPay: ONE })).toEqual({
    pays: ['25', '25', '25', '25'],
    paid: '100',
    remaining: '0',
    withheld: '0',
    dust: '0',
    overdraw: '0',
  })
  expect(pay({ probationPay: ONE, compensationModel: 'literal' })).toEqual({
    pays: ['27.5', '27.5', '27.5', '27.5'],
    paid: '110',
    remaining: '0',
    withheld: '0',
    dust: '0',
    overdraw: '10',
  })
})

test.each([
  [{ kind: 'period-inflow' }, '40'],
  [{ kind: 'balance' }, '100'],
  [{ kind: 'balance/N', periods: 13 }, '7.692307'],
] as const)(
  'reading 2.3 #2: of a balance of 100 with an inflow of 40, %o pays out %s',
  (basis: PayoutBasis, payout) => {
    expect(formatRegen(payoutOf({ balance: parseRegen('100'), inflow: parseRegen('40'), basis }))).toBe(
      payout,
    )
  },
)

test('reading 2.3 #2: an inflow that is not in the balance is an error', () => {
  expect(() =>
    payoutOf({ balance: parseRegen('1'), inflow: parseRegen('1.000001'), basis: { kind: 'balance' } }),
  ).toThrow('[POOL_TOO_SMALL]')
})

test('reading 2.3 #3: probation halves the pay; the rest returns to the fund or to those who are active', () => {
  expect(pay()).toMatchObject({ pays: ['25', '25', '25', '12.5'], withheld: '12.5', remaining: '12.5' })
  expect(pay({ probationPay: ZERO })).toMatchObject({ pays: ['25', '25', '25', '0'], remaining: '25' })
  expect(pay({ probationResidual: 'redistribute' })).toMatchObject({
    pays: ['29.166666', '29.166666', '29.166666', '12.5'],
    withheld: '12.5',
    remaining: '0.000002',
  })
})

test('reading 2.3 #3: with nobody active there is nobody to redistribute to', () => {
  const { paid, remaining } = compensate({
    fund: parseRegen('100'),
    validators: FOUR.map(validator => ({ ...validator, status: 'PROBATION' })),
    params: { ...M014_V0, probationResidual: 'redistribute' },
  })
  expect([paid, remaining]).toEqual([parseRegen('50'), parseRegen('50')])
})

test.each([
  ['renormalise', '0.8263', '0.67'],
  ['one', '0.87841', '0.67'],
  ['zero', '0.57841', '0.67'],
] as const)('reading 2.3 #4: a missing metric under %s scores %s', (nullMetric, score, confidence) => {
  const metrics = { uptime: parseRatio('0.985'), governanceParticipation: parseRatio('0.6147') }
  const result = performanceScore(metrics, { ...M014_V0, nullMetric })
  expect([formatRatio(result.score ?? ZERO), formatRatio(result.confidence)]).toEqual([score, confidence])
})

test('reading 2.3 #4: without any metric the score is null, or what stands in for all', () => {
  const scores = (['renormalise', 'one', 'zero'] as const).map(
    nullMetric => performanceScore({}, { ...M014_V0, nullMetric }).score,
  )
  expect(scores).toEqual([null, ONE, ZERO])
})

test('reading 2.3 #5, OQ-M014-2: other metrics, by their weights; and a bonus of 0 pays everybody the same', () => {
  const weights = {
    uptime: ratio(1n, 2n),
    governanceParticipation: ratio(1n, 4n),
    blockProduction: ratio(1n, 4n),
  }
  const metrics = {
    uptime: ONE,
    governanceParticipation: ZERO,
    blockProduction: ratio(1n, 2n),
    ecosystemContribution: ZERO,
  }
  expect(performanceScore(metrics, { ...M014_V0, weights }).score).toEqual(ratio(5n, 8n))
  const { payments } = compensate({
    fund: parseRegen('90'),
    validators: [
      { address: 'regen1a', status: 'ACTIVE', score: ONE },
      { address: 'regen1b', status: 'ACTIVE', score: null },
    ],
    params: { ...M014_V0, bonusShare: ZERO },
  })
  expect(payments.map(({ pay }) => formatRegen(pay))).toEqual(['45', '45'])
})

test('reading 2.3 #10: all validators and no holder is no approval; one independent holder can make it one', () => {
  const validators = Array.from({ length: 15 }, (_, index) => ({
    voter: `regen1v${index}`,
    track: 'validators' as const,
    option: 'yes' as const,
    weight: 1n,
  }))
  const holder = { voter: 'regen1h', track: 'holders', option: 'yes', weight: 5n } as const
  expect(tallySeat('regen1c', validators)).toMatchObject({
    validators: { passed: true },
    notByValidatorsAlone: false,
  })
  expect(tallySeat('regen1c', [...validators, holder]).notByValidatorsAlone).toBe(true)
  const own = { ...holder, voter: 'regen1v3' }
  expect(tallySeat('regen1c', [...validators, own])).toMatchObject({
    holders: { passed: true },
    notByValidatorsAlone: false,
  })
  expect(tallySeat('regen1c', [...validators, own, { ...holder, weight: 0n }]).notByValidatorsAlone).toBe(
    false,
  )
  const refused = [
    ...validators,
    holder,
    { ...holder, voter: 'regen1i', option: 'veto', weight: 5n } as const,
  ]
  expect(tallySeat('regen1c', refused)).toMatchObject({
    holders: { yes: 5n, no: 5n, passed: false },
    notByValidatorsAlone: false,
  })
})

test('reading 2.3 #10: the candidate’s own votes are excluded, on both tracks', () => {
  const votes = (['validators', 'holders'] as const).map(track => ({
    voter: 'regen1c',
    track,
    option: 'yes' as const,
    weight: 100n,
  }))
  expect(tallySeat('regen1c', votes)).toEqual({
    validators: { yes: 0n, no: 0n, passed: false },
    holders: { yes: 0n, no: 0n, passed: false },
    notByValidatorsAlone: false,
    excluded: votes,
  })
})

const powers = (...list: readonly (readonly [string, bigint])[]) =>
  list.map(([address, power]) => ({ address, power }))

test('reading 2.3 #13: power changes by at most 30 % a block, rises before falls, and 0 removes', () => {
  expect(
    powerUpdates(powers(['a', 100n], ['b', 100n]), powers(['a', 100n], ['c', 100n]), M014_V0.maxPowerChange),
  ).toEqual([powers(['c', 60n]), powers(['c', 100n], ['b', 62n]), powers(['b', 0n])])
  expect(powerUpdates(powers(['a', 1n]), powers(['a', 1n]), M014_V0.maxPowerChange)).toEqual([])
})

test('reading 2.3 #13: powers too small for a step, or a set without any, are errors', () => {
  expect(() => powerUpdates(powers(['a', 1n], ['b', 2n]), powers(['a', 1n]), M014_V0.maxPowerChange)).toThrow(
    '[POWER_STEP_TOO_SMALL]',
  )
  for (const most of [M014_V0.maxPowerChange, ONE])
    expect(() => powerUpdates(powers(['a', 100n]), [], most)).toThrow('[POWER_STEP_TOO_SMALL]')
})

test('reading 2.3 #14, OQ-M014-1: the set starts at 15 and may grow to 21', () => {
  expect([M014_V0.minValidators, M014_V0.maxValidators]).toEqual([15, 21])
})

test('OQ-M014-3: the seed set is approved, not yet active, with categories in one spelling', () => {
  const seed = { by: 'incumbents', validators: [{ address: 'regen1a', category: 'data steward' }] } as const
  expect(seedValidators(seed, '2026-11-21')).toMatchObject([
    {
      address: 'regen1a',
      category: 'ecological_data_stewards',
      status: 'APPROVED',
      termStart: null,
      termEnd: null,
    },
  ])
})

test.each([
  ['2026-11-30T23:59:59Z', '210'],
  ['2026-12-01', '210'],
  ['2026-12-02', '200'],
  ['2026-12-11T12:00:00Z', '105'],
  ['2026-12-21T23:59:59Z', '0.000115'],
  ['2026-12-22', '0'],
  ['2027-12-22', '0'],
])('OQ-M014-5: of 210 REGEN delegated on 1 December, %s are left %s', (at, left) => {
  const terms = { delegated: parseRegen('210'), from: '2026-12-01', unbondingDays: M014_V0.unbondingDays }
  expect(formatRegen(delegatedAt(at, terms))).toBe(left)
  expect(delegatedAt(at, { ...terms, delegated: uregen(0n) })).toBe(0n)
})

test('M014 phases: before 1 INACTIVE, 1 and 2 TRANSITION, 3 ACTIVE, and EQUILIBRIUM with M012', () => {
  expect(([0, 1, 2, 3] as const).map(phase => m014State(phase, 'DYNAMIC'))).toEqual([
    'INACTIVE',
    'TRANSITION',
    'TRANSITION',
    'ACTIVE',
  ])
  expect(([0, 1, 2, 3] as const).map(phase => m014State(phase, 'EQUILIBRIUM'))).toEqual([
    'INACTIVE',
    'TRANSITION',
    'TRANSITION',
    'EQUILIBRIUM',
  ])
  expect(M014_STATES).toEqual(['INACTIVE', 'TRANSITION', 'ACTIVE', 'EQUILIBRIUM'])
})
