import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { filesOf } from '../../src/bundled/bundledFiles.ts'
import { servePage } from '../../src/cli/page/servePage.ts'

/** What the server of `regen-fees page` sends to who takes gzip, and to who does not. */

const TEXT = `${'export const leaf = 1\n'.repeat(500)}// “ü”\n`

const opened: (() => Promise<void>)[] = []
afterEach(() => Promise.all(opened.splice(0).map(close => close())))

async function served(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-page-'))
  writeFileSync(join(folder, 'leaf.js'), TEXT)
  const { url, close } = await servePage(filesOf(folder), 0)
  opened.push(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })
  return `${url}leaf.js`
}

/** The bytes as they come over the wire: `fetch` would unpack them. */
const asked = (url: string, accept: string | null, method = 'GET') =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer; status: number | undefined }>((done, fail) => {
    const headers = accept === null ? {} : { 'accept-encoding': accept }
    request(url, { method, headers }, async response => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      done({ headers: response.headers, body: Buffer.concat(parts), status: response.statusCode })
    })
      .once('error', fail)
      .end()
  })

test.each(['gzip', 'gzip, deflate, br, zstd', 'br;q=1.0, gzip;q=0.8'])(
  'who takes gzip (%s) is sent the same text in fewer bytes, twice the same',
  async accept => {
    const url = await served()
    const first = await asked(url, accept)
    expect(first.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    })
    expect(first.body.length).toBeLessThan(TEXT.length / 3)
    expect(gunzipSync(first.body).toString()).toBe(TEXT)
    expect((await asked(url, accept)).body).toEqual(first.body)
  },
)

test.each([null, 'identity', 'br', 'x-gzipped', 'gzip;q=0', 'gzip; q=0.0, br'])(
  'who does not take it (%s) is sent the text itself, and caches are told that there are two',
  async accept => {
    const { headers, body } = await asked(await served(), accept)
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers.vary).toBe('accept-encoding')
    expect(body.toString()).toBe(TEXT)
  },
)

test('who asks for the head alone is told the same, and sent nothing', async () => {
  const url = await served()
  const { headers, body, status } = await asked(url, 'gzip', 'HEAD')
  expect([status, headers['content-encoding'], body.length]).toEqual([200, 'gzip', 0])
})

test('gzip or not, the headers that keep the page safe are there', async () => {
  const url = await served()
  for (const accept of [null, 'gzip']) {
    const { headers } = await asked(url, accept)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})
