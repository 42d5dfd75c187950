import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cholesky, correlate, SHOCKS } from '../../../src/simulation/random/correlation.ts'
import { betaQuantile, choose, poisson } from '../../../src/simulation/random/draws.ts'
import { exp, ln, normalCdf, normalQuantile, sineOfTurns } from '../../../src/simulation/random/elementary.ts'
import { openStream } from '../../../src/simulation/random/streams.ts'
import { RUNS } from '../../support/runs.ts'

const near = (a: number, b: number, relative = 1e-14) =>
  Math.abs(a - b) <= relative * Math.max(1, Math.abs(a), Math.abs(b))

describe('elementary functions from the four operations', () => {
  test('agree with those of the machine', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), x => {
        expect(near(exp(x) / Math.exp(x), 1, 1e-14)).toBe(true)
        expect(near(sineOfTurns(x), Math.sin(2 * Math.PI * (x - Math.floor(x))), 1e-14)).toBe(true)
      }),
      { numRuns: RUNS },
    )
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), x => {
        expect(near(ln(x), Math.log(x), 1e-15)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  test('the normal distribution: known quantiles, and the inverse of its own sum', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14)
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12)
    for (const p of [0.001, 0.02, 0.3, 0.62, 0.97, 0.9999])
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13)
  })

  test('edges', () => {
    expect([exp(800), exp(-800), ln(0), ln(-1)]).toEqual([
      Number.POSITIVE_INFINITY,
      0,
      Number.NaN,
      Number.NaN,
    ])
    expect([normalCdf(9), normalCdf(-9)]).toEqual([1, 0])
  })
})

describe('named random streams', () => {
  test('are the same bits everywhere', () => {
    const { uniform } = openStream('regen', 0, 'market')
    expect([uniform(), uniform(), uniform()]).toMatchInlineSnapshot(`
      [
        0.5907035737228763,
        0.7786764547936906,
        0.9686691646289911,
      ]
    `)
    expect(openStream('regen', 7, 'price').normal()).toMatchInlineSnapshot(`-0.520513837455057`)
  })

  test('do not depend on each other, and differ by seed, run and name', () => {
    const first = (seed: string, run: number, name: string) => openStream(seed, run, name).uniform()
    const other = openStream('regen', 1, 'a')
    for (let count = 0; count < 50; count++) other.uniform()
    expect(first('regen', 1, 'b')).toBe(first('regen', 1, 'b'))
    const seen = [
      first('regen', 1, 'a'),
      first('regen', 1, 'b'),
      first('regen', 2, 'a'),
      first('x', 1, 'a'),
      first('regen', 11, ''),
      first('regen1', 1, ''),
    ]
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('are uniform and normal, and never 0 or 1', () => {
    const { uniform, normal } = openStream('moments', 0, 'a')
    const n = 20_000
    const u = Array.from({ length: n }, uniform)
    const z = Array.from({ length: n }, normal)
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
    expect(Math.min(...u)).toBeGreaterThan(0)
    expect(Math.max(...u)).toBeLessThan(1)
    expect(Math.abs(mean(u) - 0.5)).toBeLessThan(0.01)
    expect(Math.abs(mean(z))).toBeLessThan(0.03)
    expect(Math.abs(mean(z.map(x => x * x)) - 1)).toBeLessThan(0.04)
  })
})

describe('draws', () => {
  test('Poisson and beta have their means, a choice its weights', () => {
    const stream = openStream('moments', 0, 'draws')
    const n = 20_000
    const mean = (draw: () => number) => Array.from({ length: n }, draw).reduce((a, b) => a + b, 0) / n
    expect(Math.abs(mean(() => poisson(2.5, stream.uniform())) - 2.5)).toBeLessThan(0.05)
    expect(Math.abs(mean(() => poisson(50, stream.uniform())) - 50)).toBeLessThan(0.3)
    expect(Math.abs(mean(() => betaQuantile(3, 7, stream.uniform())) - 0.3)).toBeLessThan(0.01)
    expect(Math.abs(mean(() => betaQuantile(2, 3, stream.uniform())) - 0.4)).toBeLessThan(0.01)
    const chosen = mean(() =>
      choose(
        [
          { weight: 0.25, value: 0 },
          { weight: 0.75, value: 1 },
        ],
        stream.uniform(),
      ),
    )
    expect(Math.abs(chosen - 0.75)).toBeLessThan(0.02)
    expect(poisson(0, 0.999)).toBe(0)
  })

  test('a Poisson number of a large mean has mean and variance of it, and goes on from the small ones', () => {
    const { uniform } = openStream('moments', 0, 'large')
    for (const lambda of [769, 10_000]) {
      const drawn = Array.from({ length: 20_000 }, () => poisson(lambda, uniform()))
      const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
      const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length
      expect(Math.abs(mean - lambda)).toBeLessThan(0.03 * Math.sqrt(lambda))
      expect(Math.abs(variance / lambda - 1)).toBeLessThan(0.05)
    }
    for (const p of [0.001, 0.2, 0.5, 0.9, 0.9999])
      expect(Math.abs(poisson(500.000001, p) - poisson(500, p))).toBeLessThanOrEqual(1)
  })

  test('a beta number at a quantile: uniform, powers, the median of equal parameters, and both ends', () => {
    for (const p of [1e-6, 0.02, 0.4, 0.77, 1 - 1e-6]) {
      expect(betaQuantile(1, 1, p)).toBeCloseTo(p, 12)
      expect(betaQuantile(7, 1, p)).toBeCloseTo(p ** (1 / 7), 9)
      expect(betaQuantile(1, 500, p)).toBeCloseTo(1 - (1 - p) ** (1 / 500), 7)
      expect(betaQuantile(4, 9, p) + betaQuantile(9, 4, 1 - p)).toBeCloseTo(1, 8)
    }
    expect(betaQuantile(500, 500, 0.5)).toBeCloseTo(0.5, 12)
  })

  test('correlated numbers have the correlations that were asked for', () => {
    const lower = cholesky([
      { a: 'volume', b: 'price', r: 0.4 },
      { a: 'stability', b: 'price', r: 0.3 },
    ])
    expect(lower).not.toBeNull()
    const streams = SHOCKS.map(name => openStream('correlated', 0, name))
    const n = 20_000
    const drawn = Array.from({ length: n }, () =>
      correlate(
        lower ?? [],
        streams.map(({ normal }) => normal()),
      ),
    )
    const product = (a: 'volume' | 'price' | 'stability', b: 'volume' | 'price' | 'stability') =>
      drawn.reduce((sum, shocks) => sum + shocks[a] * shocks[b], 0) / n
    expect(Math.abs(product('volume', 'price') - 0.4)).toBeLessThan(0.03)
    expect(Math.abs(product('price', 'stability') - 0.3)).toBeLessThan(0.03)
    expect(Math.abs(product('volume', 'stability'))).toBeLessThan(0.03)
  })

  test('what cannot be correlated is null', () => {
    expect(
      cholesky([
        { a: 'volume', b: 'price', r: 0.9 },
        { a: 'price', b: 'stability', r: 0.9 },
        { a: 'volume', b: 'stability', r: -0.9 },
      ]),
    ).toBeNull()
  })
})
