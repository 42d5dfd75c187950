import issuance from '../../../examples/issuance.json' with { type: 'json' }
import mixed from '../../../examples/mixed.json' with { type: 'json' }
import purchase from '../../../examples/purchase.json' with { type: 'json' }
import retirement from '../../../examples/retirement.json' with { type: 'json' }
import bundled from '../../../examples/snapshot.json' with { type: 'json' }
import {
  type FeePreview,
  type Message,
  type PolicyConfig,
  parseMessages,
  parseSnapshot,
  previewFees,
} from '../../../src/index.ts'

/** The knobs of M013 that a preview shows, and what turning each changes in that of a transaction on the bundled snapshot. */

const snapshot = parseSnapshot(bundled)

const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const DAVE = 'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd'
const BATCH = 'C01-001-20200101-20210101-001'

const send = (tradableAmount: string, retiredAmount: string, batchDenom = BATCH): Message => ({
  typeUrl: '/regen.ecocredit.v1.MsgSend',
  value: {
    sender: ALICE,
    recipient: DAVE,
    credits: [{ batchDenom, tradableAmount, retiredAmount, retirementJurisdiction: 'US' }],
  },
})
const retire = (amount: string, ...batches: readonly string[]): Message => ({
  typeUrl: '/regen.ecocredit.v1.MsgRetire',
  value: {
    owner: ALICE,
    credits: batches.map(batchDenom => ({ batchDenom, amount })),
    jurisdiction: 'US',
  },
})
const credits = [{ batchDenom: BATCH, amount: '100' }]
const put = {
  typeUrl: '/regen.ecocredit.basket.v1.MsgPut',
  value: { owner: ALICE, basketDenom: 'eco.uC.NCT', credits },
}
const bridge = {
  typeUrl: '/regen.ecocredit.v1.MsgBridge',
  value: { owner: ALICE, target: 'polygon', recipient: `0x${'ab'.repeat(20)}`, credits },
}
const bridgeReceive = {
  typeUrl: '/regen.ecocredit.v1.MsgBridgeReceive',
  value: {
    issuer: ALICE,
    classId: 'C01',
    project: { referenceId: 'VCS-9', jurisdiction: 'US', metadata: 'm' },
    batch: { recipient: ALICE, amount: '10', startDate: '2020-01-01', endDate: '2021-01-01', metadata: 'm' },
    originTx: { id: `0x${'ab'.repeat(32)}`, source: 'polygon', contract: `0x${'ab'.repeat(20)}` },
  },
}

export type PreviewFlip = {
  readonly knob: keyof PolicyConfig['m013']
  readonly setting: unknown
  readonly messages: readonly Message[]
  readonly gasLimit?: bigint
  /** What is looked at in the preview. */
  readonly of: (preview: FeePreview) => unknown
  readonly byDefault: unknown
  readonly turned: unknown
  /** Other knobs that both previews have set. */
  readonly beside?: object
}

const total = ({ proposed }: FeePreview) => proposed.total
const pools = ({ proposed }: FeePreview) => Object.values(proposed.pools)
const first = ({ messages }: FeePreview) => messages[0]?.proposed
const prices = { C01: '25000000uregen' }

export const PREVIEW_FLIPS: readonly PreviewFlip[] = [
  {
    knob: 'feeRates',
    setting: {
      CreditIssuance: '0.03',
      CreditTransfer: '0.001',
      CreditRetirement: '0.005',
      MarketplaceTrade: '0.01',
    },
    messages: parseMessages(issuance),
    of: total,
    byDefault: 500_000_000n,
    turned: 750_000_000n,
  },
  {
    knob: 'shares',
    setting: { burn: '0.28', validator: '0.25', community: '0.45', agent: '0.02' },
    messages: parseMessages(retirement),
    of: pools,
    byDefault: [3_750_000n, 5_000_000n, 3_125_000n, 625_000n],
    turned: [3_500_000n, 3_125_000n, 5_625_000n, 250_000n],
  },
  {
    knob: 'minFee',
    setting: '250000',
    messages: parseMessages(purchase),
    of: total,
    byDefault: 1_000_000n,
    turned: 586_419n,
  },
  {
    knob: 'maxRate',
    setting: '0.02',
    messages: parseMessages(issuance),
    of: preview => first(preview)?.edges,
    byDefault: { low: 250_000_000n, high: 750_000_000n },
    turned: { low: 250_000_000n, high: 500_000_000n },
  },
  {
    knob: 'minFeeVsMaxRate',
    setting: 'cap-wins',
    messages: [retire('0.3', BATCH)],
    of: total,
    byDefault: 1_000_000n,
    turned: 750_000n,
  },
  {
    knob: 'zeroValue',
    setting: 'exempt',
    messages: [send('0', '0')],
    of: total,
    byDefault: 1_000_000n,
    turned: 0n,
  },
  {
    knob: 'noPrice',
    setting: 'reject',
    messages: [retire('1', 'BT01-001-20200101-20210101-001')],
    of: ({ proposed, warnings }) => [
      proposed.atLeast,
      warnings.some(({ code }) => code === 'PRICE_REQUIRED'),
    ],
    byDefault: [1_000_000n, false],
    turned: [0n, true],
  },
  {
    knob: 'noPrice',
    setting: 'exempt',
    messages: [retire('1', 'BT01-001-20200101-20210101-001')],
    of: total,
    byDefault: null,
    turned: 0n,
  },
  {
    knob: 'valuation',
    setting: [{ source: 'lowest-ask' }],
    messages: [retire('100', 'C02-001-20210102-20211207-001')],
    of: preview => first(preview)?.parts.map(({ valuation }) => [valuation.source, valuation.price?.num]),
    byDefault: [['twap-7d', 18_500_000n]],
    turned: [['lowest-ask', 18_500_000n]],
  },
  {
    knob: 'referencePrices',
    setting: [
      { classId: 'C', price: '21000000', time: '2026-11-20' },
      { classId: 'BT', price: '7000000', time: '2026-11-01' },
      { classId: 'BT01', price: '8000000', time: '2030-01-01' },
    ],
    // Of a credit type, grown old, beside one that does not hold yet.
    messages: [retire('100', 'BT01-001-20210102-20211207-001')],
    of: preview =>
      first(preview)?.parts.map(({ valuation: { source, price, age, samples, stale } }) => [
        source,
        price?.num,
        age && age / 86_400n,
        samples,
        stale,
      ]),
    byDefault: [[null, undefined, null, 0, false]],
    turned: [['governance-reference', 7_000_000n, 20n, 1, true]],
    beside: { valuation: [{ source: 'governance-reference' }] },
  },
  ...(
    [
      ['agent', [300_003n, 400_004n, 250_002n, 50_002n]],
      ['burn', [300_005n, 400_004n, 250_002n, 50_000n]],
      ['largest-remainder', [300_003n, 400_004n, 250_003n, 50_001n]],
      ['round-robin', [300_004n, 400_005n, 250_002n, 50_000n]],
    ] as const
  ).map(
    ([setting, turned]): PreviewFlip => ({
      knob: 'remainder',
      setting,
      messages: [retire('0.3', BATCH)],
      of: pools,
      byDefault: [300_003n, 400_006n, 250_002n, 50_000n],
      turned,
      beside: { minFee: '1000011' },
    }),
  ),
  {
    knob: 'minFeeScope',
    setting: 'tx',
    messages: [send('1', '0'), send('1', '0')],
    of: total,
    byDefault: 2_000_000n,
    turned: 1_000_000n,
  },
  {
    knob: 'minFeeScope',
    setting: 'line',
    messages: [retire('1', BATCH, 'C02-001-20210102-20211207-001')],
    of: total,
    byDefault: 1_000_000n,
    turned: 2_000_000n,
  },
  {
    knob: 'sendWithRetire',
    setting: 'transfer-only',
    messages: [send('100', '100')],
    of: total,
    byDefault: 15_000_000n,
    turned: 5_000_000n,
  },
  {
    knob: 'sendWithRetire',
    setting: 'max',
    messages: [send('100', '100')],
    of: total,
    byDefault: 15_000_000n,
    turned: 25_000_000n,
  },
  {
    knob: 'autoRetire',
    setting: 'both',
    messages: parseMessages(mixed).slice(0, 1),
    of: preview => first(preview)?.parts.map(({ txType, byValue }) => [txType, byValue]),
    byDefault: [['MarketplaceTrade', 740_000n]],
    turned: [
      ['MarketplaceTrade', 740_000n],
      ['CreditRetirement', 370_000n],
    ],
  },
  { knob: 'bridge', setting: 'transfer', messages: [bridge], of: total, byDefault: 0n, turned: 2_500_000n },
  {
    knob: 'bridgeReceive',
    setting: 'issuance',
    messages: [bridgeReceive],
    of: total,
    byDefault: 0n,
    turned: 5_000_000n,
  },
  { knob: 'basket', setting: 'transfer', messages: [put], of: total, byDefault: 0n, turned: 2_500_000n },
  {
    knob: 'gasInValueBased',
    setting: 'zero',
    messages: parseMessages(retirement),
    gasLimit: 200_000n,
    of: ({ proposed }) => proposed.beside.map(({ denom, amount }) => `${amount} ${denom}`),
    byDefault: ['5000 uregen'],
    turned: [],
  },
  {
    knob: 'marketplaceFeeRelation',
    setting: 'm013-includes',
    messages: parseMessages(purchase),
    of: ({ proposed }) => proposed.beside.map(({ denom, amount }) => `${amount} ${denom}`),
    byDefault: ['586419 uregen', '1172839 uregen'],
    turned: [],
  },
]

/** The preview of a flip’s messages. The price of C01 is stated, so that the sums are easy; a policy with its own sources finds its own. */
export const previewOf = ({ knob, messages, gasLimit }: PreviewFlip, policy: PolicyConfig): FeePreview =>
  previewFees({
    messages,
    snapshot,
    policy,
    ...(gasLimit && { gasLimit }),
    prices: knob === 'valuation' || knob === 'referencePrices' ? {} : prices,
  })
