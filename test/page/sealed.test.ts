import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesOf } from '../../src/bundled/bundledFiles.ts'
import { type ServedPage, servePage } from '../../src/cli/page/servePage.ts'
import { closePages, hasChromium, newPage, openBrowser } from '../element/page.ts'
import { servedPage } from './open.ts'

/** Every script and style sheet of the page by its hash: what is in the HTML, and what the browser refuses of a host that serves something else. */

const DIST = fileURLToPath(new URL('../../page/dist', import.meta.url))

const NOT_MADE_WITH = 'is not the one that the page was made with'

const digest = (algorithm: 'sha256' | 'sha384', content: string | Uint8Array): string =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`

const bytesOf = (file: string) => readFileSync(join(DIST, file))

let html = ''
beforeAll(async () => {
  await (await servedPage()).close()
  html = bytesOf('index.html').toString()
})

const files = () => readdirSync(`${DIST}/assets`).map(file => `assets/${file}`)

const importMap = (): { readonly integrity: { readonly [file: string]: string } } =>
  JSON.parse(/<script type="importmap">(.*)<\/script>/.exec(html)?.[1] ?? '')

test('every script and style sheet has its hash in the HTML, in the import map, or in a script that has one', () => {
  const tags = html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)" integrity="([^"]+)"/g)
  const inTags = new Map([...tags].map(([, file = '', hash = '']) => [file, hash]))
  const inMap = new Map(Object.entries(importMap().integrity).map(([file, hash]) => [file.slice(2), hash]))
  expect([...inTags.keys()].filter(file => file.endsWith('.css'))).toHaveLength(1)
  const scripts = [...inMap.keys()].map(file => bytesOf(file).toString()).join('')
  for (const file of files()) {
    const hash = digest('sha384', bytesOf(file))
    const stated = inTags.get(file) ?? inMap.get(file)
    if (stated === undefined) expect(scripts, file).toContain(hash)
    else expect(stated, file).toBe(hash)
  }
  expect(html.match(/<(?:script|link)(?![^>]*integrity)[^>]*(?:src|href)="[^"]+\.(?:js|css)"/g)).toBeNull()
})

test('the content policy names by its hash what stands in the HTML itself: the import map, and what is for a folder alone', () => {
  const inline = [...html.matchAll(/<script(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => text,
  )
  expect(inline).toHaveLength(2)
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  const [, allowed = ''] = /script-src ([^;]+);/.exec(policy) ?? []
  expect(allowed).toBe(`'self' ${inline.map(text => `'${digest('sha256', text)}'`).join(' ')}`)
  expect(html).not.toMatch(/\son\w+=|<style|\sstyle=/)
  // Every line but the comment stands in the one condition.
  const folder = (inline[1] ?? '').replace(/^\/\/.*\n/, '')
  expect(folder).toMatch(/^if \(location\.protocol === 'file:'\) \{\n[\s\S]*\n\}\n$/)
  expect(folder.match(/^\S/gm)).toHaveLength(2)
})

describe.skipIf(!hasChromium)('one byte more', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => closePages(browser))

  let served: ServedPage
  let folder = ''
  const openChanged = async (change: () => void, hash: string): Promise<Page> => {
    folder = mkdtempSync(join(tmpdir(), 'regen-fees-page-'))
    cpSync(DIST, folder, { recursive: true })
    change()
    served = await servePage(filesOf(folder), 0)
    const page = await newPage(browser)
    await page.goto(served.url + hash)
    return page
  }
  /** The page of a host that serves one file with a line break more at its end. */
  const openWith = (changed: string, hash: string): Promise<Page> => {
    const found = files().filter(file => file.startsWith(`assets/${changed}`) && !file.endsWith('.css'))
    expect(found).toHaveLength(1)
    return openChanged(() => appendFileSync(join(folder, found[0] ?? ''), '\n'), hash)
  }
  const close = async (page: Page) => {
    await page.context().close()
    await served.close()
    rmSync(folder, { recursive: true })
  }

  test.each([
    ['a view that is loaded when it is opened', 'MarketView-', '#/market'],
    ['what that view imports', 'views-', '#/market'],
    ['another view', 'PolicyView-', '#/policy'],
  ])('of %s is refused, and said', async (_, changed, hash) => {
    const page = await openWith(changed, hash)
    await page.getByRole('alert').getByText(NOT_MADE_WITH).waitFor()
    expect(await page.locator('main .card').count()).toBe(0)
    await close(page)
  })

  test.each([
    ['preview', 'firstWorkers-', '#/preview', /Retire credits/],
    ['network', 'laterWorkers-', '#/network', null],
    ['policy', 'laterWorkers-', '#/policy', null],
    ['fund', 'laterWorkers-', '#/fund', null],
  ])('of the workers is refused, and said: %s', async (_, changed, hash, button) => {
    const page = await openWith(changed, hash)
    if (button !== null) await page.getByRole('button', { name: button }).click()
    await page.getByText(NOT_MADE_WITH).first().waitFor()
    await close(page)
  })

  test('of the first script is refused: nothing of the page runs', async () => {
    const page = await openWith('index-', '')
    const refused = page.waitForEvent('console', message => message.text().includes('integrity'))
    await page.reload()
    await refused
    expect(await page.locator('#page').innerText()).toBe('Opening …')
    await close(page)
  })

  test('without the import map the server lets no module be loaded whose hash is not known', async () => {
    const index = () => join(folder, 'index.html')
    const page = await openChanged(
      () => writeFileSync(index(), html.replace(/<script type="importmap">.*<\/script>/, '')),
      '#/market',
    )
    await page.getByRole('alert').getByText(NOT_MADE_WITH).waitFor()
    await close(page)
  })
})
