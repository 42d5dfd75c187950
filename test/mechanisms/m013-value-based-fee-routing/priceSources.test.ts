import { describe, expect, test } from 'vitest'
import type {
  PriceEvidence,
  SourceRule,
} from '../../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { Credits } from '../../../src/primitives/credits.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { ask, DAY, priceOf, RULES, stated, trade, valued } from './evidence.ts'

describe('twap-7d', () => {
  test('is Σ payment / Σ quantity, an exact fraction: 82,500,000 for 3.5 credits', () => {
    const trades = [trade(62_500_000n, '2.5', 2n * DAY), trade(20_000_000n, '1', 3n * DAY)]
    expect(priceOf(valued({ trades }))).toEqual({
      source: 'twap-7d',
      denom: 'uregen',
      price: ratio(165_000_000n, 7n),
      age: 2n * DAY,
      samples: 2,
      outliersDropped: 0,
      stale: false,
      indicative: false,
    })
  })

  test('weighs by quantity: 1 credit at 100 and 9 at 10 are 19 a credit, not 55', () => {
    expect(priceOf(valued({ trades: [trade(100n), trade(90n, '9')] })).price).toEqual(ratio(19n))
  })

  test('takes purchases with block time in (t − 7 days, t]: seven days ago is too old, the future is not yet', () => {
    const trades = [
      trade(1n, '1', 7n * DAY),
      trade(2n, '1', 7n * DAY - 1n),
      trade(4n, '1', 0n),
      trade(8n, '1', -1n),
    ]
    const { price, samples, age } = priceOf(valued({ trades }))
    expect({ price, samples, age }).toEqual({ price: ratio(3n), samples: 2, age: 0n })
  })

  test('needs as many samples as its rule says, else the next source is asked', () => {
    const rules = RULES.map(rule => ({ ...rule, leastSamples: rule.source === 'twap-7d' ? 3 : 1 }))
    const two = [trade(10n, '1', DAY), trade(30n, '1', 2n * DAY)]
    expect(priceOf(valued({ trades: two }, { rules }))).toMatchObject({
      source: 'last-trade',
      price: ratio(10n),
    })
    const three = [...two, trade(50n, '1', 3n * DAY)]
    expect(priceOf(valued({ trades: three }, { rules }))).toMatchObject({
      source: 'twap-7d',
      price: ratio(30n),
    })
  })

  test('is not fooled by a purchase of nothing', () => {
    expect(valued({ trades: [{ ...trade(5n), quantity: 0n as Credits }] })).toEqual({ status: 'no-price' })
  })
})

describe('the other sources', () => {
  const only = (source: SourceRule['source'], evidence: Partial<PriceEvidence>) =>
    valued(evidence, { rules: RULES.filter(rule => rule.source === source) })

  test('last-trade is the newest purchase, of two in one second the later one in the list', () => {
    const trades = [trade(1n, '1', DAY), trade(2n, '1', 60n), trade(3n, '1', 60n), trade(9n, '1', -60n)]
    expect(priceOf(only('last-trade', { trades }))).toMatchObject({ price: ratio(3n), age: 60n, samples: 1 })
  })

  test('governance-reference is the newest that was stated by then', () => {
    const prices = [
      stated('governance-reference', '1', 3n * DAY),
      stated('governance-reference', '2.5', DAY),
      stated('governance-reference', '9', -1n),
    ]
    expect(priceOf(only('governance-reference', { stated: prices }))).toMatchObject({
      price: ratio(5n, 2n),
      age: DAY,
    })
  })

  test('lowest-ask is what somebody asks: indicative, without an age', () => {
    expect(priceOf(only('lowest-ask', { asks: [ask(30n), ask(20n), ask(25n)] }))).toMatchObject({
      price: ratio(20n),
      age: null,
      samples: 3,
      stale: false,
      indicative: true,
    })
  })

  test('an explicit price is today’s: it has no age and is never stale', () => {
    expect(priceOf(only('explicit', { stated: [stated('explicit', '7', null)] }))).toMatchObject({
      age: null,
      stale: false,
    })
  })
})

describe('a stale price', () => {
  test('is one older than seven days, by the second', () => {
    const at = (age: bigint) => priceOf(valued({ trades: [trade(10n, '1', age)] }))
    expect(at(7n * DAY)).toMatchObject({ source: 'last-trade', stale: false })
    expect(at(7n * DAY + 1n)).toMatchObject({ source: 'last-trade', stale: true, age: 7n * DAY + 1n })
  })

  test('is not used while any other source is fresh, be it only an ask', () => {
    const trades = [trade(10n, '1', 8n * DAY)]
    expect(priceOf(valued({ trades, asks: [ask(99n)] })).source).toBe('lowest-ask')
    expect(priceOf(valued({ trades })).source).toBe('last-trade')
  })

  test('gets older later under a rule with a longer age', () => {
    const rules = RULES.map(rule => ({ ...rule, maxAgeDays: 30 }))
    const trades = [trade(10n, '1', 30n * DAY)]
    expect(priceOf(valued({ trades, asks: [ask(99n)] }, { rules }))).toMatchObject({
      source: 'last-trade',
      stale: false,
    })
  })
})
