import { describe, expect, test } from 'vitest'
import bought from '../../examples/purchase.json' with { type: 'json' }
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import {
  type EpochState,
  epochRawHash,
  honestRun,
  parseEpochState,
  runEpoch,
  washTrading,
} from '../../src/epoch/index.ts'
import {
  data,
  type LedgerSnapshot,
  m013,
  parseMessages,
  parseReferencePrices,
  parseSnapshot,
  previewFees,
  withReferencePrices,
} from '../../src/index.ts'
import * as m012 from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import * as m014 from '../../src/mechanisms/m014-authority-validator-governance/index.ts'
import * as m015 from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { facilitatorOf } from '../../src/network/index.ts'
import { diffPolicy } from '../../src/policy/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { Credits } from '../../src/primitives/credits.ts'
import { run as runCli } from '../cli/run.ts'
import {
  ALICE,
  addressOf,
  BOB,
  charge,
  committedBy,
  economy,
  FIFTEEN,
  hash,
  inPhases,
  inputs,
  type Json,
  PASSED,
  purchase,
  regen,
  retirement,
  runUnder,
} from './economy.ts'

/** Each finding of a reading of the specification beside version 0.1.0, as it was reproduced there; by its number. */

const [V0] = FIFTEEN.map(({ address }) => address) as [string]
const NEW = addressOf(200)
const step = (to: string, at = '2027-01-03T00:00:00Z', change: Json = {}) => ({
  address: NEW,
  to,
  at,
  ...change,
})
const applies = (address = NEW) => ({
  address,
  category: 'trusted_refi_partners',
  submitted: '2027-01-01T00:00:00Z',
  shown: ['mission', 'participation', 'uptime'],
})
const set = (validators: Json, start: EpochState = economy(), m014: Json = {}) =>
  runUnder(start, inputs({ validators }), parsePolicy({ m014 }))
const withFirst = (change: Json) =>
  economy({
    validators: FIFTEEN.map((validator, index) => (index === 0 ? { ...validator, ...change } : validator)),
  })

describe('F1: guards of the lifecycle are computed in a period', () => {
  test('25 validators with max_validators 21, by no decision at all', () => {
    const names = Array.from({ length: 10 }, (_, index) => addressOf(200 + index))
    const all = {
      applications: names.map(applies),
      transitions: names.flatMap(address => [
        step('APPROVED', undefined, { address }),
        step('ACTIVE', undefined, { address }),
      ]),
    }
    expect(() => set(all)).toThrow(/TRANSITION_REFUSED/)
  })
  test('PROBATION that ends, or removes, in the second in which it begins', () => {
    for (const to of ['ACTIVE', 'REMOVED'])
      expect(() =>
        set({
          metrics: { [V0]: { uptime: '0.9' } },
          transitions: [
            { ...step('PROBATION'), address: V0, seen: { agentReport: true } },
            { ...step(to), address: V0, decided: PASSED, seen: { agentConfirms: true } },
          ],
        }),
      ).toThrow(/probationElapsed.*TRANSITION_REFUSED/)
  })
  test('a new term without a decision', () => {
    const expired = withFirst({ status: 'TERM_EXPIRED' })
    for (const transitions of [[step('APPROVED'), step('ACTIVE')], [step('ACTIVE')]])
      expect(() =>
        set(
          { applications: [applies(V0)], transitions: transitions.map(one => ({ ...one, address: V0 })) },
          expired,
        ),
      ).toThrow(/TRANSITION_REFUSED/)
  })
  test('steps of 2020 and of 2040', () => {
    for (const at of ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'])
      expect(() =>
        set({ transitions: [{ ...step('PROBATION', at), address: V0, decided: PASSED }] }),
      ).toThrow(/is not in the period/)
  })
  test('minStake, and removalAtMinimum, are looked at', () => {
    const ready = { nodeOperational: true, uptimeTested: true, keyManagementAudited: true }
    const approved = withFirst({ status: 'APPROVED', termStart: null, termEnd: null })
    const active = { transitions: [{ ...step('ACTIVE'), address: V0, seen: ready }] }
    expect(set(active, approved).state.validators[0]?.status).toBe('ACTIVE')
    expect(() => set(active, approved, { minStake: '1000000000000' })).toThrow(/bondedMinimumStake/)
    const onProbation = withFirst({ status: 'PROBATION', probationStart: '2026-11-01T00:00:00Z' })
    const removed = {
      metrics: { [V0]: { uptime: '0.9' } },
      transitions: [{ ...step('REMOVED'), address: V0, decided: PASSED }],
    }
    expect(set(removed, onProbation).state.validators[0]?.status).toBe('REMOVED')
    expect(() => set(removed, onProbation, { removalAtMinimum: 'block' })).toThrow(/removalPermitted/)
  })
  test('a term ended by hand', () => {
    expect(() => set({ transitions: [{ ...step('TERM_EXPIRED'), address: V0 }] })).toThrow('[INPUT_INVALID]')
  })
})

describe('F2: coins of another denom reach everybody once they are changed', () => {
  const bought = purchase('0', { denom: 'uusd', value: '100000000000' })
  const rates = { uusd: '10' }
  test.each(['native', 'hybrid'])('%s', collection => {
    const policy = parsePolicy({ m013: { collection } })
    const first = runEpoch(economy(), inputs({ transactions: [bought], rates }), policy)
    const conversions = (['validator', 'community'] as const).flatMap(pool =>
      first.state.pools[pool].coins.flatMap(({ denom, amount }) =>
        denom === 'uusd'
          ? [
              {
                pool,
                by: first.state.pools[pool].authority,
                from: { denom, amount: `${amount}` },
                received: `${amount * 10n}`,
              },
            ]
          : [],
      ),
    )
    const { report } = runEpoch(first.state, inputs({ conversions, rates }), policy)
    expect(report.rewards.record.inflow).toBe(2_500_000_000n)
    expect(report.validators.pays[0]?.payout).toBe(4_000_000_000n)
    expect(first.report.supply.record?.burned).toBe(collection === 'hybrid' ? 3_000_000_000n : 0n)
  })
})

test('F3: wash trading that pays is not called sybil resistant, whatever its money comes from', () => {
  const honest = { transactions: [purchase('100000', { txHash: hash(9), payer: BOB })] }
  const resistant = (policy: Json, state = economy()) =>
    washTrading(parsePolicy(policy), honestRun(state, inputs(honest))).breakEven.sybilResistant
  expect(resistant({})).toBe(true)
  expect(resistant({ m012: { countMintAsInflow: true } })).toBe(false)
  const carried = economy({ rewards: { carried: [{ denom: 'uregen', amount: regen('50000') }] } })
  expect(resistant({ m015: { noActivity: 'carry-over' } }, carried)).toBe(false)
  // k follows the burn share that the revenue sets, and scores that are normalised pay: neither is called resistant by the rule for raw scores.
  const burnShare = { kind: 'dynamic', points: [{ revenue: '0', share: '0' }] }
  const shares = { burn: '0.45', validator: '0.05', community: '0.5', agent: '0' }
  const judged = (policy: Json) =>
    washTrading(parsePolicy(policy), honestRun(economy(), inputs(honest))).breakEven.k
  expect(judged({ m013: { shares } })).not.toEqual(judged({ m013: { shares, burnShare } }))
  const issued = {
    transactions: [
      charge('CreditIssuance', '5000000', { txHash: hash(8), payer: BOB }),
      ...honest.transactions,
    ],
  }
  expect(
    washTrading(
      parsePolicy({ m015: { scoring: 'normalised-per-activity' } }),
      honestRun(economy(), inputs(issued)),
    ).breakEven.sybilResistant,
  ).not.toBe(true)
})

test('F4: with per-block a block mints its part of a week, and interest is that of whole weeks', () => {
  const policy = parsePolicy({ m012: { periodLength: { kind: 'per-block', blockMilliseconds: 6_000 } } })
  const commitments = [committedBy(ALICE, 'c')]
  const fees = charge('CreditIssuance', '1000000', { time: '2027-01-01T00:00:01Z' })
  const { report, state } = runEpoch(
    economy({ stability: { commitments } }),
    inputs({ transactions: [fees] }),
    policy,
  )
  expect(report.end).toBe('2027-01-01T00:00:06Z')
  const week = runEpoch(economy({ stability: { commitments } }), inputs(), parsePolicy({})).report
  const part = week.supply.minted / 100_800n
  expect(report.supply.minted - part).toBeLessThanOrEqual(1n)
  expect(part - report.supply.minted).toBeLessThanOrEqual(1n)
  expect(state.stability.commitments[0]).toMatchObject({ periods: 0, promised: 0n })
})

describe('F5: governance reaches the state', () => {
  const before = {}
  const after = { m012: { hardCap: '500000000000000', baseRate: '0.10' } }
  const second = (decided: Json | null) => {
    const { state } = runEpoch(economy(), inputs(), parsePolicy(before))
    return runEpoch(
      state,
      inputs({ decisions: { policyChange: decided && { before, decided } } }),
      parsePolicy(after),
    )
  }
  test('another cap without a vote', () => {
    expect(() => second(null)).toThrow('[POLICY_CHANGE_REFUSED]')
    expect(() => second({ tally: { yes: '100', eligible: '100' } })).toThrow('[POLICY_CHANGE_REFUSED]')
  })
  test('with it, EventParameterUpdate', () => {
    expect(second(PASSED).report.events.filter(({ type }) => type === 'EventParameterUpdate')).toHaveLength(2)
  })
  test('changes of the cap, of the length of a period and of M015’s config are public', () => {
    for (const change of [m012.changeHardCap, m012.changePeriodLength, m015.changeConfig])
      expect(change).toBeTypeOf('function')
  })
  test('an approval that says no more than `true`', () => {
    for (const decisions of [
      { m012Approved: true },
      { m015Approved: true },
      { m013: { approved: true } },
      { m014Migration: 1 },
    ])
      expect(() => inputs({ decisions })).toThrow('[INPUT_INVALID]')
  })
})

test('F6: seedBy, targetDate and maxPowerChange change what a period does', () => {
  const seed = { by: 'incumbents', validators: [{ address: NEW, category: 'data steward' }] }
  const none = economy({ validators: [] })
  expect(set({ seed }, none).state.validators).toHaveLength(1)
  expect(() => set({ seed }, none, { seedBy: 'vote' })).toThrow('[TRANSITION_REFUSED]')
  const late = set({}, inPhases({ m014: 1 }), { targetDate: '2026-01-01' }).report.alerts
  expect(late.map(({ code }) => code)).toContain('TARGET_DATE_PASSED')
  const exits = FIFTEEN.slice(0, 7).map(({ address }) => ({ address, notice: '2026-11-01' }))
  const blocks = (maxPowerChange: string) =>
    set({ exits }, undefined, { maxPowerChange }).report.validators.power.length
  expect(blocks('0.1')).toBeGreaterThan(blocks('1'))
})

describe('F7, F8: preview, period and command line give one answer', () => {
  const POLICY = {
    m013: {
      minFeeVsMaxRate: 'cap-wins',
      zeroValue: 'exempt',
      burnShare: { kind: 'dynamic', points: [{ revenue: '0', share: '0' }] },
    },
  }
  const BATCH = 'C01-001-20200101-20210101-001'
  const retire = (...amounts: readonly string[]) => ({
    typeUrl: '/regen.ecocredit.v1.MsgRetire',
    value: {
      owner: ALICE,
      credits: amounts.map(amount => ({ batchDenom: BATCH, amount })),
      jurisdiction: 'US',
    },
  })
  test('F7: line and cap-wins, 0.02 and 100 credits at 25 REGEN: 12.55 REGEN in both', () => {
    const m013 = { minFeeScope: 'line', minFeeVsMaxRate: 'cap-wins' }
    const { proposed } = previewFees({
      messages: parseMessages([retire('0.02', '100')]),
      snapshot: parseSnapshot(bundled),
      policy: parsePolicy({ m013 }),
      prices: { C01: '25000000uregen' },
    })
    const parts = ['0.5', '2500'].map((value, part) => retirement(value, { part }))
    const { report } = runEpoch(economy(), inputs({ transactions: parts }), parsePolicy({ m013 }))
    expect([proposed.total, report.fees.revenue]).toEqual([12_550_000n, 12_550_000n])
  })
  test('F8: quote --policy says the fee of the policy', async () => {
    const quote = async (value: string) => {
      const { out } = await runCli(
        ['quote', '--type', 'trade', '--value', value, '--policy', 'policy.json', '--json'],
        {
          readFile: async () => JSON.stringify(POLICY),
        },
      )
      return out
    }
    expect(await quote('5')).toContain('"500000"')
    expect(await quote('5')).not.toContain('"300000"')
    expect(await quote('0')).not.toContain('"1000000"')
  })
})

test('F9: no inflation beside proof of authority', () => {
  const start = inPhases({ m012: { phase: 'INFLATIONARY' } })
  expect(() => runEpoch(start, inputs({ inflation: regen('1000000') }), parsePolicy({}))).toThrow(
    '[PHASES_IMPOSSIBLE]',
  )
})

describe('F10: nothing counts twice, and no activity is more than its transaction', () => {
  const votes = (time: string, n: number) => [
    { kind: 'vote', txHash: hash(n), time, voter: ALICE, proposalId: '77' },
  ]
  const fees = (time: string) => [purchase('40000', { time, credited: null })]
  test('a vote that is cast again in the next period', () => {
    const policy = parsePolicy({})
    const [monday, next] = ['2027-01-02', '2027-01-09']
    const first = runEpoch(
      economy(),
      inputs({ transactions: fees(monday), activities: votes(monday, 2) }),
      policy,
    )
    const second = runEpoch(
      first.state,
      inputs({ transactions: fees(next), activities: votes(next, 3) }),
      policy,
    )
    expect([first, second].map(({ report }) => report.rewards.record.rewards.length)).toEqual([1, 0])
  })
  test('900,000 REGEN beside a transaction of 100,000', () => {
    const beside = {
      kind: 'purchase',
      txHash: hash(1),
      part: 1,
      time: '2027-01-02',
      buyer: ALICE,
      seller: BOB,
      value: regen('900000'),
    }
    expect(() =>
      runEpoch(
        economy(),
        inputs({ transactions: [purchase('100000')], activities: [beside] }),
        parsePolicy({}),
      ),
    ).toThrow(/\[ACTIVITY_(ABOVE_VOLUME|COUNTED_TWICE)\]/)
  })
})

test('F11: a platform is known by the memo of the transaction', () => {
  const memo = `order 7; facilitator=${ALICE}`
  expect(facilitatorOf(memo, new Set([ALICE]))).toEqual({ address: ALICE, inMemo: true, registered: true })
  expect(facilitatorOf(memo, new Set())).toMatchObject({ registered: false })
  expect(facilitatorOf(undefined, new Set([ALICE]))).toBe(null)
})

describe('F12: pay and events at the edges', () => {
  const fees = { transactions: [purchase('100000')] }
  const paid = (start: EpochState, validators: Json = {}) =>
    runUnder(start, inputs({ ...fees, validators }), parsePolicy({})).report
  const baseOf = ({ validators }: ReturnType<typeof paid>) =>
    validators.pays[0]?.compensation.payments.find(({ address }) => address === V0)?.base
  test('a term that ended before the period is not paid, and one that ends in it is paid until then', () => {
    expect(baseOf(paid(withFirst({ termEnd: '2026-01-01' })))).toBe(undefined)
    const half = baseOf(paid(withFirst({ termEnd: '2027-01-04T12:00:00Z' }))) ?? 0n
    expect(half > 0n && half < 13_000_000n).toBe(true)
  })
  test('an early exit is paid its base', () => {
    expect(baseOf(paid(economy(), { exits: [{ address: V0, notice: '2026-11-01' }] }))).toBe(24_000_000n)
  })
  test('an exit over the end of a quarter forfeits the quarter that ends', () => {
    const start = economy({
      time: '2027-03-29T00:00:00Z',
      escrow: { uregen: [{ address: V0, quarter: '2027-Q1', amount: regen('5') }] },
    })
    const { state } = set({ exits: [{ address: V0, notice: '2027-01-01' }] }, start)
    expect(state.pools.validator.coins[0]?.amount).toBe(5_000_000n)
  })
  test('each step of several in one period has its event, and low uptime an alert', () => {
    const { report } = set({
      applications: [applies()],
      metrics: { [V0]: { uptime: '0.9', upTime: '1' } },
      transitions: [
        step('APPROVED', undefined, {
          seen: { noActiveConflicts: true },
          votes: [
            ...FIFTEEN.map(({ address }) => ({ voter: address, track: 'validators', option: 'yes' })),
            { voter: addressOf(9), track: 'holders', option: 'yes', weight: regen('30000000') },
          ],
        }),
        step('ACTIVE', undefined, {
          seen: { nodeOperational: true, uptimeTested: true, keyManagementAudited: true },
        }),
      ],
    })
    expect(report.events.map(({ type }) => type)).toContain('EventValidatorApproved')
    const codes = report.alerts.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['PROBATION_RECOMMENDED', 'METRIC_IGNORED']))
  })
})

test('F13: a price exactly at three standard deviations is kept', () => {
  const trades = [9n, 11n, 9n, 11n, 13n].map(payment => ({
    classId: 'C01',
    denom: 'uregen',
    time: 0n,
    quantity: 3_000_000n as Credits,
    payment,
  }))
  expect(m013.dropOutliers(trades)).toHaveLength(5)
})

test('F13: prices that governance states, by credit type and by class, from a file and from a policy', () => {
  const BT = 'BT01-001-20210102-20211207-001'
  const message = {
    typeUrl: '/regen.ecocredit.v1.MsgRetire',
    value: { owner: ALICE, credits: [{ batchDenom: BT, amount: '10' }], jurisdiction: 'US' },
  }
  const priced = (snapshot: LedgerSnapshot, m013: Json = {}) => {
    const { messages } = previewFees({
      messages: parseMessages([message]),
      snapshot,
      policy: parsePolicy({ m013 }),
    })
    const { source, price, samples } = messages[0]?.proposed.parts[0]?.valuation ?? {}
    return [source, price?.num, samples]
  }
  const snapshot = parseSnapshot(bundled)
  expect(priced(snapshot)).toEqual([null, undefined, 0])
  const types = parseReferencePrices({ types: { BT: '7000000uregen' } })
  expect(priced(withReferencePrices(snapshot, types))).toEqual(['governance-reference', 7_000_000n, 1])
  const stated = (classId: string, price: string) => ({ classId, price, time: '2026-11-20' })
  const ofType = stated('BT', '7000000')
  expect(priced(snapshot, { referencePrices: [ofType] })).toEqual(['governance-reference', 7_000_000n, 1])
  expect(priced(snapshot, { referencePrices: [ofType, stated('BT01', '8000000')] })[1]).toBe(8_000_000n)
})

describe('F14: smaller differences', () => {
  test('today’s fees and gas beside M013 are numbers, not a word', () => {
    const beside = (m013: Json) => {
      const { proposed } = previewFees({
        messages: parseMessages(bought),
        snapshot: parseSnapshot(bundled),
        policy: parsePolicy({ m013 }),
        gasLimit: 200_000n,
      })
      return proposed.beside.reduce((sum, { amount }) => sum + amount, 0n)
    }
    const [gas, fees] = [5_000n, 586_419n + 1_172_839n]
    expect(beside({})).toBe(gas + fees)
    expect(beside({ marketplaceFeeRelation: 'm013-includes' })).toBe(gas)
    expect(beside({ gasInValueBased: 'zero' })).toBe(fees)
  })
  test('ranges of the text: a commitment of less than 100 REGEN, locks of 1 and of 120 months, no tracking, Model B', () => {
    const broken = (policy: Json) => diffPolicy(parsePolicy({}), parsePolicy(policy)).withinBounds
    const modelB = { burn: '0.30', validator: '0.10', community: '0.60', agent: '0' }
    for (const policy of [
      { m015: { minCommitment: '1' } },
      { m015: { minLockMonths: 1 } },
      { m015: { maxLockMonths: 120 } },
      { m015: { trackingMonths: 0 } },
      { m013: { shares: modelB, agentFund: { kind: 'community-tag', share: '0' } } },
    ])
      expect([policy, broken(policy)]).toEqual([policy, false])
  })
  test('the minimum fee is above the policy’s own maxRate at 15 REGEN and 5 %', () => {
    const m013 = { maxRate: '0.05' }
    const { warnings } = previewFees({
      messages: parseMessages([
        {
          typeUrl: '/regen.ecocredit.v1.MsgRetire',
          value: {
            owner: ALICE,
            credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '0.6' }],
            jurisdiction: 'US',
          },
        },
      ]),
      snapshot: parseSnapshot(bundled),
      policy: parsePolicy({ m013 }),
      prices: { C01: '25000000uregen' },
    })
    expect(warnings.map(({ code }) => code)).toContain('MIN_FEE_ABOVE_MAX_RATE')
  })
  test('exported formulas hold their bounds: a bonus of 3/2, r_base 5, an automatic part of 3/2', () => {
    const most = { num: 3n, den: 2n } as never
    const supply = { supply: 100n, staked: 0n, stabilityCommitted: 0n, m014Phase: 'INACTIVE' } as never
    for (const compute of [
      () =>
        m014.compensate({
          fund: 100n as never,
          validators: [],
          params: { ...parsePolicy({}).m014, bonusShare: most },
        }),
      () => m012.computeMint(supply, { ...parsePolicy({}).m012, baseRate: { num: 5n, den: 1n } as never }),
      () =>
        m015.allocateStability({
          committed: [],
          inflow: 100n as never,
          params: { ...parsePolicy({}).m015, autoShare: most },
        } as never),
    ])
      expect(compute).toThrow('[PARAMETER_OUT_OF_BOUNDS]')
  })
  test('a pool with share 0 gets no remainder', () => {
    const { shares } = parsePolicy({
      m013: { shares: { burn: '0', validator: '0.45', community: '0.45', agent: '0.10' } },
    }).m013
    for (const remainder of m013.REMAINDERS)
      expect(m013.splitFee(1_000_003n as never, shares, remainder).burn).toBe(0n)
  })
  test('diffPolicy: a burn of 0.9 and N of 1 are out of bounds', () => {
    const within = (policy: Json) => diffPolicy(parsePolicy({}), parsePolicy(policy)).withinBounds
    const shares = { burn: '0.9', validator: '0.05', community: '0.05', agent: '0' }
    expect([within({ m013: { shares } }), within({ m012: { equilibriumPeriods: 1 } })]).toEqual([
      false,
      false,
    ])
  })
  test('shares that do not sum to 1 are no shares', () => {
    const half = { num: 1n, den: 2n }
    const shares = { burn: half, validator: { num: 1n, den: 10n }, community: half, agent: half }
    expect(() => m013.splitFee(100n as never, shares as never, 'largest-remainder')).toThrow(
      '[PARAMETER_OUT_OF_BOUNDS]',
    )
  })
  test('TRANSITION of M013 without its first day', () => {
    expect(() =>
      parseEpochState({
        time: '2027-01-01',
        supply: { supply: '1' },
        phases: { m013: { phase: 'TRANSITION' } },
      }),
    ).toThrow('[INPUT_INVALID]')
  })
  test('a category in another spelling, and what an application shows', () => {
    const { state } = set({ applications: [{ ...applies(), category: 'trusted-refi-partner' }] })
    expect(state.validators.at(-1)).toMatchObject({
      category: 'trusted_refi_partners',
      application: { shown: ['mission', 'participation', 'uptime'] },
    })
  })
})

describe('F15: what the text asks for and was not there', () => {
  test('a review of the compensation when a quarter ends', () => {
    const { alerts } = set({}, economy({ time: '2027-03-29T00:00:00Z' })).report
    expect(alerts).toContainEqual({ code: 'COMPENSATION_REVIEW_DUE', quarter: '2027-Q1' })
  })
  test('a warning with a probation, and watching less often in equilibrium', () => {
    const warned = set({
      metrics: { [V0]: { uptime: '0.9' } },
      transitions: [{ ...step('PROBATION'), address: V0, seen: { agentReport: true } }],
    })
    expect(warned.report.validators.actions.map(({ action }) => action)).toContain('issue a warning')
    const calm = inPhases(
      { m012: { phase: 'DYNAMIC', consecutive: '11' } },
      { supply: { supply: regen('221000000') } },
    )
    const { actions } = runUnder(calm, inputs(), parsePolicy({})).report.phases
    expect(actions.map(({ action }) => action)).toContain('watch M and B less often')
  })
  test('a report that is anchored: its hash goes into a MsgAnchor', () => {
    const { report, state } = runUnder(economy(), inputs(), parsePolicy({}))
    const raw = epochRawHash(report)
    expect([raw.hash.length, raw]).toEqual([32, epochRawHash({ ...report })])
    expect(raw).not.toEqual(epochRawHash(state))
    const { value } = data.msgAnchor({ sender: ALICE, contentHash: { raw } })
    expect(value).toMatchObject({ contentHash: { raw: { fileExtension: 'json' } } })
  })
  test('rings of three', () => {
    const ring = [
      [ALICE, BOB],
      [BOB, NEW],
      [NEW, ALICE],
    ].map(([payer, seller], index) =>
      purchase('100', { txHash: hash(index + 1), payer, credited: { kind: 'purchase', seller } }),
    )
    const { alerts } = runUnder(economy(), inputs({ transactions: ring }), parsePolicy({})).report
    expect(alerts).toContainEqual({ code: 'CIRCULAR_PURCHASES', purchases: 3 })
  })
})
