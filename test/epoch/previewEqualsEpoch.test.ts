import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runEpoch } from '../../src/epoch/index.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { previewWithEffects } from '../../src/preview/previewWithEffects.ts'
import { parseCredits } from '../../src/primitives/credits.ts'
import { formatRatio, ratio, ZERO } from '../../src/primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../src/primitives/uregen.ts'
import { holds } from '../support/arbitraries.ts'
import { BATCH, BUYER, buy, buying, POOR, retire, SELLER, SMALL, send, small } from '../support/snapshots.ts'
import { anyPolicy } from './anyPolicy.ts'
import { economy, hash, inputs, type Json } from './economy.ts'

/**
 * One rule, two rooms: what a preview says of a transaction is what a period with that transaction alone collects, burns and
 * credits, under every combination of knobs.
 */

const RATE = ratio(12n, 5n)

/** Credits as millionths and as text. */
type Amount = bigint
const text = (amount: Amount) => `${amount / 1_000_000n}.${(amount % 1_000_000n).toString().padStart(6, '0')}`

type Line =
  | { readonly kind: 'retire'; readonly amounts: readonly Amount[] }
  | { readonly kind: 'send'; readonly entries: readonly (readonly [tradable: Amount, retired: Amount])[] }
  | { readonly kind: 'buy'; readonly orders: readonly (readonly [Amount, order: number, retires: boolean])[] }

const anyAmount = fc.oneof(
  fc.constantFrom(0n, 1n, 20_000n, 1_000_000n, 3_333_333n),
  fc.bigInt({ min: 0n, max: 10n ** 12n }),
)
const aboveZero = anyAmount.map(amount => (amount === 0n ? 1n : amount))
const few = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 3 })

const anyLine: fc.Arbitrary<Line> = fc.oneof(
  few(aboveZero).map(amounts => ({ kind: 'retire' as const, amounts })),
  few(fc.tuple(anyAmount, anyAmount)).map(entries => ({ kind: 'send' as const, entries })),
  few(fc.tuple(aboveZero, fc.nat(2), fc.boolean())).map(orders => ({ kind: 'buy' as const, orders })),
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
})

const messageOf = (line: Line) =>
  line.kind === 'retire'
    ? retire({ credits: line.amounts.map(amount => ({ batchDenom: BATCH, amount: text(amount) })) })
    : line.kind === 'send'
      ? send({
          recipient: POOR,
          credits: line.entries.map(([tradable, retired]) => ({
            batchDenom: BATCH,
            tradableAmount: text(tradable),
            retiredAmount: text(retired),
            retirementJurisdiction: 'US',
          })),
        })
      : buy(
          ...line.orders.map(([amount, order, retires]) =>
            buying({
              sellOrderId: ASKS[order]?.id,
              quantity: text(amount),
              bidPrice: { denom: ASKS[order]?.denom, amount: ASKS[order]?.ask.toString() },
              disableAutoRetire: !retires,
              retirementJurisdiction: 'US',
            }),
          ),
        )

/** The same messages as the charged parts that a period takes. */
function partsOf(lines: readonly Line[], price: bigint): readonly Json[] {
  const value = (amount: Amount) => formatRatio(ratio(amount * price, 1_000_000n))
  return lines.flatMap((line, messageIndex) => {
    const at = { txHash: hash(1), messageIndex, time: '2027-01-02T00:00:00Z' }
    const parts: readonly Json[] =
      line.kind === 'retire'
        ? line.amounts.map(amount => ({
            payer: BUYER,
            txType: 'CreditRetirement',
            value: value(amount),
            credited: { kind: 'retirement' },
          }))
        : line.kind === 'send'
          ? line.entries.flatMap(([tradable, retired]) => [
              ...(tradable > 0n || retired === 0n
                ? [{ payer: BUYER, txType: 'CreditTransfer', value: value(tradable) }]
                : []),
              ...(retired > 0n
                ? [
                    {
                      payer: BUYER,
                      txType: 'CreditRetirement',
                      value: value(retired),
                      credited: { kind: 'retirement', retirer: POOR },
                    },
                  ]
                : []),
            ])
          : line.orders.map(([amount, order, autoRetired]) => ({
              payer: BUYER,
              txType: 'MarketplaceTrade',
              denom: ASKS[order]?.denom,
              value: formatRatio(ratio(amount * (ASKS[order]?.ask ?? 0n), 1_000_000n)),
              credited: { kind: 'purchase', seller: SELLER, autoRetired, retirementValue: value(amount) },
            }))
    return parts.map((part, index) => ({ ...at, ...part, part: index }))
  })
}

const STATE = economy({ revenue: '500000000' })

/** What a period says of it, in the words of a preview. */
function periodOf(lines: readonly Line[], price: bigint, policy: PolicyConfig) {
  const { report } = runEpoch(
    STATE,
    inputs({ transactions: partsOf(lines, price), rates: { uusdc: formatRatio(RATE) } }),
    policy,
  )
  const { record, scores } = report.rewards
  return {
    pools: report.fees.pools,
    burned: report.supply.record?.burned,
    auto: record.inflow - record.governance,
    scores: scores
      .filter(({ score }) => score.num > 0n)
      .map(({ address, score }) => [address, formatRatio(score)]),
  }
}

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
    burned: proposed.supplyEffect?.burned,
    auto: proposed.rewardEffect?.pool.high,
    scores: proposed.rewardEffect?.participants.map(({ address, score }) => [address, formatRatio(score)]),
  }
}

test('preview = epoch, for one transaction in one period, under every combination of knobs', () => {
  holds(few(anyLine), anyPrice, anyPolicy, (lines, price, policy) => {
    expect(previewOf(lines, price, policy)).toEqual(periodOf(lines, price, policy))
  })
})

/** Answers that the two halves of 0.1.0 gave differently, in uregen. */
const feeOf = (lines: readonly Line[], m013: Json, price = 1_000_000n) => {
  const policy = parsePolicy({ m013 })
  const preview = previewOf(lines, price, policy)
  expect(preview).toEqual(periodOf(lines, price, policy))
  return Object.values(preview.pools)
    .flat()
    .reduce((sum, { amount }) => sum + amount, 0n)
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
  ['tx, small parts', [credits(1n), credits(1n), credits(1n)], { minFeeScope: 'tx', minFee: '0' }, 333n, 3n],
] as const)('%s', (_, lines, m013, price, fee) => {
  expect(feeOf(lines as unknown as readonly Line[], m013, price)).toBe(fee)
})
