import { Decimal as Shared } from 'decimal.js'
import type * as m013 from '../../src/mechanisms/m013-value-based-fee-routing/index.ts'
import { built } from './built.ts'
import { type Measure, processorTimes } from './measure.ts'

/**
 * The fee of a transaction and its split, by our integers, by doubles and by decimal.js. Each gives the same objects, in
 * its own kind of number; the doubles are off by one here and there, which is why we do not use them.
 */

const Decimal = Shared.clone({ defaults: true, precision: 60, rounding: Shared.ROUND_DOWN })
type Decimal = Shared

type Config<Amount> = {
  readonly feeRates: { readonly [type in m013.TxType]: Amount }
  readonly shares: { readonly [pool in m013.Pool]: Amount }
  readonly minFee: Amount
  readonly maxRate: Amount
}

const FLOATS: Config<number> = {
  feeRates: { CreditIssuance: 0.02, CreditTransfer: 0.001, CreditRetirement: 0.005, MarketplaceTrade: 0.01 },
  shares: { burn: 0.3, validator: 0.4, community: 0.25, agent: 0.05 },
  minFee: 1_000_000,
  maxRate: 0.1,
}

const DECIMALS: Config<Decimal> = {
  feeRates: {
    CreditIssuance: new Decimal('0.02'),
    CreditTransfer: new Decimal('0.001'),
    CreditRetirement: new Decimal('0.005'),
    MarketplaceTrade: new Decimal('0.01'),
  },
  shares: {
    burn: new Decimal('0.3'),
    validator: new Decimal('0.4'),
    community: new Decimal('0.25'),
    agent: new Decimal('0.05'),
  },
  minFee: new Decimal('1000000'),
  maxRate: new Decimal('0.1'),
}

function floatFee(txType: m013.TxType, value: number, { feeRates, maxRate, minFee }: Config<number>) {
  const rateCapped = feeRates[txType] > maxRate
  const rate = rateCapped ? maxRate : feeRates[txType]
  const byValue = Math.floor(value * rate)
  const minFeeApplied = byValue < minFee
  return { amount: minFeeApplied ? minFee : byValue, minFeeApplied, rate, rateCapped }
}

function floatSplit(fee: number, shares: Config<number>['shares']) {
  const burn = Math.floor(fee * shares.burn)
  const community = Math.floor(fee * shares.community)
  const agent = Math.floor(fee * shares.agent)
  return { burn, validator: fee - burn - community - agent, community, agent }
}

function decimalFee(txType: m013.TxType, value: Decimal, { feeRates, maxRate, minFee }: Config<Decimal>) {
  const rateCapped = feeRates[txType].gt(maxRate)
  const rate = rateCapped ? maxRate : feeRates[txType]
  const byValue = value.times(rate).floor()
  const minFeeApplied = byValue.lt(minFee)
  return { amount: minFeeApplied ? minFee : byValue, minFeeApplied, rate, rateCapped }
}

function decimalSplit(fee: Decimal, shares: Config<Decimal>['shares']) {
  const burn = fee.times(shares.burn).floor()
  const community = fee.times(shares.community).floor()
  const agent = fee.times(shares.agent).floor()
  return { burn, validator: fee.minus(burn).minus(community).minus(agent), community, agent }
}

const COUNT = 1_000

/** Values from 1,000 uregen to 100 million REGEN, evenly by their size. */
const VALUES = Array.from({ length: COUNT }, (_, index) =>
  Math.floor(10 ** (3 + (((index * 7_919) % COUNT) / COUNT) * 11)),
)

export async function benchFee(): Promise<readonly Measure[]> {
  const { computeFee, M013_V0, splitFee, TX_TYPES }: typeof m013 = await import(built('m013.js'))
  const cases = VALUES.map((value, index) => ({
    txType: TX_TYPES[index % TX_TYPES.length] as m013.TxType,
    value,
    uregen: BigInt(value) as Parameters<typeof splitFee>[0],
    decimal: new Decimal(value),
  }))
  // Results are kept, so that no compiler can leave out making them.
  const fees: unknown[] = new Array(COUNT)
  const splits: unknown[] = new Array(COUNT)
  const keep = (index: number, fee: unknown, split: unknown) => {
    fees[index] = fee
    splits[index] = split
  }
  const times = processorTimes({
    ours() {
      for (const [index, { txType, uregen }] of cases.entries()) {
        const fee = computeFee(txType, uregen, M013_V0)
        keep(index, fee, splitFee(fee.amount, M013_V0.shares))
      }
    },
    doubles() {
      for (const [index, { txType, value }] of cases.entries()) {
        const fee = floatFee(txType, value, FLOATS)
        keep(index, fee, floatSplit(fee.amount, FLOATS.shares))
      }
    },
    decimals() {
      for (const [index, { txType, decimal }] of cases.entries()) {
        const fee = decimalFee(txType, decimal, DECIMALS)
        keep(index, fee, decimalSplit(fee.amount, DECIMALS.shares))
      }
    },
  })
  const nanoseconds = (milliseconds: number) => `${Math.round((milliseconds * 1_000_000) / COUNT)} ns`
  const ours = nanoseconds(times.ours)
  return [
    {
      name: 'fee and split, speed against doubles',
      ratio: times.doubles / times.ours,
      goal: 0.1,
      detail: `${ours} a fee against ${nanoseconds(times.doubles)}`,
    },
    {
      name: 'fee and split, speed against decimal.js',
      ratio: times.decimals / times.ours,
      goal: 30,
      detail: `${ours} a fee against ${nanoseconds(times.decimals)}`,
    },
  ]
}
