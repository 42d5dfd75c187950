import { describe, expect, test } from 'vitest'
import { readNetwork } from '../../src/network/readNetwork.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'
import { presetPolicy } from '../../src/policy/presets.ts'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { exactAmounts, flaws, pageInBrowser } from './open.ts'

/** The network on the page: what is in force, and what is proposed under the policy of the reader. */

describe.skipIf(!hasChromium)('the network on the page', () => {
  const { open } = pageInBrowser()

  test('the network says of each mechanism whether it is in force; axe finds nothing', async () => {
    const { page, wrong, elsewhere } = await open('#/network')
    await page.locator('.glance').waitFor()
    expect(await page.locator('.glance strong').allInnerTexts()).toEqual(
      Array(4).fill('proposed, not in force'),
    )
    expect(await exactAmounts(page, '[aria-labelledby="title-M012"] .headline .big')).toEqual([
      '220001558130291uregen',
    ])
    expect(await flaws(page, 'network')).toEqual([])
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test.each([
    ['bundled data', false],
    ['a node', true],
  ])(
    'under another policy the numbers are those of readNetwork, and a link keeps it: %s',
    async (_, isNode) => {
      const node = await recordedNode()
      node.standAt('end')
      const { page, wrong } = await open('#/network?days=400', isNode ? { node: node.url } : {})
      await page.getByLabel('Under the policy').selectOption('burn-0')
      await page.locator('.pool-list li', { hasText: /^burn 0 REGEN/ }).waitFor()
      await page.reload()
      await page.locator('.pool-list li').first().waitFor()
      const { m013, m015 } = await readNetwork(connectRpc(node.url), {
        policy: presetPolicy('burn-0'),
        periodSeconds: 400n * 86_400n,
      })
      const { burn, validator, community, agent } = m013.wouldPay.pools
      expect(await exactAmounts(page, '.pool-list')).toEqual(
        [burn, validator, community, agent].map(
          coins => `${coins.find(({ denom }) => denom === 'uregen')?.amount ?? 0n}uregen`,
        ),
      )
      const sums = await exactAmounts(page, '[aria-label="Fees by week"] td:last-child')
      expect(sums.reduce((sum, amount) => sum + BigInt(amount.replace('uregen', '')), 0n)).toBe(
        m013.wouldPay.revenue,
      )
      expect(await exactAmounts(page, '[aria-labelledby="title-M015"] .headline')).toEqual([
        `${m015.activityPool}uregen`,
      ])
      expect(wrong).toEqual([])
      await page.context().close()
    },
  )

  test('its policy leads to the policy view, and back', async () => {
    const { page } = await open('#/network?policy=burn-0')
    await page.getByRole('button', { name: 'Change its answers' }).click()
    await page.locator('p.code', { hasText: /^[0-9a-f]{16}…$/ }).waitFor()
    await page.getByRole('button', { name: 'The network under A' }).click()
    expect(await page.getByLabel('Under the policy').inputValue()).toBe('burn-0')
    await page.context().close()
  })
})
