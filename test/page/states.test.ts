import { describe, expect, test } from 'vitest'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { editedNode } from './editedNode.ts'
import { allDrawn, flawsOfState, pageInBrowser } from './open.ts'
import { purchase } from './purchase.ts'

/** Without it a browser says nothing of an answer. */
const CORS = { 'access-control-allow-origin': '*' }

/** What the page says while it waits, when a node is old, of another chain, broken or not there, and without a network. */
describe.skipIf(!hasChromium)('states of the page', () => {
  const { open, address } = pageInBrowser()

  test.each(['preview', 'market'])('loading, and then the numbers: %s', async view => {
    const node = await recordedNode()
    node.misbehave(() => 'hang')
    const { page, wrong } = await open(`#/${view}`, { node: node.url })
    await page.locator('.notice.busy', { hasText: /^Reading the/ }).waitFor()
    expect(await page.locator('.side, .book').count()).toBe(0)
    expect(await flawsOfState(page, `loading ${view}`)).toEqual([])
    node.misbehave(() => null)
    node.release()
    await page.locator('.side.live, .book').first().waitFor()
    expect(await page.locator('.notice.busy').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test.each(['preview', 'market'])(
    'a state that is old says how old it is, and is read again: %s',
    async view => {
      const { node, hash, time } = await purchase()
      const { page, wrong } = await open(view === 'preview' ? hash : '#/market', {
        node: node.url,
        time: { beginsAt: time },
      })
      await page.locator('.side.live, .book').first().waitFor()
      await allDrawn(page)
      expect(await page.getByText('These numbers are').count()).toBe(0)
      await page.clock.fastForward('00:26:00')
      await page.getByText('These numbers are 26 minutes old').waitFor()
      expect(await flawsOfState(page, `old ${view}`)).toEqual([])
      const before = node.requests.length
      await page.getByRole('button', { name: 'Read the ledger again' }).click()
      await expect.poll(() => node.requests.length).toBeGreaterThan(before)
      await page.locator('.side.live, .book').first().waitFor()
      expect(wrong).toEqual([])
      await page.context().close()
    },
  )

  test('a node of another chain is named as that before it is chosen', async () => {
    const node = await recordedNode()
    const other = await editedNode(node.url, ({ method, result }) =>
      method === 'status'
        ? JSON.parse(JSON.stringify(result).replaceAll('regen-devnet-1', 'cosmoshub-4'))
        : undefined,
    )
    const { page, wrong } = await open('')
    await page.getByRole('button', { name: /^Change/ }).click()
    await page.getByLabel('Address of its RPC').fill(other.url)
    await page.getByRole('button', { name: 'Ask this node' }).click()
    await page.getByText('This does not look like a chain of Regen Ledger').waitFor()
    expect(await flawsOfState(page, 'another chain')).toEqual([])
    await page.getByLabel('Address of its RPC').fill(node.url)
    await page.getByRole('button', { name: 'Ask this node' }).click()
    await page.locator('.notice.good', { hasText: 'regen-devnet-1, height' }).waitFor()
    expect(await page.getByText('does not look like').count()).toBe(0)
    await page.getByRole('button', { name: 'Use this node' }).click()
    await page.locator('.source-name', { hasText: '127.0.0.1' }).waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a chain without the modules of Regen Ledger shows no number', async () => {
    const node = await recordedNode()
    const log = 'unknown query path: unknown request'
    const other = await editedNode(node.url, ({ method, result }) =>
      method === 'status'
        ? JSON.parse(JSON.stringify(result).replaceAll('regen-devnet-1', 'cosmoshub-4'))
        : method === 'abci_query'
          ? {
              response: {
                ...(result as { response: object }).response,
                ...{ code: 6, codespace: 'sdk', log, value: null, height: '0' },
              },
            }
          : undefined,
    )
    const { page, wrong } = await open('', { node: other.url })
    await page.locator('.result .notice').first().waitFor()
    await allDrawn(page)
    expect(await page.locator('.side.live .amount').count()).toBe(0)
    expect(await flawsOfState(page, 'a chain without the modules')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test.each([
    ['answers with an error', { status: 503, headers: CORS }, 'The node refuses to answer'],
    [
      'answers with a web page',
      { status: 200, headers: CORS, text: '<html><b>hello</b></html>' },
      'The node answers with something else',
    ],
    ['breaks off', 'reset', 'The node does not answer'],
  ] as const)('a node that %s: what is the matter, and again', async (name, fault, title) => {
    const node = await recordedNode()
    node.misbehave(() => fault)
    const { page, wrong } = await open('#/market', { node: node.url })
    await page.locator('.notice.bad', { hasText: title }).waitFor()
    expect(await page.locator('.book, .notice.bad b').count()).toBe(0)
    expect(await flawsOfState(page, `a node that ${name}`)).toEqual([])
    node.misbehave(() => null)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.book').first().waitFor()
    expect(await page.locator('.notice.bad').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('offline: it says so, what was read stays out of sight, and the bundled data works', async () => {
    const node = await recordedNode()
    const { page, wrong } = await open('', { node: node.url })
    await page.locator('.side.live').waitFor()
    await page.context().setOffline(true)
    await node.refuse()
    await page.getByRole('button', { name: /Retire credits/ }).click()
    await page.getByText('You are offline').waitFor()
    expect(await page.locator('.side').count()).toBe(0)
    expect(await flawsOfState(page, 'offline')).toEqual([])
    await page.setViewportSize({ width: 1100, height: 850 })
    await page.getByRole('button', { name: /^Change/ }).click()
    await page.getByRole('button', { name: 'Use bundled data' }).click()
    await page
      .getByText(/^Retires/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Preview' }).click()
    await page.getByText('Buys 2.345678').waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a market in which nobody sells, and a class that nobody has', async () => {
    const { page, wrong } = await open('#/market?class=BT01')
    await page.getByText('Nobody sells credits of BT01 now').waitFor()
    expect(await flawsOfState(page, 'nobody sells')).toEqual([])
    await page.goto(`${address()}#/market?class=XX99`)
    await page.getByRole('heading', { name: /C01 in REGEN/ }).waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })
})
