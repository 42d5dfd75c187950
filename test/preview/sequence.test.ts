import { describe, expect, test } from 'vitest'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import type { FeePreview, PreviewInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import {
  BASKET,
  BATCH,
  BUYER,
  buy,
  buying,
  createBatch,
  createClass,
  exec,
  GROUP,
  POOR,
  pay,
  propose,
  put,
  retire,
  SELLER,
  SMALL,
  sell,
  small,
  take,
} from '../support/snapshots.ts'

/** Messages of one transaction, each on what the one before it left. */

const preview = (...messages: PreviewInput['messages']) => previewFees({ messages, snapshot: SMALL })

const codes = ({ warnings }: FeePreview) =>
  warnings.map(({ code, messageIndex }) => `${messageIndex} ${code}`)

/** Only what the chain would refuse. */
const blocking = ({ warnings, ...preview }: FeePreview) =>
  codes({ ...preview, warnings: warnings.filter(({ blocks }) => blocks) })

const factsOf = ({ warnings }: FeePreview, code: string) =>
  warnings.filter(warning => warning.code === code).map(({ facts }) => facts)

const of = (typeUrl: string, value: Record<string, unknown>) => ({ typeUrl, value })
const regen = (amount: string) => ({ denom: 'uregen', amount })
const cancelOrder = (sellOrderId: string) =>
  of('/regen.ecocredit.marketplace.v1.MsgCancelSellOrder', { seller: SELLER, sellOrderId })

describe('a second purchase sees what the first left', () => {
  const some = (quantity: string) => buy(buying({ quantity, maxFeeAmount: regen('9000000') }))

  test('in the next message, and in the next order of one message', () => {
    for (const result of [
      preview(some('6'), some('4.000001')),
      preview(buy(buying({ quantity: '6' }), buying({ quantity: '4.000001' }))),
    ])
      expect(factsOf(result, 'ORDER_TOO_SMALL')).toEqual([{ orderId: '1', wanted: '4.000001', left: '4' }])
  })

  test('the whole rest can be bought, and then the order is gone', () => {
    expect(codes(preview(some('6'), some('4')))).toEqual([])
    const third = preview(some('6'), some('4'), some('1'))
    expect(blocking(third)).toEqual(['2 ORDER_MISSING'])
    expect(third.messages[2]?.movements).toEqual([])
  })

  test('at the price that an update set in between', () => {
    const update = of('/regen.ecocredit.marketplace.v1.MsgUpdateSellOrders', {
      seller: SELLER,
      updates: [
        { sellOrderId: '1', newQuantity: '5', newAskPrice: regen('30000000'), disableAutoRetire: true },
      ],
    })
    const result = preview(some('1'), update, some('5'))
    expect(codes(result)).toEqual(['2 BID_BELOW_ASK'])
    expect(result.messages[2]?.purchases.map(({ subtotal }) => subtotal)).toEqual(['150000000'])
  })
})

test('the same order twice: each is rounded by itself, as the keeper does', () => {
  const half = buying({ sellOrderId: '2', quantity: '0.5', maxFeeAmount: regen('1') })
  const twice = preview(buy(half, half))
  // 16.5, buyer fee 0.165, seller fee 0.33: 0 to the pool and 16 to the seller; 16.665 is what the buyer must hold.
  expect(twice.messages[0]?.purchases.map(({ debit, requiredBalance }) => [debit, requiredBalance])).toEqual([
    [16n, 16n],
    [16n, 16n],
  ])
  const whole = preview(buy(buying({ sellOrderId: '2', quantity: '1', maxFeeAmount: regen('1') })))
  expect(whole.messages[0]?.purchases.map(({ debit }) => debit)).toEqual([32n])
  expect(twice.live.debits).toEqual([{ account: BUYER, denom: 'uregen', amount: 32n }])
  // M013 floors once for the message: the two halves are one value of 33.
  expect(twice.messages[0]?.proposed.parts.map(({ value }) => value)).toEqual([{ num: 33n, den: 1n }])
})

describe('sell orders', () => {
  test('a cancelled order gives its credits back, for the next message to spend', () => {
    const everything = retire({ owner: SELLER, credits: [{ batchDenom: BATCH, amount: '1010' }] })
    expect(codes(preview(everything))).toEqual(['0 CREDITS_TOO_LOW'])
    expect(codes(preview(cancelOrder('1'), everything))).toEqual([])
  })

  test('a cancelled order cannot be cancelled or bought from again', () => {
    expect(blocking(preview(cancelOrder('1'), cancelOrder('1'), buy(buying())))).toEqual([
      '1 ORDER_MISSING',
      '2 ORDER_MISSING',
    ])
  })

  test('what is put on sale cannot be spent any more', () => {
    const rest = (amount: string) => retire({ credits: [{ batchDenom: BATCH, amount }] })
    expect(codes(preview(sell({ quantity: '60' }), rest('40')))).toEqual([])
    expect(factsOf(preview(sell({ quantity: '60' }), rest('41')), 'CREDITS_TOO_LOW')).toMatchObject([
      { needed: '41', available: '40', held: '100' },
    ])
  })

  test('the number of an order just made is not known, so what uses it is not checked rather than missing', () => {
    const made = preview(
      sell(),
      of('/regen.ecocredit.marketplace.v1.MsgCancelSellOrder', { seller: BUYER, sellOrderId: '6' }),
    )
    expect(codes(made)).toEqual(['1 STATE_UNKNOWN'])
  })
})

test('a class, its project, its batch and a sale of it can be made in one transaction', () => {
  const result = preview(
    createClass(),
    of('/regen.ecocredit.v1.MsgCreateProject', {
      admin: BUYER,
      classId: 'C02',
      jurisdiction: 'US',
      referenceId: 'VCS-2',
    }),
    createBatch({
      issuer: BUYER,
      projectId: 'C02-001',
      issuance: [{ recipient: BUYER, tradableAmount: '1000' }],
    }),
    sell({ batchDenom: 'C02-001-20230101-20231231-001', quantity: '1000' }),
  )
  expect(codes(result)).toEqual(['2 PRICE_UNKNOWN'])
  expect(
    result.messages.flatMap(({ credits }) =>
      credits.map(({ kind, batchDenom, amount }) => [kind, batchDenom, amount]),
    ),
  ).toEqual([
    ['issue', 'C02-001-20230101-20231231-001', 1_000_000_000n],
    ['sell', 'C02-001-20230101-20231231-001', 1_000_000_000n],
  ])
  expect(result.live.debits).toEqual([{ account: BUYER, denom: 'uregen', amount: 20_000_000n }])
})

describe('a basket', () => {
  const all = (amount: string) => take({ amount })

  test('gives for the tokens that a put has just made', () => {
    expect(factsOf(preview(all('15000000')), 'BALANCE_TOO_LOW')).toEqual([
      { account: BUYER, needed: `15000000${BASKET}`, available: `5000000${BASKET}` },
    ])
    const result = preview(put(), all('15000000'))
    expect(codes(result)).toEqual([])
    expect(result.live.requiredBalances).toEqual([{ account: BUYER, denom: BASKET, amount: 5_000_000n }])
  })

  test('gives back what was put in, the oldest batch first', () => {
    const snapshot = small({ baskets: SMALL.baskets.map(basket => ({ ...basket, balances: [] })) })
    const { messages } = previewFees({ messages: [put(), all('10000000')], snapshot })
    expect(messages[1]?.credits).toEqual([
      {
        kind: 'take',
        from: { basket: BASKET },
        to: { account: BUYER, state: 'tradable' },
        batchDenom: BATCH,
        amount: 10_000_000n,
      },
    ])
  })
})

describe('messages inside messages', () => {
  test('of authz are paid by who granted them, the gas by who sends the transaction', () => {
    const result = previewFees({
      messages: [exec(SELLER, buy(buying()))],
      snapshot: SMALL,
      gasLimit: 200_000n,
    })
    expect(codes(result)).toEqual([])
    expect(result.live.debits).toEqual([
      { account: SELLER, denom: 'uregen', amount: 5_000n },
      { account: BUYER, denom: 'uregen', amount: 40_400_000n },
    ])
    expect(result.messages.map(({ path, signer, runs }) => ({ path, signer, runs }))).toEqual([
      { path: [], signer: SELLER, runs: true },
      { path: [0], signer: BUYER, runs: true },
    ])
    expect(result.messages.map(({ proposed }) => proposed.fee)).toEqual([0n, 1_000_000n])
  })

  test('of authz inside authz run in place, before the message that follows', () => {
    const result = preview(
      exec(
        POOR,
        exec(SELLER, pay(POOR, '700000000uregen'), pay(POOR, '200000000uregen')),
        pay(SELLER, '900000000uregen', POOR),
      ),
      pay(SELLER, '100000001uregen'),
    )
    expect(result.messages.map(({ index, path }) => [index, ...path])).toEqual([
      [0],
      [0, 0],
      [0, 0, 0],
      [0, 0, 1],
      [0, 1],
      [1],
    ])
    expect(codes(result)).toEqual(['1 BALANCE_TOO_LOW'])
  })

  const ask = (exec: string, ...messages: readonly unknown[]) =>
    of('/cosmos.group.v1.MsgSubmitProposal', {
      groupPolicyAddress: GROUP,
      proposers: [BUYER],
      messages,
      exec,
    })
  const rich = small({
    coinBalances: [
      ...SMALL.coinBalances,
      { account: GROUP, coins: [{ denom: 'uregen', amount: 50_000_000n }] },
    ],
  })
  const buyForGroup = { ...buy(), value: { buyer: GROUP, orders: [buying()] } }

  test('of a group proposal with EXEC_TRY run at once and are paid by the group', () => {
    const result = previewFees({ messages: [ask('EXEC_TRY', buyForGroup)], snapshot: rich })
    expect(codes(result)).toEqual([])
    expect(result.live.debits).toEqual([{ account: GROUP, denom: 'uregen', amount: 40_400_000n }])
    expect(result.messages[1]).toMatchObject({ signer: GROUP, runs: true, proposed: { fee: 1_000_000n } })
  })

  test('of a group proposal without EXEC_TRY are listed only', () => {
    const result = previewFees({ messages: [ask('EXEC_UNSPECIFIED', buyForGroup)], snapshot: rich })
    expect(result.live.debits).toEqual([])
    expect(result.messages[1]).toMatchObject({
      runs: false,
      movements: [],
      purchases: [],
      proposed: { fee: 0n },
    })
  })

  test('of a group proposal must be signed by the group', () => {
    expect(factsOf(preview(ask('EXEC_TRY', buy(buying()))), 'WOULD_FAIL')).toEqual([
      { field: 'buyer', rule: 'inner-signer', reason: `it must be ${GROUP}` },
    ])
  })

  test('of a governance proposal are listed and not charged; only the deposit is paid', () => {
    const fromGovernance = retire({ owner: MODULE_ACCOUNTS.gov })
    const result = preview(propose(fromGovernance))
    expect(result.warnings).toEqual([])
    expect(result.live.debits).toEqual([{ account: BUYER, denom: 'uregen', amount: 5_000_000n }])
    expect(result.messages[1]).toMatchObject({
      path: [0],
      runs: false,
      sentence: expect.stringMatching(/^Retires 100 credits/),
      credits: [],
      proposed: { parts: [], fee: 0n },
    })
    expect(result.proposed.total).toBe(0n)
  })
})

describe('money', () => {
  test('a payment that is too much after an earlier one says what is left', () => {
    const result = preview(pay(SELLER, '600000000uregen'), pay(SELLER, '600000000uregen'))
    expect(codes(result)).toEqual(['1 BALANCE_TOO_LOW'])
    expect(factsOf(result, 'BALANCE_TOO_LOW')).toEqual([
      { account: BUYER, needed: '600000000uregen', available: '400000000uregen', held: '1000000000uregen' },
    ])
    expect(result.live.requiredBalances).toEqual([
      { account: BUYER, denom: 'uregen', amount: 1_200_000_000n },
    ])
  })

  test('that came in earlier can be spent later, and need not be held at the start', () => {
    const result = preview(pay(POOR, '5uregen'), pay(SELLER, '5uregen', POOR))
    expect(codes(result)).toEqual([])
    expect(result.live.requiredBalances).toEqual([{ account: BUYER, denom: 'uregen', amount: 5n }])
    expect(codes(preview(pay(SELLER, '5uregen', POOR), pay(POOR, '5uregen')))).toEqual(['0 BALANCE_TOO_LOW'])
  })

  test('for gas is taken first, before any message runs', () => {
    const messages = [pay(SELLER, '1000000000uregen')]
    const result = previewFees({ messages, snapshot: SMALL, gasLimit: 200_001n })
    expect(result.live.gas?.fee).toBe(5_001n)
    expect(factsOf(result, 'BALANCE_TOO_LOW')).toEqual([
      { account: BUYER, needed: '1000000000uregen', available: '999994999uregen', held: '1000000000uregen' },
    ])
  })

  test('that a purchase needs is what the buyer must hold, be it one unit more than is taken', () => {
    const result = preview(buy(buying({ sellOrderId: '2', quantity: '0.5', maxFeeAmount: regen('1') })))
    expect(result.live).toMatchObject({ debits: [{ amount: 16n }], requiredBalances: [{ amount: 16n }] })
    const fees = { ...SMALL.settings, feeParams: { buyer: '0.1', seller: '0.05' } }
    const dear = previewFees({
      messages: [buy(buying({ sellOrderId: '2', quantity: '1', maxFeeAmount: regen('3') }))],
      snapshot: small({ settings: fees }),
    })
    expect(dear.live).toMatchObject({ debits: [{ amount: 35n }], requiredBalances: [{ amount: 36n }] })
  })
})
