import { expect, test } from 'vitest'
import { sellOrder } from '../../../src/node/endpoints/credits.ts'
import { chooseNode, type Node } from '../../../src/node/rpc/nodes.ts'
import { query } from '../../../src/node/rpc/query.ts'
import type { SeenRequest } from '../../../src/testing.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'
import { until } from './testClock.ts'

const ask = { path: '/regen.ecocredit.v1.Query/ClassFee', data: new Uint8Array(), height: 680n } as const

test('the first node is asked as long as it answers', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  const rpc = connect([first.url, second.url])
  for (let call = 0; call < 3; call++) await rpc.abciQuery(ask)
  expect([first.requests.length, second.requests.length]).toEqual([3, 0])
  expect(rpc.origins).toEqual([first.url, second.url])
})

test('a node that refuses connections rests while the second answers, then is asked again', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  await first.refuse()
  const rpc = connect([first.url, second.url])
  await rpc.abciQuery(ask)
  await rpc.abciQuery(ask)
  expect([first.requests.length, second.requests.length]).toEqual([0, 2])
  expect(rpc.stats()).toMatchObject({ httpRequests: 3, retries: 1, failovers: 1 })
  await first.listen()
  rpc.clock.pass(501)
  await rpc.abciQuery(ask)
  expect([first.requests.length, second.requests.length]).toEqual([1, 2])
})

test('a node that keeps failing is asked less and less often', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  first.misbehave(() => ({ status: 502 }))
  const rpc = connect([first.url, second.url])
  const tried: number[] = []
  for (let second = 0; second < 60; second++) {
    const before = first.requests.length
    await rpc.abciQuery(ask)
    if (first.requests.length > before) tried.push(second)
    rpc.clock.pass(1000)
  }
  expect(tried).toEqual([0, 1, 2, 4, 8, 16, 32])
  expect(rpc.stats().failovers).toBe(7)
})

test('a node that hangs: after the timeout the second one answers', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  first.misbehave(() => 'hang')
  const rpc = connect([first.url, second.url])
  const answer = rpc.abciQuery(ask)
  await until(() => first.requests.length === 1)
  rpc.clock.timeOut()
  expect((await answer).height).toBe(680n)
})

test('when all nodes fail, the error names each failure, and keeps the last as its cause', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  first.misbehave(() => ({ status: 502 }))
  second.misbehave(() => 'wrong id')
  const error = await failureOf(connect([first.url, second.url], { attempts: 3 }).abciQuery(ask))
  expect(error).toMatchObject({
    code: 'NODES_FAILED',
    context: {
      failures: [
        { origin: first.url, code: 'NODE_HTTP_ERROR' },
        { origin: second.url, code: 'NODE_ANSWER_MALFORMED' },
        { origin: first.url, code: 'NODE_HTTP_ERROR' },
      ],
    },
    cause: { code: 'NODE_HTTP_ERROR' },
  })
  expect(error.message).toBe(
    `No node answered: ${first.url} NODE_HTTP_ERROR, ${second.url} NODE_ANSWER_MALFORMED, ` +
      `${first.url} NODE_HTTP_ERROR. Try again later, or name another node. [NODES_FAILED]`,
  )
})

test('a refused key is no reason to knock again: one node, one request', async () => {
  const node = await recordedNode()
  node.misbehave(() => ({ status: 403 }))
  const rpc = connect(node.url)
  expect(await failureOf(rpc.abciQuery(ask))).toMatchObject({
    code: 'NODE_HTTP_ERROR',
    context: { status: 403 },
  })
  expect(node.requests.length).toBe(1)
})

test('an answer of the second node in due form is that answer, not a failure of nodes', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  first.misbehave(() => 'reset')
  const error = await failureOf(connect([first.url, second.url]).call('no_such_method', {}))
  expect(error).toMatchObject({ code: 'RPC_ERROR', context: { origin: second.url } })
})

test('a node that read the height and does not find the thing is believed', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  const rpc = connect([first.url, second.url])
  const error = await failureOf(query(rpc, sellOrder, { sellOrderId: 4242n }, 367n))
  expect([error.code, second.requests.length]).toEqual(['QUERY_FAILED', 0])
})

test('a node that lags behind is passed over for a height that the other has', async () => {
  const [behind, ahead] = [await recordedNode(), await recordedNode()]
  behind.standAt('noFees')
  const rpc = connect([behind.url, ahead.url])
  expect((await rpc.abciQuery({ ...ask, height: 200n })).height).toBe(200n)
  expect(rpc.stats()).toMatchObject({ retries: 1, failovers: 1 })
})

test('calls that wait for different nodes are each sent as soon as theirs has rested', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  const asks = (method: string) => (request: SeenRequest) => request.calls[0]?.method === method
  first.misbehave(request => {
    if (asks('genesis')(request)) return { status: 403 }
    return request.index <= 2 ? { status: 503 } : null
  })
  second.misbehave(({ index }) => (index <= 2 ? { status: 429, headers: { 'retry-after': '20' } } : null))
  const rpc = connect([first.url, second.url], { batchLimit: 1, attempts: 10 })
  const ended: string[] = []
  await Promise.all(['status', 'genesis'].map(method => rpc.call(method, {}).then(() => ended.push(method))))
  expect(ended).toEqual(['status', 'genesis'])
  expect(rpc.clock.rests[0]).toBe(500)
})

test('among resting nodes, the one that wakes first; among awake ones, the first', () => {
  const node = (restUntil: number) => ({ restUntil }) as Node
  const [a, b, c] = [node(30), node(10), node(20)]
  expect(chooseNode([a, b, c], 5)).toBe(b)
  expect(chooseNode([a, b, c], 15)).toBe(b)
  expect(chooseNode([a, c, b], 25)).toBe(c)
  expect(chooseNode([a, b, c], 30)).toBe(a)
})
