import { expect, test } from 'vitest'
import { servePage } from '../../src/cli/page/servePage.ts'
import { run } from './run.ts'

const HERE = new URL('.', import.meta.url).pathname

test('a folder is served to this machine by the names of its files, and nothing beside it', async () => {
  const served = await servePage(`${HERE}../../page/public`, 0)
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

test('a port that is none, or taken, is said; a stop ends the command', async () => {
  const { code, err } = await run(['page', '--port', '70000'])
  expect([code, err]).toEqual([1, expect.stringContaining('expected a whole number up to 65535')])
  const served = await servePage(`${HERE}../../page/public`, 0)
  const port = new URL(served.url).port
  const taken = await run(['page', '--port', port])
  // Without a built page that is said first.
  expect(taken.code).toBe(1)
  expect(taken.err).toMatch(/cannot be used|npm run page/)
  await served.close()
})
