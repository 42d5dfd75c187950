import { expect, test } from 'vitest'
import { bankAllBalances } from '../../src/node/endpoints/bank.ts'
import { authAccount, txSimulate } from '../../src/node/endpoints/cosmos.ts'
import { batch, classes, sellOrder, sellOrders, storedFeeParams } from '../../src/node/endpoints/credits.ts'
import type { Endpoint } from '../../src/node/endpoints/endpoint.ts'
import { SimulateRequest, SimulateResponse } from '../../src/wire/generated/cosmos/tx/v1beta1/service.ts'
import { AuthInfo, TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { DeepPartial } from '../../src/wire/message.ts'
import { recordedNode, recordings } from '../support/recordedNode.ts'
import { abciQuery, call } from './post.ts'

const bytes = (base64: unknown) => new Uint8Array(Buffer.from(String(base64 ?? ''), 'base64'))
const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64')

/** Asks a node by one of our endpoints, at its newest height unless told otherwise. */
async function ask<Request, Response>(
  url: string,
  endpoint: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  height = '0',
): Promise<Response> {
  const { code, log, value } = await abciQuery(url, endpoint.path, base64(endpoint.encode(request)), height)
  if (code !== 0) throw new Error(String(log))
  return endpoint.decode(bytes(value))
}

function recorded(name: string) {
  const tx = recordings.txs.find(candidate => candidate.name === name)
  if (!tx) throw new Error(`no recorded transaction "${name}"`)
  return tx
}

const send = async (url: string, tx: string) =>
  (await call(url, 'broadcast_tx_sync', { tx })) as {
    result?: { code: number; log: string; hash: string }
    error?: { data: string }
  }

/** The signed bytes of a recorded transaction with another sequence, and so with a signature that is not right. */
function withSequence(txBytes: string, sequence: bigint): string {
  const tx = TxRaw.decode(bytes(txBytes))
  const auth = AuthInfo.decode(tx.authInfoBytes)
  const signerInfos = auth.signerInfos.map(info => ({ ...info, sequence }))
  return base64(
    TxRaw.encode({ ...tx, authInfoBytes: AuthInfo.encode({ ...auth, signerInfos }).finish() }).finish(),
  )
}

test('it starts at the newest height, and stands at any mark or height', async () => {
  const node = await recordedNode()
  expect(node.height()).toBe(680n)
  node.standAt('listed')
  expect(node.height()).toBe(72n)
  const { result } = await call(node.url, 'status', {})
  expect(result).toMatchObject({
    node_info: { network: 'regen-devnet-1' },
    sync_info: {
      latest_block_height: '72',
      latest_block_time: '2026-11-21T14:28:17.652009057Z',
      catching_up: false,
    },
  })
  node.standAt(100n)
  expect(await call(node.url, 'status', {})).toMatchObject({
    result: { sync_info: { latest_block_height: '100' } },
  })
  expect(() => node.standAt('lunch')).toThrow('no mark "lunch"')
  expect(() => node.standAt(45n)).toThrow('begin at height 46 and end at 680; not 45')
  expect(() => node.standBefore('a purchase')).toThrow('no transaction "a purchase"')
})

test('right before the first class there is none, and right after it there is one', async () => {
  const node = await recordedNode()
  node.standBefore('create class C01')
  expect((await ask(node.url, classes, {})).classes).toEqual([])
  await send(node.url, recorded('create class C01').txBytes)
  node.makeBlock()
  expect((await ask(node.url, classes, {})).classes.map(({ id }) => id)).toEqual(['C01'])
  expect(node.missing).toEqual([])
})

test('an order between two marks is as the purchases until then have left it', async () => {
  const node = await recordedNode()
  node.standBefore('buy 2.345678 with fees')
  const quantity = async () => (await ask(node.url, sellOrder, { sellOrderId: 1n })).sellOrder?.quantity
  expect(await quantity()).toBe('995.5')
  await send(node.url, recorded('buy 2.345678 with fees').txBytes)
  node.makeBlock()
  expect(await quantity()).toBe('993.154322')
  await expect(ask(node.url, sellOrder, { sellOrderId: 7n }, '140')).rejects.toThrow('future')
  node.standAt('end')
  await expect(ask(node.url, sellOrder, { sellOrderId: 7n })).rejects.toThrow(
    'could not get sell order with id 7: not found: not found: key not found',
  )
})

test('marketplace fees come into force between a vote and the next recorded transaction', async () => {
  const node = await recordedNode()
  const buyerRate = async () => (await ask(node.url, storedFeeParams, {})).buyerPercentageFee
  node.standBefore('gov vote set marketplace fees 1% and 2% by carol')
  expect(await buyerRate()).toBe('')
  node.standBefore('buy with fees, no max fee (fails)')
  expect(await buyerRate()).toBe('0.01')
  expect(node.missing).toEqual([])
})

test('a failed transaction costs its fee and a sequence', async () => {
  const node = await recordedNode()
  const { name, address, txBytes } = recorded('create class, fee too low (fails)')
  node.standBefore(name)
  const uregen = async () =>
    BigInt(
      (await ask(node.url, bankAllBalances, { address })).balances.find(({ denom }) => denom === 'uregen')
        ?.amount ?? 0,
    )
  const before = await uregen()
  await send(node.url, txBytes)
  node.makeBlock()
  expect(before - (await uregen())).toBe(20_000n)
  const { account } = await ask(node.url, authAccount, { address })
  expect(account?.typeUrl).toBe('/cosmos.auth.v1beta1.BaseAccount')
  expect(node.missing).toEqual([])
})

test('the same bytes again are in the cache, pending or in a block', async () => {
  const node = await recordedNode()
  const { name, txBytes, broadcastAgain } = recorded('retire, then the same bytes again')
  node.standBefore(name)
  expect((await send(node.url, txBytes)).result?.code).toBe(0)
  expect((await send(node.url, txBytes)).error).toEqual(broadcastAgain?.error)
  node.makeBlock()
  expect((await send(node.url, txBytes)).error?.data).toBe('tx already exists in cache')
})

test('a sender of several transactions does not wait for blocks; what others sent in between happens by itself', async () => {
  const node = await recordedNode()
  const names = [
    'two messages: send then retire',
    'amino JSON send, type is the type URL',
    'amino JSON sell with expiration',
  ]
  node.standBefore(names[0] ?? '')
  for (const name of names) {
    const { before, txBytes } = recorded(name)
    const simulated = await abciQuery(node.url, txSimulate.path, before.simulate.request, '0')
    expect(simulated['value'], name).toBe(before.simulate.response.value)
    expect((await send(node.url, txBytes)).result?.code, name).toBe(0)
  }
  expect(node.height()).toBe(149n)
  for (const name of names) {
    node.makeBlock()
    expect(node.height()).toBe(BigInt(recorded(name).tx?.height ?? 0))
  }
  expect(node.missing).toEqual([])
})

test('a transaction is found after as many requests as a test wants', async () => {
  const node = await recordedNode()
  const { name, txBytes, hash } = recorded('retire')
  node.standBefore(name)
  node.includeAfter(3)
  await send(node.url, txBytes)
  const found = async () =>
    'result' in (await call(node.url, 'tx', { hash: Buffer.from(hash, 'hex').toString('base64') }))
  expect([await found(), await found(), await found(), await found()]).toEqual([false, false, false, true])
})

test('a wrong sequence is refused in the recorded words, for bytes that were not recorded too', async () => {
  const node = await recordedNode()
  const { name, txBytes, broadcastTxSync } = recorded('wrong sequence (fails)')
  node.standBefore(name)
  expect((await send(node.url, txBytes)).result).toEqual(broadcastTxSync)
  const stale = withSequence(recorded('retire, then the same bytes again').txBytes, 13n)
  expect((await send(node.url, stale)).result).toMatchObject({
    code: 32,
    codespace: 'sdk',
    log: 'account sequence mismatch, expected 14, got 13: incorrect account sequence',
  })
  expect(node.missing).toEqual([])
})

test('a simulation with another sequence is refused in the recorded words', async () => {
  const node = await recordedNode()
  const wrong = recordings.queries.find(
    ({ path, response }) => path === txSimulate.path && response.log.includes('sequence mismatch'),
  )
  const right = recordings.queries.find(
    ({ path, response }) => path === txSimulate.path && response.code === 0,
  )
  expect(await abciQuery(node.url, txSimulate.path, wrong?.request ?? '', '0')).toMatchObject(
    wrong?.response ?? {},
  )
  const request = SimulateRequest.decode(bytes(right?.request))
  const txBytes = bytes(withSequence(base64(request.txBytes), 25n))
  const asked = base64(SimulateRequest.encode({ ...request, txBytes }).finish())
  expect(await abciQuery(node.url, txSimulate.path, asked, '0')).toMatchObject(wrong?.response ?? {})
})

test('a simulation with a fee, the key and a signature costs what the block charges, without the counter of x/wasm', async () => {
  const node = await recordedNode()
  const { name, before, txBytes, tx } = recorded('buy 2.345678 with fees')
  node.standBefore(name)
  // The signed transaction itself: it has the fee, the gas limit and the key that the recorded simulation left out.
  const asked = base64(
    SimulateRequest.encode({ ...SimulateRequest.decode(new Uint8Array()), txBytes: bytes(txBytes) }).finish(),
  )
  expect(asked).not.toBe(before.simulate.request)
  const { value } = (await abciQuery(node.url, txSimulate.path, asked, '0')) as { value: string }
  const gasOf = (text: string) => SimulateResponse.decode(bytes(text)).gasInfo?.gasUsed ?? 0n
  const used = BigInt(tx?.tx_result.gas_used ?? 0)
  expect(used - gasOf(value)).toBe(3_429n)
  expect(used - gasOf(before.simulate.response.value ?? '')).toBe(20_418n)
})

test('a simulation is told only where the ledger is as it was', async () => {
  const node = await recordedNode()
  const { before, name } = recorded('update order: quantity and price')
  const simulate = () => abciQuery(node.url, txSimulate.path, before.simulate.request, '0')
  node.standBefore(name)
  expect(await simulate()).toMatchObject({ code: 0 })
  // Dave's sequence is the same here, but others have yet to buy from him.
  node.standAt('feesOn')
  await expect(simulate()).rejects.toThrow('Not recorded')
})

test('a search finds only what is in a block by now', async () => {
  const node = await recordedNode()
  node.standAt('noFees')
  const found = async (order_by: string) => {
    const query = 'regen.ecocredit.marketplace.v1.EventBuyDirect.sell_order_id EXISTS'
    const { result } = await call(node.url, 'tx_search', { query, order_by })
    const { txs, total_count } = result as { txs: { height: string }[]; total_count: string }
    return [total_count, ...txs.map(({ height }) => height)]
  }
  expect(await found('asc')).toEqual(['4', '76', '77', '78', '79'])
  expect(await found('desc')).toEqual(['4', '79', '78', '77', '76'])
})

test('what the recordings do not have is an error that names it, and is listed', async () => {
  const node = await recordedNode()
  node.standAt(200n)
  const asked = [
    ['abci_query', { path: '/cosmos.bank.v1beta1.Query/SupplyOf', data: '0a0675726567656e' }],
    ['abci_query', { path: '/cosmos.gov.v1.Query/Proposals' }],
    ['abci_query', { path: '/regen.ecocredit.v1.Query/Batches', data: '0a021802' }],
    ['abci_query', { path: storedFeeParams.path, data: '070305', prove: true }],
    ['abci_query', { path: txSimulate.path, data: '' }],
    ['broadcast_tx_sync', { tx: 'AAAA' }],
    ['header', { height: '199' }],
    ['block', {}],
    ['tx_search', { query: "account.number>'3'" }],
    ['net_info', {}],
    ['validators', { height: '200' }],
  ] as const
  for (const [method, params] of asked)
    expect(await call(node.url, method, params), JSON.stringify(params)).toMatchObject({
      error: { code: -32000, message: 'Not recorded' },
    })
  expect(node.missing.length).toBe(asked.length)
  expect(node.missing[0]).toBe(
    'an answer to /cosmos.bank.v1beta1.Query/SupplyOf with request "CgZ1cmVnZW4=" at height 200',
  )
  expect(await call(node.url, 'no_such_method', {})).toMatchObject({ error: { code: -32601 } })
  node.forget()
  expect([node.missing, node.requests]).toEqual([[], []])
})

test('what nothing could change is told at every height; what blocks change only where it was recorded', async () => {
  const node = await recordedNode()
  const at = (path: string, height: string) => abciQuery(node.url, path, '', height)
  for (const height of ['50', '200', '500', '680'])
    expect(await at('/regen.ecocredit.v1.Query/ClassFee', height)).toMatchObject({ code: 0, height })
  expect(await at('/cosmos.staking.v1beta1.Query/Pool', '320')).toMatchObject({ code: 0, height: '320' })
  await expect(at('/cosmos.staking.v1beta1.Query/Pool', '60')).rejects.toThrow('Not recorded')
  await expect(at('/cosmos.mint.v1beta1.Query/Inflation', '320')).rejects.toThrow('Not recorded')
})

test('a page of another size is cut from the whole list, and leads to the next by its key', async () => {
  const node = await recordedNode()
  node.standBefore('buy 2.345678 with fees')
  const all = (await ask(node.url, sellOrders, {})).sellOrders
  const first = await ask(node.url, sellOrders, { pagination: { limit: 5n } })
  const nextKey = first.pagination?.nextKey ?? new Uint8Array()
  const rest = await ask(node.url, sellOrders, { pagination: { key: nextKey, limit: 100n } })
  expect([...first.sellOrders, ...rest.sellOrders]).toEqual(all)
  expect([first.sellOrders.length, first.pagination?.total, rest.pagination?.nextKey.length]).toEqual([
    5,
    0n,
    0,
  ])
})

test('ids that were never made are not found; malformed ones are answered only as recorded', async () => {
  const node = await recordedNode()
  node.standAt(200n)
  await expect(ask(node.url, batch, { batchDenom: 'C01-001-20200101-20210101-999' })).rejects.toThrow(
    'could not get batch with denom C01-001-20200101-20210101-999: not found: not found: key not found',
  )
  await expect(ask(node.url, batch, { batchDenom: 'nonsense' })).rejects.toThrow(
    'batch denom: expected format',
  )
  await expect(ask(node.url, batch, { batchDenom: 'other nonsense' })).rejects.toThrow('Not recorded')
})
