import { expect, test } from 'vitest'
import { computeFee } from '../../src/mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  parseChainFeeConfig,
  parseFeeConfig,
} from '../../src/mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import {
  COMPROMISE_28_25_45_2,
  M013_V0,
  MODEL_A,
  MODEL_B_25_15_60,
  MODEL_B_30_20_50,
  MODEL_B_35_15_50,
  POOLS,
  TX_TYPES,
} from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { nextPhase, valueBasedGuards } from '../../src/mechanisms/m013-value-based-fee-routing/phase.ts'
import { dropOutliers } from '../../src/mechanisms/m013-value-based-fee-routing/prices/outliers.ts'
import { PRICE_SOURCES } from '../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { REMAINDERS, splitFee } from '../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import type { Message } from '../../src/messages/message.ts'
import { warningSentence } from '../../src/messages/warningSentences.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { PreviewInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { formatRatio, ratio, sumRatios } from '../../src/primitives/ratio.ts'
import { parseRegen, uregen } from '../../src/primitives/uregen.ts'
import { configJson } from '../mechanisms/m013-value-based-fee-routing/feeConfigs.ts'
import {
  BATCH,
  BUYER,
  buy,
  buying,
  createBatch,
  OPEN_BATCH,
  POOR,
  put,
  retire,
  SELLER,
  SMALL,
  sell,
  send,
  small,
  take,
} from '../support/snapshots.ts'

/** The readings of M013, each by an assertion. A credit is worth 25 REGEN here. */

const preview = (messages: readonly Message[], m013: object = {}, change: Partial<PreviewInput> = {}) =>
  previewFees({ messages, snapshot: SMALL, policy: parsePolicy({ m013 }), ...change })

const totalOf = (messages: readonly Message[], m013: object = {}, change: Partial<PreviewInput> = {}) =>
  preview(messages, m013, change).proposed.total

const codes = (messages: readonly Message[], m013: object = {}, change: Partial<PreviewInput> = {}) =>
  preview(messages, m013, change).warnings.map(({ code }) => code)

const retiring = (amount: string) => retire({ credits: [{ batchDenom: BATCH, amount }] })
const sending = (tradableAmount: string, retiredAmount = '0') =>
  send({ credits: [{ batchDenom: BATCH, tradableAmount, retiredAmount, retirementJurisdiction: 'US' }] })

/** Nothing says what a credit is worth. */
const UNPRICED = { snapshot: small({ trades: [], sellOrders: [] }) }

const ratesJson = {
  CreditIssuance: '0.02',
  CreditTransfer: '0.001',
  CreditRetirement: '0.005',
  MarketplaceTrade: '0.01',
}

test('reading 2.2 #1: the rate is capped and the minimum comes last; below 10 REGEN of value it is more than 10 %, which is said', () => {
  const chain = parseChainFeeConfig(
    configJson({ feeRates: Object.fromEntries(TX_TYPES.map(type => [type, '0.2'])) }),
  )
  const at = (value: string) => computeFee('CreditTransfer', parseRegen(value), chain).amount
  expect([at('5'), at('10'), at('20')]).toEqual(['1', '1', '2'].map(parseRegen))
  expect(totalOf([retiring('0.3')])).toBe(parseRegen('1'))
  expect(totalOf([retiring('0.3')], { minFeeVsMaxRate: 'cap-wins' })).toBe(parseRegen('0.75'))
  expect(codes([retiring('0.399999')])).toContain('MIN_FEE_ABOVE_MAX_RATE')
  expect(codes([retiring('0.4')])).not.toContain('MIN_FEE_ABOVE_MAX_RATE')
})

test('a minimum that several messages pay together is named whole, beside what the message pays of it', () => {
  const { messages, proposed } = preview([retiring('0.3'), retiring('0.01')], { minFeeScope: 'tx' })
  expect(proposed.total).toBe(parseRegen('1'))
  const said = messages.map(({ warnings }) =>
    warnings.filter(({ code }) => code === 'MIN_FEE_ABOVE_MAX_RATE').map(warningSentence),
  )
  expect(said).toEqual([
    ['With the minimum fee of 1 REGEN the fee of 0.99875 REGEN is more than 10 % of the value, 7.5 REGEN.'],
    [],
  ])
})

test('reading 2.2 #2: a rate above 10 % is refused when written, and capped and listed when read from a chain', () => {
  const json = configJson({ feeRates: { ...ratesJson, CreditIssuance: '0.2' } })
  expect(() => parseFeeConfig(json)).toThrow('Rate Bound Safety')
  expect(parseChainFeeConfig(json).capped).toEqual(['CreditIssuance'])
  expect(computeFee('CreditIssuance', parseRegen('100'), parseChainFeeConfig(json))).toMatchObject({
    amount: parseRegen('10'),
    rateCapped: true,
  })
})

test('reading 2.2 #3: a value that is known to be zero pays the minimum, by knob nothing', () => {
  const free = { prices: { C01: '0uregen' } }
  expect([totalOf([retiring('1')], {}, free), codes([retiring('1')], {}, free)]).toEqual([
    parseRegen('1'),
    ['MIN_FEE_ABOVE_MAX_RATE'],
  ])
  expect(totalOf([retiring('1')], { zeroValue: 'exempt' }, free)).toBe(0n)
})

test('reading 2.2 #4: without a price the value is unknown, and the minimum a lower bound; by knob nothing, or a price is required', () => {
  const { messages, proposed } = preview([retiring('1')], {}, UNPRICED)
  expect([proposed.total, proposed.atLeast, messages[0]?.proposed.parts[0]?.value]).toEqual([
    null,
    parseRegen('1'),
    null,
  ])
  expect(codes([retiring('1')], {}, UNPRICED)).toContain('PRICE_UNKNOWN')
  expect(preview([retiring('1')], { noPrice: 'exempt' }, UNPRICED).proposed.total).toBe(0n)
  const rejected = preview([retiring('1')], { noPrice: 'reject' }, UNPRICED)
  expect([rejected.proposed.atLeast, rejected.warnings.map(({ code }) => code)]).toEqual([
    0n,
    ['PRICE_UNKNOWN', 'PRICE_REQUIRED'],
  ])
})

test('reading 2.2 #4, OQ-M013-2: the sources of a price, in their order; samples beyond 3 σ of the rest are dropped when there are 5 or more', () => {
  expect(PRICE_SOURCES).toEqual([
    'explicit',
    'twap-7d',
    'last-trade',
    'governance-reference',
    'lowest-ask',
    'external',
  ])
  const sourceIn = (m013: object, change: Partial<PreviewInput>) =>
    preview([retiring('1')], m013, change).messages[0]?.proposed.parts[0]?.valuation.source
  expect(sourceIn({}, { prices: { C01: '1uregen' } })).toBe('explicit')
  expect(sourceIn({}, {})).toBe('twap-7d')
  expect(sourceIn({}, { snapshot: small({ trades: [] }) })).toBe('lowest-ask')
  const sample = (payment: bigint) => ({
    ...(SMALL.trades[0] as (typeof SMALL.trades)[number]),
    payment,
  })
  const regular = [24n, 25n, 26n, 25n].map(sample)
  const far = sample(1_000n)
  expect(dropOutliers([...regular, far])).toEqual(regular)
  expect(dropOutliers([...regular.slice(1), far])).toHaveLength(4)
})

test('reading 2.2 #5: part of a credit has its part of the value, floored once', () => {
  const [message] = preview([retiring('0.9')]).messages
  expect(message?.proposed.parts[0]?.value).toEqual(ratio(parseRegen('22.5')))
  const thirds = preview([retiring('0.333333')], { minFee: '0' }, { prices: { C01: '7uregen' } })
  expect(thirds.messages[0]?.proposed.parts[0]?.value).toEqual(ratio(2_333_331n, 1_000_000n))
  expect(thirds.proposed.total).toBe(0n)
})

test.each([
  ['validator', [300_000n, 400_003n, 250_000n, 50_000n]],
  ['agent', [300_000n, 400_001n, 250_000n, 50_002n]],
  ['burn', [300_002n, 400_001n, 250_000n, 50_000n]],
  ['largest-remainder', [300_001n, 400_001n, 250_001n, 50_000n]],
  ['round-robin', [300_001n, 400_002n, 250_000n, 50_000n]],
] as const)('reading 2.2 #6: the remainder of 1,000,003 uregen by the knob "%s"', (remainder, pools) => {
  const split = splitFee(uregen(1_000_003n), MODEL_A, remainder)
  expect(POOLS.map(pool => split[pool])).toEqual(pools)
  expect(pools.reduce((sum, pool) => sum + pool, 0n)).toBe(1_000_003n)
  expect(REMAINDERS[0]).toBe('validator')
})

test('reading 2.2 #7: issuance pays 2 %, shows its edges of 1 % and 3 %, and its issuer pays', () => {
  const [message] = preview([createBatch()]).messages
  expect(message?.proposed).toMatchObject({
    fee: parseRegen('500'),
    edges: { low: parseRegen('250'), high: parseRegen('750') },
  })
  expect(message?.signer).toBe(SELLER)
})

test('reading 2.2 #8: a send that transfers and retires is split, by knob a transfer of all, or the larger fee of both', () => {
  const both = [sending('100', '100')]
  expect([
    totalOf(both),
    totalOf(both, { sendWithRetire: 'transfer-only' }),
    totalOf(both, { sendWithRetire: 'max' }),
  ]).toEqual(['15', '5', '25'].map(parseRegen))
  expect(totalOf([sending('1', '1')])).toBe(parseRegen('1'))
})

test('reading 2.2 #9: the minimum counts once a message, by knob once a transaction or a line', () => {
  const twice = [sending('1'), sending('1')]
  const lines = [
    send({ credits: [BATCH, OPEN_BATCH].map(batchDenom => ({ batchDenom, tradableAmount: '1' })) }),
  ]
  expect([totalOf(twice), totalOf(twice, { minFeeScope: 'tx' })]).toEqual(['2', '1'].map(parseRegen))
  expect([totalOf(lines), totalOf(lines, { minFeeScope: 'line' })]).toEqual(['1', '2'].map(parseRegen))
})

test('reading 2.2 #10: a purchase that retires at once is charged as a trade, by knob as both', () => {
  const bought = buy(
    buying({ sellOrderId: '3', disableAutoRetire: false, retirementJurisdiction: 'US', quantity: '10' }),
  )
  const typesIn = (m013: object) =>
    preview([bought], m013).messages[0]?.proposed.parts.map(({ txType }) => txType)
  expect(typesIn({})).toEqual(['MarketplaceTrade'])
  expect(typesIn({ autoRetire: 'both' })).toEqual(['MarketplaceTrade', 'CreditRetirement'])
})

test('reading 2.2 #11: other messages that move credits are not charged, by knob as transfers or issuance', () => {
  const cancel = {
    typeUrl: '/regen.ecocredit.v1.MsgCancel',
    value: { owner: BUYER, credits: [{ batchDenom: BATCH, amount: '1' }], reason: 'r' },
  }
  const bridge = {
    typeUrl: '/regen.ecocredit.v1.MsgBridge',
    value: {
      owner: BUYER,
      target: 'polygon',
      recipient: `0x${'ab'.repeat(20)}`,
      credits: [{ batchDenom: BATCH, amount: '100' }],
    },
  }
  expect([put(), take(), sell(), cancel, bridge].map(message => totalOf([message]))).toEqual(
    Array(5).fill(0n),
  )
  expect(totalOf([bridge], { bridge: 'transfer' })).toBe(parseRegen('2.5'))
  expect(totalOf([put()], { basket: 'transfer' })).toBe(parseRegen('1'))
})

test('reading 2.2 #12: today’s marketplace fees stand beside M013’s, by knob within them, and are never added', () => {
  const message = [buy(buying())]
  const { live, proposed, messages } = preview(message)
  expect(messages[0]?.live.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['marketplace buyer fee', 400_000n],
    ['marketplace seller fee', 800_000n],
  ])
  expect([proposed.total, proposed.marketplaceFees]).toEqual([parseRegen('1'), 'charged'])
  const within = preview(message, { marketplaceFeeRelation: 'm013-includes' })
  expect([within.proposed.marketplaceFees, within.live]).toEqual(['included', live])
  const beside = ({ proposed }: typeof within) => proposed.beside.map(({ amount }) => amount)
  expect([beside(within), beside(preview(message))]).toEqual([[], [400_000n, 800_000n]])
})

test('reading 2.2 #13: FLAT_GAS has no value fee, TRANSITION has both and says so, VALUE_BASED keeps gas, by knob not', () => {
  const at = (phase: NonNullable<PreviewInput['phase']>, m013: object = {}) => {
    const { proposed, warnings } = preview([retiring('100')], m013, { phase })
    return [proposed.total, proposed.gas, warnings.some(({ code }) => code === 'DUAL_FEE')]
  }
  const fee = parseRegen('12.5')
  expect(at('FLAT_GAS')).toEqual([0n, 'charged', false])
  expect(at('TRANSITION')).toEqual([fee, 'charged', true])
  expect(at('VALUE_BASED')).toEqual([fee, 'charged', false])
  expect(at('VALUE_BASED', { gasInValueBased: 'zero' })).toEqual([fee, 'not charged', false])
  const gas = (m013: object) => preview([retiring('100')], m013, { gasLimit: 100_000n }).proposed.beside
  expect([gas({}).length, gas({ gasInValueBased: 'zero' })]).toEqual([1, []])
})

test('reading 2.2 #14: TRANSITION ends after 90 days or when accelerated, and never without fees on the 30 days that end yesterday', () => {
  const days = Array.from({ length: 30 }, (_, index) =>
    new Date(Date.UTC(2026, 9, 22 + index)).toISOString().slice(0, 10),
  )
  const next = (transitionStarted: string, accelerated: boolean, daysWithFees = days) =>
    nextPhase(
      'TRANSITION',
      valueBasedGuards({ transitionStarted, today: '2026-11-21', accelerated, daysWithFees }),
    )
  expect([days[0], days.at(-1)]).toEqual(['2026-10-22', '2026-11-20'])
  expect(next('2026-08-23', false)).toBe('VALUE_BASED')
  expect(next('2026-08-24', false)).toBe('TRANSITION')
  expect(next('2026-11-01', true)).toBe('VALUE_BASED')
  expect(next('2026-08-23', true, days.slice(1))).toBe('TRANSITION')
  expect(next('2026-08-23', true, days.slice(0, -1))).toBe('TRANSITION')
})

test('reading 2.2 #16, OQ-M013-1: Model A, three of Model B and the compromise are full quadruples that sum to 1', () => {
  const quadruples = [
    MODEL_A,
    MODEL_B_25_15_60,
    MODEL_B_30_20_50,
    MODEL_B_35_15_50,
    COMPROMISE_28_25_45_2,
  ].map(shares => POOLS.map(pool => formatRatio(shares[pool])))
  expect(quadruples).toEqual([
    ['0.3', '0.4', '0.25', '0.05'],
    ['0.25', '0.15', '0.6', '0'],
    ['0.3', '0.2', '0.5', '0'],
    ['0.35', '0.15', '0.5', '0'],
    ['0.28', '0.25', '0.45', '0.02'],
  ])
  for (const shares of [MODEL_A, COMPROMISE_28_25_45_2])
    expect(sumRatios(...Object.values(shares))).toEqual(ratio(1n))
  expect(() =>
    parsePolicy({ m013: { shares: { burn: '0.35', validator: '0.25', community: '0.60', agent: '0' } } }),
  ).toThrow('Share Sum Unity')
})

test('reading 2.2 #17: the signer pays the fee of a message; who pays the gas changes nothing of it', () => {
  const [own, granted] = [{}, { feePayer: POOR }].map(payer =>
    preview([retiring('100')], {}, { gasLimit: 200_000n, ...payer }),
  )
  expect([own?.messages[0]?.signer, granted?.messages[0]?.signer]).toEqual([BUYER, BUYER])
  expect({ ...granted?.proposed, beside: [] }).toEqual({ ...own?.proposed, beside: [] })
  expect([own?.live.gas?.payer, granted?.live.gas?.payer]).toEqual([BUYER, POOR])
})

test('reading 2.2 #19: what must be held is the principal and the fee, not the principal alone', () => {
  const message = [buy(buying())]
  expect(preview(message).live.requiredBalances).toEqual([
    { account: BUYER, denom: 'uregen', amount: parseRegen('40.4') },
  ])
  const holding = (amount: bigint) => ({
    snapshot: small({ coinBalances: [{ account: BUYER, coins: [{ denom: 'uregen', amount }] }] }),
  })
  expect(codes(message, {}, holding(parseRegen('40')))).toContain('BALANCE_TOO_LOW')
  expect(codes(message, {}, holding(parseRegen('40.4')))).not.toContain('BALANCE_TOO_LOW')
})

test('reading 2.2 #20: escrow and curation fees are no types of M013, and are split by the same splitter', () => {
  expect(TX_TYPES).toEqual(['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'])
  const curation = uregen((parseRegen('1234.567891') * 5n) / 1_000n)
  const split = splitFee(curation, M013_V0.shares)
  expect(POOLS.reduce((sum, pool) => sum + split[pool], 0n)).toBe(curation)
})
