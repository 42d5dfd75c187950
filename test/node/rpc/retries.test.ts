import { expect, test } from 'vitest'
import type { NodeUrl } from '../../../src/node/rpc/http/nodeUrl.ts'
import { retryAfterMs } from '../../../src/node/rpc/http/post.ts'
import { newNode, recover, rest } from '../../../src/node/rpc/nodes.ts'
import { DEFAULTS } from '../../../src/node/rpc/options.ts'
import { recordedNode, recordings } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'
import { testClock, until } from './testClock.ts'

const ask = { path: '/regen.ecocredit.v1.Query/ClassFee', data: new Uint8Array(), height: 680n } as const

const buy = recordings.txs.find(({ name }) => name === 'buy with fees, exact max fee')

test('a call is sent five times at most, and the rests double', async () => {
  const node = await recordedNode()
  node.misbehave(() => ({ status: 502 }))
  const rpc = connect(node.url)
  expect((await failureOf(rpc.abciQuery(ask))).code).toBe('NODE_HTTP_ERROR')
  expect(rpc.clock.rests).toEqual([500, 1000, 2000, 4000])
  expect(rpc.stats()).toEqual({ httpRequests: 5, calls: 1, retries: 4, failovers: 0 })
})

test('the jitter halves a rest at most, and no rest is longer than the longest', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'reset')
  const rpc = connect(node.url, { random: () => 0, attempts: 4, longestRestMs: 700 })
  await failureOf(rpc.abciQuery(ask))
  expect(rpc.clock.rests).toEqual([250, 500, 700])
})

test('a success forgets the failures before it', async () => {
  const node = await recordedNode()
  node.misbehave(({ index }) => (index % 3 === 0 ? null : 'reset'))
  const rpc = connect(node.url)
  for (let round = 0; round < 3; round++) await rpc.abciQuery(ask)
  expect(rpc.clock.rests).toEqual([500, 1000, 500, 1000, 500, 1000])
})

test('an error that the node gives in due form is a success of the node', async () => {
  const node = await recordedNode()
  node.misbehave(({ index }) => (index % 2 === 1 ? 'reset' : null))
  const rpc = connect(node.url)
  for (let round = 0; round < 3; round++) await failureOf(rpc.call('no_such_method', {}))
  expect(rpc.clock.rests).toEqual([500, 500, 500])
})

test('batches that fail side by side count as one failure, and a late success does not undo it', () => {
  const node = newNode({} as NodeUrl, DEFAULTS)
  const options = { ...DEFAULTS, clock: testClock(), random: () => 1 }
  for (let batch = 0; batch < 5; batch++) rest(node, 0, null, options)
  recover(node, 0)
  expect(node).toMatchObject({ failures: 1, incident: 1, restUntil: options.clock.now() + 500 })
  recover(node, 1)
  expect(node).toMatchObject({ failures: 0, restUntil: 0 })
})

test.each([429, 503])('%i: a Retry-After in seconds is heeded', async status => {
  const node = await recordedNode()
  node.misbehave(({ index }) => (index === 1 ? { status, headers: { 'retry-after': '7' } } : null))
  const rpc = connect(node.url)
  await rpc.abciQuery(ask)
  expect(rpc.clock.rests).toEqual([7000])
})

test('a Retry-After as a date is heeded, one that is far away only for the longest rest', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const at = (seconds: number) => new Date(rpc.clock.now() + seconds * 1000).toUTCString()
  node.misbehave(({ index }) =>
    index > 2 ? null : { status: 429, headers: { 'retry-after': at(index === 1 ? 12 : 86_400) } },
  )
  await rpc.abciQuery(ask)
  expect(rpc.clock.rests).toEqual([12_000, 30_000])
})

test('Retry-After in every form', () => {
  const now = Date.parse('2026-11-21T15:00:00Z')
  const read = (header: string | null) => retryAfterMs(header, now)
  expect(['5', ' 5 ', 'Sat, 21 Nov 2026 15:00:09 GMT'].map(read)).toEqual([5000, 5000, 9000])
  expect([null, '', 'soon', '-3', '0', 'Sat, 21 Nov 2026 14:00:00 GMT'].map(read)).toEqual([0, 0, 0, 0, 0, 0])
})

test('a new call waits as well while the only node rests', async () => {
  const node = await recordedNode()
  node.misbehave(({ index }) => (index === 1 ? { status: 429, headers: { 'retry-after': '9' } } : null))
  const rpc = connect(node.url, { attempts: 1 })
  await failureOf(rpc.abciQuery(ask))
  expect(rpc.clock.rests).toEqual([])
  await rpc.abciQuery(ask)
  expect(rpc.clock.rests).toEqual([9000])
})

test('what the node answers in due form is not asked twice', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const hash = Buffer.alloc(32).toString('base64')
  expect(await failureOf(rpc.call('tx', { hash, prove: false }))).toMatchObject({
    code: 'RPC_ERROR',
    context: { origin: node.url, method: 'tx', code: -32603 },
  })
  expect((await failureOf(rpc.call('no_such_method', {}))).message).toBe(
    `${node.url} refused no_such_method (-32601): Method not found. Check what was asked for. [RPC_ERROR]`,
  )
  expect(node.requests.length).toBe(2)
})

test.each(['reset', 'lost', 'cut', 'truncated', 'wrong id', { status: 503 }] as const)(
  'a broadcast is sent once: %j',
  async fault => {
    const [node, other] = [await recordedNode(), await recordedNode()]
    node.standBefore(buy?.name ?? '')
    node.misbehave(() => fault)
    const rpc = connect([node.url, other.url])
    await failureOf(rpc.call('broadcast_tx_sync', { tx: buy?.txBytes }))
    expect([node.requests.length, other.requests.length]).toEqual([1, 0])
    expect(rpc.stats()).toMatchObject({ retries: 0 })
  },
)

test('a broadcast whose answer was lost is found to be there when its caller sends the bytes again', async () => {
  const node = await recordedNode()
  node.standBefore(buy?.name ?? '')
  node.misbehave(({ index }) => (index === 1 ? 'lost' : null))
  const rpc = connect(node.url)
  const send = () => rpc.call('broadcast_tx_sync', { tx: buy?.txBytes })
  expect((await failureOf(send())).code).toBe('NODE_UNREACHABLE')
  expect((await failureOf(send())).message).toContain('tx already exists in cache')
})

test('a broadcast that hangs ends with the timeout, and is not repeated', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'hang')
  const rpc = connect(node.url)
  const sent = failureOf(rpc.call('broadcast_tx_sync', { tx: buy?.txBytes }))
  await until(() => node.requests.length === 1)
  rpc.clock.timeOut()
  expect((await sent).code).toBe('NODE_TIMEOUT')
  expect(node.requests.length).toBe(1)
})
