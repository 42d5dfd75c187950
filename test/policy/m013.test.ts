import { describe, expect, test } from 'vitest'
import { M013_V0 } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { M013_KNOBS } from '../../src/policy/knobs/m013Knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { policyHash, policyJson } from '../../src/policy/policyHash.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { PREVIEW_FLIPS, type PreviewFlip, previewOf } from './flips/m013Preview.ts'

/** Every knob of M013 that a preview shows. */

const previewsOf = (flip: PreviewFlip) => {
  const { knob, setting, beside = {} } = flip
  return [beside, { ...beside, [knob]: setting }].map(m013 => previewOf(flip, parsePolicy({ m013 }))) as [
    FeePreview,
    FeePreview,
  ]
}

describe('turning a knob changes a preview', () => {
  test.each(PREVIEW_FLIPS.map(flip => [`${flip.knob} = ${JSON.stringify(flip.setting)}`, flip] as const))(
    '%s',
    (_, flip) => {
      const [before, after] = previewsOf(flip)
      expect(flip.of(before)).toEqual(flip.byDefault)
      expect(flip.of(after)).toEqual(flip.turned)
      expect(after.policyHash).not.toBe(before.policyHash)
    },
  )

  test('but nothing of what is due today', () => {
    for (const flip of PREVIEW_FLIPS) {
      const [before, after] = previewsOf(flip)
      expect(after.live).toEqual(before.live)
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
        "referencePrices": [],
        "remainder": "validator",
        "sendWithRetire": "split",
        "valueRounding": "exact",
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
    for (const m013 of [{}, ...PREVIEW_FLIPS.map(({ knob, setting }) => ({ [knob]: setting }))]) {
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
