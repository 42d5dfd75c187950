import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { classFee } from '../../../src/node/endpoints/credits.ts'
import { connectRpc } from '../../../src/node/rpc/connectRpc.ts'
import { parseNodeUrl } from '../../../src/node/rpc/http/nodeUrl.ts'
import { query } from '../../../src/node/rpc/query.ts'
import type { Fault } from '../../../src/testing.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'

const SECRETS = [
  'k3y-in-the-path',
  's3cr3t value',
  's3cr3t%20value',
  'bearer-user',
  'p@ss-word',
  'p%40ss-word',
]
const secretUrl = (url: string) =>
  url.replace('http://', 'http://bearer-user:p%40ss-word@') +
  '/v1/k3y-in-the-path/rpc?token=s3cr3t%20value&x=1'

/** Everything that a program could print of an error: its text, its stack, its facts, its causes. */
function everything(error: unknown): string {
  const json = JSON.stringify(error, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  const { message, stack, cause } = error as Error
  return [
    String(error),
    message,
    stack,
    json,
    inspect(error, { depth: 10, showHidden: true }),
    cause && everything(cause),
  ].join()
}

const expectNoSecrets = (text: string) => {
  for (const secret of SECRETS) expect(text).not.toContain(secret)
  expect(text).not.toContain(btoa('bearer-user:p@ss-word'))
}

const echo = SECRETS.join(' ')
const web = `<html>Cannot POST /v1/k3y-in-the-path/rpc?token=s3cr3t%20value for ${btoa('bearer-user:p@ss-word')}`
const refusal = JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -1, message: echo, data: echo } })
const answered = (entry: object) => ({ text: JSON.stringify({ jsonrpc: '2.0', id: 1, ...entry }) })

/** Nodes and proxies that repeat what they were sent. */
const FAULTS: readonly [string, Fault][] = [
  ['a web page', { text: web }],
  ['an HTTP error', { status: 401, text: echo }],
  ['an error without id', { text: refusal }],
  ['an error of the call', answered({ error: { code: -32603, message: echo, data: echo } })],
  [
    'a failed query',
    answered({ result: { response: { code: 18, codespace: 'sdk', log: echo, value: null, height: '5' } } }),
  ],
  ['a wrong height', answered({ result: { response: { code: 0, log: echo, value: '', height: '5' } } })],
  ['a broken value', answered({ result: { response: { code: 0, log: echo, value: echo, height: '680' } } })],
  ['no JSON', { text: echo }],
  ['a reset', 'reset'],
  ['a cut', 'cut'],
]

test.each(FAULTS)('%s: what an error shows has no secret of the address', async (_, fault) => {
  const node = await recordedNode()
  node.misbehave(() => fault)
  const rpc = connect(secretUrl(node.url), { attempts: 1 })
  const error = await failureOf(query(rpc, classFee, {}, 680n))
  expect(error.message).toContain(node.url)
  expectNoSecrets(everything(error))
  expectNoSecrets(inspect(rpc, { depth: 10, showHidden: true }) + JSON.stringify(rpc))
})

test('with several nodes, their secrets are in no error either', async () => {
  const [first, second] = [await recordedNode(), await recordedNode()]
  await first.refuse()
  second.misbehave(() => ({ text: web }))
  const error = await failureOf(
    connect([secretUrl(first.url), secretUrl(second.url)], { attempts: 2 }).call('status', {}),
  )
  expect(error.code).toBe('NODES_FAILED')
  expectNoSecrets(everything(error))
})

test('an error of the platform that quotes the address is not passed on', async () => {
  const url = secretUrl('http://node.test')
  const rpc = connect(url, {
    attempts: 1,
    fetch: async () => {
      throw new TypeError(`Failed to fetch ${url}`, { cause: new Error(`no route to ${url}`) })
    },
  })
  const error = await failureOf(rpc.call('status', {}))
  expect(error.code).toBe('NODE_UNREACHABLE')
  expectNoSecrets(everything(error))
})

test('an address that cannot be used is named by its place, not by its text', () => {
  for (const url of [`tcp://${SECRETS[0]}`, `ftp://x/${SECRETS[0]}`, `${SECRETS[0]}:26657`, 'http://', ''])
    try {
      connectRpc(['http://localhost', url])
      expect.unreachable()
    } catch (error) {
      expect(String(error)).toMatch(/node URL 2 is invalid:\n✖ expected http:\/\/ or https:\/\/\n/)
      expectNoSecrets(everything(error))
    }
  expect(() => connectRpc([])).toThrow('node URL 1 is invalid')
})

test('the node gets path, query, name and password as they were written', async () => {
  const seen: [string, Record<string, string>][] = []
  const rpc = connect(secretUrl('http://node.test:26657'), {
    attempts: 1,
    fetch: async (input, init) => {
      seen.push([String(input), init?.headers as Record<string, string>])
      return Response.json({ jsonrpc: '2.0', id: 1, result: {} })
    },
  })
  await rpc.call('status', {})
  expect(seen).toEqual([
    [
      'http://node.test:26657/v1/k3y-in-the-path/rpc?token=s3cr3t%20value&x=1',
      { 'content-type': 'application/json', authorization: `Basic ${btoa('bearer-user:p@ss-word')}` },
    ],
  ])
})

test('a secret that begins with another one is hidden whole', () => {
  const { redact } = parseNodeUrl('http://node.test/abcdef?token=abcdef-ghij', 0)
  expect(redact('abcdef, abcdef-ghij')).toBe('…, …')
})

test('names of chains in a path are no secrets: what a node says stays readable', () => {
  const { redact, origin } = parseNodeUrl('https://rpc.cosmos.directory/regen', 0)
  expect(redact('regen1abc: /regen.ecocredit.v1.Query/Class of cosmos-sdk')).toBe(
    'regen1abc: /regen.ecocredit.v1.Query/Class of cosmos-sdk',
  )
  expect(origin).toBe('https://rpc.cosmos.directory')
})
