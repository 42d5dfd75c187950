import { expect, test } from 'vitest'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect } from './connect.ts'

const CLASS_FEE = '/regen.ecocredit.v1.Query/ClassFee'
const ask = { path: CLASS_FEE, data: new Uint8Array(), height: 'latest' } as const

test('fifty parallel queries are six HTTP requests, each with its own ids and its own word on the chain', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const heights = Array.from({ length: 50 }, (_, index) => BigInt(601 + index))
  const answers = await Promise.all(heights.map(height => rpc.abciQuery({ ...ask, height })))
  expect(answers.map(({ height }) => height)).toEqual(heights)
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([10, 10, 10, 10, 10, 6])
  expect(new Set(node.requests.map(({ calls }) => calls[0]?.method))).toEqual(new Set(['status']))
  expect(rpc.stats()).toEqual({ httpRequests: 6, calls: 50, retries: 0, failovers: 0 })
})

test('a single call is sent as an object and answered as one', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  expect(await rpc.call('status', {})).toMatchObject({ sync_info: { latest_block_height: '680' } })
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([1])
})

test('eleven calls are nine and two, each with the question for the chain', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  await Promise.all(Array.from({ length: 11 }, () => rpc.abciQuery(ask)))
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([10, 3])
})

test('calls made in microtasks of the same tick share a request; calls of a later tick do not', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const inMicrotask = Promise.resolve()
    .then(() => {})
    .then(() => rpc.abciQuery(ask))
  await Promise.all([rpc.abciQuery(ask), inMicrotask])
  await rpc.abciQuery(ask)
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([2, 1])
})

test('a node that allows less says so once: the calls go out again in smaller batches, and so do later ones', async () => {
  const node = await recordedNode({ batchLimit: 4 })
  const rpc = connect(node.url)
  const ten = () => Promise.all(Array.from({ length: 10 }, () => rpc.abciQuery(ask)))
  await ten()
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([10, 4, 4, 4, 2])
  node.forget()
  await ten()
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([4, 4, 4, 2])
  expect(rpc.stats()).toMatchObject({ retries: 0 })
})

test('a node that allows one call at a time is asked so, and once of which chain it is', async () => {
  const node = await recordedNode({ batchLimit: 1 })
  const rpc = connect(node.url)
  await Promise.all(Array.from({ length: 3 }, () => rpc.abciQuery(ask)))
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([3, 1, 1, 1, 1])
})

test('a node that claims to allow more than was sent gets no endless repetition', async () => {
  const node = await recordedNode()
  const text = JSON.stringify({
    jsonrpc: '2.0',
    error: { code: -32600, message: 'Invalid Request', data: 'batch request exceeds maximum (10) allowed' },
  })
  node.misbehave(() => ({ text }))
  const rpc = connect(node.url, { attempts: 2 })
  const results = await Promise.allSettled([rpc.abciQuery(ask), rpc.abciQuery(ask)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  // Together, and then one by one, which each has an attempt left for.
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([2, 1, 1])
})

test('a broadcast never shares a request', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const results = await Promise.allSettled([
    rpc.abciQuery(ask),
    rpc.call('broadcast_tx_sync', { tx: 'AAAA' }),
    rpc.abciQuery(ask),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(node.requests.map(({ calls }) => calls.map(({ method }) => method)).sort()).toEqual([
    ['abci_query', 'abci_query'],
    ['broadcast_tx_sync'],
  ])
})

test('one bad entry fails alone', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const [good, bad] = await Promise.allSettled([rpc.abciQuery(ask), rpc.call('nope', {})])
  expect(good.status).toBe('fulfilled')
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'RPC_ERROR', context: { code: -32601 } } })
  expect(node.requests.length).toBe(1)
})
