import { describe, expect, test } from 'vitest'
import { readWeeks } from '../../page/src/network/weeks.ts'
import { readNetwork } from '../../src/network/readNetwork.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'
import { presetPolicy } from '../../src/policy/presets.ts'
import { hasChromium } from '../element/page.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { type Exchange, editedNode } from './editedNode.ts'
import { exactAmounts, flaws, pageInBrowser } from './open.ts'

/** The fees of a period week by week: of a chain whose blocks lie hours apart, so that the recorded acts fill weeks. */

const HOURS = 4
const DAYS = 400n

/** The recorded chain, as if a block came every four hours: two months for what took minutes. */
const slowly = async () => {
  const node = await recordedNode()
  node.standAt('end')
  return editedNode(node.url, ({ method, result }: Exchange) => {
    if (method !== 'header') return undefined
    const { header } = result as { header: { height: string; time: string } }
    const time = new Date(END - (367 - Number(header.height)) * HOURS * 3_600_000).toISOString()
    return { header: { ...header, time } }
  })
}

/** The time of the recorded chain's last block, in whole seconds. */
const END = Date.parse('2026-11-21T14:29:00Z')

test('weeks do not overlap, leave nothing out, and their sum is the period’s, type by type', async () => {
  const { url } = await slowly()
  const rpc = connectRpc(url)
  const policy = presetPolicy('model-a')
  const network = await readNetwork(rpc, { policy, periodSeconds: DAYS * 86_400n })
  const weeks = await readWeeks(rpc, network, policy)
  rpc.disconnect()
  const { wouldPay } = network.m013
  expect(weeks.length).toBeGreaterThan(3)
  const ends = weeks.map(({ to }) => Date.parse(to))
  expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => b - a))
  for (const end of ends) expect((Date.parse(network.time) - end) % (7 * 86_400_000)).toBe(0)
  expect(weeks.reduce((sum, { revenue }) => sum + revenue, 0n)).toBe(wouldPay.revenue)
  for (const { txType, denom, fee, charges } of wouldPay.totals) {
    const same = weeks.flatMap(({ totals }) =>
      totals.filter(total => total.txType === txType && total.denom === denom),
    )
    expect(same.reduce((sum, total) => sum + total.fee, 0n)).toBe(fee)
    expect(same.reduce((sum, total) => sum + total.charges, 0n)).toBe(charges)
  }
})

describe.skipIf(!hasChromium)('weeks on the page', () => {
  const { open } = pageInBrowser()
  const table = '[aria-label="Fees by week"]'

  test('several weeks stand below one another, the newest first, and add up to the period', async () => {
    const { url } = await slowly()
    const { page, wrong } = await open(`#/network?days=${DAYS}`, { node: url })
    await page.getByText('Week by week').click()
    await page.locator(table).waitFor()
    const rows = await page.locator(`${table} tbody tr`).count()
    expect(rows).toBeGreaterThan(3)
    expect(await page.getByText(`${rows} of them have something that is charged`).count()).toBe(1)
    const sums = await exactAmounts(page, `${table} td:last-child`)
    expect([`${sums.reduce((sum, amount) => sum + BigInt(amount.replace('uregen', '')), 0n)}uregen`]).toEqual(
      await exactAmounts(page, '[aria-labelledby="title-M013"] .headline .big'),
    )
    expect(await flaws(page, 'weeks')).toEqual([])
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('the bundled chain has one, and the page says why', async () => {
    const { page } = await open('#/network')
    await page.getByText('Week by week').click()
    await page.getByText('Everything that is charged lies in this one').waitFor()
    expect(await page.locator(`${table} tbody tr`).count()).toBe(1)
    await page.context().close()
  })
})
