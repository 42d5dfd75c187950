import { describe, expect, test } from 'vitest'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'

const ask = { path: '/regen.ecocredit.v1.Query/ClassFee', data: new Uint8Array(), height: 680n } as const
const OURS = 'regen-devnet-1'

/** A fetch to recorded nodes where some requests are answered as by a node of another chain. */
const ofAnotherChain =
  (isOther: (url: string, request: number) => boolean): typeof fetch =>
  async (input, init) => {
    const isAnother = isOther(String(input), ++requests)
    const response = await fetch(input, init)
    return isAnother ? new Response((await response.text()).replaceAll(OURS, 'other-1')) : response
  }
let requests = 0

describe('every node is asked for its chain before its answers count', () => {
  test('after a failover a second node of another chain does not answer under the first one’s name', async () => {
    const [first, second] = [await recordedNode(), await recordedNode()]
    const rpc = connect([first.url, second.url], { fetch: ofAnotherChain(url => url.startsWith(second.url)) })
    await rpc.abciQuery(ask)
    await first.refuse()
    const failure = await failureOf(rpc.abciQuery(ask))
    expect(failure.code).toBe('NODES_FAILED')
    expect(failure.context).toHaveProperty('failures.0.code', 'NODE_UNREACHABLE')
    expect(failure.context).toHaveProperty('failures.1', { origin: second.url, code: 'CHAIN_MISMATCH' })
  })

  test('a node of the chain that is expected is found behind one that is not', async () => {
    const [first, second] = [await recordedNode(), await recordedNode()]
    const fetch = ofAnotherChain(url => url.startsWith(first.url))
    const rpc = connect([first.url, second.url], { fetch, chainId: OURS })
    expect((await rpc.abciQuery(ask)).height).toBe(680n)
    expect((await rpc.call('status', {})) as object).toMatchObject({ node_info: { network: OURS } })
  })

  test('two requests of one wave that are answered by different chains: CHAIN_MISMATCH, whichever it is', async () => {
    const node = await recordedNode()
    for (const other of [1, 2, 3]) {
      requests = 0
      const rpc = connect(node.url, {
        fetch: ofAnotherChain((_, request) => request === other),
        chainId: OURS,
      })
      const wave = [rpc.call('status', {}), ...Array.from({ length: 24 }, () => rpc.abciQuery(ask))]
      const settled = await Promise.allSettled(wave)
      const codes = settled.map(result => (result.status === 'rejected' ? result.reason.code : 'answered'))
      expect(new Set(codes)).toEqual(new Set(['answered', 'CHAIN_MISMATCH']))
    }
  })

  test('calls that go out one by one to a node that is gone: each has its error, and nothing is left unhandled', async () => {
    const node = await recordedNode()
    node.misbehave(() => 'reset')
    const rpc = connect(node.url, { batchLimit: 1, attempts: 1, chainId: OURS })
    const wave = [rpc.call('status', {}), rpc.call('status', {}), rpc.abciQuery(ask)].map(failureOf)
    expect((await Promise.all(wave)).map(({ code }) => code)).toEqual(Array(3).fill('NODE_UNREACHABLE'))
    // That a rejection was not handled is told a moment later.
    await new Promise(resolve => setTimeout(resolve, 50))
  })

  test('without a chain expected, that of the first answer counts, also in its own wave', async () => {
    const node = await recordedNode()
    requests = 0
    const rpc = connect(node.url, { fetch: ofAnotherChain((_, request) => request === 2) })
    const wave = [rpc.call('status', {}), ...Array.from({ length: 14 }, () => rpc.abciQuery(ask))]
    const settled = await Promise.allSettled(wave)
    const failed = settled.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    expect(failed.length).toBeGreaterThan(0)
    for (const error of failed) expect(error).toMatchObject({ code: 'CHAIN_MISMATCH' })
  })

  test('a broadcast goes to a node only after it named the chain', async () => {
    const node = await recordedNode()
    const rpc = connect(node.url, { fetch: ofAnotherChain(() => true), chainId: OURS })
    expect(await failureOf(rpc.call('broadcast_tx_sync', { tx: 'AAAA' }))).toMatchObject({
      code: 'CHAIN_MISMATCH',
      context: { expected: OURS, got: 'other-1' },
    })
    expect(node.requests.map(({ calls }) => calls.map(({ method }) => method))).toEqual([['status']])
  })

  test('one by one it is asked once, before all others', async () => {
    const node = await recordedNode()
    const rpc = connect(node.url, { batchLimit: 1, chainId: OURS })
    await Promise.all([rpc.abciQuery(ask), rpc.abciQuery(ask)])
    await rpc.abciQuery(ask)
    expect(node.requests.map(({ calls }) => calls[0]?.method)).toEqual([
      'status',
      'abci_query',
      'abci_query',
      'abci_query',
    ])
    const other = connect(node.url, { batchLimit: 1, chainId: 'other-1' })
    const failures = await Promise.all([ask, ask].map(asked => failureOf(other.abciQuery(asked))))
    expect(failures.map(({ code }) => code)).toEqual(['CHAIN_MISMATCH', 'CHAIN_MISMATCH'])
  })

  test.each([{}, { node_info: {} }, { node_info: { network: 7 } }, { node_info: { network: '' } }])(
    'a node that does not say of which chain it is does not count: %j',
    async result => {
      const node = await recordedNode()
      const rpc = connect(node.url, {
        chainId: OURS,
        attempts: 2,
        fetch: async (input, init) => {
          const response = await fetch(input, init)
          const entries = [await response.json()].flat() as { result: object }[]
          return new Response(
            JSON.stringify(
              entries.map(entry => ('node_info' in entry.result ? { ...entry, result } : entry)),
            ),
          )
        },
      })
      expect(await failureOf(rpc.abciQuery(ask))).toMatchObject({
        code: 'NODE_ANSWER_MALFORMED',
        context: { method: 'status' },
      })
    },
  )
})
