import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packFiles } from '../../scripts/build/packFiles.ts'
import { filesOf, unpackFiles } from '../../src/bundled/bundledFiles.ts'
import { servePage } from '../../src/cli/page/servePage.ts'
import { run } from './run.ts'

const HERE = new URL('.', import.meta.url).pathname

test('a folder is served to this machine by the names of its files, and nothing beside it', async () => {
  const served = await servePage(filesOf(`${HERE}../../page/public`), 0)
  try {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const icon = await fetch(`${served.url}icon.svg?v=1`)
    expect(icon.status).toBe(200)
    expect(icon.headers.get('content-type')).toBe('image/svg+xml')
    expect(icon.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(icon.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(icon.headers.get('integrity-policy')).toBe('blocked-destinations=(script)')
    expect(icon.headers.get('x-content-type-options')).toBe('nosniff')
    for (const path of ['', 'index.ts', '..%2f..%2fpackage.json', '%2e%2e/package.json', '/etc/passwd'])
      expect((await fetch(served.url + path)).status, path).toBe(404)
    expect((await fetch(`${served.url}icon.svg`, { method: 'POST' })).status).toBe(405)
  } finally {
    await served.close()
  }
})

test('a file that is stored packed is sent as it is stored to who takes that, and unpacked or gzipped to others', async () => {
  const html = '<p>“ü”</p>'.repeat(50)
  const stored = packFiles(new Map([['index.html', Buffer.from(html)]]))
  const served = await servePage(unpackFiles(stored), 0)
  try {
    const asked = (accept: string, method = 'GET') =>
      new Promise<{ encoding: string | undefined; type: string | undefined; body: Buffer }>((done, fail) => {
        request(served.url, { method, headers: { 'accept-encoding': accept } }, response => {
          const { 'content-encoding': encoding, 'content-type': type } = response.headers
          buffer(response).then(body => done({ encoding, type, body }), fail)
        })
          .once('error', fail)
          .end()
      })
    for (const [accept, encoding, unpack] of [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['gzip, br;q=0', 'gzip', gunzipSync],
      ['gzip', 'gzip', gunzipSync],
      ['identity', undefined, (body: Buffer) => body],
    ] as const) {
      const answer = await asked(accept)
      expect([accept, answer.encoding, answer.type]).toEqual([accept, encoding, 'text/html; charset=utf-8'])
      expect(unpack(answer.body).toString()).toBe(html)
      expect(await asked(accept, 'HEAD')).toEqual({ ...answer, body: Buffer.alloc(0) })
    }
    expect(stored.includes((await asked('br')).body)).toBe(true)
  } finally {
    await served.close()
  }
})

test('the page is written into a folder as it was built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-'))
  try {
    const { code, out } = await run(['page', '--out', join(folder, 'page')])
    const built = filesOf(`${HERE}../../page/dist`)
    expect([code, out]).toEqual([0, `Written: the page, ${built.size} files in ${join(folder, 'page')}`])
    const written = filesOf(join(folder, 'page'))
    expect([...written.keys()]).toEqual([...built.keys()])
    for (const [name, { bytes }] of built) expect(written.get(name)?.bytes().equals(bytes()), name).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a port that is none, or taken, is said; a stop ends the command', async () => {
  const { code, err } = await run(['page', '--port', '70000'])
  expect([code, err]).toEqual([1, expect.stringContaining('expected a whole number up to 65535')])
  const served = await servePage(filesOf(`${HERE}../../page/public`), 0)
  const port = new URL(served.url).port
  const taken = await run(['page', '--port', port])
  // Without a built page that is said first.
  expect(taken.code).toBe(1)
  expect(taken.err).toMatch(
    /cannot be used: another program uses it; with --port 0 any free one is taken|npm run page/,
  )
  await served.close()
})
