import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterEach, expect, test, vi } from 'vitest'
import { ecocredit } from '../../src/index.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import {
  feePreviewQuery,
  hashKey,
  networkQuery,
  ordersQuery,
  REGEN_FEES,
  txQuery,
} from '../../src/query/index.ts'
import { connect } from '../client/live.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedTx } from '../support/recordings.ts'

const alice = network.accounts['alice']?.address ?? ''
const retire = ecocredit.msgRetire({
  owner: alice,
  credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '0.5' }],
  jurisdiction: 'US',
})

afterEach(() => {
  vi.useRealTimers()
})

async function stand() {
  const node = await recordedNode()
  node.standAt('end')
  const regen = await connect(node.url)
  return { node, regen, client: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }
}

test('a preview, the orders, the network and a transaction, by the real query client', async () => {
  const { regen, client } = await stand()
  const options = feePreviewQuery(regen, [retire], { gasLimit: 100_000n })
  const preview = await client.fetchQuery(options)
  const ours = await regen.previewFees([retire], { gasLimit: 100_000n })
  expect(canonicalJson(previewJson(preview))).toBe(canonicalJson(previewJson(ours)))
  expect(await client.fetchQuery(ordersQuery(regen, { classId: 'C01' }))).toEqual(
    await regen.orders({ classId: 'C01' }),
  )
  expect(await client.fetchQuery(networkQuery(regen))).toMatchObject({
    chainId: network.chainId,
    feeParams: { buyer: '0.01', seller: '0.02' },
  })
  const { hash } = recordedTx('retire')
  expect(await client.fetchQuery(txQuery(regen, hash.toLowerCase()))).toMatchObject({ hash })
  client.clear()
})

test('within a block the answer of the cache is given, and the key of equal messages is the same', async () => {
  const { node, regen, client } = await stand()
  // However long the second look comes after the first one.
  vi.useFakeTimers({ toFake: ['Date'] })
  await client.fetchQuery(feePreviewQuery(regen, [retire]))
  const asked = node.requests.length
  await client.fetchQuery(feePreviewQuery(regen, [{ value: retire.value, typeUrl: retire.typeUrl }]))
  expect(node.requests.length).toBe(asked)
  await client.invalidateQueries({ queryKey: [REGEN_FEES] })
  await client.fetchQuery(feePreviewQuery(regen, [retire]))
  expect(node.requests.length).toBeGreaterThan(asked)
  client.clear()
})

test('an observer that leaves gives the calls up', async () => {
  const { regen, client } = await stand()
  const observer = new QueryObserver(client, feePreviewQuery(regen, [retire]))
  const leave = observer.subscribe(() => undefined)
  leave()
  await client.cancelQueries()
  expect(client.getQueryData(feePreviewQuery(regen, [retire]).queryKey)).toBeUndefined()
  client.clear()
})

test('keys: bigints, bytes and dates have a text of their own, and the order of fields does not matter', () => {
  expect(hashKey([{ a: 1n, b: new Uint8Array([1]) }])).toBe(hashKey([{ b: new Uint8Array([1]), a: 1n }]))
  const keys = [[1n], ['1'], [1], [new Uint8Array([1])], [new Date(1)], [null], [[]], [{}]]
  expect(new Set(keys.map(hashKey)).size).toBe(keys.length - 1)
})
