import { describe, expect, test } from 'vitest'
import { EXAMPLE_BUYER } from '../../page/src/market/wanted.ts'
import { example, run } from '../cli/run.ts'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { exactAmounts, flaws, pageInBrowser } from './open.ts'

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

  test('on a node it is the node’s book; axe finds nothing, and nothing is cut off', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const { page, wrong } = await open('#/market?class=C01', { node: node.url })
    await page.getByRole('heading', { name: 'C01 in REGEN' }).waitFor()
    expect(await page.locator('.place').innerText()).toContain(`at height ${node.height()}`)
    expect(await flaws(page, 'market')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })
})
