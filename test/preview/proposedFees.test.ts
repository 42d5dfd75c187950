import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { CATALOG } from '../../src/messages/catalog.ts'
import type { Message } from '../../src/messages/message.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { PreviewInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { type Credits, formatCredits } from '../../src/primitives/credits.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import { sumUregen } from '../../src/primitives/uregen.ts'
import { holds } from '../support/arbitraries.ts'
import {
  BATCH,
  BUYER,
  buy,
  buying,
  createBatch,
  OPEN_BATCH,
  pay,
  put,
  retire,
  SELLER,
  SMALL,
  sell,
  send,
  small,
  take,
} from '../support/snapshots.ts'
import { VALID_MESSAGES } from '../support/validMessages.ts'

/** What M013 would charge for real messages: which types, on which values, and what is not known. */

const previewOf = (message: Message, change: Partial<PreviewInput> = {}) =>
  previewFees({ messages: [message], snapshot: SMALL, ...change })

const proposedFor = (message: Message, change: Partial<PreviewInput> = {}) => {
  const [first] = previewOf(message, change).messages
  if (first === undefined) throw new Error('there is no message')
  return first.proposed
}

const sending = (tradableAmount: string, retiredAmount = '0') =>
  send({ credits: [{ batchDenom: BATCH, tradableAmount, retiredAmount, retirementJurisdiction: 'US' }] })

/** Millions of uregen are whole REGEN here. */
const chargedAs = (message: Message) =>
  proposedFor(message).parts.map(({ txType, value }) => [txType, value && value.num / value.den / 1_000_000n])

const mint = {
  typeUrl: '/regen.ecocredit.v1.MsgMintBatchCredits',
  value: {
    issuer: SELLER,
    batchDenom: OPEN_BATCH,
    issuance: [{ recipient: SELLER, tradableAmount: '4', retiredAmount: '6', retirementJurisdiction: 'US' }],
    originTx: { id: 'tx-7', source: 'registry' },
  },
}
const retiring = { disableAutoRetire: false, retirementJurisdiction: 'US' }

describe('which message is charged as what, at 25 REGEN a credit', () => {
  test.each<[string, Message, readonly unknown[]]>([
    ['a new batch: what is issued', createBatch(), [['CreditIssuance', 25_000n]]],
    ['more of a batch: tradable and retired together, once', mint, [['CreditIssuance', 250n]]],
    ['a send: the tradable part', sending('100'), [['CreditTransfer', 2_500n]]],
    ['a send: the retired part', sending('0', '100'), [['CreditRetirement', 2_500n]]],
    [
      'a send of both',
      sending('60', '40'),
      [
        ['CreditTransfer', 1_500n],
        ['CreditRetirement', 1_000n],
      ],
    ],
    ['a send of nothing, which the chain accepts', sending('0'), [['CreditTransfer', 0n]]],
    ['a retirement', retire(), [['CreditRetirement', 2_500n]]],
    [
      'a purchase: ask × quantity, not the bid',
      buy(buying({ bidPrice: { denom: 'uregen', amount: '99000000' } })),
      [['MarketplaceTrade', 40n]],
    ],
    ['a purchase that retires', buy(buying({ ...retiring, sellOrderId: '3' })), [['MarketplaceTrade', 40n]]],
    ['an offer for sale', sell(), []],
    ['putting into a basket', put(), []],
    ['taking out of a basket', take(), []],
    ['coins', pay(SELLER, '5uregen'), []],
  ])('%s', (_, message, expected) => {
    expect(chargedAs(message)).toEqual(expected)
  })

  test('no message of the catalog is charged that does not say so', () => {
    const snapshot = parseSnapshot(bundled)
    for (const { typeUrl, charges } of CATALOG) {
      const { messages } = previewFees({ messages: [{ typeUrl, value: VALID_MESSAGES[typeUrl] }], snapshot })
      const [own] = messages
      for (const { txType } of own?.proposed.parts ?? [])
        expect([typeUrl, charges]).toEqual([typeUrl, expect.arrayContaining([txType])])
      if (charges.length === 0)
        expect(own?.proposed).toMatchObject({ parts: [], fee: 0n, minFeeApplied: false })
    }
  })
})

describe('the fee', () => {
  test.each([
    ['tradable', sending('0.0000001', '40'), [null, 1_000_000_000n]],
    ['retired', sending('60', '0.0000001'), [1_500_000_000n, null]],
  ] as const)(
    'of a send whose %s amount cannot be read is not known, and not that of nothing',
    (_, message, values) => {
      const { fee, parts } = proposedFor(message)
      expect(fee).toBeNull()
      expect(parts.map(({ value }) => value?.num ?? null)).toEqual(values)
    },
  )

  test('of retiring 100 credits at 25 REGEN is 0.5 % of 2,500: 12.5 REGEN, split by Model A', () => {
    expect(proposedFor(retire())).toMatchObject({
      fee: 12_500_000n,
      atLeast: 12_500_000n,
      minFeeApplied: false,
      pools: { burn: 3_750_000n, validator: 5_000_000n, community: 3_125_000n, agent: 625_000n },
    })
  })

  test('is the sum of what its parts add, unless the minimum is more', () => {
    const anyMillionths = fc
      .bigInt({ min: 0n, max: 50_000_000n })
      .map(amount => formatCredits(amount as Credits))
    const anyEntry = fc.record({
      batchDenom: fc.constantFrom(BATCH, 'C02-001-20200101-20210101-001'),
      tradableAmount: anyMillionths,
      retiredAmount: anyMillionths,
      retirementJurisdiction: fc.constant('US'),
    })
    const anyPrice = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(amount => `${amount}uregen`)
    holds(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), anyPrice, anyPrice, (credits, C01, C02) => {
      const { parts, fee, atLeast, minFeeApplied, pools } = proposedFor(send({ credits }), {
        prices: { C01, C02 },
      })
      const byValue = parts.reduce((sum, part) => sum + (part.byValue ?? 0n), 0n)
      expect(fee).toBe(byValue < 1_000_000n ? 1_000_000n : byValue)
      expect([atLeast, minFeeApplied]).toEqual([fee, byValue < 1_000_000n])
      expect(sumUregen(...Object.values(pools))).toBe(fee)
    })
  })

  test('floors the lines of one type together: two values of 150 uregen at 0.5 % are 1, not 0 + 0', () => {
    const line = { batchDenom: BATCH, amount: '0.000006' }
    const policy = parsePolicy({ m013: { minFee: '0' } })
    expect(proposedFor(retire({ credits: [line] }), { policy }).fee).toBe(0n)
    const { fee, parts } = proposedFor(retire({ credits: [line, line] }), { policy })
    expect([fee, parts.map(({ value, byValue }) => [value, byValue])]).toEqual([1n, [[ratio(300n), 1n]]])
  })

  test('of issuance comes with the edges of the specification’s range, 1 % and 3 %', () => {
    expect(proposedFor(createBatch())).toMatchObject({
      fee: 500_000_000n,
      edges: { low: 250_000_000n, high: 750_000_000n },
    })
    const one = createBatch({ issuance: [{ recipient: SELLER, tradableAmount: '3' }] })
    expect(proposedFor(one)).toMatchObject({ fee: 1_500_000n, edges: { low: 1_000_000n, high: 2_250_000n } })
    expect(proposedFor(retire()).edges).toBe(undefined)
  })

  test('of several messages pays the minimum once a message', () => {
    const { proposed } = previewFees({
      messages: [sending('1'), sending('1'), pay(SELLER, '5uregen')],
      snapshot: SMALL,
    })
    expect(proposed.total).toBe(2_000_000n)
  })
})

describe('three different things', () => {
  const unpriced = small({ trades: [], sellOrders: [] })

  test('a price of zero: the value is 0, and the minimum is paid', () => {
    expect(proposedFor(retire(), { prices: { C01: '0uregen' } })).toMatchObject({
      parts: [{ value: ratio(0n), byValue: 0n, valuation: { source: 'explicit', price: ratio(0n) } }],
      fee: 1_000_000n,
      minFeeApplied: true,
    })
  })

  test('no price: value and fee are null, and the minimum is a lower bound', () => {
    const { messages, proposed, warnings } = previewOf(retire(), { snapshot: unpriced })
    expect(messages[0]?.proposed).toMatchObject({
      parts: [{ value: null, byValue: null, valuation: { source: null, classId: 'C01', price: null } }],
      fee: null,
      atLeast: 1_000_000n,
    })
    expect(proposed).toMatchObject({ total: null, atLeast: 1_000_000n, pools: { burn: 300_000n } })
    expect(warnings.map(({ code }) => code)).toEqual(['PRICE_UNKNOWN'])
  })

  test('a price in a denom without a rate: the price is shown, value and fee are null', () => {
    const inDollars = { snapshot: unpriced, prices: { C01: '2000000uusdc' } }
    const { messages, warnings } = previewOf(retire(), inDollars)
    expect(messages[0]?.proposed).toMatchObject({
      parts: [{ value: null, valuation: { denom: 'uusdc', price: ratio(2_000_000n), rate: null } }],
      fee: null,
    })
    expect(warnings.map(({ code }) => code)).toEqual(['DENOM_CONVERSION'])
    expect(proposedFor(retire(), { ...inDollars, rates: { uusdc: '12.5uregen' } }).fee).toBe(12_500_000n)
  })

  test('what is known of a message counts, whatever else is not', () => {
    const half = [BATCH, 'BT01-001-20200101-20210101-001'].map(batchDenom => ({ batchDenom, amount: '100' }))
    const { proposed, messages } = previewOf(retire({ credits: half }))
    expect(messages[0]?.proposed).toMatchObject({ fee: null, atLeast: 12_500_000n, minFeeApplied: false })
    expect(proposed).toMatchObject({ total: null, atLeast: 12_500_000n })
  })

  test('nothing of a class without a price is worth nothing: no price is needed to know that', () => {
    expect(proposedFor(sending('0'), { snapshot: unpriced })).toMatchObject({
      fee: 1_000_000n,
      parts: [{ value: ratio(0n) }],
    })
  })
})

describe('phases', () => {
  test.each([
    ['FLAT_GAS', { phase: 'FLAT_GAS', total: 0n, gas: 'charged' }, []],
    ['TRANSITION', { phase: 'TRANSITION', total: 12_500_000n, gas: 'charged' }, ['DUAL_FEE']],
    ['VALUE_BASED', { phase: 'VALUE_BASED', total: 12_500_000n, gas: 'charged' }, []],
  ] as const)('%s', (phase, proposed, codes) => {
    const preview = previewOf(retire(), { phase })
    expect(preview.proposed).toMatchObject({ status: 'proposed', ...proposed })
    expect(preview.warnings.map(({ code }) => code)).toEqual(codes)
    expect(preview.live).toEqual(previewOf(retire()).live)
  })
})

describe('what a preview says of itself', () => {
  test('it is valid until the first price that it used is stale', () => {
    expect(previewOf(retire()).validUntil).toEqual({ height: 100n, time: '2026-11-28T00:00:00Z' })
    expect(previewOf(retire(), { prices: { C01: '1uregen' } }).validUntil.time).toBe(null)
    expect(previewOf(buy(buying())).validUntil.time).toBe(null)
  })

  test('it names what the proposed side rests on, and leaves that out where nothing is charged', () => {
    expect(
      previewOf(retire()).assumptions.map(({ question, text }) => `${question ?? '-'} ${text}`),
    ).toMatchInlineSnapshot(`
      [
        "- The messages run in this order, as one transaction, on the state of the height given.",
        "- M013 is a specification; nothing of it is in force. What follows is what it would do.",
        "OQ-M013-1 Fees are split burn / validator / community / agent 30 / 40 / 25 / 5 %.",
        "OQ-M013-5 30 % of every fee is burned.",
        "OQ-M013-3 Fees are collected in REGEN.",
        "OQ-M013-2 Credits are valued by the first source that has a price: explicit, twap-7d, last-trade, governance-reference, lowest-ask, external; without one, the minimum fee is a lower bound.",
        "- The minimum fee of 1 REGEN counts once a message.",
      ]
    `)
    expect(previewOf(pay(SELLER, '5uregen')).assumptions.map(({ text }) => text)).toEqual([
      'The messages run in this order, as one transaction, on the state of the height given.',
    ])
  })

  test('it names other answers to OQ-M013-3 and OQ-M013-5 as they are', () => {
    const texts = (m013: object) =>
      previewOf(retire(), { policy: parsePolicy({ m013 }) }).assumptions.map(({ text }) => text)
    expect(texts({ collection: 'native' }).join()).toContain(
      'in the denom of the payment, and shown in REGEN',
    )
    expect(texts({ collection: 'hybrid' }).join()).toContain('converted where they are burned')
    const points = [
      { revenue: '0', share: '0.30' },
      { revenue: '1000000000', share: '0.10' },
    ]
    expect(texts({ burnShare: { kind: 'dynamic', points } }).join()).toContain(
      'by the revenue of the period before',
    )
  })
})

test.each([
  [{ prices: { C01: '25' } }, 'at prices.C01'],
  [{ prices: { C01: 'uregen' } }, 'at prices.C01'],
  [{ prices: { C01: '-1uregen' } }, 'at prices.C01'],
  [{ prices: { C01: '1.2.3uregen' } }, 'at prices.C01'],
  [{ rates: { uusdc: '12.5uatom' } }, 'at rates.uusdc'],
  [{ rates: { uusdc: '' } }, 'at rates.uusdc'],
] as const)('a price or rate that cannot be read is refused: %j', (change, problem) => {
  expect(() => previewOf(retire(), change)).toThrow(problem)
})

test('a stated price has precedence and may have decimals', () => {
  const { parts } = proposedFor(retire({ owner: BUYER }), { prices: { C01: '0.5uregen' } })
  expect(parts).toMatchObject([
    { value: ratio(50n), valuation: { source: 'explicit', price: ratio(1n, 2n) } },
  ])
})
