import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attackersOf,
  type EpochInputs,
  type EpochState,
  honestRun,
  honestVolumes,
  parseEpochState,
  type WashAttack,
  washAttack,
} from '../../src/epoch/index.ts'
import { exactProfit, profitBounds } from '../../src/epoch/wash/attackProfit.ts'
import { judgeRoute } from '../../src/epoch/wash/judgeRoute.ts'
import { washGround } from '../../src/epoch/wash/washGround.ts'
import { WASH_ROUTES } from '../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { policyJson } from '../../src/policy/policyHash.ts'
import { parseTime } from '../../src/primitives/time.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { RUNS } from '../support/runs.ts'
import { addressOf, runUnder, START } from './economy.ts'
import { anyInputs, anyPolicy } from './randomEconomy.ts'

/**
 * The verdict of `washTrading` is what a run shows: under random policies and periods, the attack is put to the period and `runEpoch` pays
 * what the search said, to one uregen; a route said to lose pays at no volume that is tried.
 */

/** The knobs that decide what wash trading pays, turned at random over the random policy. */
const anyWashPolicy = fc
  .record({
    seed: fc.nat(10 ** 6),
    minFee: fc.constantFrom('0', '1', '1000', '1000000'),
    minActivityValue: fc.constantFrom('0', '100', '1000000'),
    scoring: fc.constantFrom('raw', 'raw', 'normalised-per-activity'),
    scoreBasis: fc.constantFrom('value', 'value', 'fee-paid'),
    autoRetireScoring: fc.constantFrom('purchase', 'retirement', 'both'),
    selfFacilitation: fc.constantFrom('exclude', 'count'),
    pairTrades: fc.constantFrom('count', 'exclude'),
    minScorers: fc.constantFrom(1, 1, 3),
    capped: fc.constantFrom(false, false, false, true),
    burnTiming: fc.constantFrom('epoch', 'epoch', 'immediate'),
  })
  .map(({ seed, minFee, burnTiming, capped, ...m015 }) => {
    const base = anyPolicy(seed)
    const json = JSON.parse(policyJson(base))
    return parsePolicy({
      ...json,
      m012: { ...json.m012, burnTiming },
      m013: { ...json.m013, minFee },
      m015: { ...json.m015, ...m015, rewardCapPerOwnFees: capped ? '0.5' : null },
    })
  })

/** An economy that distributes, with something carried over and some commitments, and a period of it. */
const anyPeriod = (policy: PolicyConfig, seed: number, scale: bigint) => {
  const state = parseEpochState({
    time: START,
    phases: { m012: { phase: 'DYNAMIC' }, m013: { phase: 'VALUE_BASED' }, m014: 3, m015: 'DISTRIBUTING' },
    supply: { supply: '220000000000000' },
    revenue: `${BigInt(seed) * 1000n}`,
    stability: {
      inflows: ['100000000000'],
      commitments: Array.from({ length: seed % 3 }, (_, index) => ({
        id: `c${index}`,
        holder: addressOf(50 + index),
        amount: `${scale + 100_000_000n}`,
        lockMonths: 12,
        lockPeriods: 52,
        rate: '0.06',
        state: 'COMMITTED',
        periods: 0,
        promised: '0',
        funded: '0',
      })),
    },
    rewards: { carried: seed % 4 === 0 ? [{ denom: 'uregen', amount: `${scale}` }] : [] },
  })
  const period = anyInputs(state, policy, seed)
  const plain = { ...period, conversions: [], spends: [], claims: [], stability: { requests: [], exits: [] } }
  return { state, period: plain as EpochInputs }
}

const anyRoute = fc.constantFrom(...WASH_ROUTES)

/** What the attack really earns in uregen beyond its fees, other denoms at the rates of the period. */
function runOf(attack: WashAttack, state: EpochState, period: EpochInputs, policy: PolicyConfig): bigint {
  const own = washAttack(attack, parseTime(state.time).seconds + 1n)
  const { report } = runUnder(state, { ...period, transactions: [...period.transactions, ...own] }, policy)
  const attackers = new Set(attackersOf(attack))
  const earned = (rewards: readonly { address: string; reward: bigint }[]) =>
    rewards.reduce((sum, { address, reward }) => (attackers.has(address) ? sum + reward : sum), 0n)
  const { distribution } = policy.m013
  const bonus = distribution.kind === 'recipient-choice' ? distribution.bonus : { num: 0n, den: 1n }
  const others = report.rewards.others.reduce((sum, { denom, rewards }) => {
    const rate = period.rates[denom] ?? { num: 0n, den: 1n }
    return sum + (earned(rewards) * rate.num * (bonus.den + bonus.num)) / (rate.den * bonus.den)
  }, 0n)
  const paid = report.fees.records
    .filter(({ payer }) => attackers.has(payer))
    .reduce((sum, { fee }) => sum + fee, 0n)
  return earned(report.rewards.record.rewards) + others - paid
}

const few = Math.max(25, Math.round(RUNS / 4))
const law = <T>(any: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(any, check), { numRuns: few })

const anyScale = fc.constantFrom(1_000n, 1_000_000n, 1_000_000_000n, 10n ** 13n)

test('the profit of any attack is what the run of the period pays, to one uregen', () => {
  law(
    fc.tuple(
      anyWashPolicy,
      anyRoute,
      fc.nat(10 ** 6),
      anyScale,
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
      fc.nat(3),
      fc.integer({ min: 1, max: 3 }),
    ),
    ([policy, route, seed, scale, volume, more, rounds]) => {
      const { state, period } = anyPeriod(policy, seed, scale)
      const ground = washGround(policy, honestRun(state, period)(policy))
      const attack = { route, volume: volume as Uregen, traders: 1 + more, rounds }
      const { least, most } = exactProfit(attack, ground)
      const real = runOf(attack, state, period, policy)
      expect([least <= real, real <= most]).toEqual([true, true])
      if (ground.period.mintedPerBurn.num === 0n) expect([least, most]).toEqual([real, real])
      const rough = profitBounds(attack, ground)
      expect(rough.least <= real && real <= rough.most).toBe(true)
    },
  )
})

test('a route said to pay does so when it is run, and one said to lose pays at no volume tried', () => {
  const counted = { loss: 0, profit: 0, unlimited: 0, unknown: 0 }
  law(
    fc.tuple(
      anyWashPolicy,
      anyRoute,
      fc.nat(10 ** 6),
      anyScale,
      fc.array(fc.tuple(fc.nat(42), fc.nat(999)), { minLength: 4, maxLength: 4 }),
    ),
    ([policy, route, seed, scale, tries]) => {
      const { state, period } = anyPeriod(policy, seed, scale)
      const ground = washGround(policy, honestRun(state, period)(policy))
      const { verdict, best } = judgeRoute(route, ground)
      counted[verdict]++
      const missing = policy.m015.minScorers - ground.scores.length
      const real = (volume: bigint) =>
        runOf({ route, volume: volume as Uregen, traders: Math.max(1, missing) }, state, period, policy)
      if (verdict === 'profit' && best) expect(real(best.volume)).toBeGreaterThan(0n)
      if (verdict !== 'loss') return
      for (const [power, more] of tries) {
        const volume = (2n ** BigInt(power) * BigInt(1000 + more)) / 1000n
        expect([volume, real(volume) <= 0n]).toEqual([volume, true])
      }
    },
  )
  expect(counted.profit).toBeGreaterThan(few / 10)
  expect(counted.loss).toBeGreaterThan(few / 10)
  expect(counted.unknown).toBeLessThanOrEqual(few / 10)
})

test('in a small period every volume is tried: a route is said to lose exactly when none pays', () => {
  const anyVolume = fc.bigInt({ min: 0n, max: 20_000n }).map(volume => volume as Uregen)
  const counted = { loss: 0, profit: 0, unlimited: 0, unknown: 0 }
  law(
    fc.tuple(anyWashPolicy, anyRoute, fc.tuple(anyVolume, anyVolume, anyVolume), fc.constantFrom(0n, 40n)),
    ([policy, route, [CreditIssuance, CreditRetirement, MarketplaceTrade], carriedIn]) => {
      const volumes = { CreditIssuance, CreditTransfer: 0n as Uregen, CreditRetirement, MarketplaceTrade }
      const honest = honestVolumes(volumes, { num: 1n, den: 10n })(policy)
      const ground = washGround(policy, { ...honest, carriedIn: carriedIn as Uregen })
      const { verdict } = judgeRoute(route, ground)
      counted[verdict]++
      if (verdict === 'unknown') return
      const traders = Math.max(1, policy.m015.minScorers - ground.scores.length)
      let paying = 0n
      for (let volume = 1n; paying === 0n && volume <= 300n; volume++)
        if (exactProfit({ route, volume: volume as Uregen, traders }, ground).least > 0n) paying = volume
      if (verdict === 'loss') expect(paying).toBe(0n)
    },
  )
  expect(counted.unknown).toBeLessThanOrEqual(few / 5)
})

test.each([
  { rounds: 0 },
  { rounds: -1 },
  { rounds: 1.5 },
  { rounds: Number.NaN },
  { rounds: 1_000_001 },
  { traders: 0 },
  { traders: Number.POSITIVE_INFINITY },
])('a wash trade of %o is refused, by name', change => {
  const [route] = WASH_ROUTES
  const attack = { route, volume: 1_000_000n, ...change } as unknown as WashAttack
  const [[name, count] = []] = Object.entries(change)
  const refusal = `expected a whole number from 1 to 1000000, not ${count} at ${name}`
  expect(() => washAttack(attack, 0n)).toThrow(refusal)
  expect(() => judged(attack)).toThrow(refusal)
})

/** What the verdict asks of a trade. */
const judged = (attack: WashAttack) => {
  const none = 0n as Uregen
  const volumes = {
    CreditIssuance: none,
    CreditTransfer: none,
    CreditRetirement: none,
    MarketplaceTrade: 1_000_000_000n as Uregen,
  }
  const policy = parsePolicy({})
  return profitBounds(attack, washGround(policy, honestVolumes(volumes, { num: 0n, den: 1n })(policy)))
}
