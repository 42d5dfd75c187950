import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { example, run } from '../cli/run.ts'
import { hasChromium } from '../element/page.ts'
import { exactAmounts, flaws, pageInBrowser } from './open.ts'

/** A round on the page: the numbers of the command line, and the state in the address. */

const CSV = fileURLToPath(new URL('../../examples/fund/contributions.csv', import.meta.url))

const packed = (text: string) => Buffer.from(text).toString('base64url')

describe.skipIf(!hasChromium)('a round on the page', () => {
  const { open } = pageInBrowser()

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
