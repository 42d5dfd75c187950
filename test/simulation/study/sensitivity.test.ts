import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../../src/policy/policy.ts'
import {
  compare,
  globalSensitivity,
  oneAtATime,
  seekGoal,
  sobolIndices,
  sweepGrid,
  sweepList,
  withInput,
} from '../../../src/simulation/index.ts'
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
