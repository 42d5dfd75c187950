import { Comet38Client } from '@cosmjs/tendermint-rpc'
import { describe, expect, test } from 'vitest'
import { sellOrders, storedFeeParams } from '../../src/node/endpoints/credits.ts'
import { readClassIssuers } from '../../src/node/read/creditClasses.ts'
import { readFeeParams } from '../../src/node/read/feeParams.ts'
import { searchAllTxs } from '../../src/node/read/txSearch.ts'
import type { AbciQuery } from '../../src/node/rpc/abciQuery.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot, snapshotJson } from '../../src/preview/snapshot.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import { MODULE_MISSING, RPC_ERROR } from '../../src/primitives/errorTable.ts'
import { requireFresh, stateAge } from '../../src/snapshot/stateAge.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { FeeParams } from '../../src/wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import { QueryClassIssuersResponse } from '../../src/wire/generated/regen/ecocredit/v1/query.ts'
import { connect, failureOf } from '../node/rpc/connect.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { messagesOf } from './recorded.ts'

const BUY = 'buy 2.345678 with fees'
const CONFIG = '/cosmos.base.node.v1beta1.Service/Config'
const STORE = storedFeeParams.path

async function nodeBefore(name: string) {
  const node = await recordedNode()
  node.standBefore(name)
  return { node, rpc: connect(node.url) }
}

type Answer = { readonly value: Uint8Array; readonly height: bigint }

/** A connection of which a test answers some queries itself: undefined is what the node is to answer. */
const answering = (
  rpc: Awaited<ReturnType<typeof nodeBefore>>['rpc'],
  answer: (query: AbciQuery) => Answer | undefined,
) => ({
  ...rpc,
  abciQuery: async (query: AbciQuery) => answer(query) ?? rpc.abciQuery(query),
})

describe('a node that catches up, or whose newest block is old', () => {
  const age = async (date: string, catchingUp = false) => {
    const { node } = await nodeBefore(BUY)
    const rpc = connect(node.url, {
      fetch: async (input, init) => {
        const text = await (await fetch(input, init)).text()
        return new Response(text.replace('"catching_up":false', `"catching_up":${catchingUp}`), {
          headers: { date },
        })
      },
    })
    const messages = messagesOf(BUY)
    const { snapshot } = await takeSnapshot(rpc, messages)
    return { snapshot, preview: previewFees({ messages, snapshot }) }
  }
  const at = async (seconds: number) => {
    const { node } = await nodeBefore(BUY)
    const { snapshot } = await takeSnapshot(connect(node.url), 'everything')
    return new Date((Math.floor(Date.parse(snapshot.time) / 1000) + seconds) * 1000).toUTCString()
  }

  test.each([
    [0, 0n, false],
    [120, 120n, false],
    [121, 121n, true],
    [86_400, 86_400n, true],
    [-60, 0n, false],
  ])(
    'the age of the state is in snapshot and preview, and beyond two minutes NODE_BEHIND: %i s',
    async (after, seconds, warns) => {
      const { snapshot, preview } = await age(await at(after))
      expect(snapshot.age).toEqual({ seconds, catchingUp: false })
      expect(preview.age).toEqual(snapshot.age)
      expect(preview.warnings.some(({ code }) => code === 'NODE_BEHIND')).toBe(warns)
      expect(parseSnapshot(JSON.parse(JSON.stringify(snapshotJson(snapshot)))).age).toEqual(snapshot.age)
    },
  )

  test('one that catches up is behind, however new its newest block seems', async () => {
    const { preview } = await age(await at(3), true)
    expect(preview.age).toEqual({ seconds: 3n, catchingUp: true })
    expect(preview.warnings.map(({ code }) => code)).toContain('NODE_BEHIND')
  })

  test('signing is refused beyond maxAge: STATE_TOO_OLD', () => {
    const old = (seconds: bigint) => ({ height: 7n, age: { seconds, catchingUp: false } })
    expect(() => requireFresh(old(600n))).not.toThrow()
    expect(() => requireFresh(old(601n))).toThrow(expect.objectContaining({ code: 'STATE_TOO_OLD' }))
    expect(() => requireFresh(old(601n), 86_400n)).not.toThrow()
    expect(() => requireFresh(old(31n), 30n)).toThrow(
      'its newest block 7 is 31 seconds old, and 30 are allowed',
    )
    expect(() => requireFresh({ height: 7n })).not.toThrow()
  })

  test('a clock of the client that is behind makes no age below 0', () => {
    expect(stateAge({ time: '2026-11-21T15:00:00Z', catchingUp: false }, 0)).toEqual({
      seconds: 0n,
      catchingUp: false,
    })
  })
})

describe('a node with gRPC and API switched off', () => {
  test.each([
    ['MODULE_MISSING', new RegenError(MODULE_MISSING, { origin: 'node', query: CONFIG })],
    [
      'a refusal',
      new RegenError(RPC_ERROR, { origin: 'node', method: 'abci_query', code: -32601, reason: 'no' }),
    ],
  ])('allows a preview with unknown gas price: %s for Service/Config', async (_, error) => {
    const { rpc } = await nodeBefore(BUY)
    const refusing = answering(rpc, ({ path }) => {
      if (path === CONFIG) throw error
      return undefined
    })
    const messages = messagesOf(BUY)
    const { snapshot } = await takeSnapshot(refusing, messages, { gasLimit: 200_000n })
    expect(snapshot.gasPrices).toBe('unknown')
    const preview = previewFees({ messages, snapshot, gasLimit: 200_000n })
    expect(preview.warnings.map(({ code }) => code)).toContain('GAS_PRICE_UNKNOWN')
    expect(preview.live.debits.length).toBeGreaterThan(0)
  })
})

describe('FeeParams that do not decode are unknown, and the preview says so', () => {
  const previewWith = async (bytes: readonly number[], name = BUY) => {
    const { node, rpc } = await nodeBefore(name)
    const stored = answering(rpc, ({ path, data }) =>
      path === STORE && data[2] === 0x05
        ? { value: Uint8Array.from(bytes), height: node.height() }
        : undefined,
    )
    const messages = messagesOf(name)
    const { snapshot } = await takeSnapshot(stored, messages)
    return { snapshot, warnings: previewFees({ messages, snapshot }).warnings.map(({ code }) => code) }
  }

  test.each([
    ['08 05 10 05', [0x08, 0x05, 0x10, 0x05]],
    ['a wrong wire type', [0x0d, 0, 0, 0, 0]],
    ['cut off', [0x0a, 0x09]],
  ])('%s', async (_, bytes) => {
    const { snapshot, warnings } = await previewWith(bytes)
    expect(snapshot.settings.feeParams).toBe('unknown')
    expect(warnings).toContain('FEE_PARAMS_UNKNOWN')
  })

  test('empty, where the store has moved: the fee for a class is not there either, which the chain shows', async () => {
    const { node, rpc } = await nodeBefore(BUY)
    const moved = answering(rpc, ({ path }) =>
      path === STORE ? { value: new Uint8Array(), height: node.height() } : undefined,
    )
    expect(await readFeeParams({ port: moved, height: node.height() })).toBe('unknown')
  })

  test('empty where they were set before, on the same connection: unknown; at an earlier height: no fees', async () => {
    const { node, rpc } = await nodeBefore(BUY)
    const height = node.height()
    let isEmpty = false
    const resets = answering(rpc, ({ path, data, height: at }) =>
      isEmpty && path === STORE && data[2] === 0x05
        ? { value: new Uint8Array(), height: at as bigint }
        : undefined,
    )
    expect(await readFeeParams({ port: resets, height })).toEqual({ buyer: '0.01', seller: '0.02' })
    isEmpty = true
    expect(await readFeeParams({ port: resets, height: height + 1n }).catch(error => error.code)).toBe(
      'unknown',
    )
    expect(await readFeeParams({ port: resets, height: height - 1n })).toEqual({ buyer: '', seller: '' })
  })

  test('a well-formed message means what it says', async () => {
    const bytes = FeeParams.encode({ buyerPercentageFee: '0.01', sellerPercentageFee: '' }).finish()
    expect((await previewWith([...bytes])).snapshot.settings.feeParams).toEqual({ buyer: '0.01', seller: '' })
  })
})

describe('bounds: a typed error instead of a read that never ends', () => {
  test('"not found" at another height than asked, for ever', async () => {
    const node = await recordedNode()
    node.standBefore(BUY)
    type Entry = { readonly id: number; readonly result: { readonly response: object } }
    const shifted: typeof fetch = async (input, init) => {
      const calls = [JSON.parse(String(init?.body))].flat() as { id: number; params: { path?: string } }[]
      const orders = calls.filter(({ params }) => params.path?.endsWith('/SellOrder')).map(({ id }) => id)
      const entries = [await (await fetch(input, init)).json()].flat() as Entry[]
      const absent = { code: 22, codespace: 'sdk', log: 'not found', height: '7' }
      const changed = entries.map(entry =>
        orders.includes(entry.id)
          ? { ...entry, result: { response: { ...entry.result.response, ...absent } } }
          : entry,
      )
      return new Response(JSON.stringify(changed))
    }
    const rpc = connect(node.url, { fetch: shifted, attempts: 2 })
    expect((await failureOf(takeSnapshot(rpc, messagesOf(BUY)))).code).toBe('HEIGHT_MISMATCH')
    expect(rpc.stats().calls).toBeLessThan(30)
  })

  test('the same from a connection that checks no heights', async () => {
    const { rpc } = await nodeBefore(BUY)
    let queries = 0
    const drifting = {
      ...rpc,
      abciQuery: async (query: AbciQuery) => ({
        ...(await rpc.abciQuery(query)),
        height: BigInt(1000 + ++queries),
      }),
    }
    expect((await failureOf(takeSnapshot(drifting, messagesOf(BUY)))).code).toBe('HEIGHT_MISMATCH')
    expect(queries).toBeLessThan(30)
  })

  /** Sell orders in pages that never end. */
  async function endless(pageOf: (page: number) => Uint8Array) {
    const { rpc } = await nodeBefore(BUY)
    let page = 0
    return answering(rpc, ({ path, height }) =>
      path === sellOrders.path
        ? { value: pageOf(++page), height: height === 'latest' ? rpcHeight : height }
        : undefined,
    )
  }
  const rpcHeight = 400n
  const field = (tag: number, bytes: Uint8Array) => {
    const size: number[] = []
    for (let left = bytes.length; ; left >>>= 7) {
      size.push(left > 127 ? (left & 127) | 128 : left)
      if (left <= 127) break
    }
    return Uint8Array.from([tag, ...size, ...bytes])
  }
  const page = (key: Uint8Array) => field(0x12, field(0x0a, key))

  test('pages without end, each with a key of its own: as many waves as are allowed', async () => {
    const port = await endless(index => page(new TextEncoder().encode(`key ${index}`)))
    const error = await failureOf(takeSnapshot(port, 'everything', { limits: { waves: 30 } }))
    expect(error).toMatchObject({ code: 'READ_LIMIT_REACHED', context: { what: 'waves', most: 30 } })
  })

  test('pages with large keys: as many bytes as are allowed', async () => {
    const large = new Uint8Array(200_000)
    const port = await endless(index => page(Uint8Array.from(large).fill(index % 251)))
    const error = await failureOf(takeSnapshot(port, 'everything', { limits: { bytes: 2_000_000 } }))
    expect(error).toMatchObject({ code: 'READ_LIMIT_REACHED', context: { what: 'bytes', most: 2_000_000 } })
  })

  test('a page whose key was given before: PAGES_ENDLESS', async () => {
    const port = await endless(index => page(Uint8Array.from([index % 5, 1])))
    expect((await failureOf(takeSnapshot(port, 'everything'))).code).toBe('PAGES_ENDLESS')
  })

  test.each([
    [{ queries: 3 }, 'queries'],
    [{ milliseconds: 0 }, 'milliseconds'],
    [{ waves: 1 }, 'waves'],
  ] as const)('%j', async (limits, what) => {
    const { rpc } = await nodeBefore('retire')
    const error = await failureOf(takeSnapshot(rpc, messagesOf('retire'), { limits }))
    expect(error).toMatchObject({ code: 'READ_LIMIT_REACHED', context: { what } })
  })

  test('tx_search without end: a search of more than 100,000 transactions is not begun', async () => {
    let calls = 0
    const port = {
      abciQuery: async () => Promise.reject(new Error('not asked')),
      call: async () => {
        calls++
        return { txs: [], total_count: '999999999999' }
      },
    }
    const search = searchAllTxs({ port, height: 9n }, 'tx.height EXISTS', { from: 1n, to: 9n })
    expect(await failureOf(search)).toMatchObject({
      code: 'READ_LIMIT_REACHED',
      context: { what: 'transactions' },
    })
    expect(calls).toBe(1)
  })

  test('130,000 issuers in one page are a list, not a RangeError', async () => {
    const issuers = Array.from({ length: 130_000 }, () => 'regen1e4hd6ga8xt3a2ms6hydh0yx8rwvklv6z3j4pyk')
    const value = QueryClassIssuersResponse.encode(
      QueryClassIssuersResponse.fromPartial({ issuers }),
    ).finish()
    const port = { abciQuery: async () => ({ value, height: 9n }) }
    expect((await readClassIssuers({ port, height: 9n }, 'C01'))?.length).toBe(130_000)
  })
})

describe('takeSnapshot of a client of CosmJS', () => {
  test('is that of the connection below it, by type and by value', async () => {
    const { node, rpc } = await nodeBefore(BUY)
    const messages = messagesOf(BUY)
    const comet = Comet38Client.create(connect(node.url))
    const { snapshot } = await takeSnapshot(comet, messages)
    const { snapshot: ours } = await takeSnapshot(rpc, messages)
    expect(snapshotJson({ ...snapshot, age: undefined })).toEqual(snapshotJson({ ...ours, age: undefined }))
  })

  test('with prices out of past purchases, and at a height of the past', async () => {
    const { node, rpc } = await nodeBefore('retire')
    const messages = messagesOf('retire')
    const comet = Comet38Client.create(connect(node.url))
    const { snapshot: ours } = await takeSnapshot(rpc, messages)
    node.standAt('end')
    const { snapshot } = await takeSnapshot(comet, messages, { height: ours.height })
    expect(snapshotJson(snapshot)).toEqual(snapshotJson({ ...ours, age: undefined }))
    expect(ours.trades.length).toBeGreaterThan(0)
  })

  test('without a search, prices are an error that names it; another chain is CHAIN_MISMATCH', async () => {
    const { node } = await nodeBefore('retire')
    const comet = Comet38Client.create(connect(node.url))
    const bare = { status: () => comet.status(), abciQuery: comet.abciQuery.bind(comet) }
    expect((await failureOf(takeSnapshot(bare, messagesOf('retire')))).message).toContain('tx_search')
    const elsewhere = takeSnapshot(bare, messagesOf(BUY), { chainId: 'regen-1' })
    expect((await failureOf(elsewhere)).code).toBe('CHAIN_MISMATCH')
  })
})
