import { describe, expect, test } from 'vitest'
import { recordedNode } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'

const ask = { path: '/regen.ecocredit.v1.Query/ClassFee', data: new Uint8Array(), height: 680n } as const
const error = (message: string, id: unknown = null) =>
  JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32600, message } })

type Refused = { readonly status?: number; readonly text: string }

/** What a gateway answers to an array; to single requests it gives the node's own answers. */
const REFUSALS: readonly [name: string, refused: (ids: readonly unknown[]) => Refused][] = [
  ['HTTP 400', () => ({ status: 400, text: '' })],
  ['HTTP 405', () => ({ status: 405, text: 'Method Not Allowed' })],
  ['HTTP 413', () => ({ status: 413, text: '<html>Request Entity Too Large</html>' })],
  ['HTTP 415', () => ({ status: 415, text: '' })],
  ['HTTP 422', () => ({ status: 422, text: '{"detail":"value is not a valid dict"}' })],
  ['HTTP 501', () => ({ status: 501, text: '' })],
  ['HTTP 500 and "batch"', () => ({ status: 500, text: 'batching is off' })],
  ['"Batch requests are not supported"', () => ({ text: error('Batch requests are not supported') })],
  ['the same as plain text', () => ({ text: 'Batch requests are not supported' })],
  ['the same as a list', () => ({ text: `[${error('Batch requests are not supported')}]` })],
  ['the same for each call', ids => ({ text: `[${ids.map(id => error('no batch here', id))}]` })],
  ['"Invalid Request"', () => ({ text: error('Invalid Request') })],
  [
    'an answer to the first call only',
    ([id]) => ({ text: JSON.stringify({ jsonrpc: '2.0', id, result: {} }) }),
  ],
  ['"batch limit is 1"', () => ({ text: error('your plan: batch limit is 1') })],
]

/** A gateway before a recorded node: it refuses arrays of more calls than it takes. */
const gateway =
  (refused: (ids: readonly unknown[]) => Refused, takes = 1): typeof fetch =>
  async (input, init) => {
    const calls = [JSON.parse(String(init?.body)) as unknown].flat() as { id: unknown }[]
    if (calls.length <= takes) return fetch(input, init)
    const { status = 200, text } = refused(calls.map(({ id }) => id))
    return new Response(text, { status })
  }

describe('gateways that refuse batches', () => {
  test.each(REFUSALS)('%s: single requests, and it is remembered', async (_, refused) => {
    const node = await recordedNode()
    const rpc = connect(node.url, { fetch: gateway(refused) })
    const four = () => Promise.all(Array.from({ length: 4 }, () => rpc.abciQuery(ask)))
    expect((await four()).map(({ height }) => height)).toEqual([680n, 680n, 680n, 680n])
    expect(rpc.stats()).toMatchObject({ httpRequests: 1 + 1 + 4, retries: 0, failovers: 0 })
    await four()
    expect(rpc.stats()).toMatchObject({ httpRequests: 6 + 4, retries: 0 })
    expect(node.requests.every(({ calls }) => calls.length === 1)).toBe(true)
  })

  test.each([
    'batch size limit is 3',
    'batch request exceeds maximum (3) allowed',
    'You can send up to 3 requests per batch',
    'Batch too large: at most 3',
  ])('"%s": batches of three from then on', async words => {
    const node = await recordedNode()
    const rpc = connect(node.url, { fetch: gateway(() => ({ text: error(words) }), 3) })
    await Promise.all(Array.from({ length: 6 }, () => rpc.abciQuery(ask)))
    await Promise.all(Array.from({ length: 6 }, () => rpc.abciQuery(ask)))
    expect(node.requests.map(({ calls }) => calls.length)).toEqual([3, 3, 3, 3, 3, 3])
  })

  test('each node is remembered by itself: the one that takes batches still gets them', async () => {
    const [first, second] = [await recordedNode(), await recordedNode()]
    const refusing = gateway(() => ({ status: 405, text: '' }))
    const rpc = connect([first.url, second.url], {
      fetch: (input, init) =>
        String(input).startsWith(first.url) ? refusing(input, init) : fetch(input, init),
    })
    const four = () => Promise.all(Array.from({ length: 4 }, () => rpc.abciQuery(ask)))
    await four()
    await first.refuse()
    await four()
    expect(second.requests.map(({ calls }) => calls.length)).toEqual([5])
  })

  test('what is no word on batches is none: too many requests, a busy node, an error of a call', async () => {
    for (const words of ['Too many requests', 'rate limit reached', 'server is busy, try later']) {
      const node = await recordedNode()
      node.misbehave(({ index }) => (index === 1 ? { text: error(words) } : null))
      await Promise.all(Array.from({ length: 4 }, () => connect(node.url).abciQuery(ask)))
      const rpc = connect(node.url)
      node.forget()
      node.misbehave(({ index }) => (index === 1 ? { text: error(words) } : null))
      await Promise.all(Array.from({ length: 4 }, () => rpc.abciQuery(ask)))
      expect(node.requests.map(({ calls }) => calls.length)).toEqual([4, 4])
    }
  })

  test('a node that refuses single requests too is a failure, and the fallback is no loop', async () => {
    const node = await recordedNode()
    node.misbehave(() => ({ status: 400 }))
    const rpc = connect(node.url)
    const results = await Promise.allSettled(Array.from({ length: 3 }, () => rpc.abciQuery(ask)))
    expect(results.map(result => (result as PromiseRejectedResult).reason.code)).toEqual([
      'NODE_HTTP_ERROR',
      'NODE_HTTP_ERROR',
      'NODE_HTTP_ERROR',
    ])
    // Together, and then for the chain alone.
    expect(node.requests.length).toBe(2)
  })
})

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])(
    'HTTP %i to another origin is refused with the address to use, and nothing is sent there',
    async status => {
      const [node, elsewhere] = [await recordedNode(), await recordedNode()]
      const location = `${elsewhere.url}/path?key=secret`
      node.misbehave(() => ({ status, headers: { location } }))
      const rpc = connect(`${node.url}/key-of-mine`)
      for (const call of [() => rpc.abciQuery(ask), () => rpc.call('broadcast_tx_sync', { tx: 'AAAA' })]) {
        const failure = await failureOf(call())
        expect(failure).toMatchObject({
          code: 'NODE_REDIRECTS',
          context: { origin: node.url, to: `${elsewhere.url}/path` },
        })
        expect(failure.message).toContain(elsewhere.url)
        expect(failure.message).not.toContain('secret')
      }
      expect(elsewhere.requests.length).toBe(0)
    },
  )

  test('a redirect within the origin is followed, with the same body', async () => {
    const node = await recordedNode()
    node.misbehave(({ index }) => (index === 1 ? { status: 308, headers: { location: '/rpc/' } } : null))
    expect((await connect(node.url).abciQuery(ask)).height).toBe(680n)
    expect(node.requests[1]?.calls).toEqual(node.requests[0]?.calls)
  })

  test('redirects in a circle end', async () => {
    const node = await recordedNode()
    node.misbehave(() => ({ status: 307, headers: { location: '/' } }))
    expect((await failureOf(connect(node.url).abciQuery(ask))).code).toBe('NODE_REDIRECTS')
    expect(node.requests.length).toBe(4)
  })

  test('a redirect without an address, or one that a browser hides, is refused', async () => {
    const node = await recordedNode()
    node.misbehave(() => ({ status: 302 }))
    expect((await failureOf(connect(node.url).abciQuery(ask))).message).toContain('another address')
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    const rpc = connect(node.url, { fetch: async () => hidden })
    expect((await failureOf(rpc.abciQuery(ask))).context).toMatchObject({ to: null })
  })

  test('the next node is asked instead', async () => {
    const [node, other] = [await recordedNode(), await recordedNode()]
    node.misbehave(() => ({ status: 307, headers: { location: 'https://elsewhere.test/' } }))
    expect((await connect([node.url, other.url]).abciQuery(ask)).height).toBe(680n)
  })
})
