import { parseChange } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import {
  advance,
  computeMint,
  ecologicalMultiplier,
  effectiveRate,
  equilibriumSupply,
  isNearBalance,
  M012_V0,
  periodsToCap,
  periodsToWithin,
  type SupplyParams,
  type SupplyState,
  supplyAfter,
  thresholdOf,
} from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { mulRatio, parseRatio, type Ratio, ratio } from '../../src/primitives/ratio.ts'
import { parseRegen, type Uregen, uregen } from '../../src/primitives/uregen.ts'
import { amountOf, count, grouped, type Recomputed, regen, rounded } from './figures.ts'
import { publishedKeeperPeriod, publishedPeriod } from './published.ts'

const cap = M012_V0.hardCap
const MILLION = 1_000_000_000_000n

const stateOf = (supply: bigint, staked = 0n): SupplyState => ({
  supply: supply as Uregen,
  staked: staked as Uregen,
  stabilityCommitted: uregen(0n),
  m014Phase: 'INACTIVE',
})

const steady = (supply: string, burned: string, rate: string) => ({
  supply: parseRegen(supply),
  burnedPerPeriod: parseRegen(burned),
  rate: parseRatio(rate),
  cap,
})

const withParams = (change: Partial<SupplyParams>): SupplyParams => ({ ...M012_V0, ...change })
const big = (double: number): bigint => BigInt(double)

function aboveTheCap() {
  const burned = parseRegen('30000')
  const state = stateOf(parseRegen('224000000'))
  return { state, ...advance(state, burned, M012_V0) }
}

/** The supply that a published fixture’s period leaves, half of its supply being staked. */
const fixtureLeaves = (supply: bigint, burned: bigint): bigint =>
  advance(stateOf(supply, supply / 2n), uregen(burned), M012_V0).next.supply

export const M012_RECOMPUTED: Recomputed = {
  'ERR-M012-01': () => {
    const { minted, burned, next } = aboveTheCap()
    const published = publishedPeriod({ supply: 224e12, burned: 30e9 })
    const line = (minted: bigint, next: bigint) =>
      `minted ${regen(minted)}, burned ${regen(burned)}, next supply ${regen(next)}`
    return { published: line(big(published.minted), big(published.next)), exact: line(minted, next.supply) }
  },
  'ERR-M012-02': () => {
    const { state, minted, burned, next } = aboveTheCap()
    const published = publishedKeeperPeriod({ supply: state.supply, minted: 0n, burned, cap })
    const line = (minted: bigint, next: bigint) => `minted ${regen(minted)}, recorded supply ${regen(next)}`
    return { published: line(published.minted, published.recorded), exact: line(minted, next.supply) }
  },
  'ERR-M012-03': () => {
    const periods = (burned: string) =>
      periodsToCap({ supply: parseRegen('224000000'), burnedPerPeriod: parseRegen(burned), cap })
    return { exact: `${periods('30000')} weeks; ${periods('120000')} months` }
  },
  'ERR-M012-04': () => {
    const within = (share: string) =>
      periodsToWithin(steady('224000000', '30000', '0.026'), parseRatio(share), 1_000).periods
    return { exact: `within 1 % after ${within('0.01')} periods, within 0.1 % after ${within('0.001')}` }
  },
  'ERR-M012-05': () => {
    const after = (supply: string, rate: string) => amountOf(supplyAfter(steady(supply, '30000', rate), 260))
    const row = (rate: string, name: string) =>
      `r ${name}: ${after('224000000', rate)} from 224M, ${after('221000000', rate)} from 221M`
    return { exact: `${row('0.005', '0.005')}; ${row('0.02', '0.020')}` }
  },
  'ERR-M012-06': () => {
    const run = steady('221000000', '120000', '0.02')
    const limit = cap - (equilibriumSupply(run.burnedPerPeriod, run.rate, cap) ?? 0n)
    return {
      published: regen(52n * run.burnedPerPeriod),
      exact: `${regen(cap - supplyAfter(run, 52))}, and never more than ${regen(limit)}`,
    }
  },
  'ERR-M012-07': () => ({
    exact:
      `v0_sample 2: ${grouped(fixtureLeaves(151_630_000_000_000n, 450_000_000_000n))}; ` +
      `v0_sample 4: ${grouped(fixtureLeaves(154_693_558_000_000n, 550_000_000_000n))}; ` +
      `v0_equilibrium 4: ${grouped(fixtureLeaves(210_016_259_000_000n, 329_000_000_000n))} uregen`,
  }),
  'ERR-M012-08': () => {
    const burned = (24_000_000_000n * 28n * 12n) / (3n * 52n)
    const supplies = [4, 26, 52, 104].map(weeks =>
      supplyAfter({ supply: cap, burnedPerPeriod: uregen(burned), rate: parseRatio('0.02'), cap }, weeks),
    )
    return { exact: `${supplies.map(supply => rounded(ratio(supply, MILLION), 3)).join(', ')} M REGEN` }
  },
  'ERR-M012-09': () => {
    const states = count(100, 220).flatMap(millions =>
      count(0, 100).map(percent => ({
        supply: BigInt(millions) * MILLION,
        staked: (BigInt(millions) * MILLION * BigInt(percent)) / 100n,
      })),
    )
    const rows = states.map(({ supply, staked }) => ({
      published: big(publishedPeriod({ supply: Number(supply), staked: Number(staked) }).minted),
      exact: computeMint(stateOf(supply, staked), M012_V0) as bigint,
      whole: { num: 2n * (supply + staked) * (cap - supply), den: 100n * supply },
    }))
    const isFloor = (q: bigint, { num, den }: Ratio) => q * den <= num && num < (q + 1n) * den
    const wrong = rows.filter(({ exact, whole }) => !isFloor(exact, whole)).length
    const low = rows.filter(row => row.published === row.exact - 1n)
    const high = rows.filter(row => row.published > row.exact).length
    if (rows.length !== 12_221 || rows.filter(row => row.published < row.exact - 1n).length > 0)
      throw new Error('another grid')
    return {
      published: `${low.length} states 1 uregen low, ${high} high; the first ${grouped(low[0]?.published ?? 0n)} uregen`,
      exact: `${wrong === 0 ? 'none' : wrong}; the first ${grouped(low[0]?.exact ?? 0n)} uregen`,
    }
  },
  'ERR-M012-10': () => {
    const at = {
      ...stateOf(200n * MILLION, 200n * MILLION),
      co2: { change: parseChange('-5000'), source: 'oracle', age: 0n } as const,
    }
    const params = (ecoMax: bigint) =>
      withParams({
        baseRate: parseRatio('0.1') as SupplyParams['baseRate'],
        ecologicalSource: 'oracle',
        ecoMax: ratio(ecoMax),
      })
    const bounded = params(1n)
    const eco = ecologicalMultiplier(at.co2, bounded)
    const rate = effectiveRate(at, bounded)
    const published = publishedPeriod({
      supply: 200e12,
      staked: 200e12,
      baseRate: 0.1,
      eco: Math.max(0, 1 - -5000 / 50),
    })
    return {
      published: `multiplier ${1 - -5000 / 50}, r ${published.rate.toFixed(1)}, minted ${regen(big(published.minted))} of a headroom of ${amountOf(cap - at.supply)}`,
      exact: `multiplier ${rounded(eco, 0)}, r ${rounded(rate, 1)}, minted ${regen(computeMint(at, bounded))}; with a bound of 101, minted ${regen(computeMint(at, params(101n)))}`,
    }
  },
  'ERR-M012-11': () => {
    const params = withParams({ hardCap: parseRegen('2000000') })
    const state = stateOf(parseRegen('1000000'))
    const refusal = (burned: bigint): string => {
      try {
        advance(state, burned as Uregen, params)
      } catch (error) {
        return String(error)
      }
      return 'accepted'
    }
    const exists = state.supply + computeMint(state, params)
    const line = (burned: number) => {
      const { next } = publishedPeriod({ supply: 1e12, cap: 2e12, burned })
      return `burned ${regen(big(burned))}, next supply ${regen(big(next))}`
    }
    if (!refusal(5_000_000_000_000n).includes(`only ${exists} exist`)) throw new Error('not refused')
    if (!refusal(-1_000_000_000_000n).includes('AMOUNT_NEGATIVE')) throw new Error('not refused')
    return {
      published: `${line(5e12)}; ${line(-1e12)}`,
      exact: `refused: ${regen(exists)} exist; refused: an amount is not negative`,
    }
  },
  'ERR-M012-12': () => {
    const state = stateOf(150n * MILLION, 75n * MILLION)
    return {
      published: `minted ${regen(big(publishedPeriod({ supply: 150e12, staked: 75e12 }).minted))}`,
      exact: `minted ${regen(computeMint(state, withParams({ multiplier: 'none' })))}`,
    }
  },
  'ERR-M012-13': () => {
    const supply = parseRegen('224000000')
    const facts = { minted: uregen(0n), burned: parseRegen('30000'), supply, hardCap: cap }
    const threshold = { kind: 'supply', share: parseRatio('0.01') } as const
    const limit = thresholdOf(facts, threshold)
    if (!isNearBalance(facts, threshold)) throw new Error('not met')
    const times = mulRatio(limit, { num: 1n, den: facts.burned })
    return {
      exact: `${amountOf(facts.burned)} < ${amountOf(limit.num)}: met in period 1, ${amountOf(limit.num)} being ${times.num / times.den} times the burn`,
    }
  },
  'ERR-M012-14': () => {
    const at = (burned: string) =>
      amountOf(equilibriumSupply(parseRegen(burned), parseRatio('0.026'), cap) ?? 0n)
    return { exact: `${at('30000')}, ${at('60000')}` }
  },
}
