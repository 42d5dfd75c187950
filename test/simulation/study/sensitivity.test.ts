import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY, parsePolicy } from '../../../src/policy/policy.ts'
import type { Ratio } from '../../../src/primitives/ratio.ts'
import {
  compare,
  correlatedPoints,
  globalSensitivity,
  inputsOf,
  oneAtATime,
  type SweepPoint,
  scenarioHash,
  seekGoal,
  sobolIndices,
  sweepGrid,
  sweepList,
  withInput,
  withInputs,
} from '../../../src/simulation/index.ts'
import { rankCorrelation } from '../../../src/simulation/study/correlatedPoints.ts'
import { changed, scenarioNamed } from '../support.ts'

const TINY = changed('baseline', { periods: 5 })

describe('Sobol indices by Saltelli sampling', () => {
  test('of the Ishigami function, a = 7, b = 0.1', () => {
    const turn = (x: number) => -Math.PI + 2 * Math.PI * x
    const ishigami = ([x = 0, y = 0, z = 0]: readonly number[]) =>
      Math.sin(turn(x)) + 7 * Math.sin(turn(y)) ** 2 + 0.1 * turn(z) ** 4 * Math.sin(turn(x))
    const studies = ['a', 'b', 'c', 'd'].map(seed =>
      sobolIndices(ishigami, 3, { n: 4_096, seed: `ishigami ${seed}`, bootstrap: 60 }),
    )
    const exact = [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ] as const
    let held = 0
    exact.forEach(([s1, st], input) => {
      const of = studies.map(study => study[input])
      const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
      expect(Math.abs(mean(of.map(found => found?.first.value ?? 9)) - s1)).toBeLessThan(0.02)
      expect(Math.abs(mean(of.map(found => found?.total.value ?? 9)) - st)).toBeLessThan(0.02)
      for (const found of of) if (found && found.first.from <= s1 && s1 <= found.first.to) held++
    })
    expect(held).toBeGreaterThanOrEqual(10)
  })

  test('of the g-function, a = 0, 1, 4.5, 9', () => {
    const a = [0, 1, 4.5, 9]
    const found = sobolIndices(
      x =>
        x.reduce(
          (product, value, i) => (product * (Math.abs(4 * value - 2) + (a[i] ?? 0))) / (1 + (a[i] ?? 0)),
          1,
        ),
      4,
      { n: 8_192, seed: 'g', bootstrap: 50 },
    )
    const parts = a.map(value => 1 / 3 / (1 + value) ** 2)
    const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1
    found.forEach(({ first, total }, i) => {
      const part = parts[i] ?? 0
      expect(Math.abs(first.value - part / variance)).toBeLessThan(0.03)
      expect(Math.abs(total.value - (part * (variance + 1)) / (1 + part) / variance)).toBeLessThan(0.03)
    })
  })

  test('the price of REGEN explains nothing of a validator’s income in USD: the fee is a share of a value in USD', () => {
    const [volume, price] = sobolIndices(
      ([v = 0, p = 0]) => {
        const scenario = withInput(
          withInput(TINY, 'agents.market.volume', 250_000 + v * 500_000),
          'agents.price.start',
          0.02 + p * 0.1,
        )
        return sweepGrid(scenario, {}, 1)[0]?.study.outcomes[0]?.mean_income ?? 0
      },
      2,
      { n: 10, seed: 'income', bootstrap: 20 },
    )
    expect(volume?.total.value).toBeGreaterThan(0.9)
    expect(price?.total.value).toBeLessThan(0.001)
  })
})

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
      study: { outcomes: [{ burned: inputs[b] }] } as unknown as SweepPoint['study'],
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

test('global sensitivity of a scenario is that of the function which it is', () => {
  const ranges = {
    'agents.market.volume': { from: 250_000, to: 750_000 },
    'policy.m013.shares.burn': { from: 0.1, to: 0.4 },
  }
  const sampling = { n: 6, seed: 'both', bootstrap: 10 }
  const [burned] = globalSensitivity(TINY, ranges, ['burned'], { ...sampling, runs: 2 })
  const direct = sobolIndices(
    ([volume = 0, burn = 0]) => {
      const at = (from: number, to: number, x: number) => Number((from + (to - from) * x).toPrecision(9))
      const inputs = {
        'agents.market.volume': at(250_000, 750_000, volume),
        'policy.m013.shares.burn': at(0.1, 0.4, burn),
      }
      return sweepList(TINY, [inputs], 2)[0]?.study.outcomes[0]?.burned ?? 0
    },
    2,
    sampling,
  )
  expect(burned?.inputs.map(({ first, total }) => ({ first, total }))).toEqual(direct)
})

test('one at a time: income follows the volume with an elasticity of 1', () => {
  const [volume] = oneAtATime(
    TINY,
    { 'agents.market.volume': [250_000, 500_000, 1_000_000] },
    'mean_income',
    1,
  )
  expect(volume?.points.map(({ median }) => median)).toEqual([2888.89, 5777.78, 11555.56])
  expect(volume?.elasticity).toBeCloseTo(1, 5)
})

test('goal search: the least volume at which validators earn $15,000', () => {
  const found = seekGoal(TINY, {
    path: 'agents.market.volume',
    from: 500_000,
    to: 3_000_000,
    meets: ({ mean_income }) => mean_income >= 15_000,
    share: 0.95,
    runs: 1,
    steps: 20,
  })
  expect(Math.abs((found?.value ?? 0) - 1_298_077)).toBeLessThan(5)
})

test('two policies on one scenario: less burned is more for validators, run by run', () => {
  const after = parsePolicy({
    m013: { shares: { burn: '0.10', validator: '0.60', community: '0.25', agent: '0.05' } },
  })
  const { changes, differences } = compare(DEFAULT_POLICY, after, changed('monte-carlo', { periods: 8 }), 6)
  expect(changes).toHaveLength(1)
  const of = (outcome: string) => differences.find(difference => difference.outcome === outcome)
  expect(of('mean_income')?.moreIn).toBe(1)
  expect(of('burned')?.moreIn).toBe(0)
  expect(of('fees')?.difference).toEqual({ p5: 0, p50: 0, p95: 0 })
  expect(of('mean_income')?.sentence).toContain(
    'For validators, a validator’s mean income: $4,487 a year before, $6,731 a year after (+50 %).',
  )
  expect(scenarioNamed('baseline').policy).toEqual(DEFAULT_POLICY)
})
