import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { firstScripts, type Scripts } from '../../scripts/bench/firstScripts.ts'
import type { connectRegen } from '../../src/client/connectRegen.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { browserBundle } from '../support/browserBundle.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { messagesOf } from './recorded.ts'

const CLIENT = JSON.stringify(fileURLToPath(new URL('../../dist/client.js', import.meta.url)))

/** A page that exports the connection, as a bundler of browsers makes it of the built package. */
let page: Scripts
beforeAll(async () => {
  page = await firstScripts(`export { connectRegen } from ${CLIENT}`, ['marketplace.js'])
})

test('a live preview of a purchase, from the connection to the fees, is at most 62 kB gzipped', () => {
  console.log(`a live preview: ${page.size} bytes gzipped`)
  expect(page.size).toBeGreaterThan(40_000)
  expect(page.size).toBeLessThanOrEqual(62_000)
})

test('what its fees do to supply and rewards is one file of at most 8 kB more, which imports no other messages', () => {
  const [[, code = ''] = []] = [...page.files].filter(([name]) => name.startsWith('effects'))
  expect(gzipSync(code).length).toBeGreaterThan(2_000)
  expect(gzipSync(code).length).toBeLessThanOrEqual(8_000)
  expect([...page.files.keys()].filter(name => /^messages/.test(name))).not.toEqual([])
  expect(code).not.toMatch(/"\.\/messages/)
})

test('all that it holds of others runs in a browser', async () => {
  const { packages } = await browserBundle(`
    export { connectRpc } from './src/node/rpc/connectRpc.ts'
    export { takeSnapshot } from './src/snapshot/takeSnapshot.ts'
    export { previewFees } from './src/preview/previewFees.ts'`)
  expect(packages).toEqual(['@noble/hashes', 'zod'])
})

/** Recorded transactions with messages that a purchase does not load; some of them hold others. */
const RARE: readonly string[] = [
  'retire',
  'basket put',
  'bridge receive',
  'authz exec retire',
  'gov submit: set marketplace fees 1% and 2%',
]

test('messages that come later load what they need from the same bundle, and are previewed as by the pure function', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-page-'))
  try {
    for (const [name, code] of page.files) writeFileSync(join(folder, name), code)
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const bundle = (await import(pathToFileURL(join(folder, 'page.js')).href)) as {
      readonly connectRegen: typeof connectRegen
    }
    for (const name of RARE) {
      const node = await recordedNode()
      node.standBefore(name)
      const regen = await bundle.connectRegen(node.url)
      const messages = messagesOf(name)
      const preview = await regen.previewFees(messages)
      const snapshot = await regen.snapshot(messages)
      expect(preview.live.complete).toBe(true)
      expect(JSON.stringify(preview)).toBe(
        JSON.stringify(previewFees({ messages, snapshot: { ...snapshot, age: preview.age } })),
      )
      regen.disconnect()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
