import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { indexChain, indexDigest, openStore } from '../../src/indexer/index.ts'
import { loadOptional } from '../../src/indexer/store/unusable.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'
import { run } from '../cli/run.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { LONG } from '../support/runs.ts'
import { RECORDED_DIGEST } from './recordedDigest.ts'
import { type Place, startPlace } from './stores.ts'

/** An index in a folder, and indexers that are killed for good. */

const folder = mkdtempSync(join(tmpdir(), 'regen-fees-index-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

test('a folder has the same rows and the same hash as a server, also when it is opened again; one program at a time', async () => {
  const node = await recordedNode()
  node.standAt('end')
  const rpc = connectRpc(node.url)
  open.push(rpc.disconnect)
  const where = join(folder, 'one')
  const store = await openStore(where)
  await indexChain(rpc, store)
  expect(await indexDigest(store)).toEqual(RECORDED_DIGEST)
  await expect(openStore(where)).rejects.toMatchObject({
    code: 'STORE_UNUSABLE',
    context: { reason: expect.stringContaining(`process ${process.pid} uses it`) },
  })
  await store.close()
  expect(readdirSync(where)).toEqual(['data'])
  const answer = await run(['index', '--rpc', node.url, '--db', where, '--digest'])
  expect(answer).toMatchObject({ code: 0, err: '' })
  expect(answer.out).toContain(RECORDED_DIGEST.hash)
  expect(answer.out).toContain('nothing: there was no new block')
})

/** Kills an indexer after so many lines; without a number it runs to its end. Gives the lines. */
const indexer = (args: readonly string[], killAfter?: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('killedIndexer.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', chunk => {
      text += String(chunk)
      if (killAfter !== undefined && text.split('\n').length > killAfter) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => resolve(text.split('\n').filter(Boolean)))
  })

describe.runIf(LONG)('SIGKILL at random points, and restarted', () => {
  let place: Place
  beforeAll(async () => {
    place = await startPlace()
  })
  afterAll(async () => {
    await place?.stop()
  })

  test.each(['server', 'folder'] as const)('%s: the same rows and the same hash', async kind => {
    const node = await recordedNode()
    node.standAt('end')
    const where = kind === 'server' ? place.where : join(folder, 'killed')
    if (kind === 'server' && place.kind !== 'server')
      return console.warn('no PostgreSQL server here: skipped')
    let kills = 0
    for (let round = 0; kills < 50; round++) {
      const schema = `killed_${round}`
      // Mostly in the middle, sometimes while it opens or migrates.
      for (let ended = false; !ended && kills < 50; ) {
        const lines = await indexer([node.url, where, schema], Math.floor(Math.random() * 14))
        ended = lines.includes('done')
        if (!ended) kills++
      }
      expect((await indexer([node.url, where, schema])).at(-1)).toBe('done')
      const store = await openStore(where, { schema })
      expect(await indexDigest(store)).toEqual(RECORDED_DIGEST)
      await store.close()
    }
  })
})

test('a package that is not there is named, with the line that installs it', async () => {
  const load = () => import(['@electric-sql', 'nowhere'].join('/'))
  await expect(loadOptional('@electric-sql/pglite', 'An index in a folder', load)).rejects.toThrow(
    'An index in a folder needs the package @electric-sql/pglite, which is optional: run "npm install @electric-sql/pglite". ' +
      'It has to be where regen-fees is: in your project, or global with "npm install -g". [PACKAGE_MISSING]',
  )
})
