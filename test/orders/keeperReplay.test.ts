import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillOrders, maxSpend } from '../../src/orders/index.ts'
import { type Credits, formatCredits } from '../../src/primitives/credits.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { RUNS } from '../support/runs.ts'
import { BATCH, BUYER, SELLER } from '../support/snapshots.ts'
import { anyFees, bookOf, sellOrder } from './books.ts'
import { replay } from './keeperReplay.ts'

const BATCHES = [BATCH, 'C02-001-20200101-20210101-001'] as const

/** A book as one meets it: two denoms and classes, own, expired and retire-only orders, dust and whole lots. */
const anyBook = fc
  .array(
    fc.record({
      seller: fc.constantFrom(SELLER, SELLER, SELLER, BUYER),
      batchDenom: fc.constantFrom(...BATCHES),
      askDenom: fc.constantFrom('uregen', 'uregen', 'uusdc'),
      askAmount: fc.oneof(fc.bigInt({ min: 1n, max: 50n }), fc.bigInt({ min: 1n, max: 10n ** 9n })),
      disableAutoRetire: fc.boolean(),
      expiration: fc.constantFrom(null, null, '2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'),
      quantity: fc.oneof(fc.bigInt({ min: 1n, max: 40n }), fc.bigInt({ min: 1n, max: 10n ** 10n })),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map(orders => orders.map((order, index) => sellOrder(`${index + 1}`, order)))

const anyWish = fc.record({
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 10n ** 11n })),
  by: fc.constantFrom('quantity', 'budget'),
  retire: fc.constantFrom(undefined, 'US-WA'),
  classId: fc.constantFrom(undefined, 'C01'),
  includeExpired: fc.boolean(),
  denom: fc.constantFrom('uregen', 'uusdc'),
  rate: fc.constantFrom(undefined, '12.5uregen'),
  maxOrders: fc.integer({ min: 1, max: 20 }),
  gasPerMessage: fc.constantFrom(200_000n, 2_000_000n),
})

test(`${RUNS} random fills, replayed by a second keeper: accepted, and the cost is the debit to the unit`, () => {
  let filled = 0
  fc.assert(
    fc.property(anyBook, anyFees, anyWish, (orders, fees, wish) => {
      const { amount, by, denom, rate, retire, classId, includeExpired, ...limits } = wish
      const isMixed = rate !== undefined && by === 'quantity'
      const fill = fillOrders({
        ...limits,
        book: { ...bookOf(orders, fees), coinBalances: [], complete: [] },
        buyer: BUYER,
        includeExpired,
        ...(by === 'quantity' ? { quantity: amount as Credits } : { budget: { denom, amount } }),
        ...(isMixed ? { rates: { uusdc: rate } } : { denoms: [denom] }),
        ...(retire !== undefined && { retire }),
        ...(classId !== undefined && { classId }),
      })
      const held = Object.fromEntries(fill.requiredBalance.map(coin => [coin.denom, coin.amount]))
      const { messages, purchases } = fill
      expect(replay(messages, { orders, fees, held })).toEqual({
        debits: Object.fromEntries(fill.cost.map(coin => [coin.denom, coin.amount])),
        credits: formatCredits(fill.credits),
      })
      if (purchases.length === 0) return
      filled++
      if (by === 'budget') expect(held[denom] ?? 0n).toBeLessThanOrEqual(amount)
      // One unit less than it says must be held, and the keeper refuses.
      const [first] = fill.requiredBalance.filter(coin => coin.amount > 0n)
      if (first === undefined) return
      const short = { ...held, [first.denom]: first.amount - 1n }
      expect(replay(messages, { orders, fees, held: short })).toEqual({ refused: 'insufficient funds' })
    }),
    { numRuns: RUNS },
  )
  expect(filled).toBeGreaterThan(RUNS / 3)
})

test('maxSpend, replayed: what is kept back for gas is still there', () => {
  const gasPrice = { denom: 'uregen', amount: parseRatio('0.025') }
  let filled = 0
  fc.assert(
    fc.property(anyBook, anyFees, fc.bigInt({ min: 0n, max: 10n ** 10n }), (orders, fees, amount) => {
      const balance = { denom: 'uregen', amount }
      const { fill, gasFee } = maxSpend({
        book: bookOf(orders, fees),
        buyer: BUYER,
        balance,
        gasPrice,
        retire: 'US',
      })
      if (fill.purchases.length === 0) return
      filled++
      const replayed = replay(fill.messages, { orders, fees, held: { uregen: amount - gasFee.amount } })
      expect(replayed).toMatchObject({ credits: formatCredits(fill.credits) })
    }),
    { numRuns: RUNS },
  )
  expect(filled).toBeGreaterThan(RUNS / 3)
})
