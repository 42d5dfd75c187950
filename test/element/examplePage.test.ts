import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hasChromium, openBrowser, picture, violations } from './page.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TYPES: { readonly [end: string]: string } = {
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
}

/** The project's folder, as any static server gives it. */
const serve = () =>
  createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    try {
      const body = readFileSync(`${ROOT}${path}`)
      response.writeHead(200, {
        'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })

test.skipIf(!hasChromium)('the page without a build shows a preview and a book, in Chromium', async () => {
  const server = serve()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/examples/front-ends/page.html`)
    await page.locator('regen-fee-preview section.live').waitFor()
    expect(await page.locator('regen-fee-preview section.live').innerText()).toContain('REGEN')
    expect(await page.locator('regen-order-book button').count()).toBeGreaterThan(5)
    expect(errors).toEqual([])
    expect(await violations(page)).toEqual([])
    await picture(page, 'example-page')
  } finally {
    await browser.close()
    server.close()
  }
})
