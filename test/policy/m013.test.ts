import { describe, expect, test } from 'vitest'
import issuance from '../../examples/issuance.json' with { type: 'json' }
import mixed from '../../examples/mixed.json' with { type: 'json' }
import purchase from '../../examples/purchase.json' with { type: 'json' }
import retirement from '../../examples/retirement.json' with { type: 'json' }
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { M013_V0 } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import type { Message } from '../../src/messages/message.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { KNOBS } from '../../src/policy/knobs.ts'
import { M013_KNOBS } from '../../src/policy/m013Knobs.ts'
import { DEFAULT_POLICY, parsePolicy, policyHash, policyJson } from '../../src/policy/policy.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'

/** Every knob of M013, and what turning it changes in the preview of a transaction on the bundled snapshot. */

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

type Flip = {
  readonly knob: keyof typeof M013_KNOBS
  readonly setting: unknown
  readonly messages: readonly Message[]
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

const FLIPS: readonly Flip[] = [
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
  ...(
    [
      ['agent', [300_003n, 400_004n, 250_002n, 50_002n]],
      ['burn', [300_005n, 400_004n, 250_002n, 50_000n]],
      ['largest-remainder', [300_003n, 400_004n, 250_003n, 50_001n]],
      ['round-robin', [300_004n, 400_005n, 250_002n, 50_000n]],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
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
    of: ({ proposed }) => proposed.gas,
    byDefault: 'charged',
    turned: 'not charged',
  },
]

const previewUnder = (m013: object, messages: readonly Message[]) =>
  previewFees({ messages, snapshot, policy: parsePolicy({ m013 }), prices: valuationPrices(m013) })

/** The price of C01 is stated, so that the sums are easy; a policy with its own sources finds its own. */
const valuationPrices = (m013: object) => ('valuation' in m013 ? {} : prices)

describe('turning a knob changes a preview', () => {
  test.each(FLIPS.map(flip => [`${flip.knob} = ${JSON.stringify(flip.setting)}`, flip] as const))(
    '%s',
    (_, { knob, setting, messages, of, byDefault, turned, beside = {} }) => {
      const before = previewUnder(beside, messages)
      const after = previewUnder({ ...beside, [knob]: setting }, messages)
      expect(of(before)).toEqual(byDefault)
      expect(of(after)).toEqual(turned)
      expect(after.policyHash).not.toBe(before.policyHash)
    },
  )

  /** These change nothing in a preview. */
  const WITHOUT_EFFECT = ['marketplaceFeeRelation', 'burnShare', 'collection', 'distribution', 'agentFund']

  test('and every knob has a row, each of its named settings too', () => {
    const tried = (name: string) => FLIPS.filter(({ knob }) => knob === name).map(({ setting }) => setting)
    for (const [name, { schema, alternatives }] of Object.entries(KNOBS.m013)) {
      if (WITHOUT_EFFECT.includes(name)) continue
      if (schema._zod.def.type === 'enum') expect([name, tried(name)]).toEqual([name, alternatives])
      else expect([name, tried(name).length]).toEqual([name, 1])
    }
  })

  test('but nothing of what is due today', () => {
    for (const { knob, setting, messages } of FLIPS) {
      const { live } = previewUnder({ [knob]: setting }, messages)
      expect(live).toEqual(previewUnder({}, messages).live)
    }
  })
})

describe('a policy', () => {
  const hash = (m013: object) => policyHash(parsePolicy({ m013 }))

  test('has a default for every knob: M013 v0, and the readings for what is open', () => {
    const { feeRates, shares, minFee, maxRate, valuation, ...choices } = DEFAULT_POLICY.m013
    expect({ feeRates, shares, minFee, maxRate }).toEqual(M013_V0)
    expect(
      valuation.map(({ source, maxAgeDays, leastSamples }) => [source, maxAgeDays, leastSamples]),
    ).toEqual([
      ['explicit', 7, 1],
      ['twap-7d', 7, 1],
      ['last-trade', 7, 1],
      ['governance-reference', 7, 1],
      ['lowest-ask', 7, 1],
      ['external', 7, 1],
    ])
    expect(choices).toMatchInlineSnapshot(`
      {
        "agentFund": {
          "below": 10000000000n,
          "kind": "multisig",
        },
        "autoRetire": "trade-only",
        "basket": "none",
        "bridge": "none",
        "bridgeReceive": "none",
        "burnShare": {
          "kind": "fixed",
        },
        "collection": "regen-only",
        "distribution": {
          "kind": "regen",
        },
        "gasInValueBased": "keep",
        "marketplaceFeeRelation": "additive",
        "minFeeScope": "message",
        "minFeeVsMaxRate": "min-wins",
        "noPrice": "min-fee",
        "remainder": "validator",
        "sendWithRetire": "split",
        "zeroValue": "min-fee",
      }
    `)
  })

  test('that is written out in full hashes as the one that is left out', () => {
    const written = Object.fromEntries(Object.entries(M013_KNOBS).map(([name, knob]) => [name, knob.default]))
    expect(hash(written)).toBe(policyHash(DEFAULT_POLICY))
    expect(policyHash(parsePolicy({ version: 1, m013: {} }))).toBe(policyHash(parsePolicy({})))
    expect(policyHash(parsePolicy({}))).toMatch(/^[0-9a-f]{64}$/)
  })

  test('hashes by meaning: 0.30 is 0.3, and the order of fields does not matter', () => {
    const { feeRates } = M013_KNOBS
    expect(hash({ maxRate: '0.1' })).toBe(hash({ maxRate: '0.100' }))
    expect(hash({ shares: { agent: '0.05', community: '0.25', validator: '0.4', burn: '0.3' } })).toBe(
      hash({}),
    )
    expect(hash({ minFee: 1_000_000n, feeRates: feeRates.default })).toBe(hash({}))
  })

  test('hashes differently when a single knob differs', () => {
    const hashes = [{}, { minFee: '1000001' }, { remainder: 'burn' }, { maxRate: '0.09' }].map(hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('as canonical JSON is read back to the same hash and the same text', () => {
    for (const m013 of [{}, ...FLIPS.map(({ knob, setting }) => ({ [knob]: setting }))]) {
      const policy = parsePolicy({ m013 })
      const again = parsePolicy(JSON.parse(policyJson(policy)))
      expect(again).toEqual(policy)
      expect([policyHash(again), policyJson(again)]).toEqual([policyHash(policy), policyJson(policy)])
    }
  })

  test.each<[string, unknown, string]>([
    ['an unknown knob', { m013: { minFees: '1' } }, 'unknown field: minFees at m013'],
    ['an unknown mechanism', { m099: {} }, 'unknown field: m099'],
    ['a version that is not known', { version: 3 }, '[POLICY_VERSION_UNKNOWN]'],
    ['an unknown setting', { m013: { remainder: 'treasury' } }, 'at m013.remainder'],
    [
      'a rate above maxRate',
      { m013: { maxRate: '0.01' } },
      'the rate is above maxRate at m013.feeRates.CreditIssuance',
    ],
    [
      'shares that do not sum to 1',
      { m013: { shares: { burn: '1', validator: '1', community: '0', agent: '0' } } },
      'Share Sum Unity',
    ],
    ['a number where text is wanted', { m013: { maxRate: 0.1 } }, 'at m013.maxRate'],
    [
      'a price source named twice',
      { m013: { valuation: [{ source: 'twap-7d' }, { source: 'twap-7d' }] } },
      'each price source may be named once',
    ],
    ['no price source', { m013: { valuation: [] } }, 'at m013.valuation'],
    [
      'a sample count of zero',
      { m013: { valuation: [{ source: 'twap-7d', leastSamples: 0 }] } },
      'at least 1 at m013.valuation.0.leastSamples',
    ],
    ['a knob that is null', { m013: { minFee: null } }, 'at m013.minFee'],
    ['something that is no policy', 'default', 'expected object'],
  ])('with %s is refused', (_, json, problem) => {
    expect(() => parsePolicy(json)).toThrow(problem)
  })
})
