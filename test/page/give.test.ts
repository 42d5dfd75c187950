import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { example } from '../cli/run.ts'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTxs } from '../support/recordings.ts'
import { flawsOfState, pageInBrowser } from './open.ts'

/** Every way in which a transaction comes to the page: dropped, chosen, pasted, as JSON, a request, bytes or a hash. */
describe.skipIf(!hasChromium)('what is given to the page', () => {
  const { open, address } = pageInBrowser()

  const tx = () => {
    const found = recordedTxs().find(({ name }) => name === 'buy 2.345678 with fees')
    if (found?.tx == null) throw new Error('not recorded')
    return found
  }

  test.each([
    ['a request to sign', () => readFileSync(example('sign-request'), 'utf8'), /^Buys/],
    ['messages as JSON', () => readFileSync(example('retirement'), 'utf8'), /^Retires/],
    ['a transaction in base64', () => tx().txBytes, /^Buys 2.345678 credits from sell order 1/],
  ])('a file that is dropped anywhere on the page: %s', async (_, content, sentence) => {
    const { page, wrong, elsewhere } = await open('#/preview?example=transfer')
    await page
      .getByText(/^Sends/)
      .first()
      .waitFor()
    await drop(page, 'footer', content())
    await page.locator('.sentences', { hasText: sentence }).waitFor()
    expect(await page.locator('textarea').inputValue()).not.toBe('')
    await page.goBack()
    await page
      .getByText(/^Sends/)
      .first()
      .waitFor()
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('a file that is dropped as soon as the transaction is there is taken', async () => {
    const { page } = await open('')
    // Right after it is drawn, before anything else.
    await page.addInitScript(
      content => {
        new MutationObserver((_, observer) => {
          const place = document.querySelector('.compose')
          if (place === null) return
          observer.disconnect()
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([content], 'given.json'))
          place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
        }).observe(document, { childList: true, subtree: true })
      },
      readFileSync(example('retirement'), 'utf8'),
    )
    await page.goto(address())
    await page.locator('.sentences', { hasText: /^Retires/ }).waitFor()
    await page.context().close()
  })

  test('a request that was dropped is checked as a request: for another chain, it is refused', async () => {
    const request = readFileSync(example('sign-request'), 'utf8')
    const { page } = await open('')
    await page.locator('.side.live').waitFor()
    await drop(page, '.compose', request.replaceAll('regen-devnet-1', 'regen-1'))
    await page.getByText('It is for the chain "regen-1", not "regen-devnet-1".').waitFor()
    await page.getByText('The chain would refuse this transaction').waitFor()
    expect(await flawsOfState(page, 'a request for another chain')).toEqual([])
    await page.context().close()
  })

  test('a file of another size or kind says so, and what is shown stays', async () => {
    const { page, wrong } = await open('')
    await page.locator('.side.live').waitFor()
    await drop(page, '.compose', 'x'.repeat(1_000_001))
    await page.getByText('given.json is larger than 1 MB, the most that is read here.').waitFor()
    await page.getByText('Buys 2.345678').waitFor()
    await drop(page, '.compose', '\u0000\u0001PNG no text')
    await page.getByText('This cannot be read').waitFor()
    // The same text would be refused again: nothing offers to try it.
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    expect(await page.locator('.side').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a file that is chosen', async () => {
    const { page } = await open('#/preview?mode=paste')
    await page.getByLabel(/^Or a file/).setInputFiles(example('retirement'))
    await page.locator('.sentences', { hasText: /^Retires/ }).waitFor()
    await page.context().close()
  })

  test('pasted base64, hexadecimal and hash of one transaction show the same purchase; the hash also what happened', async () => {
    const node = await recordedNode()
    node.standBefore(tx().name)
    const { page, wrong } = await open('#/preview?mode=paste&in=e30', { node: node.url })
    const field = page.locator('textarea')
    for (const text of [tx().txBytes, Buffer.from(tx().txBytes, 'base64').toString('hex')]) {
      await field.fill(text)
      await page.locator('.sentences', { hasText: /^Buys 2.345678 credits from sell order 1/ }).waitFor()
      await field.fill('')
      await page.getByText('Nothing here yet').waitFor()
    }
    node.standAt('end')
    await field.fill(tx().hash)
    await page.getByText('This transaction is in a block').waitFor()
    await page.getByText('It did what the preview says, to the unit').waitFor()
    expect(await flawsOfState(page, 'a transaction of the past')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('half typed numbers of a form are kept, also while a node is silent', async () => {
    const node = await recordedNode()
    const { page, wrong } = await open('#/preview?mode=build', { node: node.url })
    await page.locator('.side.live').waitFor()
    node.misbehave(() => 'hang')
    await page.getByLabel('Sell order id').fill('5')
    await page.getByLabel('Quantity').fill('0.25')
    await page.getByLabel('Quantity').blur()
    node.misbehave(() => null)
    node.release()
    await page.getByText('Buys 0.25 credits from sell order 5').waitFor()
    await page.getByLabel('Sell order id').fill('five')
    await page.getByLabel('Quantity').fill('0.5')
    await page.getByLabel('Quantity').blur()
    await page.locator('.notice.bad').waitFor()
    expect(await page.getByLabel('Sell order id').inputValue()).toBe('five')
    await page.getByLabel('Sell order id').fill('5')
    await page.getByLabel('Sell order id').blur()
    await page.getByText('Buys 0.5 credits from sell order 5').waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })
})

/** Drops a file of this content on a part of the page, as a hand does. */
async function drop(page: Page, on: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(text => {
    const given = new DataTransfer()
    given.items.add(new File([text], 'given.json', { type: 'application/json' }))
    return given
  }, content)
  await page.dispatchEvent(on, 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent(on, 'drop', { dataTransfer: transfer })
}
