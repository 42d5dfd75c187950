import { describe, expect, test } from 'vitest'
import { diffPolicy } from '../../src/policy/diffPolicy.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { KNOBS, type SectionName } from '../../src/policy/knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { PRESETS, presetPolicy } from '../../src/policy/presets.ts'
import { boundsOfKnob, RANGES } from '../../src/policy/ranges.ts'
import { policiesOf } from './flips/flip.ts'
import { M012_FLIPS } from './flips/m012.ts'
import { M014_FLIPS } from './flips/m014.ts'
import { M015_FLIPS } from './flips/m015.ts'

const change = (json: unknown, before = DEFAULT_POLICY) => diffPolicy(before, parsePolicy(json))
const sentences = (json: unknown) => change(json).changes.map(({ sentence }) => sentence)

const RATES = {
  CreditIssuance: '0.02',
  CreditTransfer: '0.001',
  CreditRetirement: '0.005',
  MarketplaceTrade: '0.01',
}

test('equal policies do not differ, however they are written', () => {
  expect(change({ m013: { maxRate: '0.1000' }, m014: {} })).toEqual({
    changes: [],
    layer: null,
    withinBounds: true,
  })
})

test('a change in words: the knob, its question, what changes, the layer, the bounds', () => {
  const after = presetPolicy('compromise')
  const { changes, ...diff } = diffPolicy(DEFAULT_POLICY, after)
  expect(diff).toEqual({ layer: 'L3', withinBounds: true })
  expect(changes).toEqual([
    {
      knob: 'm013.shares',
      question: 'OQ-M013-1',
      before: DEFAULT_POLICY.m013.shares,
      after: after.m013.shares,
      layer: 'L3',
      bounds:
        'four shares of 0 to 1 that sum to 1; burn is 0 to 0.35; in Model B, without an agent pool, validator is 0.15 to 0.25 and community 0.50 to 0.60',
      outOfBounds: [],
      cautions: [],
      sentence:
        'm013.shares (OQ-M013-1): burn 0.3 → 0.28, validator 0.4 → 0.25, community 0.25 → 0.45, agent 0.05 → 0.02; Layer 3, because a share moves by more than 10 points; within bounds',
    },
  ])
})

test('every preset against Model A, in words', () => {
  const words = Object.keys(PRESETS).flatMap(name => [
    name,
    ...diffPolicy(DEFAULT_POLICY, presetPolicy(name)).changes.map(({ sentence }) => sentence),
  ])
  expect(words.join('\n')).toMatchInlineSnapshot(`
    "model-a
    model-b-25-15-60
    m013.shares (OQ-M013-1): burn 0.3 → 0.25, validator 0.4 → 0.15, community 0.25 → 0.6, agent 0.05 → 0; Layer 3, because a share moves by more than 10 points; within bounds
    m013.agentFund (OQ-M013-4): multisig (below 10000 REGEN) → community-tag (share 0); Layer 3; within bounds
    model-b-30-20-50
    m013.shares (OQ-M013-1): validator 0.4 → 0.2, community 0.25 → 0.5, agent 0.05 → 0; Layer 3, because a share moves by more than 10 points; within bounds
    m013.agentFund (OQ-M013-4): multisig (below 10000 REGEN) → community-tag (share 0); Layer 3; within bounds
    model-b-35-15-50
    m013.shares (OQ-M013-1): burn 0.3 → 0.35, validator 0.4 → 0.15, community 0.25 → 0.5, agent 0.05 → 0; Layer 3, because a share moves by more than 10 points; within bounds
    m013.agentFund (OQ-M013-4): multisig (below 10000 REGEN) → community-tag (share 0); Layer 3; within bounds
    compromise
    m013.shares (OQ-M013-1): burn 0.3 → 0.28, validator 0.4 → 0.25, community 0.25 → 0.45, agent 0.05 → 0.02; Layer 3, because a share moves by more than 10 points; within bounds
    burn-0
    m013.shares (OQ-M013-1): burn 0.3 → 0, validator 0.4 → 0.45, community 0.25 → 0.45, agent 0.05 → 0.1; Layer 3, because a share moves by more than 10 points; within bounds
    burn-5-to-10
    m013.shares (OQ-M013-1): burn 0.3 → 0.075, validator 0.4 → 0.425, community 0.25 → 0.4, agent 0.05 → 0.1; Layer 3, because a share moves by more than 10 points; within bounds
    burn-15
    m013.shares (OQ-M013-1): burn 0.3 → 0.15, validator 0.4 → 0.425, community 0.25 → 0.35, agent 0.05 → 0.075; Layer 3, because a share moves by more than 10 points; within bounds
    contract-drafts
    m012.overCapPolicy (OQ-M012-1): pure-burn → refuse; Layer 4; within bounds
    m012.rateRounding: exact → decimals-18; Layer 3; within bounds
    m012.aboveSupply: error → cut; Layer 3; within bounds
    m012.transitionMint: none → regrowth; Layer 3; within bounds
    m012.dynamicStart: all-guards → first-burn; Layer 3; within bounds
    m012.equilibriumThreshold: cap (share 0.0001) → absolute (amount 22100 REGEN); Layer 3; within bounds
    m013.zeroValue: min-fee → reject; Layer 2; within bounds
    m013.valueRounding: exact → whole; Layer 2; within bounds
    m013.remainder: validator → validator-always; Layer 2; within bounds
    m013.minFeeScope: message → line; Layer 2; within bounds
    m014.removalAtMinimum: allow-escalate → block; Layer 3; within bounds
    m014.termUnit: months → days365; Layer 3; within bounds
    m014.performanceBasis: uptime → score (least 0.7); Layer 2; within bounds
    m014.nullMetric: renormalise → zero; Layer 2; within bounds
    m014.scoreRounding: exact → basis-points; Layer 2; within bounds
    m014.payoutBasis: period-inflow → balance; Layer 2; within bounds
    m014.payRounding: once → parts-first; Layer 2; within bounds
    m014.noScores: no-bonus → equal-parts; Layer 2; within bounds
    m014.probationCounts: everywhere → nowhere; Layer 3; within bounds
    m014.probationPay: 0.5 → 0; Layer 2; within bounds
    m014.bonusVesting: quarterly → none; Layer 2; within bounds
    m015.scoring: raw → counts-to-largest; Layer 3; within bounds
    m015.scoreRounding: exact → floored; Layer 3; within bounds
    m015.minActivityValue (OQ-M015-4): 1 REGEN → 0 REGEN; Layer 2; within bounds
    m015.selfFacilitation (OQ-M015-4): exclude → count; Layer 3; within bounds
    m015.rewardDust: largest → nobody; Layer 3; within bounds
    m015.autoShare (OQ-M015-3): 0.7 → 1; Layer 3; within bounds
    m015.queueFill: whole → everyone; Layer 2; within bounds
    m015.accrual: per-commitment → pooled; Layer 3; within bounds
    m015.accrualEnd: maturity → claim; Layer 3; within bounds
    m015.forfeitTo: community → module; Layer 3; within bounds
    m015.clock: periods → seconds (period 604800); Layer 2; within bounds
    m015.trackingMonths: 3 → 0; Layer 3; out of bounds: tracking lasts 3 months"
  `)
})

describe('every knob that is turned is one change, and turned back it is one too', () => {
  test.each([...M012_FLIPS, ...M014_FLIPS, ...M015_FLIPS].map(flip => [flip.knob, flip] as const))(
    '%s',
    (knob, flip) => {
      const [before, after] = policiesOf(flip)
      for (const diff of [diffPolicy(before, after), diffPolicy(after, before)]) {
        expect(diff.changes.map(change => change.knob)).toEqual([knob])
        expect(diff.layer).toBe(diff.changes[0]?.layer)
        expect(diff.changes[0]?.sentence).toMatch(/^m01[245]\.\w+( \(OQ-[\w-]+\))?: .+ → .+; Layer [234]/)
      }
    },
  )
})

describe('a large step needs a higher layer (readings 2.2 #18 and 2.5)', () => {
  const shares = (validator: string, community: string) => ({
    m013: { shares: { burn: '0.30', validator, community, agent: '0.05' } },
  })
  test.each<[string, unknown, string]>([
    ['a share by 10 points', shares('0.30', '0.35'), 'L2'],
    ['a share by more', shares('0.299999', '0.350001'), 'L3'],
    ['a share by more, downwards', shares('0.5001', '0.1499'), 'L3'],
    ['the highest rate at 5 %', { m013: { maxRate: '0.05' } }, 'L3'],
    ['the highest rate above', { m013: { maxRate: '0.050001' } }, 'L4'],
    ['the minimum fee doubled', { m013: { minFee: '2000000' } }, 'L2'],
    ['the minimum fee more than doubled', { m013: { minFee: '2000001' } }, 'L3'],
    ['the minimum fee gone', { m013: { minFee: '0' } }, 'L2'],
    ['the cap', { m012: { hardCap: '220999999999999' } }, 'L4'],
  ])('%s', (_, json, layer) => {
    expect(change(json).layer).toBe(layer)
    expect(change(json).withinBounds).toBe(true)
  })

  test('and the sentence says why', () => {
    expect(sentences({ m013: { minFee: '2000001' } })).toEqual([
      'm013.minFee: 1 REGEN → 2.000001 REGEN; Layer 3, because the minimum fee more than doubles; within bounds',
    ])
  })

  test('several changes need the highest of their layers', () => {
    expect(change({ m013: { minFee: '2' }, m015: { autoShare: '1' } }).layer).toBe('L3')
    expect(change({ m013: { minFee: '2' }, m012: { hardCap: '1' } }).layer).toBe('L4')
  })

  test('the policy in force may set another layer, which a large step still raises', () => {
    const inForce = parsePolicy({
      governance: { layerOverrides: { 'm013.minFee': 'L1', 'm013.maxRate': 'L4' } },
    })
    const layerOf = (m013: object) =>
      diffPolicy(inForce, { ...inForce, m013: parsePolicy({ m013 }).m013 }).layer
    expect([layerOf({ minFee: '5' }), layerOf({ minFee: '9000000' }), layerOf({ maxRate: '0.02' })]).toEqual([
      'L1',
      'L3',
      'L4',
    ])
  })
})

test('a change cannot lower its own layer: the policy that is in force counts', () => {
  const { changes } = change({
    m013: { minFee: '5' },
    governance: { layerOverrides: { 'm013.minFee': 'L1' } },
  })
  expect(changes.map(({ knob, layer }) => [knob, layer])).toEqual([
    ['m013.minFee', 'L2'],
    ['governance.layerOverrides', 'L4'],
  ])
})

describe('out of the specification’s bounds', () => {
  const weights = (purchase: string, retirement: string) => ({
    m015: { weights: { purchase, retirement, facilitation: '0.20', vote: '0.10', proposal: '0.10' } },
  })
  const issuance = (CreditIssuance: string) => ({ m013: { feeRates: { ...RATES, CreditIssuance } } })
  const bonus = (bonus: string) => ({ m013: { distribution: { kind: 'recipient-choice', bonus } } })
  test.each<[string, unknown, readonly string[]]>([
    ['a weight by 0.10', weights('0.40', '0.20'), []],
    [
      'a weight by more',
      weights('0.41', '0.19'),
      ['purchase', 'retirement'].map(kind => `${kind}: a weight moves by at most 0.10 in one change`),
    ],
    ['issuance at 1 %', issuance('0.01'), []],
    ['issuance at 3 %', issuance('0.03'), []],
    ['issuance below', issuance('0.0099'), ['CreditIssuance is 0.01 to 0.03']],
    ['issuance above', issuance('0.0301'), ['CreditIssuance is 0.01 to 0.03']],
    ['a bonus of 5 %', bonus('0.05'), []],
    ['a bonus of 10 %', bonus('0.10'), []],
    ['a bonus below', bonus('0.04'), ['the bonus is 0.05 to 0.10']],
    ['a bonus above', bonus('0.11'), ['the bonus is 0.05 to 0.10']],
    ['14 validators', { m014: { minValidators: 14 } }, ['the target size is 15 to 21']],
    ['22 validators', { m014: { maxValidators: 22 } }, ['the target size is 15 to 21']],
    ['18 validators at most', { m014: { maxValidators: 18 } }, []],
  ])('%s', (_, json, outOfBounds) => {
    const { changes, withinBounds } = change(json)
    expect(changes.map(change => change.outOfBounds)).toEqual([outOfBounds])
    expect(withinBounds).toBe(outOfBounds.length === 0)
  })
})

describe('legal, and easily overlooked', () => {
  const CALENDAR = 'a period of M012 lasts 86400 s and one of M015 604800 s'
  test.each<[string, unknown, readonly string[]]>([
    [
      'a shorter period at the same rate',
      { m012: { periodLength: { kind: 'days', days: 1 } } },
      ['baseRate is per period and stays: a year regrows 7 times as much', CALENDAR],
    ],
    [
      'a shorter period at a lower rate',
      { m012: { periodLength: { kind: 'days', days: 1 }, baseRate: '0.003' }, m015: { periodsPerYear: 365 } },
      [],
    ],
    [
      'a year of other periods',
      { m015: { periodsPerYear: 365 } },
      ['a period of M012 lasts 604800 s and one of M015 86400 s'],
    ],
    [
      'a clock of days',
      { m015: { clock: { kind: 'seconds', period: 86_400 } } },
      ['a period of M012 lasts 604800 s and one of M015 86400 s'],
    ],
    [
      'a clock as many times a year, and yet another length',
      { m015: { clock: { kind: 'seconds', period: 600_000 } } },
      ['a period of M012 lasts 604800 s and one of M015 600000 s'],
    ],
    [
      'periods of a block of 5.5 seconds',
      { m012: { periodLength: { kind: 'per-block', blockMilliseconds: 5_500 }, baseRate: '0.000001' } },
      ['a period of M012 lasts 5.5 s and one of M015 604800 s'],
    ],
    ['a clock of weeks', { m015: { clock: { kind: 'seconds', period: 604_800 } } }, []],
    [
      'the reference’s clamp',
      { m012: { overCapPolicy: { kind: 'clamp' } } },
      ['tokens above the cap vanish without a burn'],
    ],
    [
      '110 % of the fund',
      { m014: { compensationModel: 'literal' } },
      ['it promises more than the fund holds'],
    ],
    [
      'a purchase counted twice',
      { m015: { autoRetireScoring: 'both' } },
      ['a purchase that retires counts twice'],
    ],
  ])('%s', (_, json, cautions) => {
    const { changes, withinBounds } = change(json)
    expect(changes.flatMap(change => change.cautions)).toEqual(cautions)
    expect(withinBounds).toBe(true)
    for (const caution of cautions) expect(changes.map(({ sentence }) => sentence).join()).toContain(caution)
  })
})

test('text from outside cannot turn a sentence round or break a line', () => {
  const [sentence] = sentences({
    m012: { mintRecipient: { kind: 'governance-address', address: 'x\u202Ey\nz' } },
  })
  expect(sentence).toContain('governance-address (address x y z)')
})

const WALK = Object.entries(KNOBS).flatMap(([section, knobs]) =>
  Object.keys(knobs).map(name => [section as SectionName, name] as const),
)

test.each(WALK)('the bounds of %s.%s are known', (section, name) => {
  expect(boundsOfKnob(section, name).length).toBeGreaterThan(5)
})

test('a range is of a knob, and named in the change that breaks it', () => {
  const names = WALK.map(([section, name]) => `${section}.${name}`)
  expect(Object.keys(RANGES).filter(knob => !names.includes(knob))).toEqual([])
  const beyond: { readonly [knob: string]: unknown } = {
    'm012.equilibriumPeriods': 11,
    'm013.feeRates': { ...RATES, CreditIssuance: '0.031' },
    'm013.shares': { burn: '0.36', validator: '0.34', community: '0.25', agent: '0.05' },
    'm013.burnShare': { kind: 'dynamic', points: [{ revenue: '0', share: '0.36' }] },
    'm013.distribution': { kind: 'recipient-choice', bonus: '0.11' },
    'm013.agentFund': { kind: 'multisig', below: '10000000001' },
    'm014.minValidators': 14,
    'm014.maxValidators': 22,
    'm014.compositionMinimum': {
      infrastructure_builders: 3,
      trusted_refi_partners: 5,
      ecological_data_stewards: 5,
    },
    'm015.weights': {
      purchase: '0.41',
      retirement: '0.19',
      facilitation: '0.2',
      vote: '0.1',
      proposal: '0.1',
    },
    'm015.minCommitment': '99999999',
    'm015.minLockMonths': 5,
    'm015.maxLockMonths': 25,
    'm015.trackingMonths': 2,
  }
  for (const knob of Object.keys(RANGES)) {
    const [section = '', name = ''] = knob.split('.')
    const [change] = diffPolicy(DEFAULT_POLICY, parsePolicy({ [section]: { [name]: beyond[knob] } })).changes
    expect([knob, change?.outOfBounds.length ?? 0]).not.toEqual([knob, 0])
    expect(change?.bounds.length).toBeGreaterThan(RANGES[knob]?.words.length ?? 0)
  }
})
