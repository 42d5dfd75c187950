import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedNode } from '../support/recordedNode.ts'
import { closePages, hasChromium, newPage, openBrowser, picture, violations } from './page.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = `${ROOT}/examples/front-ends`
const PUBLIC_NODE = 'https://regen-rpc.publicnode.com'

const TYPES: { readonly [end: string]: string } = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
}

/** A folder, as any static server gives it. */
async function serve(folder: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    try {
      const body = readFileSync(`${folder}${path}`)
      response.writeHead(200, {
        'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test.each(['page.html', 'script.mjs', 'react/main.tsx', 'svelte/App.svelte', 'svelte/main.ts'])(
  '%s has fewer than 60 lines',
  file => {
    expect(readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n').length - 1).toBeLessThan(60)
  },
)

test('the script runs in plain Node', async () => {
  const node = await recordedNode()
  node.standAt('end')
  const { stdout } = await promisify(execFile)(process.execPath, [`${FOLDER}/script.mjs`, node.url])
  expect(stdout.split('\n')).toEqual([
    '10 credits for 0.000322 REGEN. The quantity is filled.',
    'Buys 9.5 credits from sell order 12 for at most 0.000032 REGEN each, and 0.5 credits from sell order 11 for at most 0.000033 REGEN each.',
    'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg pays 0.007822 REGEN',
    'The minimum fee of 1 REGEN is more than 10 % of the value, 0.00032 REGEN.',
    '',
  ])
})

describe.skipIf(!hasChromium)('in Chromium', () => {
  let browser: Browser
  let built = ''
  beforeAll(async () => {
    built = mkdtempSync(`${tmpdir()}/front-ends-`)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await closePages(browser)
    rmSync(built, { recursive: true, force: true })
  })

  /** Opens a page, does something there, and finds no error in the console and nothing that axe has against it. */
  async function visit(folder: string, path: string, look: (page: Page) => Promise<void>) {
    const server = await serve(folder)
    const page = await newPage(browser)
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    try {
      await standFor(page)
      await page.goto(`${server.url}/${path}`)
      await look(page)
      expect(errors).toEqual([])
      expect(await violations(page)).toEqual([])
      await picture(page, `example-${path.replaceAll(/\W/g, '-')}`)
    } finally {
      await page.context().close()
      server.close()
    }
  }

  /** The recorded node stands for the public one. */
  async function standFor(page: Page) {
    const node = await recordedNode()
    node.standAt('end')
    await page.route(`${PUBLIC_NODE}/**`, async route => {
      const answer = await fetch(node.url, { method: 'POST', body: route.request().postData() ?? '' })
      await route.fulfill({
        status: answer.status,
        body: await answer.text(),
        headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
      })
    })
  }

  /** As `npx vite build examples/front-ends/<name>` does, but into a temporary folder. */
  async function bundle(name: string): Promise<string> {
    const { build } = await import('vite')
    const outDir = `${built}/${name}`
    const root = `${FOLDER}/${name}`
    await build({
      root,
      configFile: `${root}/vite.config.ts`,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
    })
    return outDir
  }

  test('the page without a build shows a preview and a book', async () => {
    await visit(ROOT, 'examples/front-ends/page.html', async page => {
      await page.locator('regen-fee-preview section.live').waitFor()
      expect(await page.locator('regen-fee-preview section.live').innerText()).toContain('REGEN')
      expect(await page.locator('regen-order-book button').count()).toBeGreaterThan(5)
    })
  })

  test('React and TanStack Query: the book of a live node, and what one credit of a chosen order costs', async () => {
    await visit(await bundle('react'), 'index.html', async page => {
      const book = page.locator('regen-order-book')
      await book.getByRole('button').first().waitFor()
      expect(await page.locator('regen-fee-preview').count()).toBe(0)
      await book.getByRole('button', { name: 'Choose order 5' }).click()
      const preview = page.locator('regen-fee-preview')
      await preview.locator('section.live').waitFor()
      expect(await preview.locator('article').innerText()).toContain(
        'Buys 1 credit from sell order 5 for at most 24.999999 REGEN.',
      )
      expect(await preview.locator('section.live').innerText()).toContain('REGEN')
      // Another order, another key of the cache, another preview.
      await book.getByRole('button', { name: 'Choose order 1', exact: true }).click()
      await preview.getByText('from sell order 1 for').waitFor()
    })
  })

  test('Svelte: a book read once, and a fill for every quantity that is typed', async () => {
    await visit(await bundle('svelte'), 'index.html', async page => {
      const status = (text: string) => page.locator('p[role=status]', { hasText: text }).first().waitFor()
      await status('10 credits from 2 orders for 0.000322 REGEN.')
      await page.getByLabel('Credits').fill('20')
      await status('20 credits from 3 orders')
      expect(await page.locator('regen-fee-preview section.live').innerText()).toContain('REGEN')
      await page.getByLabel('Credits').fill('many')
      await page.locator('p[role=alert]', { hasText: 'AMOUNT_MALFORMED' }).waitFor()
      await page.getByLabel('Credits').fill('1')
    })
  })
})
