import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { example, run } from '../cli/run.ts'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedTxs } from '../support/recordings.ts'
import { allDrawn, exactAmounts, flaws, packed, pageInBrowser } from './open.ts'

const retire = (fields: object) =>
  JSON.stringify([
    {
      typeUrl: '/regen.ecocredit.v1.MsgRetire',
      value: {
        owner: network.accounts['bob']?.address,
        credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '0.5' }],
        jurisdiction: 'US-WA',
        ...fields,
      },
    },
  ])

/** Ten recorded transactions that move coins, in REGEN and in another denom, in both signing modes. */
const TEN = [
  'create class C02 with a larger fee than required',
  'buy 2.5 C01 at no marketplace fee, bid above ask',
  'buy and retire 1 C01 in USDC',
  'buy from two orders',
  'burn regen',
  'buy with fees, exact max fee',
  'buy 2.345678 with fees',
  'buy USDC 0.333333 with fees, auto retire',
  'buy two orders with fees, same order twice',
  'amino JSON buy',
]

describe.skipIf(!hasChromium)('the preview on the page', () => {
  const { open, address } = pageInBrowser()

  test('a first look needs no network: live and proposed apart, and every number opens', async () => {
    const { page, wrong, elsewhere } = await open('')
    await page.locator('.side.live').waitFor()
    await allDrawn(page)
    expect(await exactAmounts(page, '.side.live .headline')).toEqual(['59228369uregen'])
    expect(await exactAmounts(page, '.side.proposed .headline')).toEqual(['1000000uregen'])
    expect(await page.locator('.side.proposed .state').innerText()).toContain('not in force')
    await page.locator('.side.live .headline .number').focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog', { name: 'What leaves the account' }).innerText()).toContain(
      '59228369uregen',
    )
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('number')
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('the first preview, made when the page was built, is the one that the worker makes', async () => {
    const { page } = await open('')
    const { page: asked } = await open(
      `#/preview?in=${packed(`${readFileSync(example('purchase'), 'utf8')} `)}`,
    )
    const results = [page, asked].map(async one => {
      await one.locator('.side.live').waitFor()
      await one.locator('details', { hasText: 'As data' }).evaluate(box => box.setAttribute('open', ''))
      await one.getByText('"policyHash"').waitFor()
      return one.locator('.result').innerText()
    })
    const [built, made] = await Promise.all(results)
    expect(built).toBe(made)
    await page.context().close()
    await asked.context().close()
  })

  test('its parts are drawn in tasks of their own, from the top: the whole at once would hold up a slow browser', async () => {
    const { page } = await open('')
    // Which headings came in one task, from the first to the last: what draws is begun by timers.
    await page.addInitScript(() => {
      const steps: string[][] = []
      let task = 0
      const begin = setTimeout
      const counted = (run: () => void, milliseconds?: number) =>
        begin(() => {
          task += 1
          run()
        }, milliseconds)
      new MutationObserver(changes => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
        const found = added.flatMap(node =>
          node instanceof Element ? [node, ...node.querySelectorAll('*')] : [],
        )
        const headings = found.filter(one => /^H[123]$/.test(one.tagName)).map(one => one.textContent ?? '')
        if (headings.length > 0) steps[task] = [...(steps[task] ?? []), ...headings]
      }).observe(document, { childList: true, subtree: true })
      Object.assign(window, { steps, setTimeout: counted })
    })
    await page.goto(address())
    await page.locator('.place').waitFor()
    await allDrawn(page)
    const steps = await page.evaluate(() =>
      (window as unknown as { steps: string[][] }).steps.filter(Boolean),
    )
    const order = steps.flat()
    expect(order.slice(0, 5)).toEqual([
      'What does this transaction cost?',
      'The transaction',
      'What it does',
      'What it costs',
      'Live',
    ])
    expect(order).toContain('Sign and send')
    // However slow the machine is, no task has more than what stands together.
    for (const step of steps) expect(step.length, step.join()).toBeLessThanOrEqual(2)
    await page.context().close()
  })

  test('back and forward go through what was looked at, and a link brings it back', async () => {
    const { page } = await open('')
    await page.getByRole('button', { name: /Retire credits/ }).click()
    await page.getByText('Retires', { exact: false }).first().waitFor()
    const link = page.url()
    await page.goBack()
    await page.getByText('Buys 2.345678').waitFor()
    await page.goForward()
    await page
      .getByText(/^Retires/)
      .first()
      .waitFor()
    const { page: other } = await open(new URL(link).hash)
    await other
      .getByText(/^Retires/)
      .first()
      .waitFor()
    await page.context().close()
    await other.context().close()
  })

  test('an address that changes right after the first drawing is followed', async () => {
    const { page } = await open('')
    // As soon as the title is there, before the effects of what was drawn.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('main h1') === null) return
        observer.disconnect()
        location.hash = '#/preview?example=retirement'
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(address())
    await page
      .getByText(/^Retires/)
      .first()
      .waitFor()
    await page.context().close()
  })

  test('from the moment that something else is chosen, what is there is old', async () => {
    const { page } = await open('')
    await page.locator('.side.live').waitFor()
    await allDrawn(page)
    const isBusy = await page
      .getByRole('button', { name: /Retire credits/ })
      .evaluate(async (button: HTMLElement) => {
        button.click()
        // Drawn anew, and nothing else: no effect, no answer.
        await Promise.resolve()
        return document.querySelector('.result')?.getAttribute('aria-busy')
      })
    expect(isBusy).toBe('true')
    await page.context().close()
  })

  test('what is built in a form is in the address, without the node', async () => {
    const node = await recordedNode()
    const { page } = await open('#/preview?mode=build', { node: `${node.url}/key-5` })
    await page.getByLabel('Quantity').fill('1')
    await page.getByLabel('Quantity').blur()
    await page.getByText('Buys 1 credit from').waitFor()
    expect(decodeURIComponent(page.url())).not.toContain(`127.0.0.1:${new URL(node.url).port}`)
    expect(page.url()).not.toContain('key-5')
    await page.reload()
    await page.getByText('Buys 1 credit from').waitFor()
    expect(await page.getByLabel('Quantity').inputValue()).toBe('1')
    await page.context().close()
  })

  test('ten transactions: the page, the command line and the recorded chain say the same text', async () => {
    const node = await recordedNode()
    const { page, wrong } = await open('', { node: node.url })
    for (const name of TEN) {
      const tx = recordedTxs().find(tx => tx.name === name)
      if (tx?.tx == null) throw new Error(`no such transaction: ${name}`)
      node.standBefore(name)
      const given = JSON.stringify({ messages: tx.messages, fee: tx.fee })
      await page.goto(`${address()}#/preview?in=${packed(given)}`)
      await page.locator(`.place:has-text("at height ${node.height()},")`).waitFor()
      const shown = () =>
        page
          .locator('[data-debit]')
          .evaluateAll(found => found.map(line => line.getAttribute('data-debit') ?? ''))
      const { out } = await run(['preview', '-', '--rpc', node.url, '--json'], { stdin: given })
      const { live } = JSON.parse(out) as { live: { debits: { [field: string]: string }[] } }
      // Cards are drawn in turns.
      await expect
        .poll(shown, { message: name })
        .toEqual(live.debits.map(({ account, amount, denom }) => `${account} ${amount}${denom}`))
      expect((await shown()).toSorted(), name).toEqual(spentBy(tx.address, tx.tx.tx_result.events))
    }
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('the words of a wallet are refused, and not in the address', async () => {
    const words = `${'abandon '.repeat(11)}about`
    const { page } = await open('#/preview?mode=paste&in=e30')
    await page.locator('textarea').fill(words)
    await page.locator('textarea').waitFor()
    expect(decodeURIComponent(page.url())).not.toContain(packed(words))
    const { page: linked } = await open(`#/preview?in=${packed(words)}`)
    await linked.getByText('These look like the words of a wallet').waitFor()
    await page.context().close()
    await linked.context().close()
  })

  test.each([
    ['a purchase', '', {}],
    ['several, with a form', '#/preview?example=mixed&mode=build', {}],
    ['what the chain would refuse', `#/preview?in=${packed(retire({ jurisdiction: 'nowhere' }))}`, {}],
    ['a request to sign', '#/preview?example=request', {}],
    ['what cannot be read', `#/preview?in=${packed('{"messages":')}`, {}],
    ['nothing', '#/preview?mode=paste&in=', {}],
    ['a node that is not there', '', { node: 'http://127.0.0.1:1' }],
  ])('axe finds nothing, and nothing is cut off: %s', async (name, hash, reader) => {
    const { page, wrong } = await open(hash, reader)
    await page.locator('.result .notice').first().waitFor()
    if ('node' in reader) await page.locator('.notice.bad').waitFor()
    await allDrawn(page)
    expect(await flaws(page, `preview-${name}`)).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })
})

/** What left an account in a recorded transaction, after what came back to it: denom by denom, as the page writes it. */
function spentBy(
  address: string,
  events: readonly { type: string; attributes: readonly { key: string; value: string }[] }[],
): readonly string[] {
  const sums = new Map<string, bigint>()
  for (const { type, attributes } of events) {
    const of = (key: string) => attributes.find(attribute => attribute.key === key)?.value
    const sign =
      type === 'coin_spent' && of('spender') === address
        ? 1n
        : type === 'coin_received' && of('receiver') === address
          ? -1n
          : 0n
    if (sign === 0n) continue
    for (const coin of (of('amount') ?? '').split(',')) {
      const [, amount = '0', denom = ''] = /^(\d+)(.+)$/.exec(coin) ?? []
      sums.set(denom, (sums.get(denom) ?? 0n) + sign * BigInt(amount))
    }
  }
  return [...sums].map(([denom, amount]) => `${address} ${amount}${denom}`).toSorted()
}
