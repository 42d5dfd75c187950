import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  indexChain,
  indexDigest,
  type Queries,
  readIndexedActivity,
  readProgress,
  type Store,
} from '../../src/indexer/index.ts'
import { refreshGovernance } from '../../src/indexer/refreshGovernance.ts'
import { readActivityBetween } from '../../src/node/read/history.ts'
import { connectRpc, type Rpc } from '../../src/node/rpc/connectRpc.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { LONG } from '../support/runs.ts'
import { RECORDED_DIGEST } from './recordedDigest.ts'
import { newStore, type Place, startPlace } from './stores.ts'

/** The index of the recorded chain, in PostgreSQL. */

const EVER = { from: 0n, to: 10n ** 12n }

let place: Place
beforeAll(async () => {
  place = await startPlace()
})
afterAll(() => place?.stop())

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function empty(): Promise<Store> {
  const store = await newStore(place.where)
  open.push(() => store.close())
  return store
}

/** A connection to the recorded chain at its last mark. */
async function chain(options = {}): Promise<Rpc> {
  const node = await recordedNode()
  node.standAt('end')
  const rpc = connectRpc(node.url, options)
  open.push(rpc.disconnect)
  return rpc
}

/** The chain with another answer to some calls. */
const answering = (
  rpc: Rpc,
  change: (method: string, result: never, params: never) => unknown,
): Pick<Rpc, 'call' | 'abciQuery'> => ({
  abciQuery: rpc.abciQuery,
  call: async (method, params, signal) =>
    change(method, (await rpc.call(method, params, signal)) as never, params as never),
})

const refused = (reason: string) => {
  const error = { code: -32603, message: 'Internal error', data: reason }
  return { id: 1, jsonrpc: '2.0', error }
}

test('the recorded chain: every block once, and the same activity as the searches of a node find', async () => {
  const rpc = await chain()
  const store = await empty()
  expect(await indexChain(rpc, store)).toEqual({
    chainId: 'regen-devnet-1',
    source: 'block_results',
    first: 1n,
    last: 367n,
    blocks: 367n,
    gap: null,
  })
  const found = await readActivityBetween({ port: rpc, height: 367n }, { from: 1n, to: 367n })
  expect(await readIndexedActivity(store, EVER)).toEqual(found.activity)
  expect(await indexDigest(store)).toEqual(RECORDED_DIGEST)
  expect(await store.query('select count(*)::int as failed from transactions where code <> 0')).toEqual([
    { failed: 18 },
  ])
  const again = await indexChain(rpc, store)
  expect([again.blocks, again.source]).toEqual([0n, null])
})

test('requests: twenty blocks a call for headers, one call a block for results, one more for a block with transactions', async () => {
  const node = await recordedNode()
  node.standAt('end')
  const rpc = connectRpc(node.url)
  open.push(rpc.disconnect)
  await indexChain(rpc, await empty(), { blocksAtOnce: 400 })
  const asked = new Map<string, number>()
  for (const { calls } of node.requests)
    for (const { method } of calls) asked.set(method, (asked.get(method) ?? 0) + 1)
  expect(Object.fromEntries(asked)).toMatchObject({ blockchain: 19, block_results: 368, block: 95 })
  expect(node.missing).toEqual([])
})

test('by tx_search: the same rows, but for the name of the source', async () => {
  const rpc = await chain()
  const [results, search] = [await empty(), await empty()]
  await indexChain(rpc, results)
  await indexChain(rpc, search, { source: 'tx_search' })
  expect(await readIndexedActivity(search, EVER)).toEqual(await readIndexedActivity(results, EVER))
  for (const store of [results, search]) await store.query("update blocks set source = 'x'")
  expect(await indexDigest(search)).toEqual(await indexDigest(results))
})

/** A store in which the n-th statement is where the program is killed: it never reaches the server, and nothing after it does. */
function dying(store: Store, lives: number): Store {
  let left = lives
  const on = ({ query }: Queries): Queries => ({
    query: (sql, values) => (left-- <= 0 ? Promise.reject(new Error('killed')) : query(sql, values)),
  })
  return { ...store, ...on(store), transaction: work => store.transaction(within => work(on(within))) }
}

test('killed at random points and restarted: the same rows and the same hash', async () => {
  const rpc = await chain()
  const whole = await empty()
  await indexChain(rpc, whole, { to: 120n })
  const expected = await indexDigest(whole)
  const kills = LONG ? 50 : 8
  const store = await empty()
  let killed = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 40 }), async (lives, blocksAtOnce) => {
      const before = await readProgress(store)
      try {
        await indexChain(rpc, dying(store, lives), { blocksAtOnce, from: 1n, to: 120n })
      } catch (error) {
        expect(error).toEqual(new Error('killed'))
        killed++
      }
      const after = await readProgress(store)
      expect((after?.next ?? 1n) >= (before?.next ?? 1n)).toBe(true)
      // Whole blocks only: what is there is what a run without an end has up to there.
      expect(await indexDigest(store)).toEqual(await indexDigest(whole, (after?.next ?? 1n) - 1n))
      if (after?.next === 121n) await store.query('truncate chain, blocks, gaps cascade')
    }),
    { numRuns: kills, endOnFailure: true },
  )
  expect(killed).toBeGreaterThan(kills / 4)
  await indexChain(rpc, store, { to: 120n })
  expect(await indexDigest(store)).toEqual(expected)
})

test('a node that fails at any call: an error, whole blocks, and the same rows after a restart', async () => {
  const rpc = await chain()
  const whole = await empty()
  await indexChain(rpc, whole, { to: 60n, blocksAtOnce: 10 })
  const expected = await indexDigest(whole)
  const store = await empty()
  let calls = 0
  await indexChain(
    answering(rpc, (_, result) => {
      calls++
      return result
    }),
    store,
    { to: 60n, blocksAtOnce: 10 },
  )
  for (let failing = 0; failing < calls; failing += LONG ? 1 : 9) {
    await store.query('truncate chain, blocks, gaps cascade')
    let left = failing
    const broken = answering(rpc, (_, result) => {
      if (left-- > 0) return result
      throw new Error('connection lost')
    })
    await expect(indexChain(broken, store, { to: 60n, blocksAtOnce: 10 })).rejects.toThrow('connection lost')
    const { next } = (await readProgress(store)) ?? { next: 1n }
    expect(await indexDigest(store)).toEqual(await indexDigest(whole, next - 1n))
    await indexChain(rpc, store, { to: 60n, blocksAtOnce: 10 })
    expect(await indexDigest(store)).toEqual(expected)
  }
})

test('two indexers at once: no row twice, none missing', async () => {
  const rpc = await chain()
  const whole = await empty()
  await indexChain(rpc, whole)
  const store = await empty()
  const runs = await Promise.all(
    [7, 13].map(blocksAtOnce => indexChain(rpc, store, { blocksAtOnce, from: 1n })),
  )
  expect(runs.reduce((sum, { blocks }) => sum + blocks, 0n)).toBe(367n)
  expect(await indexDigest(store)).toEqual(await indexDigest(whole))
})

test('how votes stand may be written by many at once: they wait for each other', async () => {
  const rpc = await chain()
  const store = await empty()
  await indexChain(rpc, store)
  const at = { port: rpc, height: 367n } as const
  await Promise.all(Array.from({ length: 8 }, () => refreshGovernance(at, store)))
  const height = async () => (await store.query('select height from governance'))[0]?.['height']
  expect(await height()).toBe('367')
  // Who is behind leaves what another one has seen at a later height.
  await store.query('update governance set height = 400')
  await refreshGovernance(at, store)
  expect(await height()).toBe('400')
})

describe('refused by name', () => {
  test('BLOCKS_PRUNED where the node has thrown wanted blocks away; with the gap allowed it is noted', async () => {
    const rpc = await chain()
    const pruned = answering(rpc, (method, result: { sync_info: object }) =>
      method === 'status'
        ? { ...result, sync_info: { ...result.sync_info, earliest_block_height: '100' } }
        : result,
    )
    const store = await empty()
    await indexChain(rpc, store, { to: 50n })
    await expect(indexChain(pruned, store)).rejects.toMatchObject({
      code: 'BLOCKS_PRUNED',
      context: { from: 51n, earliest: 100n },
    })
    expect(await indexChain(pruned, store, { allowGap: true })).toMatchObject({
      blocks: 268n,
      gap: { from: 51n, to: 99n },
    })
    expect(await store.query('select from_height, to_height from gaps')).toEqual([
      { from_height: '51', to_height: '99' },
    ])
    const late = await empty()
    expect(await indexChain(pruned, late)).toMatchObject({ first: 100n, blocks: 268n, gap: null })
  })

  test('NODE_BEHIND_INDEX where the index has later blocks than the node', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const rpc = connectRpc(node.url)
    open.push(rpc.disconnect)
    const store = await empty()
    await indexChain(rpc, store)
    node.standAt('noFees')
    await expect(indexChain(rpc, store)).rejects.toMatchObject({
      code: 'NODE_BEHIND_INDEX',
      context: { node: 87n, index: 367n },
    })
    // A first block that the node has not reached begins nothing.
    const other = await empty()
    await expect(indexChain(rpc, other, { from: 1000n })).rejects.toMatchObject({ code: 'NODE_BEHIND_INDEX' })
    expect(await readProgress(other)).toBeNull()
  })

  test('CHAIN_MISMATCH for a node of another chain', async () => {
    const rpc = await chain()
    const store = await empty()
    await indexChain(rpc, store, { to: 20n })
    await store.query("update chain set chain_id = 'regen-1'")
    await expect(indexChain(rpc, store)).rejects.toMatchObject({
      code: 'CHAIN_MISMATCH',
      context: { expected: 'regen-1', got: 'regen-devnet-1' },
    })
  })

  test('INDEX_FORKED for a chain of the same name with other blocks', async () => {
    const rpc = await chain()
    const store = await empty()
    await indexChain(rpc, store, { to: 60n })
    await store.query("update chain set last_hash = 'AB'")
    // Also where there is no new block to hold against it.
    for (const to of [60n, undefined])
      await expect(indexChain(rpc, store, to === undefined ? {} : { to })).rejects.toMatchObject({
        code: 'INDEX_FORKED',
        context: { height: 60n },
      })
    // A block that does not follow the one before it is found out as well.
    const swapped = answering(
      rpc,
      (method, result: { block_metas: { block_id: object }[] }, params: { minHeight?: string }) =>
        method === 'blockchain' && params.minHeight === '41'
          ? {
              ...result,
              block_metas: result.block_metas.map((meta, index) =>
                index === 9 ? { ...meta, block_id: { hash: 'C'.repeat(64) } } : meta,
              ),
            }
          : result,
    )
    await expect(indexChain(swapped, await empty(), { to: 60n })).rejects.toMatchObject({
      code: 'INDEX_FORKED',
      context: { height: 51n },
    })
  })

  test('TXS_MISSING where the search of a node finds fewer transactions than a block has', async () => {
    const rpc = await chain()
    const short = answering(rpc, (method, result: { txs: unknown[] }) =>
      method === 'tx_search'
        ? { total_count: String(result.txs.length - 1), txs: result.txs.slice(1) }
        : result,
    )
    const store = await empty()
    await expect(indexChain(short, store, { source: 'tx_search' })).rejects.toMatchObject({
      code: 'TXS_MISSING',
      context: { height: 50n, expected: 1, got: 0 },
    })
    expect((await indexDigest(store)).rows).toMatchObject({ blocks: 0n })
  })

  test('BLOCKS_UNREADABLE where a node keeps neither results nor an index; the source is chosen by what it answers', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const refusing = (methods: readonly string[]) =>
      connectRpc(node.url, {
        fetch: async (url, init) => {
          const text = String(init?.body)
          const calls = [JSON.parse(text)].flat() as { id: number; method: string }[]
          if (!calls.some(({ method }) => methods.includes(method))) return fetch(url, init)
          const answers = calls.map(({ id }) => ({ ...refused('not persisted'), id }))
          return new Response(JSON.stringify(answers.length === 1 ? answers[0] : answers))
        },
      })
    const neither = refusing(['block_results', 'tx_search'])
    open.push(neither.disconnect)
    await expect(indexChain(neither, await empty())).rejects.toMatchObject({
      code: 'BLOCKS_UNREADABLE',
      context: {
        height: 1n,
        blockResults: 'Internal error: not persisted',
        txSearch: 'Internal error: not persisted',
      },
    })
    const searching = refusing(['block_results'])
    open.push(searching.disconnect)
    expect(await indexChain(searching, await empty())).toMatchObject({ source: 'tx_search', blocks: 367n })
  })

  test('INDEX_RANGE for another first block than the index has', async () => {
    const rpc = await chain()
    const store = await empty()
    await indexChain(rpc, store, { from: 50n, to: 60n })
    for (const from of [10n, 90n])
      await expect(indexChain(rpc, store, { from })).rejects.toMatchObject({ code: 'INDEX_RANGE' })
  })

  test('STORE_UNUSABLE for a server that is not there, without its password', async () => {
    const error = await newStore('postgres://me:secret@127.0.0.1:1/x').catch((failed: unknown) => failed)
    expect(error).toMatchObject({ code: 'STORE_UNUSABLE', context: { store: 'postgres://127.0.0.1:1/x' } })
    expect(JSON.stringify(error)).not.toContain('secret')
  })
})
