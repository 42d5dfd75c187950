import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { snapshotJson } from '../../src/preview/snapshot.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { PageRequest } from '../../src/wire/generated/cosmos/base/query/v1beta1/pagination.ts'
import { QuerySellOrdersRequest } from '../../src/wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import { connect, failureOf } from '../node/rpc/connect.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedRpc } from '../support/recordings.ts'
import { type Alteration, refused, through } from './altered.ts'
import { messagesOf } from './recorded.ts'

const BUY = 'buy 2.345678 with fees'
const SELL_ORDERS = '/regen.ecocredit.marketplace.v1.Query/SellOrders'
const COINS = '/cosmos.bank.v1beta1.Query/SpendableBalances'
const STORE = '/store/ecocredit/key'
const alice = network.accounts['alice']?.address ?? ''

const codes = (
  messages: ReturnType<typeof messagesOf>,
  snapshot: Awaited<ReturnType<typeof takeSnapshot>>['snapshot'],
) => previewFees({ messages, snapshot }).warnings.map(({ code }) => code)

/** A node right before a recorded transaction, and a connection to it that is altered. */
async function nodeBefore(name: string, alteration: Alteration = {}) {
  const node = await recordedNode()
  node.standBefore(name)
  return { node, rpc: connect(node.url, { fetch: through(alteration) }) }
}

describe('absent is not unknown', () => {
  test('an order that does not exist was asked for, and is listed as absent', async () => {
    const { rpc } = await nodeBefore('buy a missing order (fails)')
    const messages = messagesOf('buy a missing order (fails)')
    const { snapshot, stats } = await takeSnapshot(rpc, messages)
    expect(snapshot.absent).toEqual(['sell order 4242'])
    expect(stats.waves).toBe(1)
    expect(codes(messages, snapshot)).toEqual(['ORDER_MISSING'])
    expect(codes(messages, { ...snapshot, absent: [] })).toContain('STATE_UNKNOWN')
  })

  test.each([
    [
      'regen.ecocredit.v1.MsgCreateProject',
      'credit class C99',
      { admin: alice, classId: 'C99', jurisdiction: 'US' },
    ],
    [
      'regen.ecocredit.v1.MsgSealBatch',
      'batch C01-001-20990101-20990102-001',
      { issuer: alice, batchDenom: 'C01-001-20990101-20990102-001' },
    ],
    [
      'regen.ecocredit.basket.v1.MsgUpdateCurator',
      'basket eco.uC.NONE',
      { curator: alice, denom: 'eco.uC.NONE', newCurator: network.accounts['bob']?.address },
    ],
  ])('%s of what does not exist: %s', async (name, absent, value) => {
    const { rpc } = await nodeBefore(BUY)
    const messages = [{ typeUrl: `/${name}`, value }]
    const { snapshot } = await takeSnapshot(rpc, messages)
    expect(snapshot.absent).toContain(absent)
    expect(codes(messages, snapshot)).toContain('NOT_FOUND')
    expect(codes(messages, snapshot)).not.toContain('STATE_UNKNOWN')
  })

  test('an account that was never used has nothing, which is known', async () => {
    // The recordings have no such account; this is how the bank answers for one.
    const { node, rpc } = await nodeBefore(BUY, {
      answer: (_, { path }) => (path === COINS ? refused(0, '', '', String(node.height())) : undefined),
    })
    const [buy] = messagesOf(BUY)
    const stranger = 'regen1qyqszqgpqyqszqgpqyqszqgpqyqszqgpngcnpr'
    const messages = [{ typeUrl: buy?.typeUrl ?? '', value: { ...(buy?.value as object), buyer: stranger } }]
    const { snapshot } = await takeSnapshot(rpc, messages)
    expect(snapshot.coinBalances).toEqual([{ account: stranger, coins: [] }])
    expect(codes(messages, snapshot)).toContain('BALANCE_TOO_LOW')
  })

  test('what fails is neither: the failure of one query is the failure of the snapshot', async () => {
    const { rpc } = await nodeBefore(BUY, {
      answer: (_, { path }) =>
        path?.endsWith('SellOrder') ? refused(1, 'internal', 'database is closed') : undefined,
    })
    expect(await failureOf(takeSnapshot(rpc, messagesOf(BUY)))).toMatchObject({
      code: 'QUERY_FAILED',
      context: { log: 'database is closed' },
    })
  })
})

describe('fee params', () => {
  test.each([
    ['no raw queries', refused(6, 'sdk', 'unknown query path: unknown request', '0')],
    ['unauthorized', refused(4, 'sdk', 'unauthorized')],
    ['a gateway in front', { error: { code: -32601, message: 'method not allowed' } }],
  ])('refused (%s): they are unknown, not zero, and the preview says so', async (_, answer) => {
    const { rpc } = await nodeBefore(BUY, { answer: (__, { path }) => (path === STORE ? answer : undefined) })
    const messages = messagesOf(BUY)
    const { snapshot } = await takeSnapshot(rpc, messages)
    expect(snapshot.settings.feeParams).toBe('unknown')
    const { purchases } = previewFees({ messages, snapshot }).messages[0] ?? { purchases: [] }
    expect(purchases[0]?.debit).toBeNull()
    expect(codes(messages, snapshot)).toContain('FEE_PARAMS_UNKNOWN')
  })

  test('a failure that is no refusal is an error', async () => {
    const { rpc } = await nodeBefore(BUY, {
      answer: (_, { path }) => (path === STORE ? refused(4, 'store', 'no such store') : undefined),
    })
    expect((await failureOf(takeSnapshot(rpc, messagesOf(BUY)))).code).toBe('QUERY_FAILED')
  })
})

describe('lists of several pages', () => {
  const smallPages: Alteration = {
    call: (_, params) => {
      if (params.path !== SELL_ORDERS) return undefined
      const { pagination } = QuerySellOrdersRequest.decode(Buffer.from(params.data ?? '', 'hex'))
      const page = PageRequest.fromPartial({ key: pagination?.key ?? new Uint8Array(), limit: 3n })
      const request = QuerySellOrdersRequest.fromPartial({ pagination: page })
      return { ...params, data: Buffer.from(QuerySellOrdersRequest.encode(request).finish()).toString('hex') }
    },
  }

  test('one wave a page, all pages at one height, and the list is whole', async () => {
    const { rpc } = await nodeBefore('retire', smallPages)
    const { rpc: plain } = await nodeBefore('retire')
    const [paged, whole] = [
      await takeSnapshot(rpc, messagesOf('retire')),
      await takeSnapshot(plain, messagesOf('retire')),
    ]
    expect(snapshotJson(paged.snapshot)).toEqual(snapshotJson(whole.snapshot))
    const pages = Math.ceil(whole.snapshot.sellOrders.length / 3)
    expect([whole.stats.waves, paged.stats.waves]).toEqual([2, pages])
    expect(pages).toBeGreaterThan(2)
  })

  test('a node that names the same page again and again is not followed', async () => {
    const { rpc } = await nodeBefore('retire', {
      call: smallPages.call ?? (() => undefined),
      answer: (_, { path, data }, result) => {
        if (path !== SELL_ORDERS) return undefined
        const { response } = result as { response: { value: string } }
        const { pagination } = QuerySellOrdersRequest.decode(Buffer.from(data ?? '', 'hex'))
        asked.push(pagination && Buffer.from(pagination.key).toString('hex'))
        first ??= response.value
        return { result: { response: { ...response, value: first } } }
      },
    })
    let first: string | undefined
    const asked: unknown[] = []
    expect((await failureOf(takeSnapshot(rpc, messagesOf('retire')))).code).toBe('PAGES_ENDLESS')
    // The first page, and the one that it names.
    expect(asked).toEqual(['', '070301000003'])
  })
})

describe('the chain moves on', () => {
  test('between two requests of wave 1: what came from another height is asked again', async () => {
    const { node, rpc } = await nodeBefore('two messages: send then retire')
    const height = node.height()
    const messages = [...messagesOf(BUY), ...messagesOf('amino JSON create batch')]
    // Twelve queries are two requests: before the second one, blocks are made.
    node.misbehave(({ index }) => {
      if (index === 2) node.standAt(height + 20n)
      return null
    })
    const { snapshot, stats } = await takeSnapshot(rpc, messages)
    expect(snapshot.height).toBe(height)
    expect(stats.waves).toBe(2)
    const asked = node.requests.slice(2).flatMap(({ calls }) => calls.map(({ params }) => params))
    expect(asked).toContainEqual(expect.objectContaining({ path: COINS, height: String(height) }))

    const { rpc: still } = await nodeBefore('two messages: send then retire')
    const clean = await takeSnapshot(still, messages)
    expect(snapshotJson(snapshot)).toEqual(snapshotJson(clean.snapshot))
  })

  test('between wave 1 and wave 2: wave 2 asks at the height of wave 1', async () => {
    const { node, rpc } = await nodeBefore('two messages: send then retire')
    const height = node.height()
    const messages = messagesOf('two messages: send then retire')
    node.misbehave(({ index }) => {
      if (index === 2) node.standAt('end')
      return null
    })
    const { snapshot } = await takeSnapshot(rpc, messages)
    const { rpc: still } = await nodeBefore('two messages: send then retire')
    expect(snapshotJson(snapshot)).toEqual(snapshotJson((await takeSnapshot(still, messages)).snapshot))
    expect(snapshot.height).toBe(height)
    const heights = node.requests
      .slice(1)
      .flatMap(({ calls }) => calls.map(({ params }) => (params as { height: string }).height))
    expect(heights).toContain(String(height))
  })

  test('a status that comes late: everything is asked again at its height', async () => {
    const { node, rpc } = await nodeBefore('two messages: send then retire')
    const height = node.height()
    const messages = [...messagesOf(BUY), ...messagesOf('amino JSON create batch')]
    // The first request, with the status in it, is lost; when it is sent again, the chain has moved on.
    node.misbehave(({ index }) => {
      if (index === 1) return 'lost'
      if (index === 3) node.standAt(height + 20n)
      return null
    })
    const { snapshot } = await takeSnapshot(rpc, messages)
    expect(snapshot.height).toBe(height + 20n)
    node.forget()
    const clean = await takeSnapshot(rpc, messages)
    expect(snapshotJson(snapshot)).toEqual(snapshotJson(clean.snapshot))
  })
})

describe('another chain', () => {
  test('is refused, whatever else it answers', async () => {
    const { rpc } = await nodeBefore(BUY)
    expect(await failureOf(takeSnapshot(rpc, messagesOf(BUY), { chainId: 'regen-1' }))).toMatchObject({
      code: 'CHAIN_MISMATCH',
      context: { expected: 'regen-1', got: 'regen-devnet-1' },
    })
  })

  test('says more than any of the failures that come with it', async () => {
    const { rpc } = await nodeBefore(BUY, {
      answer: (method, { path }) => {
        if (method === 'abci_query') return refused(6, 'sdk', `unknown query path ${path}`, '0')
        const { node_info, ...status } = recordedRpc('status')
        return { result: { ...status, node_info: { ...(node_info as object), network: 'cosmoshub-4' } } }
      },
    })
    const error = await failureOf(takeSnapshot(rpc, messagesOf(BUY), { chainId: 'regen-devnet-1' }))
    expect(error.code).toBe('CHAIN_MISMATCH')
  })

  test('the right one is taken', async () => {
    const { rpc } = await nodeBefore(BUY)
    const { snapshot } = await takeSnapshot(rpc, messagesOf(BUY), { chainId: 'regen-devnet-1' })
    expect(snapshot.chainId).toBe('regen-devnet-1')
  })
})

describe('what a preview does not need is not asked', () => {
  const paths = async (name: string, options: Parameters<typeof takeSnapshot>[2]) => {
    const { node, rpc } = await nodeBefore(name)
    await takeSnapshot(rpc, messagesOf(name), options)
    const asked = node.requests.flatMap(({ calls }) =>
      calls.map(({ method, params }) => (params as { path?: string }).path ?? method),
    )
    // Each request asks for the chain again.
    return [...new Set(asked)]
  }

  test('with a price that the caller states: neither purchases nor orders', async () => {
    expect(await paths('retire', { prices: { C01: '25000000uregen' } })).toEqual([
      'status',
      '/cosmos.base.node.v1beta1.Service/Config',
      '/regen.ecocredit.v1.Query/Batch',
      '/regen.ecocredit.v1.Query/Balance',
    ])
  })

  test('under a policy that looks at asks only: no purchases', async () => {
    const { m013 } = DEFAULT_POLICY
    const asks = m013.valuation.filter(({ source }) => source === 'lowest-ask')
    expect(asks).toHaveLength(1)
    const policy = parsePolicy({ m013: { valuation: [{ source: 'lowest-ask' }] } })
    const asked = await paths('retire', { policy })
    expect(asked).toContain(SELL_ORDERS)
    expect(asked).not.toContain('tx_search')
  })
})

test('messages of a wrong shape are refused before anything is asked', async () => {
  const { node, rpc } = await nodeBefore(BUY)
  const wrong = [{ typeUrl: '/regen.ecocredit.v1.MsgSend', value: { sender: 7 } }]
  expect((await failureOf(takeSnapshot(rpc, wrong))).code).toBe('INPUT_INVALID')
  expect(node.requests).toEqual([])
})

test('a signal ends the snapshot, and everything it had under way', async () => {
  const { node, rpc } = await nodeBefore(BUY)
  const stop = new AbortController()
  node.misbehave(() => {
    stop.abort()
    return 'hang'
  })
  const error = await failureOf(takeSnapshot(rpc, messagesOf(BUY), { signal: stop.signal }))
  expect(error.code).toBe('CALL_ABORTED')
  expect([rpc.clock.toCome(), rpc.clock.timeouts()]).toEqual([0, 0])
})

describe('at a height of the past', () => {
  test('everything is asked at that height, with the time of its block', async () => {
    const { node, rpc } = await nodeBefore(BUY)
    const messages = messagesOf(BUY)
    const then = await takeSnapshot(rpc, messages)
    const { height } = then.snapshot
    node.standAt('end')
    node.forget()
    const { snapshot, stats } = await takeSnapshot(rpc, messages, { height })
    expect(snapshotJson(snapshot)).toEqual(snapshotJson({ ...then.snapshot, age: undefined }))
    // The time of the block is one call more.
    expect(stats.perWave).toEqual([{ queries: 6, requests: 1 }])
    const heights = node.requests.flatMap(({ calls }) =>
      calls.flatMap(({ params }) => (params as { height?: string }).height ?? []),
    )
    expect(new Set(heights)).toEqual(new Set([String(height)]))
  })

  test('purchases after it are no samples', async () => {
    const { node, rpc } = await nodeBefore('retire')
    const messages = messagesOf('retire')
    const then = await takeSnapshot(rpc, messages)
    node.standAt('end')
    const { snapshot } = await takeSnapshot(rpc, messages, { height: then.snapshot.height })
    expect(snapshotJson(snapshot)).toEqual(snapshotJson({ ...then.snapshot, age: undefined }))
  })

  test('one that the node has not reached is refused', async () => {
    const { node, rpc } = await nodeBefore(BUY)
    const error = await failureOf(takeSnapshot(rpc, messagesOf(BUY), { height: node.height() + 1000n }))
    expect(error.code).toMatch(/^(RPC_ERROR|QUERY_FAILED)$/)
  })
})
