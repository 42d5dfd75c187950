import { describe, expect, test } from 'vitest'
import * as client from '../../src/client.ts'
import { marketplace } from '../../src/index.ts'
import { listOrders } from '../../src/preview/listOrders.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { compareRatios, formatRatio, parseRatio } from '../../src/primitives/ratio.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedRpc } from '../support/recordings.ts'
import { interpose } from './interpose.ts'
import { connect, recordedTx, rightBefore } from './live.ts'

const address = (name: string) => network.accounts[name]?.address ?? ''

async function at(place: string) {
  const node = await recordedNode()
  node.standAt(place)
  const regen = await connect(node.url)
  node.forget()
  return { node, regen }
}

describe('connectRegen', () => {
  test('asks the node once, of which chain it is', async () => {
    const node = await recordedNode()
    const { chainId } = await connect(node.url)
    expect(chainId).toBe(network.chainId)
    expect(node.requests.map(({ calls }) => calls.map(({ method }) => method))).toEqual([['status']])
  })

  test('takes the next node when the first does not answer', async () => {
    const [bad, good] = [await recordedNode(), await recordedNode()]
    await bad.refuse()
    expect((await connect([bad.url, good.url])).chainId).toBe(network.chainId)
  })

  test.each([[''], [[]], ['ftp://node'], ['not an address']])('refuses %o', async urls => {
    expect((await failureOf(connect(urls as string))).code).toBe('INPUT_INVALID')
  })

  test.each([
    ['null', null],
    ['another form', { node_info: {}, sync_info: {} }],
    ['no height', { ...recordedRpc('status'), sync_info: { latest_block_height: '-1' } }],
  ])('a node whose status is %s: RESPONSE_INVALID', async (_, result) => {
    const node = await recordedNode()
    const fetch = interpose(({ method }) => (method === 'status' ? { result } : null))
    expect((await failureOf(connect(node.url, { fetch }))).code).toBe('RESPONSE_INVALID')
  })

  test('disconnect ends what is under way and what comes later', async () => {
    const { regen } = await at('end')
    const preview = failureOf(regen.previewFees(messagesOf('retire')))
    regen.disconnect()
    for (const error of [await preview, await failureOf(regen.orders()), await failureOf(regen.snapshot())])
      expect(error).toMatchObject({ code: 'CALL_ABORTED', context: { by: 'disconnect' } })
    regen.disconnect()
  })
})

describe('orders', () => {
  test('are all that are open, the cheapest of each denom first, at one height', async () => {
    const { node, regen } = await at('end')
    const orders = await regen.orders()
    const { snapshot } = await client.takeSnapshot(regen.rpc)
    expect(orders).toEqual(listOrders(snapshot))
    expect(orders.length).toBe(snapshot.sellOrders.length)
    expect(orders.length).toBeGreaterThan(5)
    for (const [index, order] of orders.entries()) {
      const before = orders[index - 1]
      if (before?.price && order.price && before.askDenom === order.askDenom)
        expect(compareRatios(before.price, order.price)).toBeLessThanOrEqual(0)
    }
    const asked = node.requests[1]?.calls.flatMap(({ method, height }) =>
      method === 'status' ? [] : [height],
    )
    expect(new Set(asked)).toEqual(new Set([String(node.height())]))
    expect(node.missing).toEqual([])
  })

  test('have a price for a whole credit in the denom that people read', async () => {
    const { regen } = await at('listed')
    const [order] = (await regen.orders()).filter(({ id }) => id === '1')
    expect([order?.askAmount, order?.displayDenom, order?.price && formatRatio(order.price)]).toEqual([
      25_000_000n,
      'REGEN',
      '25',
    ])
    expect(order?.price).toEqual(parseRatio('25'))
  })

  test('that have expired are listed, and marked: the chain sells from them', async () => {
    const { node, regen } = await at('highFees')
    const expired = async () => (await regen.orders()).filter(order => order.expired).map(({ id }) => id)
    expect(await expired()).toEqual(['3'])
    node.standAt('noFees')
    expect(await expired()).toEqual([])
    expect((await regen.orders()).map(({ id }) => id)).toContain('3')
  })

  test.each([
    ['classId', 'C02', ({ classId }: client.PricedOrder) => classId === 'C02'],
    ['denom', 'uregen', ({ askDenom }: client.PricedOrder) => askDenom === 'uregen'],
    ['seller', address('erin'), ({ seller }: client.PricedOrder) => seller === address('erin')],
    [
      'batchDenom',
      'C01-001-20200101-20210101-001',
      ({ batchDenom }: client.PricedOrder) => batchDenom === 'C01-001-20200101-20210101-001',
    ],
  ] as const)('of one %s (%s)', async (name, wanted, is) => {
    const { regen } = await at('end')
    const all = await regen.orders()
    const some = await regen.orders({ [name]: wanted })
    expect(some).toEqual(all.filter(is))
    expect([0, all.length]).not.toContain(some.length)
  })
})

describe('snapshot', () => {
  test('of messages gives the preview without a network that the node gives', async () => {
    const { regen } = await rightBefore('buy 2.345678 with fees')
    const messages = messagesOf('buy 2.345678 with fees')
    const snapshot = await regen.snapshot(messages)
    expect(previewJson(previewFees({ messages, snapshot }))).toEqual(
      previewJson(await regen.previewFees(messages)),
    )
  })

  test('without messages has every order and class', async () => {
    const { regen } = await at('end')
    const snapshot = await regen.snapshot()
    expect(snapshot.chainId).toBe(network.chainId)
    expect(snapshot.sellOrders.length).toBe((await regen.orders()).length)
    expect((await regen.snapshot('everything')).creditClasses).toEqual(snapshot.creditClasses)
  })

  test('reads the coins of accounts that the caller names', async () => {
    const { regen } = await at('end')
    const { coinBalances, creditBalances } = await regen.snapshot([], { accounts: [address('bob')] })
    expect(coinBalances.map(({ account }) => account)).toEqual([address('bob')])
    expect(new Set(creditBalances.map(({ account }) => account))).toEqual(new Set([address('bob')]))
  })

  test.each(['previewFees', 'snapshot'] as const)('%s refuses what are no messages', async method => {
    const { regen } = await at('end')
    for (const odd of [5, null, [null], [{ typeUrl: '/x' }]])
      expect((await failureOf(regen[method](odd as never))).code).toBe('INPUT_INVALID')
  })

  test('a preview takes the caller’s policy, prices and gas limit', async () => {
    const { regen } = await rightBefore('retire')
    const preview = await regen.previewFees(messagesOf('retire'), {
      prices: { C01: '25000000uregen' },
      gasLimit: 100_000n,
      phase: 'TRANSITION',
    })
    expect(preview.live.gas).toMatchObject({ limit: 100_000n, fee: 2_500n })
    expect(preview.proposed.phase).toBe('TRANSITION')
    expect(preview.proposed.total).not.toBeNull()
  })
})

describe('ledger', () => {
  test('is where readers read: the newest height', async () => {
    const { node, regen } = await at('end')
    const ledger = await regen.ledger()
    expect(ledger.height).toBe(node.height())
    expect((await client.readSellOrders(ledger)).length).toBe((await regen.orders()).length)
    expect((await client.readAccount(ledger, address('bob')))?.address).toBe(address('bob'))
  })

  test('or another height, without asking the node for its newest', async () => {
    const { node, regen } = await at('end')
    const before = BigInt(recordedTx('buy 2.345678 with fees').tx?.height ?? 0) - 1n
    const ledger = await regen.ledger(before)
    expect(node.requests).toEqual([])
    const [old, now] = [
      await client.readSellOrder(ledger, '1'),
      await client.readSellOrder(await regen.ledger(), '1'),
    ]
    expect(old?.quantity).toBeGreaterThan(now?.quantity ?? 0n)
    expect(await client.readFeeParams(ledger)).toEqual({ buyer: '0.01', seller: '0.02' })
  })

  test('ends with the caller’s signal', async () => {
    const { regen } = await at('end')
    const ledger = await regen.ledger(367n, AbortSignal.abort())
    expect((await failureOf(client.readSellOrders(ledger))).code).toBe('CALL_ABORTED')
    expect((await failureOf(regen.ledger(undefined, AbortSignal.abort()))).code).toBe('CALL_ABORTED')
  })

  test('a class and a basket that do not exist are null', async () => {
    const { regen } = await at('end')
    const ledger = await regen.ledger()
    expect(await client.readCreditClass(ledger, 'C99')).toBeNull()
    expect(await client.readSellOrder(ledger, '4242')).toBeNull()
  })
})

test('a purchase from the cheapest order, from listing to block', async () => {
  const { regen, wallet, node } = await rightBefore('buy with fees, exact max fee')
  const [cheapest] = await regen.orders({ classId: 'C01', denom: 'uregen' })
  expect(cheapest).toMatchObject({ classId: 'C01', askDenom: 'uregen' })
  const message = marketplace.msgBuyDirect({
    buyer: address('bob'),
    orders: [
      {
        sellOrderId: 1n,
        quantity: '2',
        bidPrice: { denom: 'uregen', amount: '25000000' },
        disableAutoRetire: true,
      },
    ],
  })
  const sent = await regen
    .connectSigner(wallet)
    .signAndBroadcast([message], { gasLimit: 800_000n, gasPrice: '0.025uregen', timeoutHeight: 'none' })
  expect(sent.txHash).toBe(recordedTx('buy with fees, exact max fee').hash)
  expect(sent.events.regen.map(({ type }) => type)).toContain('regen.ecocredit.marketplace.v1.EventBuyDirect')
  expect(sent.reconciliation.differences).toEqual([])
  expect(sent.gasWanted).toBe(800_000n)
  expect(sent.gasUsed).toBeLessThan(sent.gasWanted)
  expect(node.missing).toEqual([])
})
