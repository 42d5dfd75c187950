import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { runEpoch } from '../../src/epoch/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { toChargedTransactions } from '../../src/network/period/chargedTransactions.ts'
import type { LedgerActivity } from '../../src/node/history/activity.ts'
import { M013_KNOBS } from '../../src/policy/knobs/m013Knobs.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { previewWithEffects } from '../../src/preview/previewWithEffects.ts'
import { parseCredits } from '../../src/primitives/credits.ts'
import { formatRatio, ratio, ZERO } from '../../src/primitives/ratio.ts'
import { parseTime } from '../../src/primitives/time.ts'
import { sumUregen, type Uregen } from '../../src/primitives/uregen.ts'
import { holds } from '../support/arbitraries.ts'
import {
  BASKET,
  BATCH,
  BUYER,
  buy,
  buying,
  OPEN_BATCH,
  POOR,
  put,
  retire,
  SELLER,
  SMALL,
  send,
  small,
  take,
} from '../support/snapshots.ts'
import { anyPolicy, anyPolicyJson } from './anyPolicy.ts'
import { economy, hash, inputs, type Json } from './economy.ts'

/**
 * One rule, two rooms: what a preview says of a transaction is what a period with that transaction alone collects, burns and
 * credits. The period is told what the messages did; what that is charged as, the replay of a chain says (`toChargedTransactions`).
 */

const RATE = ratio(12n, 5n)

/** Credits as millionths and as text. */
type Amount = bigint
const text = (amount: Amount) => `${amount / 1_000_000n}.${(amount % 1_000_000n).toString().padStart(6, '0')}`

/** Tradable credits, and credits that are retired at once. */
type Entry = readonly [tradable: Amount, retired: Amount]

type Amounts = { readonly amounts: readonly Amount[] }
type Entries = { readonly entries: readonly Entry[] }
type Lines = {
  readonly retire: Amounts
  readonly bridge: Amounts
  readonly put: Amounts
  readonly send: Entries
  readonly issue: Entries
  readonly buy: { readonly orders: readonly (readonly [Amount, order: number, retires: boolean])[] }
  readonly bridgeReceive: { readonly amount: Amount }
  readonly take: { readonly amount: Amount; readonly retires: boolean }
}
type Kind = keyof Lines
type Line = { [kind in Kind]: { readonly kind: kind } & Lines[kind] }[Kind]

const anyAmount = fc.oneof(
  fc.constantFrom(0n, 1n, 20_000n, 1_000_000n, 3_333_333n),
  fc.bigInt({ min: 0n, max: 10n ** 12n }),
)
const aboveZero = anyAmount.map(amount => (amount === 0n ? 1n : amount))
const few = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 })

const anyLine: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ kind: fc.constantFrom('retire', 'bridge', 'put'), amounts: few(aboveZero) }),
  fc.record({ kind: fc.constantFrom('send', 'issue'), entries: few(fc.tuple(anyAmount, anyAmount)) }),
  fc.record({ kind: fc.constant('buy' as const), orders: few(fc.tuple(aboveZero, fc.nat(2), fc.boolean())) }),
  fc.record({ kind: fc.constant('bridgeReceive' as const), amount: aboveZero }),
  fc.record({ kind: fc.constant('take' as const), amount: aboveZero, retires: fc.boolean() }),
)

/** Orders at 20 REGEN, at 33 uregen and at 1.5 bridge dollars; and a class that trades at any price. */
const ASKS = [
  { id: '1', denom: 'uregen', ask: 20_000_000n },
  { id: '2', denom: 'uregen', ask: 33n },
  { id: '4', denom: 'uusdc', ask: 1_500_000n },
] as const

const anyPrice = fc.constantFrom(0n, 33n, 1_000_000n, 25_000_000n)
const PLENTY = parseCredits('100000000')
const SNAPSHOT = small({
  sellOrders: SMALL.sellOrders.map(order => ({ ...order, quantity: PLENTY })),
  baskets: SMALL.baskets.map(basket => ({ ...basket, balances: [{ batchDenom: BATCH, amount: PLENTY }] })),
})

/** Messages of which a snapshot has no row: they are charged all the same. */
const mint = (issuance: Json): Message => ({
  typeUrl: '/regen.ecocredit.v1.MsgMintBatchCredits',
  value: {
    ...{ issuer: SELLER, batchDenom: OPEN_BATCH, ...issuance },
    originTx: { id: 'tx-9', source: 'verra', contract: '', note: '' },
  },
})
const bridge = (credits: Json): Message => ({
  typeUrl: '/regen.ecocredit.v1.MsgBridge',
  value: { owner: BUYER, target: 'polygon', recipient: `0x${'32'.repeat(20)}`, ...credits },
})
const bridgeReceive = (amount: string): Message => ({
  typeUrl: '/regen.ecocredit.v1.MsgBridgeReceive',
  value: {
    ...{ issuer: SELLER, classId: 'C01' },
    project: { referenceId: 'VCS-612', jurisdiction: 'KE', metadata: 'regen:z' },
    batch: {
      ...{ recipient: POOR, amount, metadata: 'regen:z' },
      ...{ startDate: '2019-01-01', endDate: '2020-01-01' },
    },
    originTx: { id: `0x${'cd'.repeat(32)}`, source: 'polygon', contract: `0x${'0e'.repeat(20)}`, note: '' },
  },
})

const creditsOf = (amounts: readonly Amount[]) =>
  amounts.map(amount => ({ batchDenom: BATCH, amount: text(amount) }))
const arrivalOf = ([tradable, retired]: Entry) => ({
  ...{ tradableAmount: text(tradable), retiredAmount: text(retired) },
  ...{ retirementJurisdiction: 'US' },
})

const MESSAGE: { readonly [kind in Kind]: (line: Lines[kind]) => Message } = {
  retire: ({ amounts }) => retire({ credits: creditsOf(amounts) }),
  put: ({ amounts }) => put({ credits: creditsOf(amounts) }),
  take: ({ amount, retires }) =>
    take({
      ...{ amount: amount.toString(), retireOnTake: retires },
      ...{ retirementJurisdiction: retires ? 'US' : '' },
    }),
  send: ({ entries }) =>
    send({
      recipient: POOR,
      credits: entries.map(entry => ({ batchDenom: BATCH, ...arrivalOf(entry) })),
    }),
  issue: ({ entries }) =>
    mint({ issuance: entries.map(entry => ({ recipient: POOR, ...arrivalOf(entry) })) }),
  buy: ({ orders }) =>
    buy(
      ...orders.map(([amount, order, retires]) =>
        buying({
          sellOrderId: ASKS[order]?.id,
          quantity: text(amount),
          bidPrice: { denom: ASKS[order]?.denom, amount: ASKS[order]?.ask.toString() },
          disableAutoRetire: !retires,
          retirementJurisdiction: 'US',
        }),
      ),
    ),
  bridge: ({ amounts }) => bridge({ credits: creditsOf(amounts) }),
  bridgeReceive: ({ amount }) => bridgeReceive(text(amount)),
}
const messageOf = (line: Line): Message => (MESSAGE[line.kind] as (line: Line) => Message)(line)

/** The same as the acts that a chain tells of, without their places. */
const NOTE = { jurisdiction: 'US', reason: '' }
const retired = (owner: string, from: string, by: 'owner' | 'send' | 'basket', amount: Amount) =>
  ({ kind: 'retirement', ...NOTE, owner, from, by, amount }) as const
const issued = (tradable: Amount, retired: Amount, bridged: boolean) =>
  ({ kind: 'issuance', recipient: POOR, tradable, retired, retirement: NOTE, bridged }) as const

/** Null has a part’s number, and is nothing: the tradable credits of an entry that only retires. */
const ACTS: { readonly [kind in Kind]: (line: Lines[kind]) => readonly (Json | null)[] } = {
  retire: ({ amounts }) => amounts.map(amount => retired(BUYER, BUYER, 'owner', amount)),
  put: ({ amounts }) =>
    amounts.map(amount => ({ kind: 'basket put', owner: BUYER, basketDenom: BASKET, amount })),
  take: ({ amount, retires }) => [
    retires
      ? retired(BUYER, BUYER, 'basket', amount)
      : { kind: 'basket take', owner: BUYER, basketDenom: BASKET, amount },
  ],
  send: ({ entries }) =>
    entries.flatMap(([tradable, gone]) => [
      tradable > 0n || gone === 0n
        ? { kind: 'send', sender: BUYER, recipient: POOR, amount: tradable }
        : null,
      ...(gone > 0n ? [retired(POOR, BUYER, 'send', gone)] : []),
    ]),
  issue: ({ entries }) => entries.map(([tradable, retired]) => issued(tradable, retired, false)),
  buy: ({ orders }) =>
    orders.map(([quantity, order, retires]) => {
      const { id = '', denom = '', ask = 0n } = ASKS[order] ?? {}
      const atLeast = (ask * quantity) / 1_000_000n
      return {
        ...{ kind: 'purchase', buyer: BUYER, seller: SELLER, orderId: BigInt(id), quantity, denom },
        ...{ payment: { sellerReceives: atLeast, atLeast, below: atLeast + 2n, ask } },
        ...{ buyerFee: 0n, sellerFee: 0n, retirement: retires ? NOTE : null },
      }
    }),
  bridge: ({ amounts }) =>
    amounts.map(amount => ({
      ...{ kind: 'cancellation', owner: BUYER, amount },
      ...{ reason: 'bridge', bridgedTo: 'polygon' },
    })),
  bridgeReceive: ({ amount }) => [issued(amount, 0n, true)],
}

const actsOf = (lines: readonly Line[]): readonly LedgerActivity[] =>
  lines.flatMap((line, messageIndex) =>
    (ACTS[line.kind] as (line: Line) => readonly (Json | null)[])(line).flatMap((act, part) => {
      if (act === null) return []
      const time = parseTime('2027-01-02T00:00:00Z').seconds
      const at = { txHash: hash(1), height: 1n, time, messageIndex, path: [], part }
      return [{ ...act, classId: 'C01', batchDenom: BATCH, ...at } as unknown as LedgerActivity]
    }),
  )

const STATE = economy({ revenue: '500000000' })

/** What a period says of it, in the words of a preview. Events do not tell who issued: here it is the seller. */
function periodOf(lines: readonly Line[], price: bigint, policy: PolicyConfig) {
  const rates = { uusdc: RATE }
  const worth = { rates, priceOf: () => ratio(price) }
  const { transactions, unvalued } = toChargedTransactions(actsOf(lines), worth, { policy })
  expect(unvalued).toEqual([])
  const { report } = runEpoch(STATE, { ...inputs(), transactions, rates }, policy)
  const { record, scores } = report.rewards
  return {
    pools: report.fees.pools,
    records: report.fees.records
      .map(({ messageIndex, denom, fee, pools }) => ({ messageIndex, denom, amount: fee, pools }))
      .sort(byMessage),
    burned: report.supply.record?.burned,
    auto: record.inflow - record.governance,
    scores: scores
      .filter(({ score }) => score.num > 0n)
      .map(({ address, score }) => [address === 'the issuer' ? SELLER : address, formatRatio(score)]),
  }
}

type Recorded = { readonly messageIndex: number; readonly denom: string }
const byMessage = (a: Recorded, b: Recorded) =>
  a.messageIndex - b.messageIndex || (a.denom < b.denom ? -1 : 1)

function previewOf(lines: readonly Line[], price: bigint, policy: PolicyConfig) {
  const { proposed, messages } = previewWithEffects({
    messages: lines.map(messageOf),
    snapshot: SNAPSHOT,
    policy,
    prices: { C01: `${price}uregen` },
    rates: { uusdc: `${formatRatio(RATE)}uregen` },
    feeRevenue: 500_000_000n as Uregen,
    supply: {
      supply: STATE.supply.supply,
      staked: 0n as Uregen,
      stabilityCommitted: 0n as Uregen,
      m014Phase: 'ACTIVE',
    },
    rewards: { totalScore: ZERO, pool: 0n as Uregen },
  })
  const coins = messages.flatMap(({ proposed }) => proposed.collected)
  const poolOf = (pool: 'burn' | 'validator' | 'community' | 'agent') =>
    [...new Set(coins.map(({ denom }) => denom))]
      .map(denom => ({
        denom,
        amount: sumUregen(...coins.filter(coin => coin.denom === denom).map(({ pools }) => pools[pool])),
      }))
      .filter(({ amount }) => amount > 0n)
      .sort((a, b) => (a.denom < b.denom ? -1 : 1))
  return {
    pools: {
      burn: poolOf('burn'),
      validator: poolOf('validator'),
      community: poolOf('community'),
      agent: poolOf('agent'),
    },
    records: messages
      .flatMap(({ proposed }, messageIndex) =>
        proposed.collected.map(({ denom, amount, pools }) => ({ messageIndex, denom, amount, pools })),
      )
      .sort(byMessage),
    burned: proposed.supplyEffect?.burned,
    auto: proposed.rewardEffect?.pool.high,
    scores: proposed.rewardEffect?.participants.map(({ address, score }) => [address, formatRatio(score)]),
  }
}

test('preview = epoch, for one transaction in one period, whatever its acts: fees, pools, records, what is burned and scored, under every combination of M013’s knobs, and of those of M015 that one transaction shows', () => {
  holds(few(anyLine), anyPrice, anyPolicy, (lines, price, policy) => {
    expect(previewOf(lines, price, policy)).toEqual(periodOf(lines, price, policy))
  })
})

test('the law turns every knob of M013 but the two that find a price, and every name of each choice', () => {
  const policies = fc.sample(anyPolicyJson, 500)
  const turned = new Set(policies.flatMap(({ m013 }) => Object.keys(m013)))
  expect(Object.keys(M013_KNOBS).filter(name => !turned.has(name))).toEqual(['valuation', 'referencePrices'])
  for (const [name, { schema }] of Object.entries(M013_KNOBS))
    if (schema instanceof z.ZodMiniEnum)
      expect([name, ...new Set(policies.map(({ m013 }) => (m013 as Json)[name]))].toSorted()).toEqual(
        [name, ...schema.options].toSorted(),
      )
  expect([...new Set(policies.map(({ m013 }) => m013.agentFund.kind))].toSorted()).toEqual([
    'community-tag',
    'module',
    'multisig',
  ])
})

/** Answers that the two halves of 0.1.0 gave differently, in uregen. */
const feeOf = (lines: readonly Line[], m013: Json, price = 1_000_000n) => {
  const policy = parsePolicy({ m013 })
  const preview = previewOf(lines, price, policy)
  expect(preview).toEqual(periodOf(lines, price, policy))
  return preview.records.reduce((sum, { amount }) => sum + amount, 0n)
}
const credits = (...amounts: readonly bigint[]): Line => ({
  kind: 'retire',
  amounts: amounts.map(amount => amount * 1_000_000n),
})

test.each([
  [
    'line, exempt',
    [
      {
        kind: 'send',
        entries: [
          [0n, 0n],
          [100_000_000n, 0n],
        ],
      },
    ],
    { minFeeScope: 'line', zeroValue: 'exempt', minFee: '1000000' },
    25_000_000n,
    2_500_000n,
  ],
  [
    'line, cap-wins',
    [{ kind: 'retire', amounts: [20_000n, 100_000_000n] }],
    { minFeeScope: 'line', minFeeVsMaxRate: 'cap-wins' },
    25_000_000n,
    12_550_000n,
  ],
  [
    'line, cap-wins, 1 and 1,000 REGEN',
    [credits(1n, 1_000n)],
    { minFeeScope: 'line', minFeeVsMaxRate: 'cap-wins' },
    1_000_000n,
    5_100_000n,
  ],
  [
    'line, transfer-only: nothing, what is retired, nothing',
    [
      {
        kind: 'send',
        entries: [
          [0n, 0n],
          [0n, 1_000_000n],
          [0n, 0n],
        ],
      },
    ],
    { minFeeScope: 'line', sendWithRetire: 'transfer-only' },
    1_000_000n,
    3_000_000n,
  ],
  [
    'message, max: what is sent, and an entry that only retires',
    [
      {
        kind: 'send',
        entries: [
          [100_000_000n, 0n],
          [0n, 100_000_000n],
        ],
      },
    ],
    { sendWithRetire: 'max', minFee: '0' },
    1_000_000n,
    600_000n,
  ],
  ['tx, small parts', [credits(1n), credits(1n), credits(1n)], { minFeeScope: 'tx', minFee: '0' }, 333n, 3n],
] as const)('%s', (_, lines, m013, price, fee) => {
  expect(feeOf(lines as unknown as readonly Line[], m013, price)).toBe(fee)
})
