import { Comet38Client, type RpcClient } from '@cosmjs/tendermint-rpc'
import { expect, test } from 'vitest'
import { storedFeeParams } from '../../../src/node/endpoints/credits.ts'
import type { Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { recordedNode, recordings } from '../../support/recordedNode.ts'
import { connect, failureOf } from './connect.ts'

/** Does not compile unless a connection is a client as CosmJS wants it. */
const asRpcClient = (rpc: Rpc): RpcClient => rpc

test('Comet38Client runs on a connection: queries in one batch, at a height', async () => {
  const node = await recordedNode()
  const comet = Comet38Client.create(asRpcClient(connect(node.url)))
  const [status, { value, height }] = await Promise.all([
    comet.status(),
    comet.abciQuery({ path: storedFeeParams.path, data: storedFeeParams.encode({}), height: 301 }),
  ])
  expect(status.syncInfo.latestBlockHeight).toBe(680)
  expect([storedFeeParams.decode(value).buyerPercentageFee, height]).toEqual(['0.1', 301])
  expect(node.requests.map(({ calls }) => calls.length)).toEqual([2])
})

test('Comet38Client reads blocks, transactions and searches of the recorded node', async () => {
  const node = await recordedNode()
  const comet = Comet38Client.create(asRpcClient(connect(node.url)))
  const buy = recordings.txs.find(({ name }) => name === 'buy with fees, exact max fee')
  const found = await comet.tx({ hash: Buffer.from(buy?.hash ?? '', 'hex') })
  expect([found.height, found.result.code]).toEqual([Number(buy?.tx?.height), 0])
  const { txs } = await comet.txSearch({ query: `tx.height=${buy?.tx?.height}` })
  expect(txs.map(({ height }) => height)).toEqual([found.height])
  const { block } = await comet.block(found.height)
  expect(block.txs.map(bytes => Buffer.from(bytes).toString('base64'))).toEqual([buy?.txBytes])
  expect((await comet.genesis()).chainId).toBe('regen-devnet-1')
})

test('Comet38Client broadcasts, once', async () => {
  const node = await recordedNode()
  const buy = recordings.txs.find(({ name }) => name === 'buy with fees, exact max fee')
  node.standBefore(buy?.name ?? '')
  const comet = Comet38Client.create(asRpcClient(connect(node.url)))
  const { code, hash } = await comet.broadcastTxSync({ tx: Buffer.from(buy?.txBytes ?? '', 'base64') })
  expect([code, Buffer.from(hash).toString('hex').toUpperCase()]).toEqual([0, buy?.hash])
  expect(node.requests.length).toBe(1)
})

test('its disconnect ends the connection', async () => {
  const node = await recordedNode()
  const rpc = connect(node.url)
  Comet38Client.create(asRpcClient(rpc)).disconnect()
  expect((await failureOf(rpc.call('status', {}))).code).toBe('CALL_ABORTED')
})
