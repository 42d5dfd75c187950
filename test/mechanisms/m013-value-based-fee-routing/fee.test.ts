import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ChargedValue,
  computeFee,
  computeMessageFee,
  computePart,
} from '../../../src/mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  M013_V0,
  TX_TYPES,
} from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { addRatio, mulRatio, type Ratio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { anyFeeConfig, anyFraction, anyRatio, anyUregen, holds } from '../../support/arbitraries.ts'
import { oneRate, rateOf, uregenOf } from './feeConfigs.ts'

const anyTxType = fc.constantFrom(...TX_TYPES)
const anyCharges: fc.Arbitrary<readonly ChargedValue[]> = fc.array(
  fc.record({ txType: anyTxType, value: fc.oneof(anyUregen, anyRatio) }),
  { maxLength: 8 },
)

const exact = (value: ChargedValue['value']): Ratio => (typeof value === 'bigint' ? ratio(value) : value)

/** q = floor(x), said without a division: q·den ≤ num < (q + 1)·den. */
const expectFloor = (q: bigint, { num, den }: Ratio) =>
  expect(q * den <= num && num < (q + 1n) * den).toBe(true)

describe('one part', () => {
  test('is the floor of value × rate, exactly', () => {
    holds(anyRatio, anyFraction, (value, { num, den }) => {
      const rate = ratio(num, den * 10n)
      const config = { ...oneRate(rate), maxRate: rateOf('0.1') }
      expectFloor(computePart({ txType: 'CreditTransfer', value }, config).byValue, mulRatio(value, rate))
    })
  })

  test('divides last: 3 % of 100/3 uregen is 1, though 3 % of the 33 whole ones is 0', () => {
    const part = (value: Ratio) =>
      computePart({ txType: 'CreditIssuance', value }, oneRate(rateOf('0.03'))).byValue
    expect([part(ratio(100n, 3n)), part(ratio(33n))]).toEqual([1n, 0n])
  })

  test('of whole uregen is the same as of the fraction with denominator 1', () => {
    holds(anyTxType, anyUregen, anyFeeConfig, (txType, value, config) =>
      expect(computePart({ txType, value }, config)).toEqual(
        computePart({ txType, value: ratio(value) }, config),
      ),
    )
  })

  test('never falls when the value rises', () => {
    holds(anyTxType, anyRatio, anyRatio, anyFeeConfig, (txType, value, more, config) => {
      const fee = computeFee(txType, value, config).amount
      expect(computeFee(txType, addRatio(value, more), config).amount >= fee).toBe(true)
    })
  })

  test('with a lower maxRate is capped at it, and says so', () => {
    const config = { ...M013_V0, maxRate: rateOf('0.005') }
    const value = uregenOf(1_000_000_000)
    expect(computeFee('CreditIssuance', value, config)).toMatchObject({
      amount: 5_000_000n,
      rateCapped: true,
    })
    expect(computeFee('CreditRetirement', value, config)).toMatchObject({
      amount: 5_000_000n,
      rateCapped: false,
    })
  })
})

describe('exact where floats are not (readings 1.5): the reference code floors a double', () => {
  test.each([
    ['0.018', 55_556_000, 1_000_007, 1_000_008n],
    ['0.011', 91_181_000, 1_002_990, 1_002_991n],
    ['0.022', 45_590_500, 1_002_990, 1_002_991n],
    ['0.0116', 86_207_500, 1_000_006, 1_000_007n],
    ['0.0232', 43_103_750, 1_000_006, 1_000_007n],
    ['0.0029', 10_000, 28, 29n],
    ['0.011', 23_000, 252, 253n],
    ['0.018', 1_500, 26, 27n],
    ['0.009', 3_000, 26, 27n],
  ])('%s of %i uregen: a double gives %i, the exact floor is one more', (rate, value, float, fee) => {
    expect(Math.floor(value * Number(rate))).toBe(float)
    const { byValue } = computePart(
      { txType: 'CreditIssuance', value: uregenOf(value) },
      oneRate(rateOf(rate)),
    )
    expect(byValue).toBe(fee)
    expect(byValue).toBe(BigInt(float) + 1n)
  })
})

describe('the fee of a message', () => {
  test('of one part is the fee of that part', () => {
    holds(anyTxType, anyRatio, anyFeeConfig, (txType, value, config) => {
      const { amount, minFeeApplied } = computeFee(txType, value, config)
      const { fee, ...message } = computeMessageFee([{ txType, value }], config)
      expect({ amount: fee, minFeeApplied: message.minFeeApplied }).toEqual({ amount, minFeeApplied })
    })
  })

  test('is max( Σ over types of floor( Σ value × rate ), minFee ), in any order of its parts', () => {
    holds(anyCharges, anyFeeConfig, (charged, config) => {
      const { parts, fee, minFeeApplied } = computeMessageFee(charged, config)
      for (const { txType, byValue, rate } of parts) {
        const values = charged.filter(charge => charge.txType === txType).map(({ value }) => exact(value))
        expectFloor(byValue, mulRatio(values.reduce(addRatio, ZERO), rate))
      }
      const byValue = parts.reduce((sum, part) => sum + part.byValue, 0n)
      expect(new Set(parts.map(({ txType }) => txType))).toEqual(new Set(charged.map(({ txType }) => txType)))
      expect(minFeeApplied).toBe(charged.length > 0 && byValue < config.minFee)
      expect(fee).toBe(minFeeApplied ? config.minFee : byValue)
      expect(computeMessageFee(charged.toReversed(), config)).toEqual({ parts, fee, minFeeApplied })
    })
  })

  test('counts the minimum once, for a send that transfers and retires', () => {
    const { parts, fee, minFeeApplied } = computeMessageFee(
      [
        { txType: 'CreditTransfer', value: uregenOf(100_000_000) },
        { txType: 'CreditRetirement', value: uregenOf(100_000_000) },
      ],
      M013_V0,
    )
    expect(parts.map(({ txType, byValue }) => [txType, byValue])).toEqual([
      ['CreditTransfer', 100_000n],
      ['CreditRetirement', 500_000n],
    ])
    expect([fee, minFeeApplied]).toEqual([1_000_000n, true])
  })

  test('does not apply the minimum when the parts together reach it exactly', () => {
    const charged = [
      { txType: 'CreditTransfer', value: uregenOf(500_000_000) },
      { txType: 'CreditRetirement', value: uregenOf(100_000_000) },
    ] as const
    expect(computeMessageFee(charged, M013_V0)).toMatchObject({ fee: 1_000_000n, minFeeApplied: false })
  })

  test('adds the values of one type before the floor: 50 + 50 at 1 % is 1, not 0 + 0', () => {
    const half = { txType: 'MarketplaceTrade', value: uregenOf(50) } as const
    const config = { ...M013_V0, minFee: uregenOf(0) }
    expect(computeMessageFee([half], config).fee).toBe(0n)
    expect(computeMessageFee([half, half], config).fee).toBe(1n)
  })

  test('is nothing when nothing is charged: a message of another module pays no minimum', () => {
    expect(computeMessageFee([], M013_V0)).toEqual({ parts: [], fee: 0n, minFeeApplied: false })
  })

  test('pays the minimum for a value that is known to be zero', () => {
    expect(computeMessageFee([{ txType: 'CreditRetirement', value: ZERO }], M013_V0)).toMatchObject({
      fee: 1_000_000n,
      minFeeApplied: true,
    })
  })
})

test('issuance at the edges of its range: 1 % and 3 % of 100 REGEN are 1 and 3 REGEN, the default is 2', () => {
  const at = (rate: Ratio) =>
    computeFee('CreditIssuance', uregenOf(100_000_000), oneRate(rate, M013_V0.minFee)).amount
  expect([ISSUANCE_RATE_LOW, M013_V0.feeRates.CreditIssuance, ISSUANCE_RATE_HIGH].map(at)).toEqual([
    1_000_000n,
    2_000_000n,
    3_000_000n,
  ])
})

test('0.9 of a credit is worth 0.9 of its price: the amount of credits is not cut off before it is multiplied', () => {
  const value = mulRatio(ratio(9n, 10n), ratio(25_000_000n))
  expect(computePart({ txType: 'MarketplaceTrade', value }, M013_V0).byValue).toBe(225_000n)
})
