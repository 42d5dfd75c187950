import { expect, test } from 'vitest'
import { DEAD_MESSAGES } from '../../src/messages/deadMessages.ts'
import { diffPolicy } from '../../src/policy/diffPolicy.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { KNOBS } from '../../src/policy/knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { passesBothTracks, passesDualTrack } from '../../src/policy/votes/dualTrack.ts'
import { meetsLayer, meetsOverrideWindow, type Tally } from '../../src/policy/votes/meetsLayer.ts'
import { amountOf } from '../../src/primitives/coin.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { INPUTS, regen, USD, week } from './flips/economy.ts'

/** The readings about who decides (2.2 #18, 2.5), fees in other denoms (2.2 #15) and the agents’ fund (2.2 #16), each by an assertion. */

const tally = (yes: bigint, no: bigint, change: Partial<Tally> = {}): Tally => ({
  yes,
  no,
  veto: 0n,
  abstain: 0n,
  eligible: 1_000n,
  ...change,
})

const QUORUM = { quorum: parseRatio('0.4') }
const met = (votes: Tally, layer: 'L1' | 'L2' | 'L3' | 'L4') => meetsLayer(votes, layer, QUORUM).met

const layerOf = (before: object, after: object) =>
  diffPolicy(parsePolicy({ m013: before }), parsePolicy({ m013: after })).layer

test('reading 2.2 #15, OQ-M013-3: fees are taken in REGEN, by knob in the denom of the trade; then the minimum is converted, and what cannot be burned waits', () => {
  const [trade] = INPUTS.transactions
  const run = (m013: object, value = '100000000') =>
    week(parsePolicy({ m013 }), { transactions: [{ ...trade, value }] }).state.pools
  const regenOnly = run({})
  expect([amountOf(regenOnly.validator.coins, 'uregen'), amountOf(regenOnly.validator.coins, USD)]).toEqual([
    8_000_000n,
    0n,
  ])
  for (const collection of ['native', 'hybrid']) {
    const pools = run({ collection })
    expect([amountOf(pools.validator.coins, USD), amountOf(pools.validator.coins, 'uregen')]).toEqual([
      400_000n,
      0n,
    ])
    expect(amountOf(pools.burn.coins, USD)).toBe(collection === 'native' ? 300_000n : 0n)
    expect(amountOf(pools.burn.coins, 'uregen')).toBe(collection === 'native' ? 0n : 6_000_000n)
  }
  const small = run({ collection: 'native' }, '1000000')
  expect(amountOf(small.burn.coins, USD)).toBe(15_000n)
})

test('reading 2.2 #16, OQ-M013-4: the agents’ fund is a pool of its own, or a tag within the community pool', () => {
  const agents = { pool: 'agent', coin: { denom: 'uregen', amount: regen('5') } }
  const spent = (m013: object, by: string) =>
    week(
      parsePolicy({ m013 }),
      { transactions: [], deposits: [agents], spends: [{ ...agents, by, to: 'alice' }] },
      { pools: { agent: { authority: 'agents' }, community: { authority: 'gov' } } },
    ).state.pools.agent.coins
  const tag = {
    agentFund: { kind: 'community-tag', share: '0.1' },
    shares: { burn: '0.3', validator: '0.4', community: '0.3', agent: '0' },
  }
  expect(spent({}, 'agents')).toEqual([])
  expect(() => spent({}, 'gov')).toThrow('[POOL_ISOLATION]')
  expect(spent(tag, 'gov')).toEqual([])
  expect(() => spent(tag, 'agents')).toThrow('[POOL_ISOLATION]')
})

test('reading 2.2 #18: rates L3, shares L2, the highest rate L3, the minimum L2; large steps go higher, and a policy may say otherwise', () => {
  expect(['feeRates', 'shares', 'maxRate', 'minFee'].map(name => KNOBS.m013[name]?.layer)).toEqual([
    'L3',
    'L2',
    'L3',
    'L2',
  ])
  const sharesTo = (burn: string, validator: string) =>
    layerOf({}, { shares: { burn, validator, community: '0.25', agent: '0.05' } })
  expect([sharesTo('0.40', '0.30'), sharesTo('0.401', '0.299')]).toEqual(['L2', 'L3'])
  expect([layerOf({}, { minFee: '2000000' }), layerOf({}, { minFee: '2000001' })]).toEqual(['L2', 'L3'])
  const rates = {
    CreditIssuance: '0.02',
    CreditTransfer: '0.001',
    CreditRetirement: '0.005',
    MarketplaceTrade: '0.01',
  }
  expect(layerOf({ feeRates: rates }, { feeRates: { ...rates, CreditIssuance: '0.03' } })).toBe('L3')
  expect([
    layerOf({ maxRate: '0.04' }, { maxRate: '0.05' }),
    layerOf({ maxRate: '0.04' }, { maxRate: '0.051' }),
  ]).toEqual(['L3', 'L4'])
  const overridden = parsePolicy({ governance: { layerOverrides: { 'm013.minFee': 'L4' } } })
  const after = { ...overridden, m013: parsePolicy({ m013: { minFee: '1500000' } }).m013 }
  expect(diffPolicy(overridden, after).layer).toBe('L4')
})

test('reading 2.5, L1: no vote is needed', () => {
  expect(met(tally(0n, 0n), 'L1')).toBe(true)
})

test('reading 2.5, L2: an agent that is sure enough decides, unless overridden within 24 hours, 72 for a significant decision', () => {
  const decided = (change: object = {}) =>
    meetsOverrideWindow({
      confidence: parseRatio('0.85'),
      significant: false,
      hoursOpen: 24,
      overridden: false,
      ...change,
    }).met
  expect([decided(), decided({ confidence: parseRatio('0.849999') }), decided({ overridden: true })]).toEqual(
    [true, false, false],
  )
  expect([decided({ hoursOpen: 23 }), decided({ significant: true, hoursOpen: 71 })]).toEqual([false, false])
  expect(decided({ significant: true, hoursOpen: 72 })).toBe(true)
  expect([met(tally(10n, 10n), 'L2'), met(tally(10n, 11n), 'L2')]).toEqual([true, false])
})

test('reading 2.5, L3: more than half, a quorum, and at most 33.4 % of vetoes', () => {
  expect([met(tally(201n, 200n), 'L3'), met(tally(200n, 200n), 'L3')]).toEqual([true, false])
  expect([met(tally(399n, 0n), 'L3'), met(tally(399n, 0n, { abstain: 1n }), 'L3')]).toEqual([false, true])
  expect([met(tally(666n, 0n, { veto: 334n }), 'L3'), met(tally(665n, 0n, { veto: 335n }), 'L3')]).toEqual([
    true,
    false,
  ])
})

test('reading 2.5, L4: 67 %, with twice the quorum', () => {
  expect([met(tally(670n, 330n), 'L4'), met(tally(669n, 331n), 'L4')]).toEqual([true, false])
  expect([met(tally(800n, 0n), 'L4'), met(tally(799n, 0n), 'L4'), met(tally(799n, 0n), 'L3')]).toEqual([
    true,
    false,
    true,
  ])
})

const validators = (yes: bigint, no: bigint, change: Partial<Tally> = {}) =>
  tally(yes, no, { eligible: 21n, ...change })

test('reading 2.5, dual track: both above half, or validators at 75 %, or holders at 75 % with the validators’ quorum', () => {
  const passes = (of: Tally, holders: Tally) =>
    passesDualTrack({ validators: of, holders }, 'other', DEFAULT_POLICY.governance).met
  expect(passes(validators(11n, 10n), tally(51n, 50n))).toBe(true)
  expect(passes(validators(11n, 10n), tally(50n, 50n))).toBe(false)
  expect(passes(validators(10n, 11n), tally(60n, 50n))).toBe(false)
  expect([
    passes(validators(12n, 4n), tally(0n, 500n)),
    passes(validators(11n, 4n), tally(0n, 500n)),
  ]).toEqual([true, false])
  expect(passes(validators(0n, 14n), tally(75n, 25n))).toBe(true)
  expect(passes(validators(0n, 13n), tally(75n, 25n))).toBe(false)
  expect(passes(validators(0n, 14n), tally(74n, 26n))).toBe(false)
  expect(passes(validators(11n, 10n), tally(50n, 49n))).toBe(false)
})

test('reading 2.5, dual track: more than 33.4 % of vetoes on either track ends it', () => {
  const passes = (of: Tally, holders: Tally) =>
    passesDualTrack({ validators: of, holders }, 'other', DEFAULT_POLICY.governance).met
  expect(passes(validators(14n, 0n, { veto: 7n }), tally(100n, 0n))).toBe(true)
  expect(passes(validators(13n, 0n, { veto: 8n }), tally(100n, 0n))).toBe(false)
  expect(passes(validators(21n, 0n), tally(665n, 0n, { veto: 335n }))).toBe(false)
})

test('reading 2.5, OQ-GOV-POA-1: the rule is no weighted sum, so 60/40 changes nothing in it; by knob it is one', () => {
  const weighted = { dualTrack: { kind: 'weighted', upgrade: '0.70', treasury: '0.50', other: '0.60' } }
  const votes = { validators: validators(14n, 7n), holders: tally(45n, 55n) }
  const under = (governance: object, purpose: 'upgrade' | 'treasury' | 'other') =>
    passesDualTrack(votes, purpose, parsePolicy({ governance }).governance).met
  for (const purpose of ['upgrade', 'treasury', 'other'] as const) {
    expect([purpose, under({}, purpose)]).toEqual([purpose, false])
    expect([purpose, under(weighted, purpose)]).toEqual([purpose, true])
  }
})

test('reading 2.5, hard cap after M014: 67 % on both tracks, with twice the holders’ quorum', () => {
  const passes = (of: Tally, holders: Tally) => passesBothTracks({ validators: of, holders }).met
  expect(passes(validators(15n, 6n), tally(134n, 66n))).toBe(true)
  expect(passes(validators(14n, 7n), tally(134n, 66n))).toBe(false)
  expect(passes(validators(15n, 6n), tally(133n, 67n))).toBe(false)
  expect(passes(validators(15n, 6n), tally(134n, 65n))).toBe(false)
})

test('reading 2.5, parameter map: the layers of 5.2', () => {
  const layers = (section: 'm012' | 'm014' | 'm015', ...names: readonly string[]) =>
    names.map(name => KNOBS[section][name]?.layer)
  expect(layers('m012', 'hardCap', 'baseRate', 'periodLength', 'minBurn')).toEqual(['L4', 'L3', 'L2', 'L2'])
  expect(layers('m014', 'minValidators', 'maxValidators', 'compositionMinimum', 'minUptime')).toEqual([
    'L4',
    'L4',
    'L3',
    'L2',
  ])
  expect(layers('m015', 'weights', 'stabilityRate', 'maxStabilityShare', 'minActivityValue')).toEqual([
    'L2',
    'L3',
    'L3',
    'L2',
  ])
})

test('reading 2.5, treasury trap: distribution’s spend passes and then fails on v7, and the one that works is named', () => {
  expect(DEAD_MESSAGES['/cosmos.distribution.v1beta1.MsgCommunityPoolSpend']?.reason).toContain(
    '/cosmos.protocolpool.v1.MsgCommunityPoolSpend',
  )
})

test('OQ-M014-4: a target date is a UTC date or none; a period after it says so while M014 is on its way', () => {
  const saidOf = (targetDate: string | null) =>
    week(parsePolicy({ m014: { targetDate } })).report.alerts.filter(
      ({ code }) => code === 'TARGET_DATE_PASSED',
    ).length
  expect([saidOf(null), saidOf('2027-01-09'), saidOf('2027-01-08')]).toEqual([0, 0, 1])
  expect(() => saidOf('next year')).toThrow('at m014.targetDate')
})
