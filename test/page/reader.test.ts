import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../element/page.ts'
import { network } from '../support/recordings.ts'
import { allDrawn, pageInBrowser } from './open.ts'
import { purchase } from './purchase.ts'
import { walletScript } from './walletScript.ts'

/** A person before the page: with a keyboard, with a finger, in a time zone, on paper, with a node's key to keep. */
describe.skipIf(!hasChromium)('a reader of the page', () => {
  const { open, address } = pageInBrowser()

  test.each([
    '#/preview?example=mixed',
    '#/preview?example=request',
    '#/preview?example=issuance',
    '#/market',
    '#/market?by=budget&amount=100',
  ])('every number opens to where it is from, with its exact amount: %s', async hash => {
    const { page, wrong } = await open(hash)
    await page.locator('main data.amount').first().waitFor()
    await allDrawn(page)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
    })
    const closed = await page
      .locator('main data.amount')
      .evaluateAll(found =>
        found.filter(one => one.closest('button.number') === null).map(one => one.outerHTML),
      )
    expect(closed).toEqual([])
    const opened = await page.evaluate(async () => {
      const box = document.querySelector<HTMLElement>('.explanation')
      const told = () => new Promise(resolve => box?.addEventListener('toggle', resolve, { once: true }))
      const seen: { number: string; exact: string | null; text: string }[] = []
      for (const button of document.querySelectorAll<HTMLElement>('main button.number')) {
        const opened = told()
        button.click()
        await opened
        const isOpen = box?.matches(':popover-open')
        const exact = button.querySelector('data.amount')?.getAttribute('value') ?? null
        seen.push({ number: button.innerText, exact, text: isOpen ? (box?.innerText ?? '') : '' })
        const closed = told()
        box?.hidePopover()
        await closed
      }
      return seen
    })
    expect(opened.length).toBeGreaterThan(10)
    for (const { number, exact, text } of opened) {
      expect(text, number).toMatch(/Source: \S/)
      // Of credits the number is exact as it stands.
      if (exact !== null && !number.endsWith('credits')) expect(text, number).toContain(exact)
    }
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a number that is opened right after another was closed stays open', async () => {
    const { page } = await open('')
    await page.locator('.side.live').waitFor()
    await allDrawn(page)
    const exact = await page.evaluate(async () => {
      const [first, second] = document.querySelectorAll<HTMLElement>('.side.live button.number')
      const box = document.querySelector<HTMLElement>('.explanation')
      const told = () => new Promise(resolve => box?.addEventListener('toggle', resolve, { once: true }))
      const opened = told()
      first?.click()
      await opened
      // That it is closed is told in another task.
      const closed = told()
      box?.hidePopover()
      second?.click()
      await closed
      return second?.querySelector('data.amount')?.getAttribute('value') ?? ''
    })
    expect(exact).toMatch(/^\d+uregen$/)
    await page.locator('.explanation:popover-open', { hasText: exact }).waitFor()
    await page.context().close()
  })

  test('a finger opens what a word means', async () => {
    const { page } = await open('', { touch: true, width: 390 })
    await page.locator('.side.live').waitFor()
    for (const [word, meaning] of [
      ['Live', 'What Regen Ledger v7 charges today'],
      ['burn', 'Coins that are destroyed'],
      ['M013', 'Value-based fee routing'],
      ['gas', 'The work of a transaction'],
    ] as const) {
      await page.locator('.sides .term', { hasText: new RegExp(`^${word}$`) }).tap()
      await page.locator('.explanation:popover-open', { hasText: meaning }).waitFor()
      await page.getByRole('button', { name: 'Close' }).tap()
      await page.locator('.explanation').waitFor({ state: 'hidden' })
    }
    await page.context().close()
  })

  test.each([
    ['Europe/Berlin', '21 Nov 2026, 15:29 (21 Nov 2026, 14:29 UTC)'],
    ['America/Los_Angeles', '21 Nov 2026, 06:29 (21 Nov 2026, 14:29 UTC)'],
    ['UTC', '21 Nov 2026, 14:29 UTC'],
  ])('times are in the zone of the reader, with UTC behind: %s', async (zone, shown) => {
    const { page } = await open('', { zone })
    await page.locator('.place').waitFor()
    expect(await page.locator('.place').innerText()).toContain(`height 367, ${shown}.`)
    await page.goto(`${address()}#/market`)
    await page.getByRole('heading', { name: 'What do credits cost?' }).waitFor()
    await page.locator('.place').waitFor()
    expect(await page.locator('.place').innerText()).toContain(shown)
    await page.context().close()
  })

  test('with the keyboard alone: from the book to a purchase that is signed, sent and reconciled', async () => {
    const { node, time, signer } = await purchase()
    const script = await walletScript({ wallet: 'keplr', account: signer })
    const buyer = network.accounts[signer]?.address ?? ''
    const { page, wrong } = await open('', { node: node.url, script, time: { standsAt: time } })
    await page.locator('.side.live').waitFor()
    await tabTo(page, 'Market')
    await page.keyboard.press('Enter')
    await page.locator('.book').first().waitFor()
    await tabTo(page, 'Credits')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('3')
    await tabTo(page, 'Who buys')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(buyer)
    await tabTo(page, 'Preview this purchase')
    await page.keyboard.press('Enter')
    await page.getByText(/^Buys 3 credits/).waitFor()
    // What the recorded node takes is the purchase that was recorded.
    for (const [field, text] of [
      ['Sell order id', '1'],
      ['Quantity', '2.345678'],
      ['Bid price, smallest units', '25000000'],
      ['Max fee amount, smallest units', '586419'],
    ] as const) {
      await tabTo(page, field)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    }
    await page.keyboard.press('Tab')
    await page.getByText('Buys 2.345678 credits from sell order 1 for at most 25 REGEN each.').waitFor()
    await tabTo(page, 'Connect Keplr')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Sign and send' }).waitFor()
    await tabTo(page, 'Sign and send')
    await page.keyboard.press('Enter')
    await page.getByText('It did what the preview says, to the unit').waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('on paper nothing is cut, all four pools are there, and nothing that only a screen can do', async () => {
    for (const hash of ['#/preview?example=mixed', '#/market?class=C01']) {
      const { page } = await open(hash, { width: 718 })
      await page.locator('.side.proposed, .book').first().waitFor()
      await allDrawn(page)
      await page.emulateMedia({ media: 'print' })
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(
            one =>
              one.checkVisibility() &&
              getComputedStyle(one).overflowX !== 'visible' &&
              one.scrollWidth > one.clientWidth + 1 &&
              !one.classList.contains('visually-hidden'),
          )
          .map(one => one.outerHTML.slice(0, 200)),
      )
      expect(cut).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718)
      if (hash.includes('preview')) {
        expect(await page.locator('.pool-list li:visible').count()).toBe(4)
        expect(
          await page
            .locator('.pool-bar .pool')
            .evaluateAll(found => found.map(one => one.getBoundingClientRect().width > 2)),
        ).toEqual([true, true, true, true])
        for (const text of ['Live', 'Proposed', 'Before and after'])
          expect(await page.getByRole('heading', { name: text }).isVisible()).toBe(true)
      }
      for (const only of ['Copy link', 'Change', 'Read it again'])
        expect(await page.getByRole('button', { name: only }).filter({ visible: true }).count()).toBe(0)
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
      await page.context().close()
    }
  })

  test('the key in a node’s address stays in the storage of the reader: it is in no link, text, title or request elsewhere', async () => {
    const { node } = await purchase()
    const keyed = `${node.url}/v1/key-57af?token=secret-19c2`
    const { page, wrong, elsewhere } = await open('', { node: keyed })
    const seen: string[] = []
    const look = async () =>
      seen.push(
        page.url(),
        ...(await page.evaluate(async () => [
          await navigator.clipboard.readText(),
          document.title,
          document.documentElement.innerHTML,
          ...[...document.querySelectorAll<HTMLInputElement>('main input, main textarea')].map(
            ({ value }) => value,
          ),
          JSON.stringify(history.state),
          document.cookie,
        ])),
      )
    await page.locator('.side.live').waitFor()
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    await allDrawn(page)
    for (const summary of await page.locator('.behind summary').all()) await summary.click()
    await look()
    await page.getByRole('button', { name: 'Build' }).click()
    await page.getByLabel('Quantity').fill('1')
    await page.getByLabel('Quantity').blur()
    await page.locator('.sentences', { hasText: 'Buys 1 credit from' }).waitFor()
    await look()
    for (const view of ['Market', 'Network', 'Policy', 'Fund', 'Preview']) {
      await page.getByRole('link', { name: view, exact: true }).click()
      await expect.poll(() => page.title()).toMatch(new RegExp(`^${view}`))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await look()
    }
    await page.getByRole('button', { name: 'Read it again' }).waitFor()
    await node.refuse()
    await page.getByRole('button', { name: 'Read it again' }).click()
    await page.locator('.notice.bad').waitFor()
    await look()
    expect(seen.filter(text => text.includes('key-57af') || text.includes('secret-19c2'))).toEqual([])
    expect(await page.evaluate(() => localStorage.getItem('regen-fees.node'))).toBe(keyed)
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })
})

/** Presses Tab until what is focused has this name, and can be used: what is being computed anew cannot, for so long. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 2_000; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const one = document.activeElement
      if (one?.getAttribute('aria-disabled') === 'true') return ''
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.innerText : one?.textContent
      return (label ?? '').trim()
    })
    if (focused === name) return
  }
  throw new Error(`the keyboard does not come to "${name}"`)
}
