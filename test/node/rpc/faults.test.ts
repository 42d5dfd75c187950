import { expect, test } from 'vitest'
import type { RegenError } from '../../../src/primitives/errors.ts'
import type { Fault } from '../../../src/testing.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'
import { until } from './testClock.ts'

const ask = { path: '/regen.ecocredit.v1.Query/ClassFee', data: new Uint8Array(), height: 680n } as const
const NO_ID = '{"jsonrpc":"2.0","error":{"code":-32005,"message":"too many","data":"slow down"}}'

/** Each fault, and what a client that tries once says of it. */
const FAULTS: readonly [name: string, fault: Fault, code: RegenError['code'], says: RegExp][] = [
  ['reset', 'reset', 'NODE_UNREACHABLE', /cannot be reached/],
  ['lost', 'lost', 'NODE_UNREACHABLE', /cannot be reached/],
  ['cut', 'cut', 'NODE_UNREACHABLE', /cannot be reached/],
  ['truncated', 'truncated', 'NODE_ANSWER_MALFORMED', /cut off or not JSON/],
  ['empty', { text: '' }, 'NODE_ANSWER_MALFORMED', /cut off or not JSON/],
  ['a web page', { text: '<html><h1>Welcome</h1>' }, 'NODE_ANSWER_MALFORMED', /is a web page/],
  ['JSON, but no answer', { text: '"hello"' }, 'NODE_ANSWER_MALFORMED', /no entry with its id/],
  ['an empty batch', { text: '[]' }, 'NODE_ANSWER_MALFORMED', /no entry with its id/],
  ['null', { text: 'null' }, 'NODE_ANSWER_MALFORMED', /no entry with its id/],
  ['an error without id', { text: NO_ID }, 'NODE_ANSWER_MALFORMED', /too many: slow down/],
  ['entry missing', 'entry missing', 'NODE_ANSWER_MALFORMED', /no entry with its id/],
  ['wrong id', 'wrong id', 'NODE_ANSWER_MALFORMED', /no entry with its id/],
  ['entry twice', 'entry twice', 'NODE_ANSWER_MALFORMED', /no entry with its id/],
  ['wrong height', 'wrong height', 'HEIGHT_MISMATCH', /at height 679, not 680/],
  ['oversized', { padding: 2_000_000 }, 'NODE_ANSWER_TOO_LARGE', /more than 1000000 bytes/],
  ['429', { status: 429 }, 'NODE_HTTP_ERROR', /429/],
  ['502 with a web page', { status: 502, text: '<html>Bad Gateway' }, 'NODE_HTTP_ERROR', /502/],
  ['503', { status: 503 }, 'NODE_HTTP_ERROR', /503/],
  ['403', { status: 403, text: 'no' }, 'NODE_HTTP_ERROR', /403/],
]

const limits = { answerLimit: 1_000_000 }

test.each(FAULTS)('%s: one attempt ends with a typed error', async (_, fault, code, says) => {
  const node = await recordedNode()
  node.misbehave(() => fault)
  const error = await failureOf(connect(node.url, { ...limits, attempts: 1 }).abciQuery(ask))
  expect(error.code).toBe(code)
  expect(error.message).toMatch(says)
  expect(error.message).toContain(node.url)
  expect(node.requests.length).toBe(1)
})

test.each(FAULTS)('%s: with a second node the call succeeds', async (_, fault, code) => {
  const [bad, good] = [await recordedNode(), await recordedNode()]
  bad.misbehave(() => fault)
  const rpc = connect([bad.url, good.url], limits)
  if (code === 'NODE_ANSWER_TOO_LARGE') {
    // Another node would give the same answer.
    expect((await failureOf(rpc.abciQuery(ask))).code).toBe(code)
    return
  }
  expect((await rpc.abciQuery(ask)).height).toBe(680n)
  expect([bad.requests.length, good.requests.length]).toEqual([1, 1])
  expect(rpc.stats()).toEqual({ httpRequests: 2, calls: 1, retries: 1, failovers: 1 })
  expect(rpc.clock.rests).toEqual([])
})

test.each(FAULTS.filter(([name]) => !['oversized', '403'].includes(name)))(
  '%s: once in a batch of ten, then all ten succeed',
  async (_, fault) => {
    const node = await recordedNode()
    node.misbehave(({ index }) => (index === 1 ? fault : null))
    const rpc = connect(node.url)
    const answers = await Promise.all(Array.from({ length: 10 }, () => rpc.abciQuery(ask)))
    expect(answers.length).toBe(10)
    // They rest together, and go out as one batch again, those that were not answered.
    expect(node.requests.length).toBe(2)
    expect(rpc.clock.rests).toEqual([500])
    expect(rpc.stats().retries).toBe(node.requests[1]?.calls.length)
  },
)

test.each(['entry missing', 'wrong id', 'entry twice'] as const)(
  '%s: the other nine of the batch have their answers, and only one is asked for again',
  async fault => {
    const node = await recordedNode()
    node.misbehave(({ index }) => (index === 1 ? fault : null))
    const rpc = connect(node.url)
    await Promise.all(Array.from({ length: 10 }, () => rpc.abciQuery(ask)))
    expect(node.requests.map(({ calls }) => calls.length)).toEqual([10, 1])
  },
)

test('a slow answer in pieces is put together', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'slow')
  expect(await connect(node.url).call('genesis', {})).toHaveProperty('genesis.chain_id', 'regen-devnet-1')
})

test('a node that hangs: the timeout ends the attempt, and a late answer changes nothing', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'hang')
  const rpc = connect(node.url, { attempts: 1 })
  const call = failureOf(rpc.abciQuery(ask))
  await until(() => node.requests.length === 1)
  expect(rpc.clock.timeouts()).toBe(1)
  rpc.clock.timeOut()
  expect(await call).toMatchObject({ code: 'NODE_TIMEOUT', context: { origin: node.url } })
  node.release()
  expect(rpc.clock.timeouts()).toBe(0)
})

test('the timeout covers the last byte of the answer', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url, {
    attempts: 1,
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      const stalled = new ReadableStream({
        start: controller => {
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
        },
      })
      return new Response(stalled, response)
    },
  })
  const call = failureOf(rpc.abciQuery(ask))
  await until(() => node.requests.length === 1 && rpc.clock.timeouts() === 1)
  rpc.clock.timeOut()
  expect((await call).code).toBe('NODE_TIMEOUT')
})

test('a fetch that does not pass on why it was aborted still ends with the timeout', async () => {
  let asked = false
  const rpc = connect('http://node.test', {
    attempts: 1,
    fetch: (_, init) =>
      new Promise((__, reject) => {
        asked = true
        init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
      }),
  })
  const call = failureOf(rpc.abciQuery(ask))
  await until(() => asked)
  rpc.clock.timeOut()
  expect((await call).code).toBe('NODE_TIMEOUT')
})

test('a fetch that never ends, not even when it is aborted: the timeout holds all the same', async () => {
  let asked = false
  const rpc = connect('http://node.test', {
    attempts: 1,
    fetch: () => {
      asked = true
      return new Promise(() => {})
    },
  })
  const call = failureOf(rpc.abciQuery(ask))
  await until(() => asked)
  rpc.clock.timeOut()
  expect((await call).code).toBe('NODE_TIMEOUT')
})

test('a node that refuses connections', async () => {
  const node = await recordedNode()
  await node.refuse()
  const error = await failureOf(connect(node.url, { attempts: 1 }).abciQuery(ask))
  expect(error.message).toMatch(/cannot be reached: fetch failed: connect ECONNREFUSED/)
})

test('the answer limit counts unpacked bytes and does not read on', async () => {
  const chunk = new Uint8Array(100_000)
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: controller => {
      pulled++
      controller.enqueue(chunk)
    },
  })
  const rpc = connect('http://node.test', { ...limits, fetch: async () => new Response(endless) })
  expect((await failureOf(rpc.abciQuery(ask))).code).toBe('NODE_ANSWER_TOO_LARGE')
  expect(pulled).toBeLessThan(15)
})
