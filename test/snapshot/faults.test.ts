import { describe, expect, test } from 'vitest'
import type { RpcOptions } from '../../src/node/rpc/options.ts'
import { snapshotJson } from '../../src/preview/snapshot.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import type { Fault, RecordedNode } from '../../src/testing.ts'
import { connect, failureOf } from '../node/rpc/connect.ts'
import { until } from '../node/rpc/testClock.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { messagesOf } from './recorded.ts'

/** Each fault of a node at each call of a snapshot: one call an HTTP request, so that it hits that call alone. */

const RETIRE = 'retire'
const messages = messagesOf(RETIRE)
const CALLS = 8
const LIMIT = 1_000_000

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['reset', 'reset'],
  ['lost', 'lost'],
  ['cut', 'cut'],
  ['truncated', 'truncated'],
  ['slow', 'slow'],
  ['entry missing', 'entry missing'],
  ['wrong id', 'wrong id'],
  ['entry twice', 'entry twice'],
  ['wrong height', 'wrong height'],
  ['empty', { text: '' }],
  ['a web page', { text: '<html><h1>Welcome</h1>' }],
  ['an error without id', { text: '{"jsonrpc":"2.0","error":{"code":-32005,"message":"too many"}}' }],
  ['429', { status: 429, headers: { 'retry-after': '2' } }],
  ['502 with a web page', { status: 502, text: '<html>Bad Gateway' }],
  ['503', { status: 503 }],
]

/** One attempt is enough for these to end the snapshot: another would not help. */
const FINAL: readonly (readonly [name: string, fault: Fault, code: string])[] = [
  ['403', { status: 403, text: 'no' }, 'NODE_HTTP_ERROR'],
  ['oversized', { padding: 2 * LIMIT }, 'NODE_ANSWER_TOO_LARGE'],
]

async function standing(): Promise<RecordedNode> {
  const node = await recordedNode()
  node.standBefore(RETIRE)
  return node
}

const callByCall = (urls: string | readonly string[], options: Partial<RpcOptions> = {}) =>
  connect(urls, { batchLimit: 1, answerLimit: LIMIT, ...options })

/** What comes without any fault. */
let cleanJson: unknown
async function clean(): Promise<unknown> {
  const node = await standing()
  cleanJson ??= snapshotJson((await takeSnapshot(callByCall(node.url), messages)).snapshot)
  return cleanJson
}

test('without a fault it takes as many requests as calls', async () => {
  const node = await standing()
  const { stats } = await takeSnapshot(callByCall(node.url), messages)
  expect([stats.requests, node.requests.length]).toEqual([CALLS, CALLS])
})

const nothingPends = ({ clock }: ReturnType<typeof callByCall>) =>
  expect([clock.toCome(), clock.timeouts()]).toEqual([0, 0])

const eachCall = Array.from({ length: CALLS }, (_, index) => index + 1)

describe.each(FAULTS)('%s', (name, fault) => {
  test('once, at each call: the snapshot is as without it', async () => {
    const expected = await clean()
    const node = await standing()
    for (const call of eachCall) {
      node.forget()
      node.misbehave(({ index }) => (index === call ? fault : null))
      const rpc = callByCall(node.url)
      const { snapshot, stats } = await takeSnapshot(rpc, messages)
      expect(snapshotJson(snapshot)).toEqual(expected)
      // A retry is a request. A slow answer needs none, nor does one of another height to a call of no height.
      const isFault = name !== 'slow' && name !== 'wrong height'
      expect(stats.requests - CALLS).toBeGreaterThanOrEqual(isFault ? 1 : 0)
      expect(stats.requests - CALLS).toBeLessThanOrEqual(1)
      nothingPends(rpc)
    }
  })

  test('always, with another node beside it: the snapshot is as without it', async () => {
    const [bad, good] = [await standing(), await standing()]
    bad.misbehave(() => fault)
    const rpc = callByCall([bad.url, good.url])
    const { snapshot } = await takeSnapshot(rpc, messages)
    expect(snapshotJson(snapshot)).toEqual(await clean())
    nothingPends(rpc)
  })
})

describe.each(FAULTS.filter(([name]) => name !== 'slow'))('%s', (name, fault) => {
  test('from a call of either wave on: a typed error', async () => {
    const node = await standing()
    for (const call of [1, CALLS]) {
      node.forget()
      node.misbehave(({ index }) => (index >= call ? fault : null))
      const rpc = callByCall(node.url, { attempts: 2 })
      // By its own account, the node is a block behind: without a height asked for, that is an answer. It is asked again at the height.
      const outcome = await takeSnapshot(rpc, messages).then(
        ({ snapshot }) => snapshotJson(snapshot),
        error => (error as { code: string }).code,
      )
      if (name === 'wrong height' && typeof outcome !== 'string') expect(outcome).toEqual(await clean())
      else expect(outcome).toMatch(/^(NODE_\w+|HEIGHT_MISMATCH)$/)
      nothingPends(rpc)
    }
  })
})

describe.each(FINAL)('%s', (_, fault, code) => {
  test('at each call: a typed error, and nothing is asked in vain afterwards', async () => {
    const node = await standing()
    for (const call of eachCall) {
      node.forget()
      node.misbehave(({ index }) => (index === call ? fault : null))
      const rpc = callByCall(node.url)
      expect((await failureOf(takeSnapshot(rpc, messages))).code).toBe(code)
      nothingPends(rpc)
      // The wave it happened in is finished, and no further one begun; without a word on the chain, none of it is sent.
      expect([1, 5, CALLS]).toContain(node.requests.length)
    }
  })
})

describe('a node that hangs', () => {
  test('at each call: after the timeout it is asked again', async () => {
    const expected = await clean()
    const node = await standing()
    for (const call of eachCall) {
      node.forget()
      node.misbehave(({ index }) => (index === call ? 'hang' : null))
      const rpc = callByCall(node.url)
      const taken = takeSnapshot(rpc, messages)
      await until(() => node.requests.length >= call && rpc.clock.timeouts() === 1)
      rpc.clock.timeOut()
      expect(snapshotJson((await taken).snapshot)).toEqual(expected)
      node.release()
      nothingPends(rpc)
    }
  })

  test('always: a typed error', async () => {
    const node = await standing()
    node.misbehave(() => 'hang')
    const rpc = callByCall(node.url, { attempts: 1 })
    const taken = failureOf(takeSnapshot(rpc, messages))
    // All others wait for what it says of its chain.
    await until(() => node.requests.length === 1)
    rpc.clock.timeOut()
    expect((await taken).code).toBe('NODE_TIMEOUT')
    nothingPends(rpc)
  })
})

test('a node that refuses connections, alone and with another beside it', async () => {
  const [bad, good] = [await standing(), await standing()]
  await bad.refuse()
  const alone = callByCall(bad.url, { attempts: 2 })
  expect((await failureOf(takeSnapshot(alone, messages))).code).toBe('NODE_UNREACHABLE')
  const both = callByCall([bad.url, good.url])
  expect(snapshotJson((await takeSnapshot(both, messages)).snapshot)).toEqual(await clean())
  nothingPends(alone)
  nothingPends(both)
})

test('a snapshot given up at each call leaves nothing behind', async () => {
  for (const call of eachCall) {
    // A node of its own: what was given up may still reach it.
    const node = await standing()
    const stop = new AbortController()
    node.misbehave(({ index }) => {
      if (index === call) stop.abort()
      return null
    })
    const rpc = callByCall(node.url)
    expect((await failureOf(takeSnapshot(rpc, messages, { signal: stop.signal }))).code).toBe('CALL_ABORTED')
    nothingPends(rpc)
  }
})
