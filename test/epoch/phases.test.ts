import { describe, expect, test } from 'vitest'
import type { EpochState } from '../../src/epoch/index.ts'
import { supplyPeriod } from '../../src/epoch/supply/supplyPeriod.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import { parseRegen, type Uregen } from '../../src/primitives/uregen.ts'
import { advanceSupply } from '../../src/simulation/advance/advanceSupply.ts'
import { QUIET_PERIOD } from '../../src/simulation/advance/aggregatedPeriod.ts'
import { prepare } from '../../src/simulation/advance/prepare.ts'
import {
  ALICE,
  addressOf,
  BOB,
  CAROL,
  economy,
  hash,
  inPhases,
  inputs,
  type Json,
  PASSED,
  purchase,
  regen,
  runUnder,
} from './economy.ts'

/** Which phases can be together, and what leads from one to the next. */

describe('readings, Dependencies: impossible combinations are errors when an epoch is run', () => {
  const off = { m013: { phase: 'FLAT_GAS' } }
  test.each([
    ['M012 DYNAMIC with M013 off', { ...off, m014: 0, m015: 'INACTIVE' }, {}],
    [
      'M012 EQUILIBRIUM with M013 off',
      { ...off, m012: { phase: 'EQUILIBRIUM' }, m014: 0, m015: 'INACTIVE' },
      {},
    ],
    ['M014 ACTIVE with M013 off', { ...off, m012: { phase: 'TRANSITION' }, m015: 'INACTIVE' }, {}],
    [
      'M014 ACTIVE without a validator fund',
      { m015: 'INACTIVE' },
      { shares: { burn: '0.5', validator: '0', community: '0.45', agent: '0.05' } },
    ],
    ['M015 DISTRIBUTING with M013 in FLAT_GAS', { ...off, m012: { phase: 'INFLATIONARY' }, m014: 1 }, {}],
    ['M015 DISTRIBUTING with M013 alone', { m012: { phase: 'INFLATIONARY' }, m014: 0 }, {}],
  ])('%s', (name, phases, m013) => {
    const run = () => runUnder(inPhases(phases), inputs(), parsePolicy({ m013 }))
    expect(run).toThrow(/\[PHASES_IMPOSSIBLE\]/)
    for (const word of name.split(' with')[0]?.split(' ').slice(0, 2) ?? []) expect(run).toThrow(word)
  })

  test('with M014 begun, M015 may distribute; and with it inactive M012 may run', () => {
    expect(() => runUnder(inPhases({ m014: 1 }), inputs(), DEFAULT_POLICY)).not.toThrow()
    expect(() => runUnder(inPhases({ m014: 0, m015: 'TRACKING' }), inputs(), DEFAULT_POLICY)).not.toThrow()
  })
})

const next = (state: EpochState, change: Json = {}, policy: object = {}) =>
  runUnder(state, inputs(change as never), parsePolicy(policy)).state

describe('M013', () => {
  const deployed = { approved: PASSED, feeCollectorDeployed: true, poolAddressesConfigured: true }
  const today = inPhases({
    m012: { phase: 'INFLATIONARY' },
    m013: { phase: 'FLAT_GAS' },
    m014: 0,
    m015: 'INACTIVE',
  })

  test('FLAT_GAS charges nothing, and ends when governance approves and all is deployed', () => {
    const { state, report } = runUnder(
      today,
      inputs({ transactions: [purchase('100')], decisions: { m013: deployed } }),
      DEFAULT_POLICY,
    )
    expect(report.fees).toMatchObject({ totals: [], revenue: 0n, records: [] })
    expect(state.phases.m013).toEqual({ phase: 'TRANSITION', transitionStarted: '2027-01-08', feeDays: [] })
    const held = next(today, { decisions: { m013: { ...deployed, feeCollectorDeployed: false } } })
    expect(held.phases.m013.phase).toBe('FLAT_GAS')
  })

  test('TRANSITION ends after 90 days, or when accelerated, with fees on 30 days in a row', () => {
    const days = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2026, 11, 9 + day)))
    const feeDays = days.map(day => day.toISOString().slice(0, 10))
    const since = (transitionStarted: string, remembered = feeDays) =>
      inPhases({ m013: { phase: 'TRANSITION', transitionStarted, feeDays: remembered } })
    expect(feeDays.at(-1)).toBe('2027-01-07')
    expect(next(since('2026-10-10')).phases.m013.phase).toBe('VALUE_BASED')
    expect(next(since('2026-10-11')).phases.m013.phase).toBe('TRANSITION')
    const accelerated = { decisions: { m013: { accelerated: PASSED } } }
    expect(next(since('2026-12-30'), accelerated).phases.m013.phase).toBe('VALUE_BASED')
    expect(next(since('2026-12-30', feeDays.slice(1)), accelerated).phases.m013.phase).toBe('TRANSITION')
  })

  test('days with fees are those of the transactions, and those the caller names; 31 are remembered', () => {
    const state = next(economy(), { transactions: [purchase('5')], feeDays: ['2027-01-05'] })
    expect(state.phases.m013.feeDays).toEqual(['2027-01-02', '2027-01-05'])
    const many = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2026, 10, 1 + day)))
    const feeDays = many.map(day => day.toISOString().slice(0, 10))
    expect(next(economy(), { feeDays }).phases.m013.feeDays).toEqual(feeDays.slice(-31))
  })
})

describe('M012', () => {
  const inflationary = (change: Json = {}) => inPhases({ m012: { phase: 'INFLATIONARY' } }, change)
  const approved = { decisions: { m012Approved: PASSED } }

  test('INFLATIONARY: x/mint issues, the burn pool waits, and nothing else moves S', () => {
    const { state, report } = runUnder(
      inPhases({ m012: { phase: 'INFLATIONARY' }, m014: 1 }),
      inputs({ transactions: [purchase('10000')], inflation: regen('7'), otherBurns: regen('2') }),
      DEFAULT_POLICY,
    )
    expect(state.supply.supply - economy().supply.supply).toBe(5_000_000n)
    expect(state.pools.burn.coins).toEqual([{ denom: 'uregen', amount: 30_000_000n }])
    expect(report.supply.record).toBe(null)
  })

  test('reading 2.1 #16: TRANSITION burns and mints nothing, unless the knob says so', () => {
    const of = (m012: Json) =>
      runUnder(
        inPhases({ m012: { phase: 'TRANSITION' } }),
        inputs({ transactions: [purchase('10000')] }),
        parsePolicy({ m012 }),
      ).report.supply.record
    expect(of({})).toMatchObject({ minted: 0n, burned: 30_000_000n })
    expect(of({ transitionMint: 'regrowth' })?.minted).toBeGreaterThan(0n)
  })

  test('INFLATIONARY → TRANSITION → DYNAMIC: approved, then a burn, paid validators and revenue', () => {
    const started = next(inflationary(), approved)
    expect(started.phases.m012.phase).toBe('TRANSITION')
    expect(next(inflationary()).phases.m012.phase).toBe('INFLATIONARY')
    expect(next(started).phases.m012.phase).toBe('TRANSITION')
    const { state, report } = runUnder(
      { ...started, time: '2027-01-01T00:00:00Z' },
      inputs({ transactions: [purchase('10000')] }),
      DEFAULT_POLICY,
    )
    expect(report.supply).toMatchObject({ minted: 0n, record: { minted: 0n, burned: 30_000_000n } })
    expect(state.phases.m012.phase).toBe('DYNAMIC')
    const unpaid = { ...started, time: '2027-01-01T00:00:00Z', validators: [] }
    expect(next(unpaid, { transactions: [purchase('10000')] }).phases.m012.phase).toBe('TRANSITION')
  })

  test('requireM014: TRANSITION is enough where the policy says so', () => {
    const begun = inPhases({ m012: { phase: 'INFLATIONARY' }, m014: 2, m015: 'TRACKING' })
    expect(next(begun, approved).phases.m012.phase).toBe('INFLATIONARY')
    expect(next(begun, approved, { m012: { requireM014: 'TRANSITION' } }).phases.m012.phase).toBe(
      'TRANSITION',
    )
  })

  test('OQ-M012-1, over the cap: set-cap-to-supply raises it for good', () => {
    const above = inflationary({ supply: { supply: regen('224000000') } })
    const policy = { m012: { overCapPolicy: { kind: 'set-cap-to-supply' } } }
    const state = next(above, approved, policy)
    expect(state.supply.hardCap).toBe(224_000_000_000_000n)
    const { report } = runUnder({ ...state, phases: economy().phases }, inputs(), parsePolicy(policy))
    expect(report.supply.record?.capStatus).toBe('at')
  })

  test.each([
    ['community-pool', 'community pool'],
    [ALICE, 'everybody else'],
  ])('OQ-M012-1, over the cap: a one-off burn takes from its holder, %s', (holder, from) => {
    const above = inflationary({
      supply: { supply: regen('224000000') },
      pools: { community: { coins: [{ denom: 'uregen', amount: regen('3500000') }] } },
    })
    const amount = regen('3000000')
    const { state, report } = runUnder(
      above,
      inputs(approved),
      parsePolicy({ m012: { overCapPolicy: { kind: 'one-off-burn', amount, holder } } }),
    )
    expect(state.supply.supply).toBe(221_000_000_000_000n)
    expect(report.movements).toContainEqual({
      from,
      to: 'burn',
      denom: 'uregen',
      amount: BigInt(amount),
      why: 'one-off burn',
    })
    expect(report.events).toContainEqual({
      type: 'EventSupplyBurn',
      period: 0n,
      amount: BigInt(amount),
      burnKind: 'permanent',
    })
  })

  test('DYNAMIC ⇄ EQUILIBRIUM, with its event; m014.state follows', () => {
    const quiet = inPhases(
      { m012: { phase: 'DYNAMIC', consecutive: '11' } },
      {
        supply: { supply: regen('221000000') },
      },
    )
    const { state, report } = runUnder(quiet, inputs(), DEFAULT_POLICY)
    expect(state.phases.m012).toEqual({ phase: 'EQUILIBRIUM', consecutive: 12n })
    expect(report.events).toContainEqual({
      type: 'EventEquilibriumReached',
      period: 0n,
      supply: 221_000_000_000_000n,
      consecutive: 12n,
    })
    const shock = next(
      { ...state, time: '2027-01-01T00:00:00Z' },
      {
        volumes: [{ txType: 'CreditIssuance', value: regen('100000000') }],
      },
    )
    expect(shock.phases.m012).toEqual({ phase: 'DYNAMIC', consecutive: 0n })
  })

  test('a burn that is cut to what there is counts as burned: in the record, the warning and the balance', () => {
    const policy = parsePolicy({
      m012: {
        hardCap: regen('10'),
        burnTiming: 'immediate',
        aboveSupply: 'cut',
        equilibriumThreshold: { kind: 'absolute', amount: regen('15') },
      },
    })
    const state = economy({ supply: { supply: regen('10') }, validators: [] })
    const burnPool = parseRegen('30')
    const facts = {
      ...{ period: 0, phases: state.phases, ledger: state.supply, burnPool, fees: burnPool, ends: true },
      ...{ staked: 0n as Uregen, stabilityCommitted: 0n as Uregen, validators: { active: 0, max: 21 } },
    }
    const none = 0n as Uregen
    const { record, alerts } = supplyPeriod(
      facts,
      { otherBurns: none, inflation: none, co2: null },
      policy.m012,
    )
    // 10 of 30 are there; what is left of the cap regrows by 2 %.
    expect(record).toMatchObject({ burned: parseRegen('10'), minted: parseRegen('0.2') })
    expect(alerts).toContainEqual({
      code: 'THRESHOLD_VACUOUS',
      threshold: ratio(parseRegen('15')),
      burned: parseRegen('10'),
    })
    // |0.2 − 10| is below the threshold of 15, and |0.2 − 30| is not.
    const { m012 } = advanceSupply(state, burnPool, QUIET_PERIOD, prepare(policy))
    expect(m012).toEqual({ phase: 'DYNAMIC', consecutive: 1n })
  })
})

describe('M014', () => {
  test('migration goes one phase at a time; leaving phase 0 starts the unbonding of delegations (OQ-M014-5)', () => {
    const before = inPhases(
      { m012: { phase: 'INFLATIONARY' }, m014: 0, m015: 'TRACKING' },
      { supply: { supply: regen('220000000'), staked: regen('21000000') } },
    )
    const begun = next(before, { decisions: { m014Migration: { to: 1, decided: PASSED } } })
    expect(begun.supply.unbonding).toEqual({ delegated: 21_000_000_000_000n, from: '2027-01-08T00:00:00Z' })
    const staked = [begun]
    for (let week = 0; week < 5; week++) staked.push(next(staked.at(-1) as EpochState))
    expect(staked.map(state => state.supply.staked / 1_000_000_000_000n)).toEqual([21n, 21n, 14n, 7n, 0n, 0n])
    expect(next(begun, { staked: '5' }).supply.staked).toBe(5n)
    for (const to of [0, 3] as const)
      expect(() => next(begun, { decisions: { m014Migration: { to, decided: PASSED } } })).toThrow(
        /migration goes from phase 1/,
      )
  })

  const migrate = (to: number, decided: Json | null = PASSED) => ({
    decisions: { m014Migration: { to, decided } },
  })
  const at = (m014: number, change: Json = {}) =>
    inPhases({ m012: { phase: 'INFLATIONARY' }, m014, m015: 'TRACKING' }, change)
  const waits = (state: EpochState, change: Json) =>
    runUnder(state, inputs(change), DEFAULT_POLICY).report.alerts.flatMap(alert =>
      alert.code === 'PHASE_WAITS' ? [alert.waitsFor] : [],
    )

  test('migration is a decision of Layer 4, and each phase has its guards', () => {
    const simple = { tally: { yes: '60', no: '40', eligible: '100' } }
    expect(next(at(0), migrate(1, null)).phases.m014).toBe(0)
    expect(waits(at(0), migrate(1, null))).toEqual([['decided']])
    expect(waits(at(0), migrate(1, simple))).toEqual([['threshold']])
    expect(waits(at(1, { validators: [] }), migrate(2))).toEqual([['curatedSet']])
    expect(next(at(1), migrate(2)).phases.m014).toBe(2)
    const few = at(2, {
      validators: economy()
        .validators.slice(1)
        .map(({ performance, ...rest }) => rest),
    })
    expect(waits(few, migrate(3))).toEqual([['enoughValidators']])
    const unbonding = { delegated: regen('21000000'), from: '2026-12-20' }
    const staked = at(2, {
      supply: { supply: regen('220000000'), staked: regen('21000000'), unbonding },
    })
    expect(waits(staked, migrate(3))).toEqual([['delegationsUnbonded']])
    expect(next({ ...staked, time: '2027-01-04T00:00:00Z' }, migrate(3)).phases.m014).toBe(3)
  })

  test('with PoS off S_staked is 0, whatever is stated', () => {
    const { state } = runUnder(economy(), inputs({ staked: regen('5') }), DEFAULT_POLICY)
    expect(state.supply.staked).toBe(0n)
  })

  test('while it is INACTIVE the fund only grows', () => {
    const { state, report } = runUnder(
      inPhases({ m012: { phase: 'INFLATIONARY' }, m014: 0, m015: 'TRACKING' }),
      inputs({ transactions: [purchase('10000')] }),
      DEFAULT_POLICY,
    )
    expect(report.validators.pays).toEqual([])
    expect(state.pools.validator.coins).toEqual([{ denom: 'uregen', amount: 40_000_000n }])
  })
})

describe('M015', () => {
  const tracking = (change: Json = {}) => inPhases({ m015: 'TRACKING' }, change)
  const bothTrade = (week: number) => ({
    transactions: [ALICE, addressOf(5)].map((payer, index) =>
      purchase('1000', {
        txHash: hash(week * 10 + index),
        time: new Date(Date.UTC(2027, 0, 2 + 7 * week)).toISOString(),
        payer,
      }),
    ),
  })

  test('INACTIVE records nothing; TRACKING scores and pays nothing', () => {
    const idle = runUnder(inPhases({ m015: 'INACTIVE' }), inputs(bothTrade(0)), DEFAULT_POLICY)
    expect(idle.report.rewards.scores).toEqual([])
    expect(idle.state.phases.m015).toBe('INACTIVE')
    expect(next(inPhases({ m015: 'INACTIVE' }), { decisions: { m015Approved: PASSED } }).phases.m015).toBe(
      'TRACKING',
    )
    const tracked = runUnder(tracking(), inputs(bothTrade(0)), DEFAULT_POLICY)
    expect(tracked.report.rewards.record).toMatchObject({ distributed: 0n, governance: 5_000_000n })
    expect(tracked.state.rewards.tracked).toMatchObject({ periods: 1, scoredPeriods: 1 })
  })

  test('after 3 months, 13 weeks, with two scorers and no anomaly it distributes; retroactively by knob', () => {
    let state = tracking()
    for (let week = 0; week < 13; week++) {
      expect(state.phases.m015).toBe('TRACKING')
      state = next(state, bothTrade(week))
    }
    expect(state.phases.m015).toBe('DISTRIBUTING')
    expect(state.rewards.tracked.scores.map(({ amounts }) => amounts.purchase.num)).toEqual([
      13_000_000_000n,
      13_000_000_000n,
    ])
    const only = { transactions: [purchase('1000', { txHash: hash(999), time: '2027-04-03T00:00:00Z' })] }
    const rewardsUnder = (m015: object) => {
      const { report, state: after } = runUnder(state, inputs(only), parsePolicy({ m015 }))
      expect(after.rewards.tracked).toEqual({ periods: 0, scoredPeriods: 0, scores: [] })
      return report.rewards.record.rewards.map(({ reward }) => reward)
    }
    expect(rewardsUnder({})).toEqual([1_750_000n])
    expect(rewardsUnder({ retroactiveTracking: 'include' })).toEqual([842_592n, 907_408n])
  })

  test('an unresolved anomaly, stated or found, or a single scorer, keeps it tracking', () => {
    const ready = tracking({ rewards: { tracked: { periods: 20 } } })
    expect(next(ready, bothTrade(0)).phases.m015).toBe('DISTRIBUTING')
    expect(next(ready, { ...bothTrade(0), decisions: { unresolvedAnomalies: 1 } }).phases.m015).toBe(
      'TRACKING',
    )
    expect(next(ready, { transactions: [purchase('1000')] }).phases.m015).toBe('TRACKING')
    const ring = {
      transactions: (
        [
          [ALICE, BOB],
          [BOB, CAROL],
          [CAROL, ALICE],
        ] as const
      ).map(([payer, seller], index) =>
        purchase('1000', { txHash: hash(index + 5), payer, credited: { kind: 'purchase', seller } }),
      ),
    }
    const flagged = next(ready, ring)
    expect([flagged.phases.m015, flagged.rewards.tracked.anomalies]).toEqual(['TRACKING', 1])
    expect(next(flagged).phases.m015).toBe('TRACKING')
    const looked = next(flagged, { decisions: { resolvedAnomalies: 1 } })
    expect([looked.phases.m015, looked.rewards.tracked.anomalies]).toEqual(['DISTRIBUTING', undefined])
    expect(next({ ...ready, phases: { ...ready.phases, m014: 2 } }, bothTrade(0)).phases.m015).toBe(
      'TRACKING',
    )
  })
})
