import { describe, expect, test } from 'vitest'
import {
  PRICE_SOURCES,
  type PriceEvidence,
  valueInUregen,
} from '../../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { parseCredits } from '../../../src/primitives/credits.ts'
import { ONE, parseRatio, type Ratio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { ask, DAY, priceOf, RULES, stated, trade, valued } from './evidence.ts'

/** Everything there could be, each source with a price of its own. */
const EVERYTHING: PriceEvidence = {
  stated: [
    stated('external', '6', 0n),
    stated('governance-reference', '4', 0n),
    stated('explicit', '1', null),
  ],
  trades: [trade(2n, '1', DAY)],
  asks: [ask(5n), ask(9n)],
}

describe('the order of the sources', () => {
  test('is explicit, twap-7d, last-trade, governance-reference, lowest-ask, external', () => {
    const found = PRICE_SOURCES.map((_, place) => {
      const { source, price, indicative } = priceOf(valued(EVERYTHING, { rules: RULES.slice(place) }))
      return [source, price.num, indicative]
    })
    expect(found).toEqual([
      ['explicit', 1n, false],
      ['twap-7d', 2n, false],
      ['last-trade', 2n, false],
      ['governance-reference', 4n, false],
      ['lowest-ask', 5n, true],
      ['external', 6n, false],
    ])
  })

  test('is the order of the rules: a policy may prefer the governance reference', () => {
    const rules = RULES.toSorted((a, b) =>
      a.source === 'governance-reference' ? -1 : b.source === 'governance-reference' ? 1 : 0,
    )
    expect(priceOf(valued(EVERYTHING, { rules })).source).toBe('governance-reference')
  })

  test('asks no source that the policy leaves out', () => {
    const rules = RULES.filter(({ source }) => source === 'last-trade')
    expect(valued({ ...EVERYTHING, trades: [] }, { rules })).toEqual({ status: 'no-price' })
  })

  test('looks at no other class', () => {
    const of = <T extends { classId: string }>(items: readonly T[]) =>
      items.map(item => ({ ...item, classId: 'C012' }))
    const { trades, stated: prices, asks } = EVERYTHING
    expect(valued({ trades: of(trades), stated: of(prices), asks: of(asks) })).toEqual({ status: 'no-price' })
  })
})

describe('denoms', () => {
  const USD = { uusdc: parseRatio('12.5'), aeth: parseRatio('3') }

  test('uregen is preferred, whatever is cheaper', () => {
    const asks = [ask(1n, 'aeth'), ask(1n, 'uusdc'), ask(100n)]
    expect(priceOf(valued({ asks }, { rates: USD }))).toMatchObject({ denom: 'uregen', price: ratio(100n) })
  })

  test('without uregen, the first denom by name that has a rate', () => {
    const asks = [ask(1n, 'uusdc'), ask(2n, 'aeth'), ask(3n, 'aaa')]
    expect(valued({ asks }, { rates: USD })).toMatchObject({ price: { denom: 'aeth' }, rate: ratio(3n) })
  })

  test('a usable price of a later source comes before one that cannot be converted', () => {
    const evidence = { trades: [trade(10n, '1', DAY, 'uusdc')], asks: [ask(99n)] }
    expect(priceOf(valued(evidence)).source).toBe('lowest-ask')
    expect(priceOf(valued(evidence, { rates: USD })).source).toBe('twap-7d')
  })

  test('a rate is the caller’s own: names of JavaScript’s objects are no denoms with a rate', () => {
    expect(valued({ asks: [ask(1n, 'constructor')] }).status).toBe('no-rate')
  })
})

describe('three different things', () => {
  test('a price of zero is known, and so is the value', () => {
    const valuation = valued({ trades: [trade(0n)] })
    expect(valuation).toMatchObject({ status: 'known', price: { price: ZERO }, rate: ONE })
    expect(valueInUregen(parseCredits('5'), priceOf(valuation).price, ONE)).toEqual(ZERO)
  })

  test('no price at all is not a price of zero', () => {
    expect(valued({})).toEqual({ status: 'no-price' })
  })

  test('a price without a rate to REGEN is known in its own denom only', () => {
    expect(valued({ trades: [trade(1_500_000n, '1', DAY, 'uusdc')] })).toMatchObject({
      status: 'no-rate',
      price: { denom: 'uusdc', price: ratio(1_500_000n) },
    })
  })
})

test.each<[string, string, Ratio, Ratio]>([
  ['2.5', '25000000', ONE, ratio(62_500_000n)],
  ['0.9', '25000000', ONE, ratio(22_500_000n)],
  ['0.000001', '1', ONE, ratio(1n, 1_000_000n)],
  ['3', '1500000', parseRatio('12.5'), ratio(56_250_000n)],
  ['0.333333', '0.1', ONE, ratio(333_333n, 10_000_000n)],
])('the value of %s credits at %s is exact, not yet rounded', (amount, price, rate, value) => {
  expect(valueInUregen(parseCredits(amount), parseRatio(price), rate)).toEqual(value)
})
