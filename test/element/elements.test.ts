import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defineElements } from '../../src/element/index.ts'
import { browserBundle } from '../support/browserBundle.ts'
import { closePages, hasChromium, openBrowser, openPage, violations } from './page.ts'

test('beside the root the elements are small, and bring no network', async () => {
  const root = await browserBundle(`export * from './src/index.ts'`)
  const both = await browserBundle(`export * from './src/index.ts'; export * from './src/element/index.ts'`)
  expect(both.size - root.size).toBeLessThan(20_000)
  expect(both.files.filter(file => /^src\/(node|client|wire)\//.test(file))).toEqual([])
})

test('in Node the entry loads; there is nothing to define', () => {
  const defined: string[] = []
  expect(() => {
    defineElements({ get: (name: string) => defined.push(name) } as never)
  }).not.toThrow()
  expect(defined).toEqual(['regen-fee-preview', 'regen-order-book'])
})

describe.skipIf(!hasChromium)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => closePages(browser))

  /** Shows an element with the fields that `fields` gives, as text of a function in the page. */
  const show = (page: Page, name: string, fields: string) =>
    page.evaluate(
      ([name, fields]) => {
        const element = Object.assign(document.createElement(name ?? ''), new Function(`return ${fields}`)())
        document.querySelector('main')?.append(element)
      },
      [name, fields],
    )

  /** One picture a state, in the order in which they were shown; only where SCREENSHOTS names a folder. */
  const pictures = async (page: Page, states: readonly string[], look: string) => {
    const folder = process.env['SCREENSHOTS']
    if (folder === undefined) return
    for (const [index, state] of states.entries())
      await page
        .locator('main > :not(h1)')
        .nth(index)
        .screenshot({ path: `${folder}/${state.replaceAll(' ', '-')}-${look}.png` })
  }

  const PREVIEW = '({ preview: preview(purchase), denoms: ledger.settings.allowedDenoms })'
  const MIXED = '({ preview: preview(mixed), denoms: ledger.settings.allowedDenoms })'
  const REFUSED = `({ preview: preview([{ typeUrl: '/regen.ecocredit.v1.MsgRetire', value: { owner: 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg', credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '999999' }], jurisdiction: 'US' } }]) })`
  const BOOK = '({ orders: regen.listOrders(ledger) })'
  const ERROR = "({ error: new Error('The node did not answer. Try again later. [NODE_TIMEOUT]') })"

  const STATES = {
    'a purchase': ['regen-fee-preview', PREVIEW],
    'six messages': ['regen-fee-preview', MIXED],
    'a refused one': ['regen-fee-preview', REFUSED],
    'a failed one': ['regen-fee-preview', ERROR],
    'nothing yet': ['regen-fee-preview', '({})'],
    'a book': ['regen-order-book', BOOK],
    'no orders': ['regen-order-book', '({ orders: [] })'],
    'a failed book': ['regen-order-book', ERROR],
  } as const

  test.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 340 }],
  ])(
    'axe finds nothing, and nothing is wider than the page: every state on one page, %s',
    async (look, options) => {
      const page = await openPage(browser, options)
      for (const [element, fields] of Object.values(STATES)) await show(page, element, fields)
      expect(await violations(page)).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
      await pictures(page, Object.keys(STATES), look)
      await page.close()
    },
  )

  test('live and proposed stand apart, in words', async () => {
    const page = await openPage(browser)
    await show(page, 'regen-fee-preview', PREVIEW)
    const live = page.locator('regen-fee-preview').locator('section.live')
    const proposed = page.locator('regen-fee-preview').locator('section.proposed')
    expect(await live.locator('h3').innerText()).toBe('Live: in force today')
    expect(await proposed.locator('h3').innerText()).toContain('not in force')
    expect(await proposed.locator('[role=img]').getAttribute('aria-label')).toMatch(
      /^burned: [\d.]+ REGEN, validators: /,
    )
    await page.close()
  })

  test('where a contract takes the fee, it does not say "not in force"', async () => {
    const page = await openPage(browser)
    await show(
      page,
      'regen-fee-preview',
      "(({ proposed, ...rest }) => ({ preview: { ...rest, proposed: { ...proposed, status: 'in-force' } } }))(preview(purchase))",
    )
    const proposed = page.locator('regen-fee-preview').locator('section.proposed')
    expect(await proposed.locator('h3').innerText()).toBe(
      'M013, in force: not added to the live side, because its source does not say who pays',
    )
    await page.close()
  })

  test('on a narrow page an order is a card: its price and its button are in view, and it is still a table', async () => {
    const page = await openPage(browser, { width: 340 })
    await show(page, 'regen-order-book', BOOK)
    const book = page.locator('regen-order-book')
    for (const place of [book.getByRole('cell', { name: '18.5 REGEN' }), book.getByRole('button').last()]) {
      const box = await place.boundingBox()
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(340)
    }
    expect(await book.getByRole('row').count()).toBe(12)
    await page.close()
  })

  test('sentences and notes have amounts as people write them, in every denom that is listed', async () => {
    const page = await openPage(browser)
    await show(page, 'regen-fee-preview', PREVIEW)
    const article = page.locator('regen-fee-preview').locator('article')
    expect(await article.locator('ul').first().innerText()).toBe(
      'Buys 2.345678 credits from sell order 1 for at most 25 REGEN each.',
    )
    expect(await article.innerText()).not.toMatch(/\duregen/)
    await page.close()
  })

  test('a new preview is drawn, texts can be replaced, and nothing given is HTML', async () => {
    const page = await openPage(browser)
    await show(page, 'regen-fee-preview', '({})')
    const shown = page.locator('regen-fee-preview').locator('article')
    expect(await shown.innerText()).toBe('Reading the ledger …')
    await page.evaluate(() => {
      const element = document.querySelector('regen-fee-preview') as HTMLElement & {
        texts: object
        error: unknown
      }
      element.texts = { failed: 'Es ging nicht.' }
      element.error = new Error('<img src=x onerror=alert(1)>')
    })
    expect(await shown.innerText()).toContain('Es ging nicht.')
    expect(await shown.innerText()).toContain('<img src=x')
    expect(await shown.locator('img').count()).toBe(0)
    await page.close()
  })

  test('an order is chosen by keyboard', async () => {
    const page = await openPage(browser)
    await show(page, 'regen-order-book', BOOK)
    await page.evaluate(() => {
      document.addEventListener('regen-order', event => {
        document.title = (event as CustomEvent).detail.id
      })
    })
    await page.locator('regen-order-book').locator('button').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.title()).toMatch(/^\d+$/)
    await page.close()
  })
})
