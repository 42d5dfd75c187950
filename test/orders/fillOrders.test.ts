import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import exampleSnapshot from '../../examples/snapshot.json' with { type: 'json' }
import { quoteBuy } from '../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import type { SellOrder } from '../../src/messages/ledger.ts'
import { costOf, feeScale, mostFor } from '../../src/orders/cost.ts'
import { fillOrders, fillOrdersByDenom, fillSentence, maxSpend, quoteSell } from '../../src/orders/index.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { parseCoin } from '../../src/primitives/coin.ts'
import { type Credits, formatCredits, parseCredits } from '../../src/primitives/credits.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { RUNS } from '../support/runs.ts'
import { BUYER, SELLER } from '../support/snapshots.ts'
import { anyFees, anyOrders, bookOf, keeperCost, sellOrder } from './books.ts'

const SMALL_BOOK = { orders: 4, millionths: 7n, ask: 3_000_000n }
const REAL_BOOK = { orders: 12, millionths: 10n ** 10n, ask: 10n ** 9n }

describe('costs are the keeper’s', () => {
  test('costOf = quoteBuy, also above 34 digits', () => {
    const anyAsk = fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
    const anyAmount = fc.bigInt({ min: 1n, max: 10n ** 14n })
    fc.assert(
      fc.property(anyAsk, anyAmount, anyFees, (askAmount, millionths, fees) => {
        const quantity = formatCredits(millionths as Credits)
        const quote = quoteBuy({ askAmount, quantity, fees, denom: 'uregen' })
        const cost = costOf(askAmount, millionths, feeScale(fees))
        expect(cost).toEqual({ debit: quote.debit, needed: quote.requiredBalance })
      }),
      { numRuns: RUNS * 5 },
    )
  })

  test('mostFor: so much fits a purse, and a millionth more does not', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        anyFees,
        (purse, ask, fees) => {
          const scale = feeScale(fees)
          const most = mostFor(purse, ask, 10n ** 20n, scale)
          expect(costOf(ask, most, scale).needed).toBeLessThanOrEqual(purse)
          expect(costOf(ask, most + 1n, scale).needed).toBeGreaterThan(purse)
        },
      ),
      { numRuns: RUNS * 5 },
    )
  })

  test('price 3 REGEN, budget 5 REGEN: 1.666666 credits, where a float greedy spends a unit too much', () => {
    const book = bookOf([sellOrder('1', { askAmount: 3_000_000n })])
    const { credits, cost, left, why } = fillOrders({
      book,
      buyer: BUYER,
      budget: parseCoin('5000000uregen'),
    })
    expect([formatCredits(credits), cost, left, why]).toEqual([
      '1.666666',
      [{ denom: 'uregen', amount: 4_999_998n }],
      [{ denom: 'uregen', amount: 2n }],
      'BUDGET',
    ])
  })
})

/** Every fill of at most `count` orders in price order: all amounts of all orders. */
function* allFills(
  orders: readonly SellOrder[],
  count: number,
): Generator<readonly { ask: bigint; millionths: bigint }[]> {
  const [first, ...others] = orders
  if (first === undefined) {
    yield []
    return
  }
  yield* allFills(others, count)
  if (count === 0) return
  for (let millionths = 1n; millionths <= first.quantity; millionths++)
    for (const rest of allFills(others, count - 1)) yield [{ ask: first.askAmount, millionths }, ...rest]
}

const byPrice = (orders: readonly SellOrder[]): readonly SellOrder[] =>
  [...orders].sort((a, b) =>
    a.askAmount < b.askAmount ? -1 : a.askAmount > b.askAmount ? 1 : BigInt(a.id) < BigInt(b.id) ? -1 : 1,
  )

const total = (parts: readonly { readonly millionths: bigint }[]) =>
  parts.reduce((sum, { millionths }) => sum + millionths, 0n)

/** Cheapest first, as everybody writes it, with the keeper's costs. */
function greedyParts(orders: readonly SellOrder[], wanted: bigint) {
  const parts: { ask: bigint; millionths: bigint }[] = []
  let missing = wanted
  for (const { askAmount: ask, quantity } of byPrice(orders)) {
    if (missing === 0n) break
    const millionths = quantity < missing ? quantity : missing
    parts.push({ ask, millionths })
    missing -= millionths
  }
  return parts
}

describe('small books: nothing is better, by trying everything', () => {
  test('by quantity: no fill of as many orders costs less', () => {
    fc.assert(
      fc.property(
        anyOrders(SMALL_BOOK),
        anyFees,
        fc.bigInt({ min: 1n, max: 12n }),
        (orders, fees, quantity) => {
          const fill = fillOrders({
            book: bookOf(orders, fees),
            buyer: BUYER,
            quantity: quantity as Credits,
            retire: 'US',
          })
          const greedy = greedyParts(orders, quantity)
          const reached = total(greedy)
          let least: bigint | null = null
          for (const parts of allFills(byPrice(orders), greedy.length)) {
            if (total(parts) !== reached) continue
            const { debit } = keeperCost(parts, fees)
            if (least === null || debit < least) least = debit
          }
          expect(fill.credits).toBe(reached)
          expect(fill.cost[0]?.amount).toBe(least)
          expect(fill.provenWithin).toBe(0n)
          expect(fill.purchases.length).toBeLessThanOrEqual(greedy.length)
        },
      ),
      { numRuns: RUNS / 2 },
    )
  })

  test('by budget: no fill of as many orders buys more, or as much for less', () => {
    fc.assert(
      fc.property(
        anyOrders(SMALL_BOOK),
        anyFees,
        fc.bigInt({ min: 0n, max: 30n }),
        (orders, fees, amount) => {
          const budget = { denom: 'uregen', amount }
          const fill = fillOrders({ book: bookOf(orders, fees), buyer: BUYER, budget, retire: 'US' })
          const greedy = greedyCount(orders, amount, fees)
          let best = { credits: 0n, debit: 0n }
          for (const parts of allFills(byPrice(orders), greedy)) {
            const { debit, needed } = keeperCost(parts, fees)
            const credits = total(parts)
            if (needed > amount || credits < best.credits) continue
            if (credits > best.credits || debit < best.debit) best = { credits, debit }
          }
          expect({ credits: fill.credits, debit: fill.cost[0]?.amount ?? 0n }).toEqual(best)
        },
      ),
      { numRuns: RUNS / 2 },
    )
  })
})

/** How many orders a greedy buyer with a purse takes. */
function greedyCount(
  orders: readonly SellOrder[],
  purse: bigint,
  fees: { buyer: string; seller: string },
): number {
  let [left, count] = [purse, 0]
  for (const { askAmount: ask, quantity } of byPrice(orders)) {
    let millionths = quantity
    while (millionths > 0n && keeperCost([{ ask, millionths }], fees).needed > left) millionths--
    if (millionths > 0n) count++
    left -= keeperCost([{ ask, millionths }], fees).debit
    if (millionths < quantity) break
  }
  return count
}

describe('books of any size', () => {
  test('never dearer than the cheapest first, and the preview of its messages debits exactly its cost', () => {
    fc.assert(
      fc.property(
        anyOrders(REAL_BOOK),
        anyFees,
        fc.bigInt({ min: 1n, max: 10n ** 11n }),
        (orders, fees, quantity) => {
          const book = bookOf(orders, fees)
          const fill = fillOrders({ book, buyer: BUYER, quantity: quantity as Credits, retire: 'US' })
          const greedy = greedyParts(orders, quantity)
          expect(fill.credits).toBe(total(greedy))
          expect(fill.cost[0]?.amount).toBeLessThanOrEqual(keeperCost(greedy, fees).debit)
          const { messages, live, warnings } = previewFees({ messages: fill.messages, snapshot: book })
          expect(warnings.filter(({ blocks }) => blocks)).toEqual([])
          expect(live.debits.map(({ amount }) => amount)).toEqual(
            fill.cost.map(({ amount }) => amount).filter(amount => amount > 0n),
          )
          expect(messages.flatMap(({ purchases }) => purchases).map(({ debit }) => debit)).toEqual(
            fill.purchases.map(({ debit }) => debit),
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('a budget is never overdrawn: an account that holds it can pay, one that holds a unit less than is required cannot', () => {
    fc.assert(
      fc.property(
        anyOrders(REAL_BOOK),
        anyFees,
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        (orders, fees, amount) => {
          const budget = { denom: 'uregen', amount }
          const fill = fillOrders({ book: bookOf(orders, fees), buyer: BUYER, budget, retire: 'US' })
          const needed = fill.requiredBalance[0]?.amount ?? 0n
          expect(needed).toBeLessThanOrEqual(amount)
          const blocking = (balance: bigint) =>
            previewFees({ messages: fill.messages, snapshot: bookOf(orders, fees, balance) })
              .warnings.filter(({ blocks }) => blocks)
              .map(({ code }) => code)
          if (fill.purchases.length === 0) return
          expect(blocking(amount)).toEqual([])
          if (needed > 0n) expect(blocking(needed - 1n)).toContain('BALANCE_TOO_LOW')
          // No order that was taken could give a millionth more for what is left.
          const last = fill.purchases.at(-1)
          const order = orders.find(({ id }) => id === last?.sellOrderId)
          if (
            last === undefined ||
            order === undefined ||
            fill.why !== 'BUDGET' ||
            last.quantity === order.quantity
          )
            return
          const spent = (fill.cost[0]?.amount ?? 0n) - last.debit
          expect(spent + costOf(order.askAmount, last.quantity + 1n, feeScale(fees)).needed).toBeGreaterThan(
            amount,
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('the order of the book does not matter', () => {
    fc.assert(
      fc.property(
        anyOrders(REAL_BOOK),
        anyFees,
        fc.bigInt({ min: 1n, max: 10n ** 11n }),
        (orders, fees, quantity) => {
          const fill = (book: readonly SellOrder[]) =>
            fillOrders({
              book: bookOf(book, fees),
              buyer: BUYER,
              quantity: quantity as Credits,
              retire: 'US',
            })
          expect(fill(orders.toReversed())).toEqual(fill(orders))
        },
      ),
      { numRuns: RUNS / 4 },
    )
  })

  test('a book of 10,000 orders', () => {
    const orders = Array.from({ length: 10_000 }, (_, index) =>
      sellOrder(`${index + 1}`, {
        askAmount: 20_000_000n + BigInt((index * 7919) % 10_007),
        quantity: 1_000_000n + BigInt(index),
      }),
    )
    const fees = { buyer: '0.01', seller: '0.02' }
    const fill = fillOrders({ book: bookOf(orders, fees), buyer: BUYER, quantity: parseCredits('15.5') })
    expect(fill).toMatchObject({ why: 'FILLED', missing: 0n })
    expect(fill.cost[0]?.amount).toBeLessThanOrEqual(keeperCost(greedyParts(orders, 15_500_000n), fees).debit)
    expect(fill.provenWithin).toBeLessThanOrEqual(40n)
  })
})

describe('which orders', () => {
  const fees = { buyer: '0.01', seller: '0.02' }
  const one = parseCredits('1')
  const ids = (orders: readonly SellOrder[], change: object = {}) =>
    fillOrders({ book: bookOf(orders, fees), buyer: BUYER, quantity: one, ...change }).purchases.map(
      ({ sellOrderId }) => sellOrderId,
    )

  test('the buyer’s own are left out, in upper case too; expired ones unless asked for', () => {
    expect(
      ids([sellOrder('1', { seller: BUYER.toUpperCase() }), sellOrder('2', { askAmount: 30_000_000n })]),
    ).toEqual(['2'])
    const expired = sellOrder('1', { expiration: '2020-01-01T00:00:00Z' })
    expect(ids([expired])).toEqual([])
    expect(ids([expired], { includeExpired: true })).toEqual(['1'])
  })

  test('tradable credits only from orders that sell them; to retire, from all', () => {
    const orders = [sellOrder('1', { disableAutoRetire: false }), sellOrder('2', { askAmount: 30_000_000n })]
    expect(ids(orders)).toEqual(['2'])
    expect(ids(orders, { retire: { jurisdiction: 'US-WA', reason: 'for 2026' } })).toEqual(['1'])
    const { messages } = fillOrders({
      book: bookOf(orders, fees),
      buyer: BUYER,
      quantity: one,
      retire: 'US-WA',
    })
    expect(messages[0]?.value).toMatchObject({
      buyer: BUYER,
      orders: [
        {
          sellOrderId: 1n,
          quantity: '1',
          disableAutoRetire: false,
          retirementJurisdiction: 'US-WA',
          maxFeeAmount: { denom: 'uregen', amount: '200000' },
        },
      ],
    })
  })

  test('by class, batch, denom and highest price', () => {
    const orders = [
      sellOrder('1', { batchDenom: 'C02-001-20200101-20210101-001' }),
      sellOrder('2', { askDenom: 'uusdc', askAmount: 5n }),
      sellOrder('3'),
    ]
    expect(ids(orders, { classId: 'C02' })).toEqual(['1'])
    expect(ids(orders, { denoms: ['uusdc'] })).toEqual(['2'])
    expect(ids(orders, { maxPrice: parseCoin('19999999uregen') })).toEqual([])
    expect(ids(orders, { maxPrice: parseCoin('20000000uregen'), classId: 'C01' })).toEqual(['3'])
    expect(
      ids(orders, {
        leastOfEach: parseCredits('10'),
        quantity: parseCredits('10'),
        classId: 'C01',
        denoms: ['uregen'],
      }),
    ).toEqual(['3'])
    expect(ids(orders, { batchDenom: 'C01-001-20200101-20210101-001', denoms: ['uregen'] })).toEqual(['3'])
  })

  test('of one price, the older one first: 9 before 10', () => {
    expect(ids([sellOrder('10'), sellOrder('9'), sellOrder('100')])).toEqual(['9'])
  })

  test('of two denoms each has its own cost and average price, fees included', () => {
    const orders = [
      sellOrder('1', { askDenom: 'uusdc', askAmount: 1_000_000n, quantity: 500_000n }),
      sellOrder('2'),
    ]
    const { cost, averagePrice } = fillOrders({
      book: { ...bookOf(orders, fees), coinBalances: [], complete: [] },
      buyer: BUYER,
      quantity: parseCredits('2'),
      rates: { uusdc: '12.5uregen' },
    })
    // Half a credit at 1 USDC and one and a half at 20 REGEN, and 1 % of each for the buyer.
    expect(cost).toEqual([parseCoin('30300000uregen'), parseCoin('505000uusdc')])
    expect(averagePrice).toEqual([
      { denom: 'uregen', price: parseRatio('20200000') },
      { denom: 'uusdc', price: parseRatio('1010000') },
    ])
  })

  test('of budget and balance the smaller one ends it, and is named', () => {
    // One uregen a millionth, and no fees.
    const book = bookOf([sellOrder('1', { askAmount: 1_000_000n })], { buyer: '', seller: '' }, 5_000_000n)
    const spend = (budget: string) => {
      const { requiredBalance, why } = fillOrders({ book, buyer: BUYER, budget: parseCoin(budget) })
      return [requiredBalance[0]?.amount, why]
    }
    expect(spend('4000000uregen')).toEqual([4_000_000n, 'BUDGET'])
    expect(spend('5000000uregen')).toEqual([5_000_000n, 'BUDGET'])
    expect(spend('6000000uregen')).toEqual([5_000_000n, 'BALANCE'])
    // A balance that is not known ends nothing; one that is known to be nothing does.
    const poor = { ...book, coinBalances: [] }
    const whyOf = (complete: readonly 'coinBalances'[]) =>
      fillOrders({ book: { ...poor, complete }, buyer: BUYER, quantity: one }).why
    expect([whyOf([]), whyOf(['coinBalances'])]).toEqual(['FILLED', 'BALANCE'])
  })

  test('several denoms need rates, or stand apart', () => {
    const orders = [sellOrder('1', { askDenom: 'uusdc', askAmount: 1_000_000n }), sellOrder('2')]
    const book = bookOf(orders, fees)
    expect(() => ids(orders)).toThrow(/RATE_MISSING/)
    expect(() => ids(orders, { rates: { uusdc: '0uregen' } })).toThrow(/RATE_MISSING/)
    expect(ids(orders, { rates: { uusdc: '12.5uregen' } })).toEqual(['2'])
    const rich = {
      ...book,
      coinBalances: [
        { account: BUYER, coins: [parseCoin('9000000000uregen'), parseCoin('9000000000uusdc')] },
      ],
    }
    const taken = (rate: string) =>
      fillOrders({ book: rich, buyer: BUYER, quantity: one, rates: { uusdc: rate } }).purchases.map(
        ({ sellOrderId }) => sellOrderId,
      )
    expect([taken('12.5uregen'), taken('25uregen')]).toEqual([['1'], ['2']])
    expect(
      fillOrdersByDenom({ book: rich, buyer: BUYER, quantity: one }).map(([denom, { cost }]) => [
        denom,
        cost[0]?.amount,
      ]),
    ).toEqual([
      ['uregen', 20_200_000n],
      ['uusdc', 1_010_000n],
    ])
  })

  test('where the number of orders ends it, small orders give way to larger ones', () => {
    const orders = [
      sellOrder('1', { quantity: 10n }),
      sellOrder('2', { quantity: 20n }),
      sellOrder('3', { askAmount: 21_000_000n }),
    ]
    expect(ids(orders, { maxOrders: 1 })).toEqual(['3'])
    expect(ids(orders, { leastOfEach: parseCredits('0.1') })).toEqual(['3'])
  })

  test('why not more, in words', () => {
    const book = bookOf([sellOrder('1')], fees, 5_000_000n)
    const poor = fillOrders({ book, buyer: BUYER, quantity: one })
    expect([
      poor.why,
      poor.missing === null ? '' : formatCredits(poor.missing),
      fillSentence(poor.why),
    ]).toEqual(['BALANCE', '0.752476', 'The account holds no more.'])
    expect(
      fillOrders({ book: bookOf([sellOrder('1')], { buyer: '0', seller: '' }), buyer: BUYER, quantity: one })
        .why,
    ).toBe('FEES_STOP_PURCHASES')
    expect(fillOrders({ book: bookOf([], fees), buyer: BUYER, quantity: one }).why).toBe('NO_ORDERS')
    expect(
      fillOrders({ book: bookOf([sellOrder('1')]), buyer: BUYER, quantity: parseCredits('11') }).why,
    ).toBe('BOOK')
  })

  test.each([
    ['own orders', [{ seller: BUYER }], 'ONLY_OWN'],
    ['expired ones', [{ seller: BUYER }, { expiration: '2020-01-01T00:00:00Z' }], 'ONLY_EXPIRED'],
    ['ones that sell to retire', [{ seller: BUYER }, { disableAutoRetire: false }], 'ONLY_TO_RETIRE'],
    ['orders of another class', [{ batchDenom: 'C02-001-20200101-20210101-001' }], 'NO_ORDERS'],
  ])('a book that holds only %s says so', (_, changes, why) => {
    const orders = changes.map((change, index) => sellOrder(`${index + 1}`, change))
    const fill = fillOrders({ book: bookOf(orders, fees), buyer: BUYER, quantity: one, classId: 'C01' })
    expect([fill.purchases, fill.missing, fill.why]).toEqual([[], one, why])
    expect(
      fillOrdersByDenom({ book: bookOf(orders, fees), buyer: BUYER, quantity: one, classId: 'C01' }),
    ).toEqual([])
  })

  test('fee rates that are not known are not zero', () => {
    const book = {
      ...bookOf([sellOrder('1')]),
      settings: { feeParams: 'unknown', allowedDenoms: [] } as const,
    }
    expect(() => fillOrders({ book, buyer: BUYER, quantity: one })).toThrow(/not known/)
    expect(() => fillOrders({ book: bookOf([]), buyer: BUYER })).toThrow(/either a quantity or a budget/)
  })

  test('more orders than the gas of a message: several messages', () => {
    const orders = Array.from({ length: 6 }, (_, index) => sellOrder(`${index + 1}`, { quantity: 100_000n }))
    const { messages } = fillOrders({
      book: bookOf(orders, fees),
      buyer: BUYER,
      quantity: parseCredits('0.6'),
      gasPerMessage: 300_000n,
    })
    expect(messages.length).toBe(2)
  })
})

test('the recorded book: 3 credits of C01, tradable', () => {
  const book = parseSnapshot(exampleSnapshot)
  const fill = fillOrders({
    book,
    buyer: 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg',
    quantity: parseCredits('20'),
    classId: 'C01',
    denoms: ['uregen'],
  })
  expect(fill.purchases.map(({ sellOrderId, quantity }) => [sellOrderId, formatCredits(quantity)])).toEqual([
    ['12', '9.5'],
    ['11', '9'],
    ['5', '1.5'],
  ])
  expect(fill.why).toBe('FILLED')
})

test('quoteSell: what each price brings, as quoteBuy splits it', () => {
  const [quote] = quoteSell({
    quantity: parseCredits('2.345678'),
    asks: [parseCoin('25000000uregen')],
    fees: { buyer: '0.01', seller: '0.02' },
  })
  expect(quote).toEqual({
    ask: parseCoin('25000000uregen'),
    sellerReceives: 57_469_111n,
    sellerFee: 1_172_839n,
    buyerPays: 59_228_369n,
    buyerFee: 586_419n,
    burned: 1_759_258n,
  })
})

test('maxSpend: the gas is kept back, and the rest buys the most', () => {
  const gasPrice = { denom: 'uregen', amount: parseRatio('0.025') }
  fc.assert(
    fc.property(
      anyOrders(REAL_BOOK),
      anyFees,
      fc.bigInt({ min: 0n, max: 10n ** 10n }),
      (orders, fees, amount) => {
        const balance = { denom: 'uregen', amount }
        const { fill, gasFee } = maxSpend({
          book: bookOf(orders, fees),
          buyer: BUYER,
          balance,
          gasPrice,
          retire: 'US',
        })
        const spent = (fill.requiredBalance[0]?.amount ?? 0n) + gasFee.amount
        if (fill.purchases.length > 0) expect(spent).toBeLessThanOrEqual(amount)
      },
    ),
    { numRuns: RUNS / 2 },
  )
  const book = bookOf([sellOrder('1', { seller: SELLER })])
  const { fill, gasFee } = maxSpend({ book, buyer: BUYER, balance: parseCoin('20003800uregen'), gasPrice })
  expect([formatCredits(fill.credits), gasFee.amount]).toEqual(['1', 3800n])
  // 152,000 gas at 0.0000251 are 3.8152 uregen: the fourth is needed.
  const tiny = { denom: 'uregen', amount: parseRatio('0.0000251') }
  expect(
    maxSpend({ book, buyer: BUYER, balance: parseCoin('20000004uregen'), gasPrice: tiny }),
  ).toMatchObject({
    gasFee: { amount: 4n },
    fill: { credits: parseCredits('1') },
  })
})
