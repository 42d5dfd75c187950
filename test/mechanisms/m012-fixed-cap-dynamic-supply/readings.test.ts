import { expect, test } from 'vitest'
import { changePeriodLength } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/changePeriodLength.ts'
import { parseChange } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import {
  countBurns,
  minBurnAlert,
  mintInflow,
  remint,
  supplyOn,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import {
  activationGuards,
  advance,
  computeMint,
  countBalance,
  equilibriumNeeds,
  isNearBalance,
  M012_V0,
  periodsPerYear,
  type SupplyParams,
  type SupplyState,
  thresholdOf,
  thresholdWarnings,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { formatRatio, parseRatio, ratio } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { state, withParams } from './states.ts'

test('reading 2.1 #2: supply is the bank’s total, or that without named accounts; staked above it is an error', () => {
  const bank = { total: parseRegen('100'), balanceOf: () => parseRegen('30') }
  expect(supplyOn({ kind: 'bank-total' }, bank)).toBe(parseRegen('100'))
  expect(supplyOn({ kind: 'circulating', exclusions: ['a', 'b', 'a'] }, bank)).toBe(parseRegen('40'))
  expect(() => supplyOn({ kind: 'circulating', exclusions: ['a', 'b', 'c', 'd'] }, bank)).toThrow(
    '[AMOUNT_NEGATIVE]',
  )
  expect(() => computeMint(state('40', '40.000001'), M012_V0)).toThrow('[BACKING_EXCEEDS_SUPPLY]')
  expect(() => computeMint(state('0', '1'), M012_V0)).toThrow('[BACKING_EXCEEDS_SUPPLY]')
})

test('reading 2.1 #3: a mint into the community pool is no inflow, unless governance says so', () => {
  const minted = parseRegen('5')
  const inflow = (change: Partial<SupplyParams>) => formatRegen(mintInflow(minted, withParams(change)))
  expect(inflow({})).toBe('0')
  expect(inflow({ countMintAsInflow: true })).toBe('5')
  expect(inflow({ countMintAsInflow: true, mintRecipient: { kind: 'supply-reserve' } })).toBe('0')
})

test('reading 2.1 #4: N is 12 periods, or 12 months, which are 52 weeks', () => {
  expect(equilibriumNeeds(M012_V0)).toBe(12n)
  expect(equilibriumNeeds(withParams({ equilibriumUnit: 'months' }))).toBe(52n)
  expect(
    equilibriumNeeds(withParams({ equilibriumUnit: 'months', periodLength: { kind: 'days', days: 1 } })),
  ).toBe(365n)
  expect(
    equilibriumNeeds(
      withParams({
        equilibriumUnit: 'months',
        equilibriumPeriods: 1,
        periodLength: { kind: 'days', days: 365 },
      }),
    ),
  ).toBe(1n)
})

const balance = (minted: string, burned: string) => ({
  minted: parseRegen(minted),
  burned: parseRegen(burned),
  supply: parseRegen('220000000'),
  hardCap: M012_V0.hardCap,
})

test.each([
  ['cap', { kind: 'cap', share: parseRatio('0.0001') }, '22100'],
  ['flow', { kind: 'flow', share: parseRatio('0.01') }, '1000'],
  ['supply', { kind: 'supply', share: parseRatio('0.01') }, '2200000'],
  ['absolute', { kind: 'absolute', amount: parseRegen('500') }, '500'],
] as const)('reading 2.1 #5: the threshold of kind %s, and just below and at it', (_, threshold, limit) => {
  expect(formatRatio(thresholdOf(balance('50000', '50000'), threshold))).toBe(parseRegen(limit).toString())
  const half = parseRegen(limit) / 2n
  const facts = { ...balance('50000', '50000'), minted: (parseRegen('50000') + half) as Uregen }
  const at = { ...facts, burned: (parseRegen('50000') - half) as Uregen }
  expect(isNearBalance(at, threshold)).toBe(false)
  expect(isNearBalance({ ...at, minted: (at.minted - 1n) as Uregen }, threshold)).toBe(true)
  expect(isNearBalance({ ...at, minted: at.burned, burned: at.minted }, threshold)).toBe(false)
})

test('reading 2.1 #5: a threshold above the burn is vacuous and warns; a dead network is no equilibrium by flow', () => {
  expect(thresholdWarnings(balance('0', '22099'), M012_V0.equilibriumThreshold)).toEqual([
    { code: 'THRESHOLD_VACUOUS', threshold: ratio(parseRegen('22100')), burned: parseRegen('22099') },
  ])
  expect(thresholdWarnings(balance('0', '22100'), M012_V0.equilibriumThreshold)).toEqual([])
  const dead = balance('0', '0')
  expect(isNearBalance(dead, M012_V0.equilibriumThreshold)).toBe(true)
  expect(isNearBalance(dead, { kind: 'flow', share: parseRatio('0.01') })).toBe(false)
})

test('reading 2.1 #6: EQUILIBRIUM ends with the first period over the threshold, and the count starts again', () => {
  const left = countBalance({ phase: 'EQUILIBRIUM', consecutive: 30n }, false, 12n)
  expect(left).toEqual({ phase: 'DYNAMIC', consecutive: 0n })
  expect(countBalance(left, true, 12n)).toEqual({ phase: 'DYNAMIC', consecutive: 1n })
  expect(countBalance({ phase: 'EQUILIBRIUM', consecutive: 30n }, true, 99n).phase).toBe('EQUILIBRIUM')
})

test('reading 2.1 #8: M012 starts with M014 ACTIVE, or by the knob with its TRANSITION', () => {
  const facts = { proposalApproved: true, m013Active: true, m014Phase: 'TRANSITION' } as const
  expect(activationGuards(facts, M012_V0)['m014Active']).toBe(false)
  expect(activationGuards(facts, withParams({ requireM014: 'TRANSITION' }))['m014Active']).toBe(true)
})

test('reading 2.1 #10: a burn below the minimum is an alert, never a burn', () => {
  const alert = (minBurn: SupplyParams['minBurn']) =>
    minBurnAlert({ burned: parseRegen('28'), fees: parseRegen('100'), minBurn })
  expect(alert(M012_V0.minBurn)).toBeNull()
  expect(alert({ kind: 'absolute', amount: parseRegen('28') })).toBeNull()
  expect(alert({ kind: 'share', share: parseRatio('0.3') })).toEqual({
    code: 'BURN_BELOW_MINIMUM',
    least: parseRegen('30'),
    burned: parseRegen('28'),
  })
})

test('reading 2.1 #11: B counts the same burns as the bank, or says by how much they will differ', () => {
  const burns = { m013: parseRegen('30'), others: parseRegen('5') }
  expect(countBurns(burns, M012_V0)).toEqual({ burned: parseRegen('30'), unreconciled: parseRegen('5') })
  expect(countBurns(burns, withParams({ burnSources: 'all-bank-burns' }))).toEqual({
    burned: parseRegen('35'),
    unreconciled: 0n,
  })
  expect(
    countBurns(burns, withParams({ supplyBasis: { kind: 'circulating', exclusions: [] } })).unreconciled,
  ).toBe(0n)
})

test('reading 2.1 #12: burned at once, the headroom has already grown when the period ends', () => {
  const before = state('211000000')
  const burn = parseRegen('1000000')
  const epoch = advance(before, burn, withParams({ burnTiming: 'epoch' }))
  const immediate = advance(before, burn, withParams({ burnTiming: 'immediate' }))
  expect([epoch, immediate].map(({ minted }) => formatRegen(minted))).toEqual(['200000', '220000'])
  expect([epoch, immediate].map(({ next }) => formatRegen(next.supply))).toEqual(['210200000', '210220000'])
  expect(() =>
    advance(before, parseRegen('211000000.000001'), withParams({ burnTiming: 'immediate' })),
  ).toThrow('[BURN_EXCEEDS_SUPPLY]')
})

test('reading 2.1 #12: burned at once, `cut` burns what there is before the mint, and no more', () => {
  const params = withParams({ burnTiming: 'immediate', aboveSupply: 'cut' })
  const { minted, burned, next } = advance(state('100'), parseRegen('101'), params)
  expect([minted, burned, next.supply].map(formatRegen)).toEqual(['4420000', '100', '4420000'])
})

test('reading 2.1 #13: a burn above S + M is refused, and so is a negative one', () => {
  const before = state('1000000')
  const params = withParams({ hardCap: parseRegen('2000000') })
  expect(() => advance(before, parseRegen('5000000'), params)).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: 5000000000000 uregen cannot be burned: only 1020000000000 exist. A burn is never clamped (SPEC M012, invariant 2): check what was counted. [BURN_EXCEEDS_SUPPLY]]`,
  )
  expect(formatRegen(advance(before, parseRegen('1020000'), params).next.supply)).toBe('0')
  expect(() => advance(before, -1n as Uregen, params)).toThrow('[AMOUNT_NEGATIVE]')
})

test('reading 2.1 #14, OQ-M012-3: r_base is a rate per period: a change of length rescales it or warns', () => {
  const daily = { kind: 'days', days: 1 } as const
  const rescaled = changePeriodLength(M012_V0, daily, 'rescale')
  expect(rescaled.warnings).toEqual([])
  expect(formatRatio(rescaled.params.baseRate)).toBe('1/350')
  const kept = changePeriodLength(M012_V0, daily, 'keep')
  expect(kept.params.baseRate).toEqual(M012_V0.baseRate)
  expect(kept.warnings).toEqual([{ code: 'RATE_NOT_RESCALED', rate: M012_V0.baseRate, factor: ratio(7n) }])
  expect(changePeriodLength(M012_V0, M012_V0.periodLength, 'keep').warnings).toEqual([])
  expect(() => changePeriodLength(M012_V0, { kind: 'days', days: 36 }, 'rescale')).toThrow(
    '[PARAMETER_OUT_OF_BOUNDS]',
  )
  expect(periodsPerYear(M012_V0.periodLength)).toBe(52n)
  expect(periodsPerYear({ kind: 'per-block', blockMilliseconds: 6_000 })).toBe(5_256_000n)
})

test('reading 2.1 #14, OQ-M012-4: burned into a reserve, S does not shrink, and governance may re-mint', () => {
  const params = withParams({ burnKind: 'reserve' })
  const { next } = advance(state('200000000'), parseRegen('50'), params)
  expect([formatRegen(next.supply), formatRegen(next.reserve ?? uregen(0n))]).toEqual(['200420000', '50'])
  const later = advance(next, parseRegen('7'), params).next
  expect(later.reserve).toBe(parseRegen('57'))
  expect(remint(later, parseRegen('57'))).toEqual({ ...later, reserve: 0n })
  expect(() => remint(later, parseRegen('57.000001'))).toThrow('[POOL_TOO_SMALL]')
})

test('reading 2.1 #14, OQ-M012-4: what lies in the reserve cannot be burned again', () => {
  const kept: SupplyState = { ...state('100'), reserve: parseRegen('60') }
  const params = withParams({ hardCap: parseRegen('100') })
  expect(formatRegen(advance(kept, parseRegen('40'), params).next.supply)).toBe('60')
  for (const burnKind of ['permanent', 'reserve'] as const)
    for (const burnTiming of ['epoch', 'immediate'] as const)
      expect(() => advance(kept, parseRegen('40.000001'), { ...params, burnKind, burnTiming })).toThrow(
        '[BURN_EXCEEDS_SUPPLY]',
      )
})

test('reading 2.1 #15: M is bounded by the headroom before the burn, so nothing hides behind it', () => {
  const params = withParams({
    baseRate: parseRatio('0.1') as SupplyParams['baseRate'],
    ecologicalSource: 'oracle',
    ecoMax: ratio(100n),
  })
  const better = {
    ...state('220000000'),
    co2: { change: parseChange('-5000'), source: 'oracle', age: 0n } as const,
  }
  const { minted, next } = advance(better, parseRegen('5000000'), params)
  expect([formatRegen(minted), formatRegen(next.supply)]).toEqual(['1000000', '216000000'])
})
