import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  computeFee,
  computeMessageFee,
  computePart,
} from '../../../src/mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  parseChainFeeConfig,
  parseFeeConfig,
} from '../../../src/mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import {
  COMPROMISE_28_25_45_2,
  MODEL_A,
  MODEL_B_25_15_60,
  MODEL_B_30_20_50,
  MODEL_B_35_15_50,
  POOLS,
  TX_TYPES,
} from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import {
  creditPools,
  emptyPools,
  type PoolBalances,
  withdraw,
} from '../../../src/mechanisms/m013-value-based-fee-routing/pools.ts'
import { REMAINDERS, splitFee } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { amountOf } from '../../../src/primitives/coin.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { formatRatio, isOne, ratio, sumRatios } from '../../../src/primitives/ratio.ts'
import { sumUregen } from '../../../src/primitives/uregen.ts'
import {
  anyFeeConfig,
  anyFraction,
  anyRatio,
  anyShares,
  anyUregen,
  holds,
} from '../../support/arbitraries.ts'
import { configJson } from './feeConfigs.ts'

/** The five security invariants of SPEC M013, under their own numbers and names. */

const anyTxType = fc.constantFrom(...TX_TYPES)
const anyRemainder = fc.constantFrom(...REMAINDERS)
const anyPool = fc.constantFrom(...POOLS)

test('invariant 1, Fee Conservation: the pools add up to the fee, whoever gets the remainder', () => {
  holds(anyUregen, anyShares, anyRemainder, (fee, shares, remainder) =>
    expect(sumUregen(...Object.values(splitFee(fee, shares, remainder)))).toBe(fee),
  )
})

test('invariant 1, Fee Conservation: from value to pools nothing is lost or created', () => {
  holds(anyTxType, anyRatio, anyFeeConfig, anyRemainder, (txType, value, config, remainder) => {
    const { fee } = computeMessageFee([{ txType, value }], config)
    const pools = creditPools(
      emptyPools({ burn: 'b', validator: 'v', community: 'c', agent: 'a' }),
      splitFee(fee, config.shares, remainder),
    )
    expect(POOLS.reduce((sum, pool) => sum + amountOf(pools[pool].coins, 'uregen'), 0n)).toBe(fee)
  })
})

test('invariant 2, Share Sum Unity: every model of the specification sums to exactly 1', () => {
  for (const shares of [MODEL_A, MODEL_B_25_15_60, MODEL_B_30_20_50, MODEL_B_35_15_50, COMPROMISE_28_25_45_2])
    expect(isOne(sumRatios(...Object.values(shares)))).toBe(true)
})

/** Three cuts of 10^decimals: four decimal shares that sum to exactly 1. */
const anyShareTexts = fc
  .tuple(
    fc.integer({ min: 0, max: 18 }),
    fc.array(fc.bigInt({ min: 0n, max: 10n ** 18n }), { minLength: 3, maxLength: 3 }),
  )
  .map(([decimals, cuts]) => {
    const whole = 10n ** BigInt(decimals)
    const [a = 0n, b = 0n, c = 0n] = cuts.map(cut => cut % (whole + 1n)).sort((x, y) => (x < y ? -1 : 1))
    const [burn, validator, community, agent] = [a, b - a, c - b, whole - c].map(part =>
      formatRatio(ratio(part, whole)),
    )
    return { burn, validator, community, agent }
  })

test('invariant 2, Share Sum Unity: shares that sum to 1 are read, and none that do not', () => {
  holds(anyShareTexts, anyPool, anyFraction, (shares, pool, other) => {
    const read = parseFeeConfig(configJson({ shares })).shares
    expect(Object.fromEntries(POOLS.map(name => [name, formatRatio(read[name])]))).toEqual(shares)
    fc.pre(formatRatio(other) !== shares[pool])
    expect(() => parseFeeConfig(configJson({ shares: { ...shares, [pool]: formatRatio(other) } }))).toThrow(
      'must be four shares of 0 to 1 that sum to 1 (invariant 2, Share Sum Unity)',
    )
  })
})

test('invariant 3, Non-Negative Fees: what is charged pays the minimum at least, and never less than 0', () => {
  holds(anyTxType, anyRatio, anyFeeConfig, (txType, value, config) => {
    const { amount, minFeeApplied } = computeFee(txType, value, config)
    const { byValue } = computePart({ txType, value }, config)
    expect(byValue >= 0n && amount >= config.minFee && amount >= byValue).toBe(true)
    expect(minFeeApplied).toBe(byValue < config.minFee)
    expect([byValue, config.minFee]).toContain(amount)
  })
})

test.each(['-0.01', '-1', '-0'])('invariant 3, Non-Negative Fees: the rate %s is refused', rate => {
  const feeRates = { ...configJson().feeRates, CreditTransfer: rate }
  for (const parse of [parseFeeConfig, parseChainFeeConfig])
    expect(() => parse(configJson({ feeRates }))).toThrow('is not a rate or share')
})

test('invariant 4, Rate Bound Safety: by value, never more than 10 % is charged, whatever a chain has stored', () => {
  const anyChainRates = fc.tuple(anyFraction, anyFraction, anyFraction, anyFraction)
  holds(anyChainRates, anyTxType, anyUregen, ([a, b, c, d], txType, value) => {
    const rates = [a, b, c, d].map(formatRatio)
    const feeRates = Object.fromEntries(TX_TYPES.map((name, place) => [name, rates[place]]))
    const config = parseChainFeeConfig(configJson({ feeRates }))
    const { byValue, rateCapped } = computePart({ txType, value }, config)
    expect(byValue * 10n <= value).toBe(true)
    expect(rateCapped).toBe(config.capped.includes(txType))
  })
})

test('invariant 4, Rate Bound Safety: a configuration of ours takes exactly the rates up to 0.10', () => {
  holds(anyTxType, anyFraction, (txType, rate) => {
    const json = configJson({ feeRates: { ...configJson().feeRates, [txType]: formatRatio(rate) } })
    if (rate.num * 10n <= rate.den) expect(parseFeeConfig(json).feeRates[txType]).toEqual(rate)
    else expect(() => parseFeeConfig(json)).toThrow('must be 0 to 0.10')
  })
})

const AUTHORITIES = { burn: 'm012', validator: 'm014', community: 'governance', agent: 'multisig' } as const

const anyAction = fc.oneof(
  fc.record({ fee: anyUregen, shares: anyShares, denom: fc.constantFrom('uregen', 'uusdc') }),
  fc.record({
    pool: anyPool,
    by: fc.constantFrom(...Object.values(AUTHORITIES)),
    denom: fc.constantFrom('uregen', 'uusdc'),
    amount: fc.bigInt({ min: -1n, max: 10n ** 24n }),
  }),
)

test('invariant 5, Pool Isolation: a withdrawal touches its own pool only, by its own authority only', () => {
  holds(fc.array(anyAction, { maxLength: 12 }), actions => {
    let pools: PoolBalances = emptyPools(AUTHORITIES)
    for (const action of actions) {
      if ('fee' in action) {
        pools = creditPools(pools, splitFee(action.fee, action.shares), action.denom)
        continue
      }
      const { pool, by, denom, amount } = action
      const held = amountOf(pools[pool].coins, denom)
      const before = pools
      const allowed = by === AUTHORITIES[pool] && amount >= 0n && amount <= held
      try {
        pools = withdraw(pools, { pool, by, coin: { denom, amount } })
        expect(allowed).toBe(true)
        expect(amountOf(pools[pool].coins, denom)).toBe(held - amount)
        for (const other of POOLS) if (other !== pool) expect(pools[other]).toBe(before[other])
      } catch (error) {
        if (!isRegenError(error)) throw error
        expect(error.code).toBe(by === AUTHORITIES[pool] ? 'POOL_TOO_SMALL' : 'POOL_ISOLATION')
        expect(allowed).toBe(false)
      }
    }
  })
})
