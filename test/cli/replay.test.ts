import { afterEach, expect, test } from 'vitest'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { recordings } from '../support/recordedNode.ts'
import { run } from './run.ts'

/** `regen-fees epoch --rpc`: the last weeks of the recorded chain, as if the mechanisms had run. */

const running: RecordedNode[] = []
afterEach(async () => {
  for (const node of running.splice(0)) {
    expect(node.missing).toEqual([])
    await node.close()
  }
})

async function standing(): Promise<RecordedNode> {
  const node = await startRecordedNode(recordings)
  running.push(node)
  node.standAt('end')
  return node
}

const PLATFORM = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

test('replays whole periods of the policy, and says which blocks, and what could not be valued', async () => {
  const { url } = await standing()
  const argv = ['epoch', '--rpc', url, '--period', '406d']
  const { code, out } = await run(argv)
  expect(code).toBe(0)
  expect(out).toContain('regen-devnet-1, blocks 1 to')
  expect(out).toContain('2 acts could not be valued')
  const { reports, chain, schema } = JSON.parse((await run([...argv, '--json'])).out)
  expect([schema, reports.length, chain.unvalued]).toEqual(['regen-fees/epoch/1', 58, 2])
  expect(reports.at(-1).fees.records.length).toBeGreaterThan(10)
})

test('takes platforms, validators and prices from files and options', async () => {
  const { url } = await standing()
  const files: { readonly [name: string]: unknown } = {
    'platforms.json': [PLATFORM],
    'validators.json': { [PLATFORM]: 'infrastructure_builders' },
  }
  const { code, out } = await run(
    [
      'epoch',
      '--rpc',
      url,
      '--period',
      '406d',
      '--price',
      'C01=1REGEN',
      '--platforms',
      'platforms.json',
      '--validators',
      'validators.json',
      '--json',
    ],
    { readFile: async name => JSON.stringify(files[name]) },
  )
  expect(code).toBe(0)
  expect(JSON.parse(out).reports).toHaveLength(58)
})

test.each([
  [['--period', '3d'], /whole periods of the policy, which are 604800 s long/],
  [['--period', 'x'], /expected days, hours or minutes/],
  [['--state-height', '-4'], /expected the height of a block/],
])('%j is the caller’s mistake', async (argv, message) => {
  const { code, err } = await run(['epoch', '--rpc', 'http://127.0.0.1:1', ...argv])
  expect(code).toBe(1)
  expect(err).toMatch(message)
})

test('without files and without a node it names both', async () => {
  const { code, err } = await run(['epoch'])
  expect(code).toBe(1)
  expect(err).toContain('name a file with --state, or a node with --rpc')
})
