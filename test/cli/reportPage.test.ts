import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePages, hasChromium, newPage, openBrowser } from '../element/page.ts'
import { flaws } from '../page/open.ts'
import { scenarioText } from '../simulation/support.ts'
import { run } from './run.ts'

/** The report of a study, as its reader opens it: a file, without a network. */

describe.runIf(hasChromium)('report.html', () => {
  let browser: Browser
  let folder = ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'regen-fees-report-'))
    const scenario = {
      ...JSON.parse(scenarioText('SC-001')),
      periods: 60,
      title: 'Nothing <b>bold</b> & "quoted"',
    }
    writeFileSync(join(folder, 'scenario.json'), JSON.stringify(scenario))
    const argv = [
      'simulate',
      join(folder, 'scenario.json'),
      '--runs',
      '8',
      '--policy',
      'compromise',
      '--out',
      folder,
    ]
    expect((await run(argv)).code).toBe(0)
    browser = await openBrowser()
  })

  afterAll(async () => {
    await closePages(browser)
    rmSync(folder, { recursive: true })
  })

  /** The page in a browser without a network, and what it asked for or said beside itself. */
  async function opened(): Promise<{ readonly page: Page; readonly wrong: readonly string[] }> {
    const page = await newPage(browser, { offline: true, viewport: { width: 1100, height: 850 } })
    const wrong: string[] = []
    page.on('pageerror', error => wrong.push(error.message))
    page.on('console', message => wrong.push(message.text()))
    const url = pathToFileURL(join(folder, 'report.html')).href
    page.on('request', request => request.url() === url || wrong.push(request.url()))
    await page.goto(url)
    return { page, wrong }
  }

  test('opens without a network, draws its charts, and says in words what is met and missed', async () => {
    const { page, wrong } = await opened()
    const drawn = await page.locator('canvas').evaluateAll(all =>
      all.map(canvas => {
        const { width, height } = canvas as HTMLCanvasElement
        const pixels =
          (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
        return new Set(pixels).size > 10
      }),
    )
    expect(drawn.length).toBeGreaterThan(5)
    expect(drawn).not.toContain(false)
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/\d of 5 criteria of success are met; \d of 8 ways to fail are rare enough/)
    expect(text).toContain(
      'Validator sustainability: mean income of a validator ≥ $15,000 a year. In 0 % of the runs; wanted in at least 50 %.',
    )
    expect(text).toContain('m013.shares (OQ-M013-1): burn 0.3 → 0.28')
    expect(await page.locator('h1').innerText()).toBe('Nothing <b>bold</b> & "quoted"')
    expect(wrong).toEqual([])
  })

  test('axe finds nothing, in light and dark, and nothing is cut off on a phone', async () => {
    const { page, wrong } = await opened()
    expect(await flaws(page, 'report')).toEqual([])
    expect(wrong).toEqual([])
  })
})
