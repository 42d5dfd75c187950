import { computeFee, computePart } from '../../src/mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  type FeeConfig,
  type FeeRate,
  M013_V0,
  type PoolShares,
  type Share,
  TX_TYPES,
} from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { type PoolSplit, splitFee } from '../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { CATALOG } from '../../src/messages/catalog.ts'
import { mulFloor, mulRatio, parseRatio, type Ratio, ratio } from '../../src/primitives/ratio.ts'
import { parseRegen, type Uregen, uregen } from '../../src/primitives/uregen.ts'
import { count, cut, grouped, type Recomputed, regen } from './figures.ts'
import { publishedSplit } from './published.ts'
import { regenTypeUrls } from './typeUrls.ts'

const withRate = (rate: Ratio, change: Partial<FeeConfig> = {}): FeeConfig => ({
  ...M013_V0,
  feeRates: Object.fromEntries(TX_TYPES.map(type => [type, rate as FeeRate])) as FeeConfig['feeRates'],
  ...change,
})

const byValue = (value: bigint, rate: Ratio): bigint =>
  computePart({ txType: 'CreditIssuance', value: value as Uregen }, withRate(rate)).byValue

const sharesOf = (...percents: readonly [bigint, bigint, bigint, bigint]): PoolShares => {
  const [burn, validator, community, agent] = percents.map(percent => ratio(percent, 100n) as Share) as [
    Share,
    Share,
    Share,
    Share,
  ]
  return { burn, validator, community, agent }
}

const pools = ({ burn, validator, community, agent }: PoolSplit) =>
  [burn, validator, community, agent].map(grouped).join(' / ')

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/** The double nearest to rate/10,000 times 10,000 × 2^k, exactly: by how much it misses the rate, as a fraction of it. */
function missOf(rate: number): { below: boolean; atLeastHalfUlp: boolean } {
  const double = rate / 10_000
  const scale = 2n ** 80n
  const exact = BigInt(double * 2 ** 80) * 10_000n
  const wanted = BigInt(rate) * scale
  const below = exact < wanted
  return { below, atLeastHalfUlp: (wanted - exact) * 2n ** 54n >= wanted }
}

/** The least value up to `most` whose floor in doubles falls short, at a rate in hundredths of a percent; null when there is none. */
function firstShort(rate: number, most: number): number | null {
  const step = 10_000 / greatestCommonDivisor(rate, 10_000)
  const fee = (step * rate) / 10_000
  const double = rate / 10_000
  for (let times = 1; times * step <= most; times++)
    if (Math.floor(times * step * double) < times * fee) return times * step
  return null
}

export const M013_RECOMPUTED: Recomputed = {
  'ERR-M013-01': () => {
    const config = withRate(parseRatio('0.2'))
    return { exact: `${grouped(computeFee('CreditIssuance', uregen(100_000_000n), config).amount)} uregen` }
  },
  'ERR-M013-02': () => {
    const split = (remainder: 'validator' | 'round-robin') =>
      splitFee(uregen(1_000_003n), sharesOf(30n, 40n, 25n, 5n), remainder)
    const sum = ({ burn, validator, community, agent }: PoolSplit) => burn + validator + community + agent
    const floors = [30n, 40n, 25n, 5n].map(percent => (1_000_003n * percent) / 100n)
    return {
      published: `${floors.map(grouped).join(' / ')}: ${grouped(floors.reduce((total, floor) => total + floor))} in all`,
      exact:
        `${pools(split('validator'))} with the remainder to the validators; ` +
        `${pools(split('round-robin'))} one by one in the order burn, validators, community, agents: ${grouped(sum(split('round-robin')))} in all`,
    }
  },
  'ERR-M013-03': () => {
    const rates = count(1, 1_000)
    const small = rates.filter(rate => firstShort(rate, 200_000) !== null)
    const candidates = rates.filter(rate => {
      const { below, atLeastHalfUlp } = missOf(rate)
      return below && atLeastHalfUlp
    })
    const short = candidates
      .map(rate => ({ rate, value: firstShort(rate, 20_000_000_000) }))
      .filter((found): found is { rate: number; value: number } => found.value !== null)
    if (short.length !== candidates.length) throw new Error('a rate whose double is too low, yet exact')
    if (small.some(rate => !candidates.includes(rate))) throw new Error('a rate that should not fall short')
    if ([200, 100, 50, 10].some(rate => candidates.includes(rate))) throw new Error('a default rate')
    if (![180, 110, 220].every(rate => candidates.includes(rate))) throw new Error('an issuance rate')
    const wrong = short.filter(({ rate, value }) => {
      const exact = byValue(BigInt(value), ratio(BigInt(rate), 10_000n))
      return exact * 10_000n !== BigInt(value) * BigInt(rate)
    })
    const largest = Math.max(...short.map(({ value }) => value))
    const double = (value: number, rate: number) => grouped(Math.floor(value * rate))
    return {
      published: `${small.length} rates are 1 uregen low for a value up to 200,000 uregen, ${short.length} for one up to ${grouped(largest)} uregen; ${double(55_556_000, 0.018)}; ${double(10_000, 0.0029)}`,
      exact: `${wrong.length === 0 ? 'none' : wrong.length}; ${grouped(byValue(55_556_000n, parseRatio('0.018')))}; ${grouped(byValue(10_000n, parseRatio('0.0029')))}`,
    }
  },
  'ERR-M013-04': () => {
    const known = [...CATALOG.map(({ typeUrl }) => typeUrl), ...regenTypeUrls()]
    if (known.some(typeUrl => typeUrl.endsWith('.MsgBuySellOrder'))) throw new Error('it exists')
    return { exact: known.find(typeUrl => typeUrl.endsWith('.MsgBuyDirect')) ?? '' }
  },
  'ERR-M013-05': () => {
    const value = mulRatio(ratio(9n, 10n), ratio(parseRegen('25')))
    const part = computePart({ txType: 'CreditRetirement', value }, M013_V0)
    const { amount } = computeFee('CreditRetirement', value, M013_V0)
    return {
      published: `value ${regen(0n * parseRegen('25'))}, no fee`,
      exact: `value ${regen(value.num / value.den)}, ${regen(part.byValue)} by value, so the minimum fee of ${regen(amount)}`,
    }
  },
  'ERR-M013-06': () => {
    const split = splitFee(uregen(1_310_740n), sharesOf(20n, 40n, 35n, 5n))
    const { burn } = splitFee(uregen(180n), sharesOf(35n, 15n, 50n, 0n))
    const float = publishedSplit(1_310_740, { burn: 0.2, community: 0.35, agent: 0.05 })
    const line = (burn: bigint | number, community: bigint | number, validator: bigint | number) =>
      `burn ${burn}; community ${grouped(community)}, validators ${grouped(validator)}`
    return {
      published: line(
        publishedSplit(180, { burn: 0.35, community: 0.5, agent: 0 }).burn,
        float.community,
        float.validator,
      ),
      exact: line(burn, split.community, split.validator),
    }
  },
  'ERR-M013-07': () => {
    const [value, perUnit] = [10_000_000n, 20n]
    const { amount } = computeFee('MarketplaceTrade', uregen(value * perUnit), M013_V0)
    const least = M013_V0.minFee
    const byRate = mulFloor(value, M013_V0.feeRates.MarketplaceTrade)
    const published = byRate < least ? least : byRate
    const line = (uusdc: bigint) => `${grouped(uusdc)} uusdc, which is ${regen(uusdc * perUnit)}`
    return { published: line(published), exact: line(amount / perUnit) }
  },
  'ERR-M013-08': () => {
    const fee = (value: string) => computeFee('MarketplaceTrade', parseRegen(value), M013_V0).amount
    const most = mulFloor(parseRegen('5'), M013_V0.maxRate)
    return {
      published: `${regen(most < fee('5') ? most : fee('5'))}; a division by zero`,
      exact: `${regen(fee('5'))}; ${regen(fee('0'))}`,
    }
  },
  'ERR-M013-09': () => {
    const revenue = mulRatio(ratio(500_000n), parseRatio('0.01'))
    const weekly = ratio(revenue.num * 100n, revenue.den * 5n)
    const income = ratio(revenue.num * 52n * 40n, revenue.den * 100n * 18n)
    return { exact: `${cut(weekly, 0)} REGEN a week, $${cut(income, 2)} a validator and year` }
  },
}
