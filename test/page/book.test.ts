import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookOf } from '../../page/src/market/book.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { example } from '../cli/run.ts'
import { closePages, hasChromium, openBrowser } from '../element/page.ts'
import { mounted } from './mounted.ts'

/** The order of an order book on the page, and its drawing in parts. */

type Order = { readonly id: string; readonly askAmount: string; readonly expiration: string | null }

const ledger = JSON.parse(readFileSync(example('snapshot'), 'utf8')) as {
  readonly time: string
  readonly sellOrders: readonly (Order & { readonly askDenom: string })[]
}

/** The bundled ledger with so many orders in REGEN, one for each of these. */
const withOrders = (orders: readonly Omit<Order, 'id'>[]): object => ({
  ...ledger,
  sellOrders: orders.map((order, index) => ({ ...ledger.sellOrders[0], ...order, id: `${index + 1}` })),
})

const PAST = '2026-01-01T00:00:00Z'
const FUTURE = '2027-01-01T00:00:00Z'

const anyOrder = fc.record({
  askAmount: fc.bigInt({ min: 1n, max: 50n }).map(amount => `${amount}000000`),
  expiration: fc.constantFrom(null, PAST, FUTURE),
})

test('orders that expired come after all others, whatever they ask; within both the cheapest is first, and the sums are of all rows so far', () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 30 }), orders => {
      const [{ rows } = { rows: [] }] = bookOf(parseSnapshot(withOrders(orders)), 'C01')
      expect(rows).toHaveLength(orders.length)
      const places = rows.map(({ expired, askAmount }) => [expired ? 1n : 0n, askAmount] as const)
      for (const [at, [expired, ask]] of places.entries()) {
        const [before, askBefore] = places[at - 1] ?? [0n, 0n]
        expect(expired > before || (expired === before && ask >= askBefore)).toBe(true)
      }
      let credits = 0n
      let cost = 0n
      for (const row of rows) {
        credits += row.quantity
        cost += row.whole ?? 0n
        expect([row.sumCredits, row.sumCost]).toEqual([credits, cost])
      }
      expect(rows.filter(({ expired }) => expired)).toHaveLength(
        orders.filter(({ expiration }) => expiration === PAST).length,
      )
    }),
  )
})

test('orders in REGEN come first, and each denom is a book of its own', () => {
  const books = bookOf(parseSnapshot(ledger), 'C01')
  expect(books[0]?.denom).toBe('uregen')
  for (const { denom, rows } of books)
    expect(new Set(rows.map(row => row.askDenom))).toEqual(new Set([denom]))
})

describe.skipIf(!hasChromium)('a long book in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => closePages(browser))

  /** A book of 23 orders, of which the third expired. */
  const shownBook = () =>
    mounted(
      browser,
      `import { Book } from './page/src/market/Book.tsx'
       import { bookOf } from './page/src/market/book.ts'
       import { termsOf } from './page/src/market/terms.ts'
       import { parseSnapshot } from './src/preview/snapshot.ts'
       const ledger = parseSnapshot(${JSON.stringify(
         withOrders(
           Array.from({ length: 23 }, (_, at) => ({
             askAmount: `${at + 1}000000`,
             expiration: at === 2 ? PAST : null,
           })),
         ),
       )})
       const App = () => <Book book={bookOf(ledger, 'C01')[0]} terms={termsOf(ledger)} classId="C01" />`,
    )

  test('it is drawn in parts of ten, each asked for; the sums above are of all orders from the beginning', async () => {
    const page = await shownBook()
    const ids = () => page.locator('th .number-of').allInnerTexts()
    const sums = () => page.locator('section > p').first().innerText()
    const more = page.getByRole('button', { name: /^Show/ })
    const all = ['1', '2', ...Array.from({ length: 20 }, (_, at) => `${at + 4}`), '3']
    expect(await ids()).toEqual(all.slice(0, 10))
    const before = await sums()
    expect(before).toContain('23 orders')
    expect(await more.innerText()).toBe('Show 10 more of 23 orders')
    await more.click()
    expect(await ids()).toEqual(all.slice(0, 20))
    expect(await more.innerText()).toBe('Show 3 more of 23 orders')
    await more.click()
    expect(await ids()).toEqual(all)
    expect(await more.count()).toBe(0)
    expect(await sums()).toBe(before)
    await page.close()
  })

  test('an order that expired says so', async () => {
    const page = await shownBook()
    for (const _ of [1, 2]) await page.getByRole('button', { name: /^Show/ }).click()
    const tags = page.locator('.tag', { hasText: 'expired: left out below' })
    expect(await tags.count()).toBe(1)
    expect(await page.locator('tr', { has: tags }).innerText()).toContain('C01-001')
    expect(await page.locator('tbody tr').last().innerText()).toContain('expired')
    await page.close()
  })
})
