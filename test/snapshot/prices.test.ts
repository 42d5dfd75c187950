import { expect, test } from 'vitest'
import { toActivity } from '../../src/node/history/toActivity.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { formatRatio } from '../../src/primitives/ratio.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { historicTxs } from '../node/history/historicTxs.ts'
import { connect, failureOf } from '../node/rpc/connect.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTxs } from '../support/recordings.ts'
import { stateBefore } from '../support/replay.ts'
import { toTradeSamples } from '../support/tradeSamples.ts'
import { type Alteration, through } from './altered.ts'
import { messagesOf } from './recorded.ts'

/** Prices of C01, from what was bought before and from open orders, all of it as the node tells it. */

const RETIRE = 'authz exec retire'
const messages = messagesOf(RETIRE)

async function snapshotWith(alteration: Alteration = {}, options: Parameters<typeof takeSnapshot>[2] = {}) {
  const node = await recordedNode()
  node.standBefore(RETIRE)
  const rpc = connect(node.url, { fetch: through(alteration) })
  const { snapshot, stats } = await takeSnapshot(rpc, messages, options)
  expect(node.missing).toEqual([])
  return { snapshot, stats, node }
}

/** The value of the retired credits, by the rules given. */
async function valued(source: 'twap-7d' | 'last-trade' | 'lowest-ask', alteration: Alteration = {}) {
  const policy = parsePolicy({ m013: { valuation: [{ source }] } })
  const { snapshot } = await snapshotWith(alteration, { policy })
  const [charge] = previewFees({ messages, snapshot, policy }).messages.flatMap(
    ({ proposed }) => proposed.parts,
  )
  const { valuation } = charge ?? {}
  return valuation && { ...valuation, price: valuation.price && formatRatio(valuation.price) }
}

test('samples: every purchase of the class up to the height, with its block time, the oldest first', async () => {
  const { snapshot } = await snapshotWith()
  const past = historicTxs().filter(({ height }) => height <= snapshot.height)
  const bought = toTradeSamples(toActivity(past).activity).filter(({ classId }) => classId === 'C01')
  expect(bought).toHaveLength(7)
  expect(snapshot.trades).toEqual(bought)
})

test('twap-7d: the mean of what was paid, by volume', async () => {
  expect(await valued('twap-7d')).toMatchObject({
    source: 'twap-7d',
    denom: 'uregen',
    price: '25000000',
    samples: 4,
  })
})

test('last-trade: the newest purchase', async () => {
  const { snapshot } = await snapshotWith()
  const last = snapshot.trades.filter(({ denom }) => denom === 'uregen').at(-1)
  const seen = await valued('last-trade')
  expect(seen).toMatchObject({ source: 'last-trade', samples: 1 })
  const [num = '', den = '1'] = seen?.price?.split('/') ?? []
  expect(BigInt(num) * (last?.quantity ?? 0n)).toBe((last?.payment ?? 0n) * 1_000_000n * BigInt(den))
})

test('lowest-ask: the cheapest order of the class that has not expired', async () => {
  const { before } = stateBefore(RETIRE)
  const now = Date.parse(before.time)
  const asks = before.sellOrders
    .filter(({ batchDenom, askDenom }) => batchDenom.startsWith('C01-') && askDenom === 'uregen')
    .filter(({ expiration }) => expiration === null || Date.parse(expiration) > now)
    .map(({ askAmount }) => askAmount)
  const lowest = asks.reduce((least, ask) => (ask < least ? ask : least))
  expect(await valued('lowest-ask')).toMatchObject({ source: 'lowest-ask', price: String(lowest) })
})

/** Pages of five instead of a hundred: the total is stretched as well. */
const PAGES_OF_FIVE: Alteration = {
  call: (method, params) => (method === 'tx_search' ? { ...params, per_page: '5' } : undefined),
  answer: (method, _, result) => {
    if (method !== 'tx_search') return undefined
    const { total_count, ...page } = result as { total_count: string }
    return { result: { ...page, total_count: String(Number(total_count) * 20) } }
  },
}

test('several pages of purchases: further back as long as they are of the last seven days', async () => {
  const [paged, whole] = [await snapshotWith(PAGES_OF_FIVE), await snapshotWith()]
  expect(paged.snapshot).toEqual(whole.snapshot)
  const searches = paged.node.requests
    .flatMap(({ calls }) => calls)
    .filter(({ method }) => method === 'tx_search')
  expect(searches.map(({ params }) => (params as { page: string }).page)).toEqual(['1', '2', '3'])
})

test('a page that reaches past seven days is the last one', async () => {
  const { snapshot, node } = await snapshotWith({
    ...PAGES_OF_FIVE,
    answer: (method, params, result) => {
      if (method !== 'header') return PAGES_OF_FIVE.answer?.(method, params, result)
      const { header } = result as { header: object }
      return { result: { header: { ...header, time: '2026-11-01T00:00:00Z' } } }
    },
  })
  expect(
    node.requests.flatMap(({ calls }) => calls).filter(({ method }) => method === 'tx_search'),
  ).toHaveLength(1)
  expect(snapshot.trades.length).toBeGreaterThan(0)
})

test('a purchase on two pages, because a block was made between them, counts once', async () => {
  const { snapshot } = await snapshotWith({
    ...PAGES_OF_FIVE,
    call: (method, params) =>
      method === 'tx_search'
        ? { ...params, per_page: '5', page: params.page === '2' ? '1' : (params.page ?? '1') }
        : undefined,
  })
  const times = snapshot.trades.map(({ time, quantity }) => `${time} ${quantity}`)
  expect(new Set(times).size).toBe(times.length)
})

test('a block that the node no longer has: its purchase is no sample, the others are', async () => {
  const { snapshot: whole } = await snapshotWith()
  const lowest = 100
  const gone = {
    error: {
      code: -32603,
      message: 'Internal error',
      data: `height 79 is not available, lowest height is ${lowest}`,
    },
  }
  const { snapshot } = await snapshotWith({
    answer: (method, { height }) => (method === 'header' && Number(height) < lowest ? gone : undefined),
  })
  const kept = recordedTxs().filter(({ tx }) => tx && Number(tx.height) >= lowest)
  const times = new Set(kept.map(({ header }) => BigInt(Math.floor(Date.parse(header?.time ?? '') / 1000))))
  expect(snapshot.trades).toEqual(whole.trades.filter(({ time }) => times.has(time)))
  expect(snapshot.trades.length).toBeGreaterThan(0)
  expect(snapshot.trades.length).toBeLessThan(whole.trades.length)
})

test('a node without an index of transactions cannot tell prices, and says so; a stated price needs none', async () => {
  const off = { error: { code: -32603, message: 'Internal error', data: 'transaction indexing is disabled' } }
  const alteration: Alteration = { answer: method => (method === 'tx_search' ? off : undefined) }
  expect(await failureOf(snapshotWith(alteration))).toMatchObject({
    code: 'RPC_ERROR',
    context: { method: 'tx_search', reason: 'Internal error: transaction indexing is disabled' },
  })
  const { snapshot } = await snapshotWith(alteration, { prices: { C01: '25000000uregen' } })
  expect(snapshot.trades).toEqual([])
})
