import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { isRegenError } from '../../../src/primitives/errors.ts'
import type { Ratio } from '../../../src/primitives/ratio.ts'
import {
  correlatedPoints,
  inputsOf,
  type SweepPoint,
  scenarioHash,
  seekGoal,
  withInput,
  withInputs,
} from '../../../src/simulation/index.ts'
import { ownRange, rangeOfInput, takesWhole } from '../../../src/simulation/scenario/inputRanges.ts'
import {
  INPUT_BOUNDS,
  type ScheduledInput,
  type ScheduleEntry,
  scheduled,
} from '../../../src/simulation/scenario/schedule.ts'
import { rankCorrelation } from '../../../src/simulation/study/questions/correlatedPoints.ts'
import { changed, scenarioNamed } from '../support.ts'

const TINY = changed('baseline', { periods: 5 })

test('an input is set by its path, and the shares of M013 sum to 1 still', () => {
  const { shares } = withInput(TINY, 'policy.m013.shares.burn', 0.1).policy.m013
  expect(shares).toEqual({
    burn: { num: 1n, den: 10n },
    validator: { num: 514_287n, den: 1_000_000n },
    community: { num: 80_357n, den: 250_000n },
    agent: { num: 12_857n, den: 200_000n },
  })
  expect(() => withInput(TINY, 'agents.market.nothing', 1)).toThrow(
    'a scenario has no number agents.market.nothing',
  )
})

test('shares that are set together take from the others only, and never come to more than 1', () => {
  const part = fc.integer({ min: 0, max: 500_000 })
  fc.assert(
    fc.property(part, part, (burn, agent) => {
      const { shares } = withInputs(TINY, {
        'policy.m013.shares.burn': burn / 1e6,
        'policy.m013.shares.agent': agent / 1e6,
      }).policy.m013
      const millionths = (share: Ratio) => Number((share.num * 1_000_000n) / share.den)
      expect([millionths(shares.burn), millionths(shares.agent)]).toEqual([burn, agent])
      const rest = millionths(shares.validator) + millionths(shares.community)
      expect(rest).toBe(1_000_000 - burn - agent)
      // 0.4 to 0.25, as before.
      expect(Math.abs(millionths(shares.validator) - (rest * 8) / 13)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 30 },
  )
  expect(() => withInputs(TINY, { 'policy.m013.shares.burn': 0.6, 'policy.m013.shares.agent': 0.5 })).toThrow(
    'the shares of M013 come to more than 1',
  )
})

test('the inputs of a scenario are the numbers that it takes back unchanged', () => {
  for (const [path, value] of Object.entries(inputsOf(TINY)).filter((_, index) => index % 5 === 0))
    expect([path, scenarioHash(withInput(TINY, path, Number(value)))]).toEqual([path, scenarioHash(TINY)])
})

describe('correlated points', () => {
  const ranges = {
    'agents.market.volume': { from: 0, to: 100 },
    'agents.validators.cost': { from: 10, to: 20 },
  }
  const [a, b] = Object.keys(ranges) as [string, string]
  const drawn = (r: number) => correlatedPoints(ranges, [{ a, b, r }], { n: 400, seed: 'points' })

  test('lie evenly in their ranges: the first input has one in each of n slices', () => {
    const slices = drawn(0.7).map(point => Math.floor((point[a] ?? 0) * 4))
    expect(new Set(slices).size).toBe(400)
    for (const point of drawn(0.7)) expect((point[b] ?? 0) >= 10 && (point[b] ?? 0) <= 20).toBe(true)
  })

  test.each([-0.9, -0.3, 0, 0.6, 0.95])('of r = %d have the rank correlation (6/π) asin(r/2)', r => {
    const points = drawn(r).map(inputs => ({
      inputs,
      study: { spreads: [{ name: 'burned', mean: inputs[b] }] } as unknown as SweepPoint['study'],
    }))
    const expected = (6 / Math.PI) * Math.asin(r / 2)
    expect(Math.abs((rankCorrelation(points, a, 'burned') ?? 9) - expected)).toBeLessThan(0.09)
  })

  test('three that cannot be are refused', () => {
    const three = { ...ranges, 'agents.price.start': { from: 0, to: 1 } }
    const c = 'agents.price.start'
    const pairs = [
      { a, b, r: 0.9 },
      { a: b, b: c, r: 0.9 },
      { a, b: c, r: -0.9 },
    ]
    expect(() => correlatedPoints(three, pairs, { n: 4, seed: '' })).toThrow(
      'no numbers can be correlated like this',
    )
  })
})

/** The code with which something is refused. */
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return isRegenError(error) ? error.code : String(error)
  }
  return 'nothing'
}

test('an input takes the ends of its range, and nothing beyond them', () => {
  const scenario = scenarioNamed('monte-carlo')
  const ranged = Object.keys(inputsOf(scenario)).flatMap(path => {
    const range = rangeOfInput(path)
    // The parts of the mix are held to sum to 1, and what is committed to what there is.
    return range === null || path.includes('.mix.') || path.startsWith('economy.') ? [] : [{ path, ...range }]
  })
  expect(ranged.length).toBeGreaterThan(30)
  for (const { path, least, most } of ranged) {
    for (const value of [least, most ?? least + 1])
      expect([path, value, refusal(() => withInput(scenario, path, value))]).toEqual([path, value, 'nothing'])
    expect([path, refusal(() => withInput(scenario, path, least - 1))]).toEqual([path, 'INPUT_INVALID'])
    if (most !== null)
      expect([path, refusal(() => withInput(scenario, path, most * 2))]).toEqual([path, 'INPUT_INVALID'])
  }
})

test('a bound that is excluded is not in the range, and of several the narrowest counts', () => {
  const whole = z.int().check(z.nonnegative(), z.positive(), z.lt(10), z.maximum(100))
  expect(ownRange(whole)).toEqual([{ least: 1, most: 9 }])
  expect(ownRange(z.int().check(z.gt(-5)))).toEqual([{ least: -4, most: null }])
  expect(ownRange(z.string())).toEqual([])
})

test('a schedule cannot take an input beyond its bounds, nor commit more than there is', () => {
  for (const [input, { least, most }] of Object.entries(INPUT_BOUNDS))
    for (const value of [-1e18, 1e18]) {
      const entry = { input, shape: 'step', as: 'plus', from: 0, to: null, value } as ScheduleEntry
      expect(scheduled([entry], input as ScheduledInput, 0, 0)).toBe(value < 0 ? least : most)
    }
  const committed = { amount: '224000000000001', commitments: 1, lockMonths: 24 }
  expect(() => changed('baseline', { economy: { committed } })).toThrow('more is committed than there is')
})

test('an input of whole numbers is drawn and sought in whole numbers, each as likely', () => {
  const path = 'economy.validators'
  expect([path, 'economy.supply', 'agents.market.volume'].map(takesWhole)).toEqual([true, true, false])
  const drawn = correlatedPoints({ [path]: { from: 5, to: 8, whole: true } }, [], { n: 400, seed: 'a' })
  const counts = [5, 6, 7, 8].map(value => drawn.filter(point => point[path] === value).length)
  expect(counts).toEqual([100, 100, 100, 100])
  const asked: number[] = []
  const found = seekGoal(TINY, {
    path,
    from: 30,
    to: 5,
    whole: true,
    meets: ({ mean_income, least_validators }) => {
      asked.push(least_validators)
      return mean_income >= 9_000
    },
    share: 1,
    runs: 1,
    steps: 40,
  })
  // $5,777.78 × 18 validators is $104,000 a year: 11 have more than $9,000 each, 12 have not.
  expect(found?.value).toBe(11)
  expect(asked.length).toBeLessThan(8)
})
