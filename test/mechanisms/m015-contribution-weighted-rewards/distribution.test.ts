import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  distribute,
  distributeActivity,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import { shareByParts } from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/shareByParts.ts'
import { addressBytes } from '../../../src/primitives/address.ts'
import { compareRatios, ONE, type Ratio, ratio, sumRatios } from '../../../src/primitives/ratio.ts'
import { type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import { addressOf, anyAddress, anyScores, fraction, withParams } from './arbitraries.ts'
import { publishedRewards } from './published.ts'

/** Byte order, from the decoded bytes themselves. */
const byBytes = (a: string, b: string): number => Buffer.compare(addressBytes(a), addressBytes(b))

const rewardsOf = (pool: bigint, scores: readonly bigint[]): readonly bigint[] =>
  distribute(
    uregen(pool),
    scores.map((score, index) => ({ address: `regen1${index}`.padEnd(44, 'q'), score: ratio(score) })),
  ).map(({ reward }) => reward)

/** Which of addresses with equal parts gets the one unit that the floors leave. */
const luckyOf = (...addresses: readonly string[]): readonly string[] =>
  shareByParts(
    addresses.map(address => ({ address, part: 1n })),
    { pool: 1n, unit: BigInt(addresses.length) },
    'largest',
  ).flatMap(({ address, reward }) => (reward === 1n ? [address] : []))

test('of equal parts, that of the address whose bytes come first gets the dust, wherever it is listed', () => {
  holds(anyAddress, anyAddress, (a, b) => {
    const [first = ''] = [a, b].sort(byBytes)
    expect(luckyOf(a, b)).toEqual([first])
    expect(luckyOf(b, a)).toEqual([first])
  })
})

test('the letters of two addresses may be in the other order than their bytes', () => {
  const [low, high] = [addressOf(0), addressOf(120)]
  expect([low < high, luckyOf(high, low)]).toEqual([false, [low]])
})

test('every reward is the exact floor, q·Σ ≤ pool·score < (q + 1)·Σ, and what the floors leave goes to the largest exact score', () => {
  holds(anyUregen, anyScores, (pool, scores) => {
    const rewards = distribute(pool, scores)
    const total = sumRatios(...scores.map(({ score }) => score))
    const ranked = [...scores].sort(
      (a, b) => compareRatios(b.score, a.score) || byBytes(a.address, b.address),
    )
    let dust: bigint = pool
    for (const [index, { address, reward }] of rewards.entries()) {
      const { score } = scores[index] ?? { score: ONE }
      expect(address).toBe(scores[index]?.address)
      const floor = (pool * score.num * total.den) / (score.den * (total.num || 1n))
      if (total.num === 0n) expect(reward).toBe(0n)
      else {
        const [num, den] = [pool * score.num * total.den, score.den * total.num]
        expect(floor * den <= num && num < (floor + 1n) * den).toBe(true)
        if (address !== ranked[0]?.address) expect(reward).toBe(floor)
      }
      dust -= floor
    }
    if (total.num > 0n) {
      const lucky = rewards.find(({ address }) => address === ranked[0]?.address)
      expect(rewards.reduce((sum, { reward }) => sum + reward, 0n)).toBe(pool)
      expect(dust >= 0n && dust < BigInt(scores.length)).toBe(true)
      const best = ranked[0] ?? { score: ONE }
      expect(lucky?.reward).toBe((pool * best.score.num * total.den) / (best.score.den * total.num) + dust)
    }
  })
})

test('the order of the scores does not matter, nor does the scale of all of them', () => {
  holds(anyUregen, anyScores, fc.bigInt({ min: 1n, max: 10n ** 9n }), (pool, scores, factor) => {
    const bigger = scores.map(({ address, score }) => ({
      address,
      score: ratio(score.num * factor, score.den),
    }))
    const rewards = distribute(pool, scores)
    expect(distribute(pool, bigger)).toEqual(rewards)
    expect([...distribute(pool, [...scores].reverse())].reverse()).toEqual(rewards)
  })
})

test('with a whole of its own, only that part of the pool is shared out, each share floored from the whole pool', () => {
  holds(anyUregen, anyScores, anyUregen, (pool, scores, more) => {
    const total = sumRatios(...scores.map(({ score }) => score))
    const whole: Ratio = ratio(total.num + (more + 1n) * total.den, total.den)
    const rewards = distribute(pool, scores, whole)
    const paid = rewards.reduce((sum, { reward }) => sum + reward, 0n)
    const [num, den] = [pool * total.num * whole.den, total.den * whole.num]
    if (scores.length > 0) expect(paid * den <= num && num < (paid + 1n) * den).toBe(true)
    for (const [index, { reward }] of rewards.entries()) {
      const { score } = scores[index] ?? { score: ONE }
      expect(reward >= (pool * score.num * whole.den) / (score.den * whole.num)).toBe(true)
    }
  })
})

test('nobody, or nobody with a score, gets nothing', () => {
  expect(distribute(uregen(5n), [])).toEqual([])
  expect(rewardsOf(5n, [0n, 0n])).toEqual([0n, 0n])
})

test('of equal scores, the address whose bytes come first takes the dust, wherever it stands in the list', () => {
  const one = ratio(1n)
  const scores = [3, 1, 2].map(byte => ({ address: addressOf(byte), score: one }))
  expect(distribute(uregen(5n), scores).map(({ reward }) => reward)).toEqual([1n, 3n, 1n])
})

test('readings 1.5: an equal split of 49 uregen among 49 gives 1 each; the published code gives 49 to the first', () => {
  const ones = Array<number>(49).fill(1)
  expect(publishedRewards(49, ones)).toEqual([49, ...Array<number>(48).fill(0)])
  expect(rewardsOf(49n, ones.map(BigInt))).toEqual(Array<bigint>(49).fill(1n))
})

test('readings 1.5: 1,999,000 uregen among 1999 are 1000 each; the published code gives 2,998 to the first and 999 to the others', () => {
  const ones = Array<number>(1999).fill(1)
  const published = publishedRewards(1_999_000, ones)
  expect([published[0], published[1], published[1998]]).toEqual([2998, 999, 999])
  expect(new Set(rewardsOf(1_999_000n, ones.map(BigInt)))).toEqual(new Set([1000n]))
})

test('readings 1.5: of the equal splits of n uregen among n ≤ 2000, the published code gets 216 wrong, ours none of these', () => {
  const wrong: number[] = []
  for (let n = 1; n <= 2000; n++)
    if (publishedRewards(n, Array<number>(n).fill(1)).some(reward => reward !== 1)) wrong.push(n)
  const ours = wrong.filter(n =>
    rewardsOf(BigInt(n), Array<bigint>(n).fill(1n)).some(reward => reward !== 1n),
  )
  expect([wrong.length, ours.length]).toEqual([216, 0])
  expect(wrong.slice(0, 10)).toEqual([49, 98, 103, 107, 161, 187, 196, 197, 206, 214])
})

test('readings 1.5: dust goes to the largest exact score; the published code rounds the shares first and gives it to another', () => {
  const scores = [10_000_000, 10_000_001, 10_000_000]
  expect(publishedRewards(1_000_001, scores)).toEqual([333_335, 333_333, 333_333])
  expect(rewardsOf(1_000_001n, scores.map(BigInt))).toEqual([333_333n, 333_335n, 333_333n])
})

/** A small generator of whole numbers, the same in every run. */
function numbersFrom(seed: number): (most: number) => number {
  let state = seed
  return most => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 1 + Math.floor((state / 2 ** 32) * most)
  }
}

test.each([
  { pools: 10 ** 9, scores: 10 ** 8, differ: '0' },
  { pools: 10 ** 6, scores: 1000, differ: '15' },
])(
  'readings 1.5: of 20,000 random distributions of up to $pools uregen by scores up to $scores, the published code gets $differ wrong',
  ({ pools, scores, differ }) => {
    const next = numbersFrom(15)
    let differences = 0
    for (let run = 0; run < 20_000; run++) {
      const pool = next(pools)
      const list = Array.from({ length: 1 + next(4) }, () => next(scores))
      const exact = rewardsOf(BigInt(pool), list.map(BigInt))
      if (publishedRewards(pool, list).join() !== exact.join()) differences++
    }
    expect(String(differences)).toBe(differ)
  },
)

const scored = (address: string, value: bigint, governance: bigint, fee: bigint) => ({
  address,
  amounts: {
    purchase: ratio(value),
    retirement: ratio(0n),
    facilitation: ratio(0n),
    vote: ratio(governance),
    proposal: ratio(0n),
    fee: ratio(fee),
  },
  score: ratio(value + governance),
  governanceScore: ratio(governance),
})

test('with a cap λ nobody gets more for value than λ of their own fees, and the reward for governance is not cut', () => {
  const scores = [
    scored(addressOf(1), 60n, 0n, 100n),
    scored(addressOf(2), 20n, 10n, 10n),
    scored(addressOf(3), 0n, 10n, 0n),
  ]
  const paid = (rewardCapPerOwnFees: Ratio | null) =>
    distributeActivity({ pool: 1000n as Uregen, scores, params: withParams({ rewardCapPerOwnFees }) })
  expect(paid(null).rewards.map(({ reward }) => reward)).toEqual([600n, 300n, 100n])
  const capped = paid(fraction('0.5'))
  expect(capped.rewards.map(({ reward }) => reward)).toEqual([50n, 105n, 100n])
  expect([capped.distributed, capped.undistributed]).toEqual([255n, 745n])
})

test('with a cap λ < 1, any group of addresses gets less for value than the fees it paid', () => {
  const anyScored = fc.array(fc.tuple(anyUregen, anyUregen), { minLength: 1, maxLength: 6 })
  holds(anyUregen, anyScored, fc.integer({ min: 0, max: 999 }), (pool, people, perMille) => {
    const scores = people.map(([value, fee], index) => scored(addressOf(index + 1), value, 0n, fee))
    const { rewards } = distributeActivity({
      pool,
      scores,
      params: withParams({ rewardCapPerOwnFees: ratio(BigInt(perMille), 1000n) }),
    })
    const feesOf = new Map(scores.map(({ address, amounts }) => [address, amounts.fee.num]))
    for (const { address, reward } of rewards)
      expect(1000n * reward <= BigInt(perMille) * (feesOf.get(address) ?? 0n)).toBe(true)
  })
})
