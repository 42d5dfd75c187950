import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { editedNode } from './editedNode.ts'
import { allDrawn, packed, pageInBrowser } from './open.ts'

/** Markup that would run, escapes of a terminal, a word that turns the reading direction, a line that is none. */
const NASTY =
  '<img src=x onerror="document.title=1"><script>document.title=2</script>\u001b[31m\u202egnp.exe\u2066\u2028\u0000'

const UNSEEN = /(?![\t\n])[\p{C}\p{Zl}\p{Zp}]/u

const retire = (value: object, memo = '') =>
  JSON.stringify({
    messages: [
      {
        typeUrl: '/regen.ecocredit.v1.MsgRetire',
        value: {
          owner: network.accounts['bob']?.address,
          credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '0.5' }],
          jurisdiction: 'US-WA',
          ...value,
        },
      },
    ],
    memo,
  })

/** Whatever a node, a link or a file says is text: nothing of it runs, and nothing of it hides. */
describe.skipIf(!hasChromium)('hostile text on the page', () => {
  const { open, address } = pageInBrowser()

  /** Nothing was run or loaded, and no character that cannot be seen is shown. */
  async function expectText(page: Page, title: string) {
    expect(await page.locator('main img, main script, main b, main iframe').count()).toBe(0)
    expect(await page.title()).toBe(title)
    const text = await page.locator('main').innerText()
    expect(UNSEEN.exec(text)?.[0] ?? null, text.slice(0, 2000)).toBeNull()
  }

  test.each([
    ['a jurisdiction and a reason', retire({ jurisdiction: NASTY, reason: NASTY })],
    ['an owner', retire({ owner: NASTY })],
    ['a batch', retire({ credits: [{ batchDenom: NASTY, amount: '1' }] })],
    ['an amount', retire({ credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: NASTY }] })],
    ['a memo', retire({}, NASTY)],
    ['a message that nobody knows', JSON.stringify([{ typeUrl: `/${NASTY}`, value: {} }])],
    ['a denom', sendOf(NASTY)],
    ['a text that is no JSON', `{"${NASTY}": [`],
    ['a field that does not exist', retire({ [NASTY]: NASTY })],
  ])('%s', async (_, text) => {
    const { page, wrong, elsewhere } = await open(`#/preview?in=${packed(text)}&mode=examples`)
    await page.locator('.result .notice').first().waitFor()
    await allDrawn(page)
    for (const summary of await page.locator('.behind summary').all()) await summary.click()
    await expectText(page, 'Preview · regen-fees')
    await page.goto(`${address()}#/preview?in=${packed(text)}&mode=build`)
    await page.getByRole('button', { name: 'Add a message' }).waitFor()
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('a request to sign', async () => {
    const address = network.accounts['bob']?.address
    const request = {
      chain_id: NASTY,
      account_number: '2',
      sequence: '10',
      fee: { amount: [{ denom: 'uregen', amount: '5000' }], gas: '200000' },
      msgs: [
        { type: 'cosmos-sdk/MsgSend', value: { from_address: address, to_address: address, amount: [] } },
      ],
      memo: NASTY,
    }
    const { page, wrong } = await open(`#/preview?in=${packed(JSON.stringify(request))}&mode=examples`)
    await page.locator('.result .notice').first().waitFor()
    await allDrawn(page)
    await expectText(page, 'Preview · regen-fees')
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a node: its chain, its classes, batches, sellers and denoms', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const swapped: readonly (readonly [string, string])[] = [
      ['C01-001-20200101-20210101-001', '<img src=x onerror=alert(1)>\u0007'],
      ['USDC.axl', '<b>\u202eA<'],
      ['US-WA', '<s>\u0001\u0002'],
      ['C02', '<i>'],
    ]
    // It is asked of what it names: the node behind it knows the right names.
    const asksRight = (body: string) =>
      body.replace(/"data":"([0-9a-fA-F]*)"/g, (_, hex: string) => {
        const bytes = Buffer.from(hex, 'hex')
        for (const [right, hostile] of swapped) swap(bytes, hostile, right)
        return `"data":"${bytes.toString('hex')}"`
      })
    const hostile = await editedNode(
      node.url,
      ({ method, result }) => {
        if (method === 'status')
          return JSON.parse(JSON.stringify(result).replaceAll('regen-devnet-1', 'regen-<img src=x>\u202e'))
        if (method !== 'abci_query' || result === undefined) return undefined
        const { response } = result as { response: { value: string | null } }
        if (response.value === null) return undefined
        const bytes = Buffer.from(response.value, 'base64')
        for (const [from, to] of swapped) swap(bytes, from, to)
        return { response: { ...response, value: bytes.toString('base64') } }
      },
      asksRight,
    )
    const { page, wrong, elsewhere } = await open('#/market', { node: hostile.url })
    await page.locator('.book, .notice.bad').first().waitFor()
    await allDrawn(page)
    await expectText(page, 'Market · regen-fees')
    expect(await page.locator('main').innerText()).toContain('<img src=x')
    await page.goto(`${address()}#/preview`)
    await page.locator('.side.live, .notice.bad').first().waitFor()
    await allDrawn(page)
    await expectText(page, 'Preview · regen-fees')
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('what a node says of an error', async () => {
    const node = await recordedNode()
    const hostile = await editedNode(node.url, ({ method, result }) =>
      method === 'abci_query'
        ? {
            response: {
              ...(result as { response: object }).response,
              ...{ code: 5, codespace: NASTY, log: NASTY, value: null },
            },
          }
        : undefined,
    )
    const { page, wrong } = await open('#/market', { node: hostile.url })
    await page.locator('.notice.bad').waitFor()
    expect(await page.locator('.notice.bad').innerText()).toContain('<img src=x')
    await expectText(page, 'Market · regen-fees')
    expect(wrong).toEqual([])
    await page.context().close()
  })
})

/** The same number of bytes, so that the lengths around them stay right. */
function swap(bytes: Buffer, from: string, to: string): void {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error(`${from} and ${to} differ in length`)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
}

function sendOf(denom: string): string {
  const address = network.accounts['bob']?.address
  return JSON.stringify([
    {
      typeUrl: '/cosmos.bank.v1beta1.MsgSend',
      value: { fromAddress: address, toAddress: address, amount: [{ denom, amount: '1' }] },
    },
  ])
}
