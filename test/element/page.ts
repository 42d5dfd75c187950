import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { CHROMIUM } from '../../scripts/chromium.ts'
import { scriptOf } from '../support/scriptOf.ts'

/** Debian's browser, or the one that CHROMIUM names. Where there is none, its tests are skipped with a word. */
const PATH = CHROMIUM.executablePath ?? ''
export const hasChromium = existsSync(PATH)
if (!hasChromium)
  console.warn(
    `${PATH} is not there: the tests in a browser are skipped (apt-get install chromium-headless-shell).`,
  )

/** How long a browser may take for one step, in milliseconds: no answer within so long is none. Machines that are busy take ten times as long as others. */
export const PATIENCE_MS = 240_000

let opened: Promise<Browser> | undefined

/** The browser of all files that one worker runs: to start one takes as long as a short test. It ends with the worker. */
export async function openBrowser(): Promise<Browser> {
  const known = await opened?.catch(() => undefined)
  if (known?.isConnected()) return known
  opened = chromium.launch({ ...CHROMIUM, timeout: PATIENCE_MS })
  return opened
}

/** Closes what the tests of a file have left open in it. */
export const closePages = async (browser: Browser): Promise<void> => {
  await Promise.all(browser.contexts().map(context => context.close()))
}

/** A page in a context of its own. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

let bundled: Promise<string> | undefined

/** The script of every page, made once. */
function bundle(): Promise<string> {
  bundled ??= makeBundle()
  return bundled
}

const makeBundle = (): Promise<string> =>
  scriptOf(`
      import { defineElements } from './src/element/index.ts'
      import * as regen from './src/index.ts'
      import snapshot from './examples/snapshot.json'
      import mixed from './examples/mixed.json'
      import purchase from './examples/purchase.json'
      defineElements()
      const ledger = regen.parseSnapshot(snapshot)
      const preview = (messages, more) => regen.previewFees({ messages: regen.parseMessages(messages), snapshot: ledger, gasLimit: 200000n, ...more })
      Object.assign(window, { regen, ledger, mixed, purchase, preview })`)

/** A page with our elements, and previews of the bundled snapshot to show in them. */
export async function openPage(
  browser: Browser,
  options: { readonly dark?: boolean; readonly width?: number } = {},
): Promise<Page> {
  const { dark = false, width = 900 } = options
  const page = await newPage(browser, {
    viewport: { width, height: 700 },
    colorScheme: dark ? 'dark' : 'light',
  })
  await page.setContent(
    '<!doctype html><html lang="en"><head><title>Elements</title><style>body{margin:1rem;background:Canvas}:root{color-scheme:light dark}</style></head><body><main><h1>Elements</h1></main></body></html>',
  )
  await page.addScriptTag({ content: await bundle() })
  return page
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong, by rule; by some of its rules alone where they are named. */
export async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Evaluated, not added as a script: a page of strict content policy would refuse that.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async rules => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    // Of what is right nothing is written down, and no sounds or pictures are fetched: it takes a fifth less.
    const options = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) }
    return (await axe.run(options)).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    )
  }, rules)
}

/** Pictures are kept only where SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
