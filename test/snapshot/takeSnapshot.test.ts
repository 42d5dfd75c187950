import { describe, expect, test } from 'vitest'
import { messageType, WHOLE_CATALOG } from '../../src/messages/catalog.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { missingState } from '../../src/preview/run/missingState.ts'
import { parseSnapshot, snapshotJson } from '../../src/preview/snapshot.ts'
import { type ExecutedTx, reconcile } from '../../src/reconcile/reconcile.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { connect } from '../node/rpc/connect.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { replay } from '../support/replay.ts'
import { FEE_TYPES, messagesOf } from './recorded.ts'

describe('a preview of each fee type', () => {
  test.each(Object.entries(FEE_TYPES))(
    '%s ("%s"): two waves at most, each in ⌈queries/10⌉ HTTP requests, at one height',
    async (txType, name) => {
      const node = await recordedNode()
      node.standBefore(name)
      const messages = messagesOf(name)
      const { snapshot, stats } = await takeSnapshot(connect(node.url), messages)

      const charged = previewFees({ messages, snapshot }).messages.flatMap(({ proposed }) => proposed.parts)
      expect(charged.map(part => part.txType)).toContain(txType)

      const [named, led] = stats.perWave
      const waves = stats.perWave.map(({ queries, requests }) => `${queries} queries in ${requests}`)
      console.log(`${txType}: ${stats.waves} waves, ${waves.join(', then ')} HTTP requests`)
      expect(stats.perWave).toEqual(MEASURED[txType])
      for (const { queries, requests } of stats.perWave) expect(requests).toBe(Math.ceil(queries / 10))
      expect(stats.requests).toBe(node.requests.length)
      expect(stats.queries).toBe((named?.queries ?? 0) + (led?.queries ?? 0))

      // Every answer that has a height is from the height of the snapshot: the node stands still.
      expect(snapshot.height).toBe(node.height())
      const asked = node.requests.map(({ calls }) =>
        calls.flatMap(({ method, params }) =>
          method === 'abci_query' ? [(params as { height: string }).height] : [],
        ),
      )
      expect(new Set(asked.slice(0, named?.requests).flat())).toEqual(new Set(['0']))
      const pinned = new Set(asked.slice(named?.requests).flat())
      expect([[], [String(snapshot.height)]]).toContainEqual([...pinned])
      expect(node.missing).toEqual([])
    },
  )

  const MEASURED: { readonly [txType: string]: readonly { queries: number; requests: number }[] } = {
    CreditIssuance: [
      { queries: 8, requests: 1 },
      { queries: 1, requests: 1 },
    ],
    CreditTransfer: [
      { queries: 5, requests: 1 },
      { queries: 3, requests: 1 },
    ],
    CreditRetirement: [
      { queries: 5, requests: 1 },
      { queries: 3, requests: 1 },
    ],
    MarketplaceTrade: [{ queries: 5, requests: 1 }],
  }
})

describe('the snapshot right before a recorded transaction', () => {
  const steps = [...replay()].map(step => [step.tx.name, step] as const)

  test.each(steps)('%s: lacks nothing, and its preview is that of the whole ledger', async (name, step) => {
    const { tx, before } = step
    const node = await recordedNode()
    node.standBefore(name)
    const messages = messagesOf(name)
    const gasLimit = BigInt(tx.fee.gas)
    const { snapshot, stats } = await takeSnapshot(connect(node.url), messages, { gasLimit })
    expect(stats.waves).toBeLessThanOrEqual(2)
    expect(node.missing).toEqual([])

    const prices = missingState({ messages, snapshot, gasLimit }, WHOLE_CATALOG).filter(
      ({ kind }) => kind !== 'prices',
    )
    expect(prices).toEqual([])

    // Price samples are read from events, which tell them less exactly than orders do; they are held against each other elsewhere.
    const { trades, height, time } = before
    const read = previewFees({
      messages,
      snapshot: { ...snapshot, age: undefined, trades, height, time },
      gasLimit,
    })
    expect(previewJson(read)).toEqual(previewJson(previewFees({ messages, snapshot: before, gasLimit })))
  })

  const succeeded = steps.filter(([, { tx }]) => tx.tx?.tx_result.code === 0)
  const known = succeeded.filter(([, { tx }]) => tx.messages.every(({ typeUrl }) => messageType(typeUrl)))

  test.each(known)('%s: the transaction did what its preview said, coin by coin', async (name, { tx }) => {
    const node = await recordedNode()
    node.standBefore(name)
    const messages = messagesOf(name)
    const { snapshot } = await takeSnapshot(connect(node.url), messages)
    const preview = previewFees({ messages, snapshot, gasLimit: BigInt(tx.fee.gas) })
    const { differences } = reconcile(preview, tx.tx?.tx_result as unknown as ExecutedTx)
    expect(differences).toEqual([])
  })

  test.each(
    steps.filter(([, { tx }]) => tx.messages.some(({ typeUrl }) => typeUrl.endsWith('MsgBuyDirect'))),
  )('%s: reads back from its JSON', async name => {
    const node = await recordedNode()
    node.standBefore(name)
    const { snapshot } = await takeSnapshot(connect(node.url), messagesOf(name))
    const json: unknown = JSON.parse(JSON.stringify(snapshotJson(snapshot)))
    expect(parseSnapshot(json)).toEqual(snapshot)
  })
})

describe('everything', () => {
  test('is every row of every table, and needs no messages', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const { snapshot, stats } = await takeSnapshot(connect(node.url))
    console.log(
      `everything: ${stats.waves} waves, ${stats.queries} queries in ${stats.requests} HTTP requests`,
    )
    expect(stats.waves).toBe(2)
    expect(snapshot.complete).toEqual([
      'baskets',
      'batches',
      'creditClasses',
      'creditTypes',
      'projects',
      'sellOrders',
    ])
    expect(snapshot.creditClasses.every(({ issuers }) => issuers !== null)).toBe(true)
    expect(snapshot.baskets.every(({ balances }) => balances !== null)).toBe(true)
    expect(snapshot.baskets.every(({ allowedClasses }) => allowedClasses.length > 0)).toBe(true)
    expect(Object.values(snapshot.settings)).not.toContain('unknown')
    expect([snapshot.creditBalances, snapshot.coinBalances]).toEqual([[], []])
  })

  test('with accounts that the caller names, all coins and credits of theirs', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const account = network.accounts['alice']?.address ?? ''
    const { snapshot } = await takeSnapshot(connect(node.url), 'everything', { accounts: [account] })
    expect(snapshot.coinBalances.map(({ account }) => account)).toEqual([account])
    // None of a batch it never held is an answer too.
    expect(snapshot.creditBalances.map(({ batchDenom }) => batchDenom)).toEqual(
      snapshot.batches.map(({ denom }) => denom),
    )
  })
})
