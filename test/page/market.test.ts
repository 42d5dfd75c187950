import { describe, expect, test } from 'vitest'
import { EXAMPLE_BUYER } from '../../page/src/market/wanted.ts'
import { example, run } from '../cli/run.ts'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { allDrawn, exactAmounts, flaws, pageInBrowser } from './open.ts'

describe.skipIf(!hasChromium)('the market on the page', () => {
  const { open } = pageInBrowser()

  test('the book and a fill are those of the command line, and lead to the preview of the purchase', async () => {
    const { page, wrong, elsewhere } = await open('#/market?class=C01&by=budget&amount=50')
    await page.getByRole('button', { name: 'Preview this purchase' }).waitFor()
    expect(await page.getByLabel('Who buys').inputValue()).toBe('')
    expect(await page.locator('#buyer-hint').innerText()).toContain('an example account of the test chain')
    const { out } = await run([
      'buy',
      '--class',
      'C01',
      '--budget',
      '50regen',
      '--buyer',
      EXAMPLE_BUYER,
      '--snapshot',
      example('snapshot'),
      '--json',
    ])
    const { fill } = JSON.parse(out) as { fill: { cost: { amount: string; denom: string }[] } }
    expect(await exactAmounts(page, '[aria-labelledby="fill-title"] .headline')).toEqual(
      fill.cost.map(({ amount, denom }) => amount + denom),
    )
    await page.getByRole('button', { name: 'USS01' }).click()
    await page.getByRole('heading', { name: 'USS01 in REGEN' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'C01 in REGEN' }).waitFor()
    await page.getByRole('button', { name: 'Preview this purchase' }).click()
    await page.locator('.side.live').waitFor()
    expect(await exactAmounts(page, '.side.live .headline')).toEqual(
      fill.cost.map(({ amount, denom }) => amount + denom),
    )
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('the first class and purchase, made when the page was built, are those that the worker makes', async () => {
    // A class that nobody has is the first one, by the worker.
    const [built, made] = await Promise.all(
      ['#/market', '#/market?class=XX99'].map(async hash => {
        const { page } = await open(hash)
        await page.locator('.place').waitFor()
        await allDrawn(page)
        await page.locator('details', { hasText: 'one by one' }).evaluate(box => box.setAttribute('open', ''))
        const text = await page.locator('main').innerText()
        const exact = await exactAmounts(page, 'main')
        const workers = page.workers().length
        await page.context().close()
        return { text, exact, workers }
      }),
    )
    expect(built).toEqual({ ...made, workers: 0 })
    expect(made?.workers).toBe(1)
    expect(built?.exact.length).toBeGreaterThan(20)
  })

  test('on a node it is the node’s book; axe finds nothing, and nothing is cut off', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const { page, wrong } = await open('#/market?class=C01', { node: node.url })
    await page.getByRole('heading', { name: 'C01 in REGEN' }).waitFor()
    expect(await page.locator('.place').innerText()).toContain(`at height ${node.height()}`)
    await allDrawn(page)
    expect(await flaws(page, 'market')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })
})
