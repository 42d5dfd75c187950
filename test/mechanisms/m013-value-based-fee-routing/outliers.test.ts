import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropOutliers } from '../../../src/mechanisms/m013-value-based-fee-routing/prices/outliers.ts'
import {
  type TradeSample,
  valueClass,
} from '../../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { type Credits, parseCredits } from '../../../src/primitives/credits.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'

const at = (price: bigint, quantity = '1'): TradeSample => ({
  classId: 'C01',
  denom: 'uregen',
  time: 0n,
  quantity: parseCredits(quantity),
  payment: price,
})

const prices = (trades: readonly TradeSample[]) => trades.map(({ payment }) => payment)
const kept = (...payments: bigint[]) => prices(dropOutliers(payments.map(payment => at(payment))))

// Each price against mean m and variance v of the other four.
test('100 beside 10, 10, 11, 9 is dropped: m = 10, v = 0.5, and 90² > 9 × 0.5', () => {
  expect(kept(10n, 10n, 100n, 11n, 9n)).toEqual([10n, 10n, 11n, 9n])
})

test('the others stay beside the outlier: for 11, m = 32.25 and v = 1,530.1875', () => {
  expect(kept(10n, 10n, 100n, 11n, 9n)).toContain(11n)
})

test('exactly three standard deviations stay, one millionth more does not: 13 beside 9, 11, 9, 11', () => {
  expect(kept(9n, 11n, 9n, 11n, 13n)).toEqual([9n, 11n, 9n, 11n, 13n])
  const scaled = [9n, 11n, 9n, 11n].map(price => at(price * 1_000_000n))
  expect(prices(dropOutliers([...scaled, at(13_000_001n)]))).toEqual(prices(scaled))
  expect(dropOutliers([...scaled, at(6_999_999n)])).toEqual(scaled)
  expect(dropOutliers([...scaled, at(7_000_000n)])).toHaveLength(5)
})

test('a price is per credit: a big purchase at the common price is no outlier', () => {
  const usual = [at(10n), at(20n, '2'), at(30n, '3'), at(10n)]
  expect(dropOutliers([...usual, at(10_000n, '1000')])).toHaveLength(5)
  expect(dropOutliers([...usual, at(10_000n)])).toEqual(usual)
})

test('fewer than five samples are all kept, however far apart', () => {
  expect(kept(1n, 1n, 1n, 10n ** 12n)).toHaveLength(4)
})

test('the average says how many samples it dropped', () => {
  const trades = [10n, 10n, 100n, 11n, 9n].map(payment => at(payment))
  expect(
    valueClass('C01', {
      evidence: { trades, stated: [], asks: [] },
      rates: {},
      rules: [{ source: 'twap-7d', maxAgeDays: 7, leastSamples: 1 }],
      at: 0n,
    }),
  ).toMatchObject({ price: { price: ratio(10n), samples: 4, outliersDropped: 1 } })
})

const anySamples = fc.array(
  fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n })),
  {
    minLength: 5,
    maxLength: 12,
  },
)

test('never drops all samples, adds none, and keeps their order', () => {
  holds(anySamples, samples => {
    const trades = samples.map(([payment, quantity]) => ({ ...at(payment), quantity: quantity as Credits }))
    const left = dropOutliers(trades)
    expect(left.length).toBeGreaterThan(0)
    expect(left).toEqual(trades.filter(trade => left.includes(trade)))
  })
})

test('equal prices are never outliers of each other, whatever the quantity', () => {
  holds(
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
    fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 5, maxLength: 9 }),
    (price, quantities) => {
      const trades = quantities.map(quantity => at(price * BigInt(quantity), quantity.toString()))
      expect(dropOutliers(trades)).toEqual(trades)
    },
  )
})
