import { expect, test } from 'vitest'
import { recordedNode, recordings } from '../support/recordedNode.ts'
import { abciQuery, call, post } from './post.ts'

const raw = recordings.calls.flatMap(recorded => ('rawRequest' in recorded ? [recorded] : []))
const plain = recordings.calls.flatMap(recorded => ('request' in recorded ? [recorded] : []))

test.each(raw)(
  'raw request "$name" is answered byte for byte',
  async ({ rawRequest, httpStatus, rawResponse }) => {
    const { url, missing } = await recordedNode()
    expect(await post(url, rawRequest)).toEqual({ status: httpStatus, text: rawResponse })
    expect(missing).toEqual([])
  },
)

test.each(plain)(
  'call "$name" is answered as recorded',
  async ({ request: { method, params }, response }) => {
    const { url, missing } = await recordedNode()
    const { id } = response as { id?: number }
    const { text } = await post(url, JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    expect(JSON.parse(text)).toEqual(response)
    expect(missing).toEqual([])
  },
)

test('every recorded query is answered as recorded, at its height', async () => {
  const { url, missing } = await recordedNode()
  for (const { path, request, height, response } of recordings.queries)
    expect(await abciQuery(url, path, request, height), path).toMatchObject(response)
  expect(recordings.queries.length).toBe(493)
  expect(missing).toEqual([])
})

test('standing before a transaction, its account and its simulation are answered as recorded', async () => {
  const node = await recordedNode()
  for (const { name, before } of recordings.txs) {
    node.standBefore(name)
    const height = String(node.height())
    const account = { ...before.account.response, height }
    expect(
      await abciQuery(node.url, '/cosmos.auth.v1beta1.Query/Account', before.account.request, height),
      name,
    ).toMatchObject(account)
    const simulated = { ...before.simulate.response, height }
    expect(
      await abciQuery(node.url, '/cosmos.tx.v1beta1.Service/Simulate', before.simulate.request, '0'),
      name,
    ).toMatchObject(simulated)
  }
  expect(node.missing).toEqual([])
})

test('every recorded transaction is accepted, put in a block and found, in its turn', async () => {
  const node = await recordedNode()
  for (const { name, txBytes, hash, broadcastTxSync, tx, header } of recordings.txs) {
    node.standBefore(name)
    const before = node.height()
    expect((await call(node.url, 'broadcast_tx_sync', { tx: txBytes })).result, name).toEqual(broadcastTxSync)
    const question = { hash: Buffer.from(hash, 'hex').toString('base64'), prove: false }
    const data = `tx (${hash.toLowerCase()}) not found`
    expect((await call(node.url, 'tx', question)).error?.data).toBe(data)
    expect(node.height()).toBe(before)
    const found = await call(node.url, 'tx', question)
    if (!tx) expect(found.error?.data).toBe(data)
    else {
      expect(found.result).toEqual(tx)
      expect(node.height()).toBe(BigInt(tx.height))
      expect((await call(node.url, 'header', { height: tx.height })).result).toEqual({ header })
      expect((await call(node.url, 'status', {})).result).toMatchObject({
        sync_info: { latest_block_height: tx.height, latest_block_time: header?.time },
      })
    }
  }
  expect(node.missing).toEqual([])
})
