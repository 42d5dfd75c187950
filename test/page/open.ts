import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { filesOf } from '../../src/bundled/bundledFiles.ts'
import { type ServedPage, servePage } from '../../src/cli/page/servePage.ts'
import { closePages, newPage, openBrowser, PATIENCE_MS, picture, violations } from '../element/page.ts'
import { byTurns } from '../support/runs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DIST = `${ROOT}page/dist`

/** The built page on loopback. `npm test` builds it before; alone, a test file builds what is not there. */
export async function servedPage(): Promise<ServedPage> {
  if (!existsSync(`${DIST}/index.html`))
    execFileSync('npx', ['vite', 'build', 'page', '--logLevel', 'error'], { cwd: ROOT, stdio: 'inherit' })
  return servePage(filesOf(DIST), 0)
}

/** What a reader has: a size of window, a taste for dark, a node that was chosen before. */
export type Reader = {
  readonly width?: number
  readonly dark?: boolean
  readonly node?: string
  /** Another time zone than Berlin's. */
  readonly zone?: string
  readonly touch?: boolean
  /** The time at which the page is opened: there it stands still, or its timers run only as a test lets them. */
  readonly time?: { readonly standsAt: string } | { readonly beginsAt: string }
  /** A script that runs before the page, such as a wallet's. */
  readonly script?: string
}

/** A page in a context of its own, and everything that went wrong in it. Requests elsewhere than to `allowed` are failures. */
async function openPage(
  browser: Browser,
  url: string,
  hash: string,
  { width = 1100, dark = false, node, script, zone = 'Europe/Berlin', touch = false, time }: Reader = {},
): Promise<{
  readonly page: Page
  readonly wrong: readonly string[]
  readonly elsewhere: readonly string[]
}> {
  const page = await newPage(browser, {
    viewport: { width, height: 850 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: zone,
    hasTouch: touch,
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
  })
  const wrong: string[] = []
  const elsewhere: string[] = []
  const context = page.context()
  page.on('pageerror', error => wrong.push(error.message))
  page.on('console', message => {
    // What a node refuses is shown on the page; the browser says it here as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      wrong.push(message.text())
  })
  page.on('request', request => {
    const asked = request.url()
    const own = [url, ...(node === undefined ? [] : [node]), 'blob:', 'data:']
    if (!own.some(start => asked.startsWith(start))) elsewhere.push(asked)
  })
  if (node !== undefined)
    await context.addInitScript(chosen => localStorage.setItem('regen-fees.node', chosen), node)
  if (script !== undefined) await context.addInitScript({ content: script })
  if (time !== undefined && 'standsAt' in time) await page.clock.setFixedTime(time.standsAt)
  if (time !== undefined && 'beginsAt' in time) await page.clock.install({ time: time.beginsAt })
  await page.goto(url + hash)
  return { page, wrong, elsewhere }
}

/** The built page in a browser, for the tests of a group: begun before the first of them, and closed after the last. */
export function pageInBrowser() {
  let browser: Browser
  let served: ServedPage
  beforeAll(async () => {
    ;[browser, served] = await Promise.all([openBrowser(), servedPage()])
  })
  afterAll(async () => {
    await closePages(browser)
    await served.close()
  })
  return {
    open: (hash: string, reader: Reader = {}) => openPage(browser, served.url, hash, reader),
    address: () => served.url,
  }
}

/** Waits until all of a view is drawn: its cards come one after another. Something of it has to be there already. */
export const allDrawn = (page: Page): Promise<void> =>
  page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })

/** A text as the address holds it. */
export const packed = (text: string): string => Buffer.from(text).toString('base64url')

/** What a number stands for, as the chain writes it. */
export const exactAmounts = (page: Page, within: string): Promise<readonly string[]> =>
  page
    .locator(`${within} data.amount`)
    .evaluateAll(found => found.map(one => one.getAttribute('value') ?? ''))

const SCHEMES = ['light', 'dark'] as const

/** What axe finds in what is shown, in light and dark, and what is cut off in a narrow window. */
export async function flaws(
  page: Page,
  name: string,
  schemes: readonly (typeof SCHEMES)[number][] = SCHEMES,
): Promise<readonly string[]> {
  const file = `page-${name.replaceAll(/\W+/g, '-')}`
  const found: string[] = []
  for (const [index, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme })
    await picture(page, `${file}-${colorScheme}`)
    // Between light and dark only colours differ.
    const rules = index === 0 ? undefined : ['color-contrast']
    for (const violation of await violations(page, rules)) found.push(`${colorScheme}: ${violation}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1600, height: 900 })
  await picture(page, `${file}-wide`)
  await page.setViewportSize({ width: 360, height: 780 })
  // Charts are drawn anew for the width, a moment after it changed. Asked from outside: waitForFunction looks by an eval within the page, which the page's content policy
  // refuses from the second look on.
  const overhang = () =>
    page.evaluate(() => {
      const views = document.querySelector('.top nav ul')
      return Math.max(
        document.documentElement.scrollWidth - document.body.offsetWidth,
        // The list of views can be scrolled, which nobody sees.
        (views?.scrollWidth ?? 0) - (views?.clientWidth ?? 0),
      )
    })
  await expect
    .poll(overhang, { timeout: PATIENCE_MS / 4 })
    .toBeLessThanOrEqual(0)
    .catch(() => null)
  const over = await overhang()
  await picture(page, `${file}-narrow`)
  return [...found, ...(over > 0 ? [`${over} pixels are cut off`] : [])]
}

/** The same of a state of a view that another test looks at in both: in `npm test` in light or in dark, by turns. */
export const flawsOfState = (page: Page, name: string): Promise<readonly string[]> =>
  flaws(page, name, byTurns(SCHEMES, 2, name.length))
