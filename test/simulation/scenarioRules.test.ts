import { describe, expect, test } from 'vitest'
import { advanceEpoch, type Scenario, type Step, simulateRun } from '../../src/simulation/index.ts'
import { arePairs, cholesky, choleskyOf } from '../../src/simulation/random/correlation.ts'
import { type ScheduleEntry, scheduled } from '../../src/simulation/scenario/schedule.ts'
import { correlatedPoints } from '../../src/simulation/study/questions/correlatedPoints.ts'
import { changed } from './support.ts'

/** What a scenario says is what happens: nothing of it is left out in silence. */

test('an amount that nobody commits is refused; by so many it is split evenly', () => {
  const committed = (amount: string, commitments: number) => ({
    economy: { committed: { amount, commitments, lockMonths: 24 } },
  })
  expect(() => changed('baseline', committed('1000000000000', 0))).toThrow(
    'an amount is committed by 0 commitments: say by how many',
  )
  for (const [amount, commitments] of [
    ['0', 0],
    ['0', 4],
  ] as const)
    expect(
      simulateRun(changed('baseline', { periods: 1, ...committed(amount, commitments) }), 0).table
        .committed[0],
    ).toBe(0)
  const { table } = simulateRun(changed('baseline', { periods: 1, ...committed('1000000000000', 4) }), 0)
  expect(table.committed[0]).toBe(1_000_000_000_000)
})

describe('correlations', () => {
  const pair = (r: number) => [{ a: 'volume', b: 'price', r } as const]

  test('of just 1 and −1 are the same number, and its opposite', () => {
    expect(cholesky(pair(1))?.[1]?.slice(0, 2)).toEqual([1, 0])
    expect(cholesky(pair(-1))?.[1]?.slice(0, 2)).toEqual([-1, 0])
    const ranges = { x: { from: 0, to: 1 }, y: { from: 0, to: 1 } }
    for (const r of [1, -1])
      for (const point of correlatedPoints(ranges, [{ a: 'x', b: 'y', r }], { n: 50, seed: 'one' }))
        expect(point['y']).toBeCloseTo(r === 1 ? (point['x'] ?? 9) : 1 - (point['x'] ?? 9), 8)
  })

  test('two that are one have the same correlation to a third; another one is none', () => {
    const three = (bc: number) =>
      choleskyOf(
        ['a', 'b', 'c'],
        [
          { a: 'a', b: 'b', r: 1 },
          { a: 'a', b: 'c', r: 0.5 },
          { a: 'b', b: 'c', r: bc },
        ],
      )
    expect(three(0.5)?.[2]?.[0]).toBe(0.5)
    expect(three(0.4)).toBeNull()
  })

  test('a pair that stands twice, and one of a thing with itself, are refused', () => {
    expect(arePairs([...pair(0.5), { a: 'price', b: 'stability' }])).toBe(true)
    for (const wrong of [
      [...pair(0.5), ...pair(0.6)],
      [...pair(0.5), { a: 'price', b: 'volume', r: 0.6 }],
      [{ a: 'price', b: 'price', r: 0.5 }],
    ]) {
      expect(() => changed('baseline', { correlations: wrong })).toThrow(
        'each pair stands once, and is of two',
      )
      const ranges = { volume: { from: 0, to: 1 }, price: { from: 0, to: 1 } }
      expect(() => correlatedPoints(ranges, wrong, { n: 2, seed: '' })).toThrow('each pair stands once')
    }
  })
})

test('a schedule holds from its first period to its last one, both included', () => {
  const base = { input: 'market.volume' } as const
  const course = (entry: object, value = 100) =>
    Array.from({ length: 7 }, (_, period) =>
      scheduled([{ ...base, as: 'set', ...entry } as ScheduleEntry], 'market.volume', period, value),
    )
  expect(course({ shape: 'pulse', from: 2, to: 4, value: 7 })).toEqual([100, 100, 7, 7, 7, 100, 100])
  expect(course({ shape: 'step', from: 5, to: null, value: 7 })).toEqual([100, 100, 100, 100, 100, 7, 7])
  expect(course({ shape: 'ramp', from: 1, to: 5, start: 10, end: 50 })).toEqual([
    100, 10, 20, 30, 40, 50, 100,
  ])
  expect(course({ shape: 'pulse', as: 'times', from: 2, to: 2, value: 3 })).toEqual([
    ...[100, 100, 300, 100, 100, 100, 100],
  ])
  expect(course({ shape: 'pulse', as: 'plus', from: 0, to: 0, value: -30 })).toEqual([
    ...[70, 100, 100, 100, 100, 100, 100],
  ])
  expect(course({ shape: 'shock', at: 3, factor: 0.5 })).toEqual([100, 100, 100, 50, 100, 100, 100])
})

describe('where fees are scored, whoever pays them earns', () => {
  const scenario = (m015: object): Scenario => changed('baseline', { periods: 2, policy: { m015 } })
  const steps = (m015: object) => {
    const seen: Step[] = []
    simulateRun(scenario(m015), 0, { onStep: step => seen.push(step) })
    return seen
  }

  test('the fees of all participants are the fees of the period: issuers and senders pay theirs', () => {
    for (const { state, inputs, policy } of steps({ scoreBasis: 'fee-paid' })) {
      const paid = new Map(
        inputs.participants.map(({ address, purchase, retirement, fees = 0n }) => [
          address,
          fees + (purchase?.fee ?? 0n) + (retirement?.fee ?? 0n),
        ]),
      )
      const { revenue, rewards } = advanceEpoch(state, inputs, policy).numbers
      expect([...paid.values()].reduce((sum, fee) => sum + fee, 0n)).toBe(revenue)
      const reward = new Map(rewards.map(({ address, reward: of }) => [address, of]))
      for (const name of ['issuers', 'senders', 'buyers']) expect(reward.get(name) ?? 0n).toBeGreaterThan(0n)
      // By their fees: what one gets for a uregen, the other does.
      const [a, b] = ['issuers', 'buyers'].map(
        name => ((reward.get(name) ?? 0n) * 10n ** 9n) / (paid.get(name) ?? 1n),
      )
      expect((a ?? 0n) - (b ?? 0n)).toBeLessThan(2n * 10n ** 5n)
    }
  })

  test('where values are, they earn nothing', () => {
    for (const { inputs } of steps({}))
      expect(
        inputs.participants.map(({ address }) => address).filter(name => /issuers|senders/.test(name)),
      ).toEqual([])
  })
})
