import { afterEach, describe, expect, test } from 'vitest'
import {
  parseContractRegistry,
  readInForce,
  readMechanismSources,
  readNetwork,
} from '../../src/network/index.ts'
import type { Rpc } from '../../src/node/rpc/connectRpc.ts'
import { toJson } from '../../src/primitives/canonical.ts'
import { type Fault, type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { connect, failureOf } from '../node/rpc/connect.ts'
import { contracts, withContracts } from '../support/contracts.ts'
import { withModules } from '../support/modules.ts'
import { recordings } from '../support/recordedNode.ts'
import { LONG } from '../support/runs.ts'

/** Each fault of a node at each call: of the whole network, and of the mechanisms’ sources by module, contract and policy. */

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
  ['503', { status: 503 }],
]
const nodes: RecordedNode[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close()
})

async function standing(recorded: Parameters<typeof startRecordedNode>[0]): Promise<RecordedNode> {
  const node = await startRecordedNode(recorded)
  nodes.push(node)
  node.standAt('end')
  return node
}

/** One call a request, so that a fault hits that call alone. */
const callByCall = (node: RecordedNode) => connect(node.url, { batchLimit: 1 })

const height = 367n
const sourcesOf = (addresses: typeof contracts | undefined) => async (rpc: Rpc) => {
  const ledger = { port: rpc, height }
  const sources = await readMechanismSources(ledger, addresses)
  return { sources, inForce: await readInForce(ledger, sources) }
}
const wholeNetwork = (rpc: Rpc) =>
  readNetwork(rpc, {
    periodSeconds: 400n * 86_400n,
    contracts: parseContractRegistry({ 'regen-devnet-1': contracts }),
  })

const READINGS = [
  ['sources by policy', recordings, sourcesOf(undefined)],
  ['sources by contract', withContracts, sourcesOf(contracts)],
  ['sources by module', withModules(), sourcesOf(contracts)],
  ['the network', withContracts, wholeNetwork],
] as const

/** What is tried: each fault at each call; without time, at every call of few and every ninth of many the next fault. */
function trials(calls: number): readonly (readonly [call: number, name: string, fault: Fault])[] {
  const step = calls < 30 ? 1 : 9
  return Array.from({ length: calls }, (_, index) => index + 1).flatMap(call =>
    FAULTS.filter(
      (_, at) => LONG || (call % step === 1 % step && at === Math.floor(call / step) % FAULTS.length),
    ).map(([name, fault]) => [call, name, fault] as const),
  )
}

const textOf = (value: object) => JSON.stringify(toJson(value))

describe.each(READINGS)('%s', (_, recorded, read) => {
  test('each fault once, at each call: the same as without it', async () => {
    const node = await standing(recorded)
    const first = callByCall(node)
    const expected = textOf(await read(first))
    const calls = node.requests.length
    // One call a request; and one, before all others, for which chain the node is of, where the reading does not ask itself.
    expect(first.stats()).toMatchObject({ httpRequests: calls, retries: 0 })
    expect(calls - first.stats().calls).toBe(read === wholeNetwork ? 0 : 1)
    for (const [call, name, fault] of trials(calls)) {
      node.forget()
      node.misbehave(({ index }) => (index === call ? fault : null))
      const rpc = callByCall(node)
      expect([name, call, textOf(await read(rpc))]).toEqual([name, call, expected])
      if (name !== 'slow' && name !== 'wrong height') expect(rpc.stats().retries).toBeGreaterThan(0)
    }
    expect(node.missing).toEqual([])
  })

  test('each fault from each call on: an error by name, and nothing is called proposed for it', async () => {
    const node = await standing(recorded)
    await read(callByCall(node))
    for (const [call, name, fault] of trials(node.requests.length)) {
      if (name === 'slow') continue
      node.forget()
      node.misbehave(({ index }) => (index >= call ? fault : null))
      const outcome = await read(connect(node.url, { batchLimit: 1, attempts: 2 })).then(
        () => 'read',
        error => (error as { code: string }).code,
      )
      // What has no height cannot be of a wrong one.
      const later = name === 'wrong height' ? /^(HEIGHT_MISMATCH|read)$/ : /^NODE_[A-Z_]+$/
      expect([name, call, outcome]).toEqual([name, call, expect.stringMatching(later)])
    }
  })

  test('what will not heal is an error at each call: 403', async () => {
    const whole = await standing(recorded)
    await read(callByCall(whole))
    const calls = whole.requests.length
    for (let call = 1; call <= calls; call += calls < 30 ? 1 : 9) {
      // A node of its own: what was given up may still reach it.
      const node = await standing(recorded)
      node.misbehave(({ index }) => (index === call ? { status: 403, text: 'no' } : null))
      expect([call, (await failureOf(read(callByCall(node)))).code]).toEqual([call, 'NODE_HTTP_ERROR'])
    }
  })

  test('a node that is gone is an error', async () => {
    const node = await standing(recorded)
    await node.refuse()
    expect((await failureOf(read(connect(node.url, { attempts: 1 })))).code).toBe('NODE_UNREACHABLE')
  })
})
