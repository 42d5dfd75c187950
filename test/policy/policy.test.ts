import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { M012_PARAMETERS } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { M012_V0 } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { M013_PARAMETERS } from '../../src/mechanisms/m013-value-based-fee-routing/bounds.ts'
import { M013_V0 } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { M014_PARAMETERS } from '../../src/mechanisms/m014-authority-validator-governance/bounds.ts'
import { M014_V0 } from '../../src/mechanisms/m014-authority-validator-governance/params.ts'
import { M015_PARAMETERS } from '../../src/mechanisms/m015-contribution-weighted-rewards/bounds.ts'
import { M015_V0 } from '../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { KNOBS } from '../../src/policy/knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { policyHash, policyJson } from '../../src/policy/policyHash.ts'
import { toFeeConfig } from '../../src/policy/toFeeConfig.ts'
import { canonicalHash } from '../../src/primitives/canonicalHash.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { holds } from '../support/arbitraries.ts'

const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

const hash = (json: unknown) => policyHash(parsePolicy(json))
const DEFAULT_HASH = policyHash(DEFAULT_POLICY)

test('the hash of the default policy, which is written down, is the one that is computed', () => {
  expect(DEFAULT_HASH).toBe(canonicalHash(DEFAULT_POLICY))
  expect(DEFAULT_HASH).toBe(policyHash(parsePolicy({})))
})

const WALK = Object.entries(KNOBS).flatMap(([section, knobs]) =>
  Object.entries(knobs).map(([name, knob]) => ({ section, name, ...knob })),
)

/** The default policy with every knob written out. */
const WRITTEN = Object.fromEntries(
  Object.entries(KNOBS).map(([section, knobs]) => [
    section,
    Object.fromEntries(Object.entries(knobs).map(([name, knob]) => [name, knob.default])),
  ]),
)

describe('a policy has a default for every open point', () => {
  test('which is each mechanism as first specified', () => {
    expect(DEFAULT_POLICY.m012).toEqual(M012_V0)
    expect(toFeeConfig(DEFAULT_POLICY.m013)).toEqual(M013_V0)
    expect(DEFAULT_POLICY.m014).toEqual(M014_V0)
    expect(DEFAULT_POLICY.m015).toEqual(M015_V0)
  })

  test('and no parameter of a mechanism is without its knob', () => {
    const names = (section: keyof typeof KNOBS) => Object.keys(KNOBS[section]).sort()
    expect(names('m012')).toEqual(Object.keys(M012_V0).sort())
    expect(names('m013')).toEqual(expect.arrayContaining(Object.keys(M013_V0)))
    expect(names('m014')).toEqual(Object.keys(M014_V0).sort())
    expect(names('m015')).toEqual(Object.keys(M015_V0).sort())
  })

  test.each([
    ...['OQ-M012-1', 'OQ-M012-2', 'OQ-M012-3', 'OQ-M012-4', 'OQ-M012-5'],
    ...['OQ-M013-1', 'OQ-M013-2', 'OQ-M013-3', 'OQ-M013-4', 'OQ-M013-5'],
    ...['OQ-M014-1', 'OQ-M014-2', 'OQ-M014-3', 'OQ-M014-4', 'OQ-M014-5'],
    ...['OQ-M015-1', 'OQ-M015-2', 'OQ-M015-3', 'OQ-M015-4', 'OQ-GOV-POA-1'],
  ])('%s is the question of a knob', question => {
    expect(WALK.map(knob => knob.question)).toContain(question)
  })

  test('every knob has a source, an alternative and a layer', () => {
    for (const { name, source, alternatives, layer, question } of WALK) {
      expect([name, source.length > 3, alternatives.length > 0, layer]).toEqual([
        name,
        true,
        true,
        expect.stringMatching(/^L[1-4]$/),
      ])
      expect(question ?? 'OQ-').toMatch(/^OQ-(M01[2-5]-\d|GOV-POA-1)?$/)
    }
  })

  test.each([
    ['m012', M012_PARAMETERS],
    ['m013', M013_PARAMETERS],
    ['m014', M014_PARAMETERS],
    ['m015', M015_PARAMETERS],
  ] as const)('layers and bounds of %s are what its mechanism declares', (section, parameters) => {
    for (const [name, { layer, bounds }] of Object.entries(parameters))
      expect([name, KNOBS[section][name]]).toEqual([name, expect.objectContaining({ layer, bounds })])
  })

  test('the layers are those of the specification and of readings 2.5', () => {
    const layers = (section: keyof typeof KNOBS) =>
      Object.fromEntries(Object.entries(KNOBS[section]).map(([name, { layer }]) => [name, layer]))
    expect(layers('m012')).toMatchObject({ hardCap: 'L4', baseRate: 'L3', minBurn: 'L2', periodLength: 'L2' })
    expect(layers('m014')).toMatchObject({ maxValidators: 'L4', termMonths: 'L3', minUptime: 'L2' })
    expect(layers('m013')).toMatchObject({ feeRates: 'L3', shares: 'L2', maxRate: 'L3', minFee: 'L2' })
    expect(layers('m015')).toMatchObject({
      weights: 'L2',
      minActivityValue: 'L2',
      stabilityRate: 'L3',
      maxStabilityShare: 'L3',
      minLockMonths: 'L3',
      maxLockMonths: 'L3',
      earlyExitPenalty: 'L3',
    })
  })
})

/** Every decimal of a JSON value with one more 0 behind it. */
const padded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/"(\d+\.\d+)"/g, '"$10"'))

describe('equal meaning, equal hash', () => {
  test('whether a default is written out, left out, or has more zeros', () => {
    expect(parsePolicy(WRITTEN)).toEqual(DEFAULT_POLICY)
    for (const json of [
      {},
      { version: 2 },
      WRITTEN,
      padded(WRITTEN),
      { m014: {}, epoch: {}, m012: undefined },
    ])
      expect(hash(json)).toBe(DEFAULT_HASH)
    expect(padded(WRITTEN)).not.toEqual(WRITTEN)
  })

  test.each(WALK.map(({ section, name, default: value }) => [section, name, value] as const))(
    '%s.%s: its default alone',
    (section, name, value) => {
      expect(hash({ [section]: { [name]: value } })).toBe(DEFAULT_HASH)
      expect(hash({ [section]: { [name]: padded(value) } })).toBe(DEFAULT_HASH)
    },
  )

  const date = (targetDate: string) => ({ m014: { targetDate } })
  const basis = (...exclusions: string[]) => ({
    m012: { supplyBasis: { kind: 'circulating', exclusions } },
  })
  const weights = (...metrics: [string, string][]) => ({ m014: { weights: Object.fromEntries(metrics) } })
  test.each([
    ['amounts as text and as bigint', { m013: { minFee: '5' } }, { m013: { minFee: 5n } }],
    ['a moment in two zones', date('2026-12-01'), date('2026-12-01T01:00:00+01:00')],
    [
      'accounts in any order, repeated, in capitals',
      basis(ALICE, 'gov'),
      basis('gov', ALICE.toUpperCase(), 'gov'),
    ],
    ['metrics in any order', weights(['b', '0.5'], ['a', '0.50']), weights(['a', '0.5'], ['b', '0.5'])],
    [
      'an override that repeats the knob’s own layer',
      { governance: { layerOverrides: { 'm013.shares': 'L2', 'm013.minFee': 'L3' } } },
      { governance: { layerOverrides: { 'm013.minFee': 'L3' } } },
    ],
    [
      'a price source with its defaults',
      { m013: { valuation: [{ source: 'twap-7d' }] } },
      { m013: { valuation: [{ leastSamples: 1, source: 'twap-7d', maxAgeDays: 7 }] } },
    ],
    [
      'the kind of a setting last',
      { m012: { minBurn: { kind: 'share', share: '0.10' } } },
      { m012: { minBurn: { share: '0.1', kind: 'share' } } },
    ],
    ['a version 1', { version: 1, m013: { minFee: '5' } }, { m013: { minFee: '5' } }],
  ])('%s', (_, one, other) => {
    expect(hash(one)).toBe(hash(other))
    expect(hash(one)).not.toBe(DEFAULT_HASH)
    expect(parsePolicy(JSON.parse(policyJson(parsePolicy(one))))).toEqual(parsePolicy(other))
  })

  test('and the order of price sources means something', () => {
    const order = (...sources: string[]) => ({ m013: { valuation: sources.map(source => ({ source })) } })
    expect(hash(order('twap-7d', 'last-trade'))).not.toBe(hash(order('last-trade', 'twap-7d')))
  })
})

describe('a stored policy', () => {
  test('of version 1 is read: what it did not know has its default', () => {
    expect(parsePolicy({ version: 1 })).toEqual(DEFAULT_POLICY)
    const old = parsePolicy({ version: 1, m013: { remainder: 'agent' } })
    expect(old).toEqual({ ...DEFAULT_POLICY, m013: { ...DEFAULT_POLICY.m013, remainder: 'agent' } })
    expect(old.version).toBe(2)
  })

  test('of version 1 has M013 alone', () => {
    expect(() => parsePolicy({ version: 1, m012: {} })).toThrow('unknown field: m012')
  })

  test.each([0, 3, '2', null, 1.5, {}, [2], 3n, true, Symbol('2')])(
    'of version %o is refused, with a way out',
    version => {
      expect(() => parsePolicy({ version })).toThrow('[POLICY_VERSION_UNKNOWN]')
    },
  )

  test('of another version says what this release reads', () => {
    expect(() => parsePolicy({ version: 'three\u202E' })).toThrowErrorMatchingInlineSnapshot(
      `[RegenError: The policy is of version "three "; this release reads 1, 2. Read it with the release that wrote it, or write its knobs anew without a version. [POLICY_VERSION_UNKNOWN]]`,
    )
  })
})

describe('what is no policy is refused, field by field', () => {
  test.each<[string, unknown, string]>([
    ['an unknown section', { m016: {} }, 'unknown field: m016'],
    ['an unknown knob', { m015: { autoshare: '1' } }, 'unknown field: autoshare at m015'],
    [
      'an unknown field of a setting',
      { m012: { minBurn: { kind: 'share', share: '0.1', x: 1 } } },
      'unknown field: x at m012.minBurn',
    ],
    [
      'an unknown kind',
      { m012: { minBurn: { kind: 'part' } } },
      'expected "absolute" or "share" at m012.minBurn.kind',
    ],
    [
      'a kind’s fact left out',
      { m012: { minBurn: { kind: 'share' } } },
      'expected string at m012.minBurn.share',
    ],
    ['basis points', { m015: { autoShare: 7000 } }, 'expected string at m015.autoShare'],
    ['a rate above its bound', { m012: { baseRate: '0.11' } }, 'must be 0 to 0.10 at m012.baseRate'],
    ['no cap', { m012: { hardCap: '0' } }, 'must be above 0 at m012.hardCap'],
    [
      'a burn by nobody',
      { m012: { overCapPolicy: { kind: 'one-off-burn', amount: '1', holder: '' } } },
      'at m012.overCapPolicy.holder',
    ],
    [
      'more validators than seats',
      { m014: { minValidators: 22 } },
      'must be at most maxValidators, 21 at m014.minValidators',
    ],
    [
      'more seats asked for than there are',
      {
        m014: {
          compositionMinimum: {
            infrastructure_builders: 12,
            trusted_refi_partners: 5,
            ecological_data_stewards: 5,
          },
        },
      },
      'at m014.compositionMinimum',
    ],
    [
      'weights that do not sum to 1',
      { m014: { weights: { uptime: '0.9' } } },
      'must be weights of 0 to 1 that sum to 1 at m014.weights',
    ],
    ['a metric without a name', { m014: { weights: { '': '1' } } }, 'at m014.weights'],
    [
      'too many metrics',
      {
        m014: {
          weights: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`m${n}`, n === 0 ? '1' : '0'])),
        },
      },
      'at most 20 metrics',
    ],
    ['a date that is none', { m014: { targetDate: '2026-02-30' } }, '[TIME_MALFORMED] at m014.targetDate'],
    [
      'a weight below 0.05',
      {
        m015: {
          weights: {
            purchase: '0.38',
            retirement: '0.30',
            facilitation: '0.20',
            vote: '0.10',
            proposal: '0.02',
          },
        },
      },
      'must be 0.05 or more at m015.weights.proposal',
    ],
    [
      'five weights that sum to more than 1',
      {
        m015: {
          weights: {
            purchase: '0.40',
            retirement: '0.30',
            facilitation: '0.20',
            vote: '0.10',
            proposal: '0.10',
          },
        },
      },
      'must be five weights of 0.05 or more that sum to 1 at m015.weights',
    ],
    [
      'a cap of 1 on rewards',
      { m015: { rewardCapPerOwnFees: '1' } },
      'must be 0 or more and below 1, or null at m015.rewardCapPerOwnFees',
    ],
    [
      'locks the wrong way round',
      { m015: { minLockMonths: 25 } },
      'must not be above maxLockMonths at m015.minLockMonths',
    ],
    [
      'points that do not rise',
      {
        m013: {
          burnShare: {
            kind: 'dynamic',
            points: [
              { revenue: '5', share: '0.1' },
              { revenue: '5', share: '0.2' },
            ],
          },
        },
      },
      'the points must rise in revenue',
    ],
    ['no points', { m013: { burnShare: { kind: 'dynamic', points: [] } } }, 'at m013.burnShare.points'],
    [
      'a dynamic burn with nothing else to share out',
      {
        m013: {
          shares: { burn: '1', validator: '0', community: '0', agent: '0' },
          burnShare: { kind: 'dynamic', points: [{ revenue: '0', share: '0.1' }] },
        },
      },
      'a dynamic burn share needs a share other than burn at m013.burnShare',
    ],
    [
      'a tag beside a pool',
      { m013: { agentFund: { kind: 'community-tag', share: '0.1' } } },
      'at m013.agentFund',
    ],
    [
      'an override of no knob',
      { governance: { layerOverrides: { 'm013.toString': 'L2' } } },
      'there is no such knob at governance.layerOverrides.m013.toString',
    ],
    [
      'an override to no layer',
      { governance: { layerOverrides: { 'm013.shares': 'L5' } } },
      'at governance.layerOverrides.m013.shares',
    ],
    [
      'a polluted prototype',
      JSON.parse('{"m013":{"__proto__":{"minFee":"1"}}}'),
      'unknown field: __proto__ at m013',
    ],
    ['two wrong fields', { m012: { ecoMax: 'x', hardCap: '-1' } }, 'at m012.hardCap'],
  ])('%s', (_, json, problem) => {
    expect(() => parsePolicy(json)).toThrow(problem)
    expect(() => parsePolicy(json)).toThrow('[INPUT_INVALID]')
  })
})

/** A value put in the place of one knob, or of a part of it. */
const anyJunk = fc.oneof(
  fc.jsonValue(),
  fc.bigInt(),
  fc.constantFrom(
    '',
    '0',
    '1',
    '0.5',
    '1e3',
    '-1',
    'NaN',
    '0x10',
    ' 1',
    '1'.repeat(90),
    '\u202E',
    [],
    {},
    Number.NaN,
  ),
  fc.record({ kind: fc.string(), share: fc.string() }),
)

const onlyRegenErrors = (act: () => unknown) => {
  try {
    return act()
  } catch (error) {
    if (!isRegenError(error)) throw error
    expect(error.message.length).toBeLessThan(20_000)
    return undefined
  }
}

describe('nothing breaks the reader', () => {
  test('any value at all is a policy or a RegenError', () => {
    holds(fc.anything(), value => onlyRegenErrors(() => parsePolicy(value)))
  })

  test('any knob may hold anything: it is refused, or means the same after a round trip', () => {
    holds(fc.constantFrom(...WALK), anyJunk, ({ section, name }, value) => {
      onlyRegenErrors(() => {
        const policy = parsePolicy({ [section]: { [name]: value } })
        const again = parsePolicy(JSON.parse(policyJson(policy)))
        expect(again).toEqual(policy)
        expect(policyHash(again)).toBe(policyHash(policy))
      })
    })
  })

  test('many wrong fields make a short message', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`m013.k${n}`, 'L2']))
    expect(() => parsePolicy({ governance: { layerOverrides: many } })).toThrow('… and 99980 more')
  })
})

test('a policy that was parsed cannot be changed, so that its hash stays true', () => {
  const policy = parsePolicy({ m013: { minFee: '2000000' } })
  const hash = policyHash(policy)
  expect(() => Object.assign(policy.m013, { minFee: 1n })).toThrow(TypeError)
  expect(() => Object.assign(policy.m013.shares, { burn: { num: 1n, den: 1n } })).toThrow(TypeError)
  expect(policyHash({ ...policy })).toBe(hash)
  expect(policyHash({ ...policy, m013: { ...policy.m013, minFee: DEFAULT_POLICY.m013.minFee } })).toBe(
    policyHash(DEFAULT_POLICY),
  )
})
