import { expect, test } from 'vitest'
import { projectEnrollments } from '../../../scripts/record/onlyRecorded.ts'
import {
  batch,
  classFee,
  sellOrder,
  sellOrders,
  storedFeeParams,
} from '../../../src/node/endpoints/credits.ts'
import { abciReader } from '../../../src/node/rpc/abciQuery.ts'
import { isAbsent, query, queryLatest } from '../../../src/node/rpc/query.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'

test('a query answers from the height that was asked', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const rates = await Promise.all(
    [87n, 301n, 335n, 367n].map(height => query(rpc, storedFeeParams, {}, height)),
  )
  expect(rates.map(({ buyerPercentageFee }) => buyerPercentageFee)).toEqual(['', '0.1', '0', '0.01'])
  expect(node.requests.length).toBe(1)
})

test('the newest height is told with the answer', async () => {
  const node = await recordedNode()
  node.standAt('highFees')
  const { answer, height } = await queryLatest(connect(node.url), storedFeeParams, {})
  expect([answer.buyerPercentageFee, height]).toEqual(['0.1', 301n])
})

test('an answer from another height is refused, after the node had its chances', async () => {
  const node = await recordedNode()
  node.misbehave(() => 'wrong height')
  const rpc = connect(node.url, { attempts: 3 })
  expect(await failureOf(query(rpc, classFee, {}, 300n))).toMatchObject({
    code: 'HEIGHT_MISMATCH',
    context: { query: classFee.path, asked: 300n, answered: 299n },
  })
  expect(node.requests.length).toBe(3)
})

test('an empty body is an answer: every field at its default', async () => {
  const node = await recordedNode()
  expect(await query(connect(node.url), storedFeeParams, {}, 87n)).toEqual({
    buyerPercentageFee: '',
    sellerPercentageFee: '',
  })
})

const at = (path: string, height: bigint, data = new Uint8Array()) => ({ path, data, height })

test.each([
  '/regen.feerouter.v1.Query/Params',
  '/regen.supply.v1.Query/Params',
  '/regen.ecocredit.v1.Query/NoSuchQuery',
])('%s: the chain has no such module, which is its own error, pinned or not', async path => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const error = await failureOf(rpc.abciQuery(at(path, 367n)))
  expect(error.message).toBe(`The chain behind ${node.url} has no ${path}. Do without it. [MODULE_MISSING]`)
  const latest = { path, data: new Uint8Array(), height: 'latest' } as const
  expect((await failureOf(rpc.abciQuery(latest))).code).toBe('MODULE_MISSING')
  expect(node.requests.length).toBe(2)
})

test('code 6 for other reasons is a failed query: not implemented, refused', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  const errors = await Promise.all([
    failureOf(query(rpc, projectEnrollments, {}, 367n)),
    failureOf(rpc.abciQuery(at('/cosmos.distribution.v1beta1.Query/CommunityPool', 367n))),
  ])
  expect(errors.map(({ code, context }) => [code, 'code' in context && context.code])).toEqual([
    ['QUERY_FAILED', 6],
    ['QUERY_FAILED', 6],
  ])
})

test.each([
  ['at a real height', { log: 'unknown query path: unknown request', height: '5' }],
  ['in other words', { log: 'no such luck: unknown request', height: '0' }],
  ['of another codespace', { log: 'unknown query path: unknown request', height: '0', codespace: 'store' }],
])('code 6 %s is not taken for a missing module', async (_, parts) => {
  const response = { code: 6, codespace: 'sdk', value: null, ...parts }
  const rpc = connect('http://node.test', { fetch: answering({ response }) })
  expect((await failureOf(rpc.abciQuery(at('/x', 5n)))).code).toBe('QUERY_FAILED')
})

const answering =
  (result: unknown): typeof fetch =>
  async (_, init) => {
    const { id } = JSON.parse(String(init?.body))
    return Response.json({ jsonrpc: '2.0', id, result })
  }

test('what does not exist is absent; a bad argument, a future height, a missing store are not', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url, { attempts: 2 })
  const missing = 'C01-009-20200101-20210101-001'
  const errors = await Promise.all([
    failureOf(query(rpc, sellOrder, { sellOrderId: 4242n }, 367n)),
    failureOf(query(rpc, batch, { batchDenom: missing }, 367n)),
    failureOf(query(rpc, batch, { batchDenom: 'nonsense' }, 367n)),
    failureOf(query(rpc, sellOrders, {}, 99_999n)),
    failureOf(rpc.abciQuery(at('/store/nope/key', 367n, Uint8Array.of(0)))),
  ])
  expect(errors.map(isAbsent)).toEqual([true, true, false, false, false])
  expect(
    errors.map(({ context }) => 'code' in context && [context.code, 'height' in context && context.height]),
  ).toEqual([
    [22, 367n],
    [22, 367n],
    [18, 367n],
    [26, 0n],
    [4, 0n],
  ])
})

test('"not found" of a node that threw the height away does not say that the thing is absent', async () => {
  const response = {
    code: 22,
    codespace: 'sdk',
    log: 'failed to load state at height 7; version does not exist (latest height: 680): not found',
    value: null,
    height: '0',
  }
  const rpc = connect('http://node.test', { fetch: answering({ response }) })
  const error = await failureOf(query(rpc, sellOrder, { sellOrderId: 1n }, 7n))
  expect(error.code).toBe('QUERY_FAILED')
  expect(isAbsent(error)).toBe(false)
  expect(rpc.stats().httpRequests).toBe(1)
})

test.each([
  ['no response', {}],
  ['no height', { response: { code: 0, value: '' } }],
  ['no code', { response: { height: '5', value: '' } }],
  ['a value that is no base64', { response: { code: 0, height: '5', value: '§' } }],
  ['null', null],
  ['a text', 'hello'],
])('an ABCI answer with %s is malformed, never an empty success', async (_, result) => {
  const rpc = connect('http://node.test', { attempts: 1, fetch: answering(result) })
  expect((await failureOf(rpc.abciQuery(at('/x', 5n)))).code).toBe('NODE_ANSWER_MALFORMED')
})

test('a height of 0 is no newest height, neither asked nor answered', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url, { attempts: 1 })
  expect((await failureOf(query(rpc, classFee, {}, 0n))).code).toBe('HEIGHT_MISMATCH')
  const response = { code: 0, codespace: '', log: '', value: '', height: '0' }
  const odd = connect('http://node.test', { attempts: 1, fetch: answering({ response }) })
  expect((await failureOf(queryLatest(odd, classFee, {}))).code).toBe('HEIGHT_MISMATCH')
})

test('bytes that do not decode are a wrong response, not a failure of the node', async () => {
  const response = { code: 0, codespace: '', log: '', value: '/////w==', height: '5' }
  const rpc = connect('http://node.test', { fetch: answering({ response }) })
  expect((await failureOf(query(rpc, classFee, {}, 5n))).code).toBe('RESPONSE_INVALID')
})

test('a failure at another height than asked is HEIGHT_MISMATCH, never "not found"', async () => {
  const url = { href: '', origin: 'http://node.test', headers: {}, redact: (text: string) => text }
  const absent = { response: { code: 22, codespace: 'sdk', log: 'not found', height: '7', value: null } }
  const reading = (height: bigint | 'latest') => () =>
    abciReader({ path: '/a.Query/B', data: new Uint8Array(), height })(absent, url)
  expect(reading(9n)).toThrow(expect.objectContaining({ code: 'HEIGHT_MISMATCH' }))
  expect(reading(7n)).toThrow(expect.objectContaining({ code: 'QUERY_FAILED' }))
  expect(reading('latest')).toThrow(expect.objectContaining({ code: 'QUERY_FAILED' }))
})
