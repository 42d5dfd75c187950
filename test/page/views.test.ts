import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServedPage } from '../../src/cli/page/servePage.ts'
import { example, run } from '../cli/run.ts'
import { hasChromium, openBrowser } from '../element/page.ts'
import { exactAmounts, flaws, openPage, servedPage } from './open.ts'

/** The network, a policy and a round on the page: the numbers of the command line, and the state in the address. */

const CSV = fileURLToPath(new URL('../../examples/fund/contributions.csv', import.meta.url))

const packed = (text: string) => Buffer.from(text).toString('base64url')

describe.skipIf(!hasChromium)('on the page', () => {
  let browser: Browser
  let served: ServedPage
  beforeAll(async () => {
    ;[browser, served] = await Promise.all([openBrowser(), servedPage()])
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })
  const open = (hash: string, reader = {}) => openPage(browser, served.url, hash, reader)

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

  test('a policy: an answer is changed, the numbers follow, the link keeps it; axe finds nothing', async () => {
    const { page, wrong, elsewhere } = await open('#/policy')
    await page.getByRole('heading', { name: 'From A to B' }).waitFor()
    const week = page.locator('table', { hasText: 'Minted' })
    const before = await week.innerText()
    await page.getByText('M012, supply').click()
    await page.getByLabel('Hard cap').fill('200000000000000')
    await page.getByLabel('Hard cap').blur()
    await page.locator('main', { hasText: 'm012.hardCap' }).waitFor()
    expect(await week.innerText()).not.toBe(before)
    const after = await week.innerText()
    await page.reload()
    await page.locator('main', { hasText: 'm012.hardCap' }).waitFor()
    expect(await week.innerText()).toBe(after)
    await page.getByText('M012, supply').click()
    await page.getByLabel('Hard cap').fill('nothing')
    await page.getByLabel('Hard cap').blur()
    await page.locator('.knob .notice.bad').waitFor()
    expect(await week.innerText()).toBe(after)
    expect(await flaws(page, 'policy')).toEqual([])
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('the policy of the page is the one of the command line, by its hash', async () => {
    const { page } = await open('#/policy?a=compromise')
    const hash = (await page.locator('p.code', { hasText: /^[0-9a-f]{16}…$/ }).innerText()).slice(0, 16)
    const { out } = await run(['policy', '--preset', 'compromise', '--json'])
    expect((JSON.parse(out) as { hash: string }).hash.slice(0, 16)).toBe(hash)
    await page.context().close()
  })

  test('a scenario of five years runs in a worker, and can be stopped', async () => {
    const { page, wrong } = await open('#/policy?a=model-a&b=model-a')
    await page.getByRole('button', { name: 'Run it' }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Run it' }).waitFor()
    expect(wrong).toEqual([])
    await page.context().close()
  })

  test('a round from a CSV file is that of the command line, and its proposal can be previewed; axe finds nothing', async () => {
    const csv = readFileSync(CSV, 'utf8')
    const { page, wrong, elsewhere } = await open(`#/fund?csv=${packed(csv)}&project=forest`)
    await page.getByRole('heading', { name: /Why Forest monitoring/ }).waitFor()
    const { out } = await run([
      'fund',
      'quadratic',
      '--round',
      example('fund/quadratic'),
      '--ballots',
      CSV,
      '--json',
    ])
    const { hash, report } = JSON.parse(out) as { hash: string; report: { allocated: string } }
    expect(await exactAmounts(page, '[aria-labelledby="allocated-title"] .headline .big')).toEqual([
      `${report.allocated}uregen`,
    ])
    expect(await page.locator('[aria-labelledby="proposal-title"]').innerText()).toContain(hash)
    expect(await flaws(page, 'fund')).toEqual([])
    await page.setViewportSize({ width: 1100, height: 850 })
    await page.getByRole('button', { name: 'Preview the proposal' }).click()
    await page.locator('.sentences').waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: /Why Forest monitoring/ }).waitFor()
    expect([wrong, elsewhere]).toEqual([[], []])
    await page.context().close()
  })

  test('a hostile name of a project is text', async () => {
    const csv = 'contributor,project,amount\n<img src=x onerror=alert(1)>,soil,1000000\n'
    const { page, wrong } = await open(`#/fund?csv=${packed(csv)}`)
    await page.getByRole('heading', { name: /^Why/ }).waitFor()
    expect(await page.locator('main').innerText()).toContain('<img src=x')
    expect(await page.locator('main img').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.context().close()
  })
})
