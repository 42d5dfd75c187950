import { expect, test } from 'vitest'
import { messageType } from '../../src/messages/catalog.ts'
import type { Message } from '../../src/messages/message.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { parseCoin } from '../../src/primitives/coin.ts'
import { parseSignRequest, previewSignRequest } from '../../src/wallet/index.ts'
import { AMINO_CONVERTERS } from '../../src/wire/aminoJson.ts'
import { connect } from '../client/live.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTx } from '../support/recordings.ts'
import { BATCH, BUYER, buy, buying, POOR, SELLER, SMALL, small } from '../support/snapshots.ts'
import { directDocument } from './recordedRequests.ts'

const toAmino = ({ typeUrl, value }: Message) => ({
  type: AMINO_CONVERTERS[typeUrl]?.aminoType ?? typeUrl,
  value: AMINO_CONVERTERS[typeUrl]?.toAmino(messageType(typeUrl)?.read(value).value),
})

const document = (message: Message, change: object = {}) => ({
  chain_id: SMALL.chainId,
  account_number: '7',
  sequence: '3',
  fee: { amount: [{ denom: 'uregen', amount: '5000' }], gas: '200000' },
  msgs: [toAmino(message)],
  memo: '',
  ...change,
})

test('what each account has before and after, the gas fee as signed included', () => {
  const { coins, credits, preview, action } = previewSignRequest(document(buy(buying())), SMALL)
  const of = (account: string) => coins.filter(coin => coin.account === account)
  const debit = preview?.live.debits.find(
    ({ account, denom }) => account === BUYER && denom === 'uregen',
  )?.amount
  expect(of(BUYER)).toEqual([
    {
      account: BUYER,
      denom: 'uregen',
      before: 1_000_000_000n,
      change: -(debit ?? 0n),
      after: 1_000_000_000n - (debit ?? 0n),
    },
  ])
  expect(preview?.live.gas).toMatchObject({ fee: 5000n, limit: 200_000n, payer: BUYER })
  expect(of(SELLER)[0]?.change).toBe(preview?.messages[0]?.purchases[0]?.sellerReceives)
  expect(credits).toContainEqual({
    account: BUYER,
    batchDenom: BATCH,
    state: 'tradable',
    before: 100_000_000n,
    change: 2_000_000n,
    after: 102_000_000n,
  })
  expect(action).toBe('ok')
  // Nothing is lost: coins that leave somebody reach somebody, or are burned.
  expect(coins.reduce((sum, { change }) => sum + change, 0n)).toBe(
    -(preview?.messages[0]?.purchases[0]?.burned ?? 0n),
  )
})

test('an allowance pays the gas, and what is not known is not zero', () => {
  const fee = { amount: [{ denom: 'uregen', amount: '5000' }], gas: '200000', granter: POOR }
  const snapshot = small({ complete: [] })
  const { coins, preview } = previewSignRequest(document(buy(buying()), { fee }), snapshot)
  expect(preview?.live.gas?.payer).toBe(POOR)
  expect(coins.find(({ account }) => account === POOR)).toEqual({
    account: POOR,
    denom: 'uregen',
    before: null,
    change: -5000n,
    after: null,
  })
})

test('all coins of a gas fee of several are counted', () => {
  const fee = {
    amount: [
      { denom: 'uusdc', amount: '7' },
      { denom: 'uregen', amount: '5000' },
    ],
    gas: '200000',
  }
  const { coins } = previewSignRequest(document(buy(buying()), { fee }), SMALL)
  expect(coins.find(({ account, denom }) => account === BUYER && denom === 'uusdc')?.change).toBe(-7n)
})

test('what the ledger refuses blocks; so do a fee below the node’s, a passed timeout, another chain', () => {
  expect(previewSignRequest(document(buy(buying({ quantity: '5000000' }))), SMALL).action).toBe('block')
  const codes = (change: object, snapshot = SMALL) =>
    previewSignRequest(document(buy(buying()), change), snapshot).findings.map(({ code }) => code)
  const priced = small({ gasPrices: [{ denom: 'uregen', amount: { num: 1n, den: 40n } }] })
  expect(codes({ fee: { amount: [parseJson('4999uregen')], gas: '200000' } }, priced)).toEqual([
    'FEE_TOO_LOW',
  ])
  expect(codes({}, priced)).toEqual([])
  // 200,001 units of gas are 5,000.025 uregen: the last one is needed, as the node rounds up.
  const costs = (amount: string) => ({ fee: { amount: [parseJson(`${amount}uregen`)], gas: '200001' } })
  expect(codes(costs('5000'), priced)).toEqual(['FEE_TOO_LOW'])
  expect(codes(costs('5001'), priced)).toEqual([])
  // It runs in the next block at the earliest.
  expect(codes({ timeout_height: `${SMALL.height}` })).toEqual(['TIMEOUT_PASSED'])
  expect(codes({ timeout_height: `${SMALL.height + 1n}` })).toEqual([])
  expect(codes({ chain_id: 'regen-2' })).toEqual(['CHAIN_DIFFERS'])
})

const parseJson = (text: string) => {
  const { denom, amount } = parseCoin(text)
  return { denom, amount: `${amount}` }
}

test('data that is no transaction has no preview', () => {
  const data = {
    chain_id: '',
    account_number: '0',
    sequence: '0',
    fee: { gas: '0', amount: [] },
    msgs: [{ type: 'sign/MsgSignData', value: { signer: BUYER, data: 'aGk=' } }],
    memo: '',
  }
  expect(previewSignRequest(data, SMALL)).toMatchObject({ preview: null, coins: [], action: 'ok' })
})

test('on a connection: the same as on its snapshot', async () => {
  const tx = recordedTx('buy 2.345678 with fees')
  const node = await recordedNode()
  node.standBefore(tx.name)
  const regen = await connect(node.url)
  const live = await previewSignRequest(directDocument(tx), regen)
  const request = parseSignRequest(directDocument(tx))
  if (request.kind !== 'transaction') throw new Error('it is no transaction')
  const snapshot = await regen.snapshot(request.messages, { gasLimit: 1n, accounts: request.signers })
  expect(canonicalJson(previewJson(live.preview as never))).toBe(
    canonicalJson(previewJson(previewSignRequest(request, snapshot).preview as never)),
  )
  const gasPrices = [
    { denom: 'uregen', amount: { num: request.fee.coins[0]?.amount ?? 0n, den: request.fee.gasLimit } },
  ]
  const plain = previewFees({
    messages: request.messages,
    snapshot: { ...snapshot, gasPrices },
    gasLimit: request.fee.gasLimit,
  })
  expect(live.preview?.live.debits).toEqual(plain.live.debits)
  expect(live.coins.find(({ account, denom }) => account === tx.address && denom === 'uregen')?.change).toBe(
    -(plain.live.debits.find(({ denom }) => denom === 'uregen')?.amount ?? 0n),
  )
})
