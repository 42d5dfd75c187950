import { expect, test } from 'vitest'
import { restingSupply } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/equilibrium.ts'
import {
  advance,
  equilibriumSupply,
  M012_V0,
  periodsToCap,
  periodsToWithin,
  type RegrowthRate,
  type SteadyBurn,
  type SupplyState,
  supplyAfter,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import {
  projectSupply,
  type SupplyTerms,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/projectSupply.ts'
import { parseRatio, ratio } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import { withParams } from './states.ts'

const cap = M012_V0.hardCap

const steady = (supply: string, burned: string, rate: string): SteadyBurn => ({
  supply: parseRegen(supply),
  burnedPerPeriod: parseRegen(burned),
  rate: parseRatio(rate),
  cap,
})

test('S* is the largest supply at which regrowth still covers the burn: q × (C − S*) ≥ B > q × (C − S* − 1), q = min( r, 1 )', () => {
  const whole = 10n ** 12n
  holds(anyUregen, anyUregen, (burned, rate) => {
    const at = equilibriumSupply(burned, ratio(rate, whole), cap)
    const share = rate < whole ? rate : whole
    if (at === null) expect(share === 0n || share * cap < burned * whole).toBe(true)
    else {
      expect(share * (cap - at) >= burned * whole).toBe(true)
      expect(share * (cap - at - 1n) < burned * whole).toBe(true)
    }
  })
})

test('without regrowth, or with more burned than can regrow, there is no equilibrium', () => {
  expect(equilibriumSupply(parseRegen('1'), parseRatio('0'), cap)).toBeNull()
  expect(equilibriumSupply(parseRegen('5000000'), parseRatio('0.02'), cap)).toBeNull()
  expect(equilibriumSupply(0n as Uregen, parseRatio('0.02'), cap)).toBe(cap)
})

test('ERR-M012-03: from 224M to the cap at 30,000 REGEN a week takes 100 weeks', () => {
  const run = steady('224000000', '30000', '0.026')
  expect(periodsToCap(run)).toBe(100n)
  expect([supplyAfter(run, 99), supplyAfter(run, 100)]).toEqual([parseRegen('221030000'), cap])
})

test('periods to the cap: none at or below it, never without a burn', () => {
  expect(periodsToCap(steady('221000000', '1', '0'))).toBe(0n)
  expect(periodsToCap(steady('221000000', '0', '0'))).toBe(0n)
  expect(periodsToCap(steady('224000000', '0', '0'))).toBeNull()
  expect(periodsToCap(steady('224000000', '2999999.999999', '0'))).toBe(2n)
})

test('ERR-M012-04: from 224M within 1 % at week 66 and within 0.1 % at week 163', () => {
  const run = steady('224000000', '30000', '0.026')
  expect(periodsToWithin(run, parseRatio('0.01'), 1000)).toEqual({ periods: 66, searched: 66 })
  expect(periodsToWithin(run, parseRatio('0.001'), 1000)).toEqual({ periods: 163, searched: 163 })
})

test('a supply exactly a share x away is within it', () => {
  const run = steady('215000000', '120000', '0.02')
  const share = parseRatio('0.1')
  expect(periodsToWithin({ ...run, supply: parseRegen('236500000') }, share, 0).periods).toBe(0)
  expect(periodsToWithin({ ...run, supply: parseRegen('236500000.000001') }, share, 0).periods).toBeNull()
})

test('a search that ends says how far it looked: bound reached, standing still, or no equilibrium', () => {
  const run = steady('224000000', '30000', '0.026')
  expect(periodsToWithin(run, parseRatio('0.001'), 162)).toEqual({ periods: null, searched: 162 })
  expect(periodsToWithin(steady('224000000', '0', '0.02'), parseRatio('0'), 1000)).toEqual({
    periods: null,
    searched: 0,
  })
  expect(periodsToWithin(steady('224000000', '1', '0'), parseRatio('1'), 1000)).toEqual({
    periods: null,
    searched: 0,
  })
})

test('ERR-M012-05: 260 weeks of 30,000 REGEN burn 7.8M at most', () => {
  expect(formatRegen(supplyAfter(steady('221000000', '30000', '0'), 260))).toBe('213200000')
  expect(formatRegen(supplyAfter(steady('224000000', '30000', '0'), 260))).toBe('216200000')
})

test('ERR-M012-06: 120,000 REGEN a week for a year opens a gap of 3,901,509 REGEN, never more than B / r', () => {
  const run = steady('221000000', '120000', '0.02')
  expect(formatRegen((cap - supplyAfter(run, 52)) as Uregen)).toBe('3901508.635481')
  expect(equilibriumSupply(run.burnedPerPeriod, run.rate, cap)).toBe(parseRegen('215000000'))
})

test('a path is the periods one after another', () => {
  let state: SupplyState = {
    supply: parseRegen('223000000'),
    staked: 0n as Uregen,
    stabilityCommitted: 0n as Uregen,
    m014Phase: 'INACTIVE',
  }
  const run = steady('223000000', '50000', '0.026')
  const params = { ...M012_V0, baseRate: run.rate as RegrowthRate }
  for (let period = 1; period <= 60; period++) {
    state = advance(state, run.burnedPerPeriod, params).next
    expect(state.supply).toBe(supplyAfter(run, period))
  }
})

test('a burn of more than there is ends a path with an error', () => {
  expect(() => supplyAfter(steady('1', '2', '0'), 1)).toThrow('[BURN_EXCEEDS_SUPPLY]')
})

const TERMS: SupplyTerms = {
  supply: uregen(900_000n),
  staked: uregen(0n),
  committed: uregen(0n),
  m014: 'INACTIVE',
  co2: null,
  hardCap: uregen(1_000_000n),
  baseRate: parseRatio('0.1') as RegrowthRate,
  burnedPerPeriod: uregen(1_000n),
}

test.each([
  ['epoch', 'permanent', 990_000n],
  ['immediate', 'permanent', 991_000n],
  ['epoch', 'reserve', 1_000_000n],
  ['immediate', 'reserve', 1_000_000n],
] as const)('a projection comes to rest at its S*: burned at %s, %s', (burnTiming, burnKind, rest) => {
  const { equilibriumSupply, periods } = projectSupply(TERMS, 200, withParams({ burnTiming, burnKind }))
  expect(equilibriumSupply).toBe(rest)
  // A mint that is floored lacks less than one uregen, and 1 / r of them are missing where it rests.
  const last = periods.at(-1)?.supplyAfter ?? 0n
  expect(last <= rest && last >= rest - 10n).toBe(true)
})

test.each([
  ['just what regrows, at the end of each period', { burnTiming: 'epoch' }, 100_000n, 0n],
  ['just what regrows, at once', { burnTiming: 'immediate' }, 100_000n, 100_000n],
  ['more than regrows, at the end', { burnTiming: 'epoch' }, 100_001n, null],
  ['more than regrows, at once', { burnTiming: 'immediate' }, 100_001n, null],
] as const)('a burn of %s', (_, timing, burned, rest) => {
  const params = withParams({ ...timing, aboveSupply: 'cut' })
  expect(restingSupply(burned as Uregen, TERMS.baseRate, { ...params, hardCap: TERMS.hardCap })).toBe(rest)
  const { equilibriumSupply, periods } = projectSupply(
    { ...TERMS, burnedPerPeriod: burned as Uregen },
    300,
    params,
  )
  expect(equilibriumSupply).toBe(rest)
  // Beyond it every period burns all that there is, and no more.
  expect(periods.some(record => record.burned < burned)).toBe(rest === null)
})

test.each(['epoch', 'immediate'] as const)(
  'an r above 1 regrows what is missing and no more, and S* is no higher: burned at %s',
  burnTiming => {
    const params = withParams({ burnTiming, ecologicalSource: 'oracle', ecoMax: parseRatio('20') })
    const terms = { ...TERMS, co2: parseRatio('0') }
    // 1 + 1,000 / 50, of which 20 count.
    const better = { ...terms, co2: { num: -1_000n, den: 1n } }
    expect(projectSupply(terms, 1, params).rate).toEqual(ratio(1n, 10n))
    const { rate, equilibriumSupply, periods } = projectSupply(better, 10, params)
    expect(rate).toEqual(ratio(2n))
    expect(periods.at(-1)?.supplyAfter).toBe(equilibriumSupply)
    expect(equilibriumSupply).toBe(burnTiming === 'epoch' ? 999_000n : 1_000_000n)
  },
)

test('S, K and r of a projection are those that minted: M = floor( r × (C − S) )', () => {
  const mints = { ...TERMS, staked: uregen(800_000n), burnedPerPeriod: uregen(200_000n) }
  for (const burnTiming of ['epoch', 'immediate'] as const)
    for (const burnKind of ['permanent', 'reserve'] as const) {
      const params = withParams({ burnTiming, burnKind, aboveSupply: 'cut' })
      const { mintsFrom, backing, rate, periods } = projectSupply(mints, 1, params)
      const left = burnTiming === 'immediate' && burnKind === 'permanent' ? 700_000n : 900_000n
      expect([mintsFrom, backing]).toEqual([left, left < 800_000n ? left : 800_000n])
      expect(rate).toEqual(ratio(left + backing, 10n * left))
      expect(periods[0]?.rate).toEqual(rate)
      expect(periods[0]?.minted).toBe(((1_000_000n - left) * rate.num) / rate.den)
    }
})

test('what is burned into the reserve never brings a supply down to the cap', () => {
  const above = { ...TERMS, supply: uregen(1_100_000n) }
  expect(projectSupply(above, 1, withParams({})).periodsToCap).toBe(100n)
  expect(projectSupply(above, 1, withParams({ burnKind: 'reserve' })).periodsToCap).toBe(null)
})
