import { describe, expect, test } from 'vitest'
import type { EpochState } from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import {
  ALICE,
  BOB,
  CAROL,
  DAVE,
  economy,
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

/** M015 in a period: scores, the stability tier, distribution, claims, and what nobody earns. */

const period = (state: EpochState, change: Json, m015: Json = {}) =>
  runUnder(state, inputs(change), parsePolicy({ m015, m012: { baseRate: '0' } }))

/** 100 REGEN for the community pool, half of the score each to ALICE and CAROL. */
const two = {
  transactions: [
    purchase('20000', { txHash: hash(1) }),
    purchase('20000', { txHash: hash(2), payer: CAROL }),
  ],
}

describe('activity', () => {
  test('70 % of the community inflow by score; governance keeps the rest', () => {
    const { state, report } = period(economy(), two)
    expect(report.rewards.record).toMatchObject({
      inflow: 100_000_000n,
      governance: 30_000_000n,
      stability: 0n,
      distributed: 70_000_000n,
    })
    expect(state.rewards.claims['uregen']).toEqual([
      { address: CAROL, accrued: 35_000_000n, claimed: 0n },
      { address: ALICE, accrued: 35_000_000n, claimed: 0n },
    ])
    expect(state.pools.community.coins).toEqual([{ denom: 'uregen', amount: 30_000_000n }])
  })

  test('a transaction that is credited, and activities beside it, each once', () => {
    const { report } = period(economy(), {
      transactions: [
        retirement('1000', {
          credited: { kind: 'retirement', facilitator: { address: DAVE, inMemo: true, registered: true } },
        }),
      ],
      activities: [
        { kind: 'vote', txHash: hash(7), time: '2027-01-03', voter: BOB, proposalId: '1' },
        { kind: 'vote', txHash: hash(8), time: '2027-01-09', voter: CAROL, proposalId: '1' },
        {
          kind: 'proposal',
          txHash: hash(9),
          time: '2026-12-01',
          proposer: CAROL,
          tally: { time: '2027-01-04', outcome: 'passed' },
        },
        { kind: 'proposal', txHash: hash(10), time: '2027-01-04', proposer: BOB, tally: null },
      ],
    })
    const scored = report.rewards.scores.map(({ address, score }) => [address, score.num, score.den])
    expect(scored).toContainEqual([ALICE, 300_000_000n, 1n])
    expect(scored).toContainEqual([DAVE, 200_000_000n, 1n])
    expect(scored).toContainEqual([BOB, 1n, 10n])
    expect(scored).toContainEqual([CAROL, 1n, 10n])
    expect(report.alerts).toContainEqual({ code: 'ACTIVITY_OUTSIDE_PERIOD', count: 1 })
    expect(report.alerts.map(({ code }) => code)).toContain('GOVERNANCE_DUST')
    expect(report.events.filter(({ type }) => type === 'EventActivityRecorded')).toHaveLength(5)
  })

  test('invariant 3, Activity Integrity, and invariant 5, No Double-Counting', () => {
    const vote = { kind: 'vote', txHash: hash(1), time: '2027-01-03', voter: BOB, proposalId: '1' }
    expect(() => period(economy(), { ...two, activities: [vote] })).toThrow(/\[ACTIVITY_COUNTED_TWICE\]/)
    expect(() => inputs({ activities: [{ ...vote, txHash: 'self-reported' }] })).toThrow(
      /64 hexadecimal digits/,
    )
  })

  test.each([
    ['return-to-community', 100_000_000n, 0n, 0n],
    ['carry-over', 30_000_000n, 70_000_000n, 0n],
    ['governance-reserve', 30_000_000n, 0n, 70_000_000n],
  ])('without a score, noActivity %s: nothing is lost', (noActivity, community, carried, reserve) => {
    const change = { volumes: [{ txType: 'MarketplaceTrade', value: regen('40000') }] }
    const { state, report } = period(economy(), change, { noActivity })
    const amount = (coins: readonly { amount: bigint }[]) => coins[0]?.amount ?? 0n
    expect(amount(state.pools.community.coins)).toBe(community)
    expect(amount(state.rewards.carried)).toBe(carried)
    expect(amount(state.rewards.governanceReserve)).toBe(reserve)
    expect(report.alerts).toContainEqual({
      code: 'NO_ACTIVITY',
      denom: 'uregen',
      undistributed: 70_000_000n,
      to: noActivity,
    })
    const later = period({ ...state, time: economy().time }, two, { noActivity })
    expect(later.report.rewards.record.distributed).toBe(70_000_000n + carried)
  })

  test('the cap on own fees, and fees as the basis of scores, see the fees of the transactions', () => {
    const rewards = (m015: Json) =>
      period(economy(), two, m015).report.rewards.record.rewards.map(({ reward }) => reward)
    expect(rewards({ rewardCapPerOwnFees: '0.1' })).toEqual([20_000_000n, 20_000_000n])
    const { report } = period(economy(), two, { scoreBasis: 'fee-paid' })
    expect(report.rewards.scores[0]?.score).toEqual({ num: 160_000_000n, den: 1n })
  })

  test('claims wait until somebody claims, once; auto sends at once', () => {
    const { state, report } = period(economy(), { ...two, claims: [{ address: ALICE }] })
    expect(report.rewards.claims).toEqual([
      { address: ALICE, coins: [{ denom: 'uregen', amount: 35_000_000n }], bonus: 0n },
    ])
    expect(() => period(state, { claims: [{ address: ALICE }] })).toThrow(/\[NOTHING_TO_CLAIM\]/)
    expect(() => period(state, { claims: [{ address: BOB }] })).toThrow(/\[NOTHING_TO_CLAIM\]/)
    expect(period(state, { claims: [{ address: CAROL }] }).report.rewards.claims[0]?.coins[0]?.amount).toBe(
      35_000_000n,
    )
    const auto = period(economy(), two, { payout: 'auto' })
    expect(auto.report.carriedOver.map(({ account }) => account)).not.toContain('unclaimed rewards')
  })
})

describe('the stability tier', () => {
  const request = (id: string, amount: string, lockMonths = 6, holder = DAVE) => ({
    id,
    holder,
    amount: regen(amount),
    lockMonths,
  })
  const inflow = (amount: string) => ({ stability: { inflows: [regen(amount)] } })

  test('a request waits while the cap has no room, and is admitted in the order of the queue', () => {
    const requests = [request('a', '20000'), request('b', '20000'), request('c', '100')]
    const first = period(economy(inflow('100')), { stability: { requests } })
    expect(first.state.stability.commitments.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'COMMITTED'],
      ['b', 'UNCOMMITTED'],
      ['c', 'UNCOMMITTED'],
    ])
    expect(first.report.movements).toContainEqual({
      from: 'everybody else',
      to: 'stability principal',
      denom: 'uregen',
      amount: 20_000_000_000n,
      why: 'commitments admitted',
    })
    expect(first.report.events).toContainEqual(
      expect.objectContaining({ type: 'EventStabilityCommitted', id: 'a', lockPeriods: 26 }),
    )
    const partial = period(economy(inflow('100')), { stability: { requests } }, { queueFill: 'partial' })
    expect(partial.state.stability.commitments.map(({ id, amount, state }) => [id, amount, state])).toEqual([
      ['a', 20_000_000_000n, 'COMMITTED'],
      ['b', 6_000_000_000n, 'COMMITTED'],
      ['b+', 14_000_000_000n, 'UNCOMMITTED'],
      ['c', 100_000_000n, 'UNCOMMITTED'],
    ])
    const again = (id: string) => period(partial.state, { stability: { requests: [request(id, '100')] } })
    for (const id of ['a', 'b']) expect(() => again(id)).toThrow(/\[COMMITMENT_TWICE\]/)
    expect(() => again('b+')).toThrow(/an id has no "\+"/)
  })

  test('accrues from the first period, and pays principal and reward when the lock is over', () => {
    let state = period(economy(inflow('1000')), {
      ...two,
      stability: { requests: [request('a', '20000')] },
    }).state
    expect(state.stability.commitments[0]).toMatchObject({
      periods: 1,
      promised: 23_076_923n,
      funded: 23_076_923n,
    })
    for (let week = 1; week < 25; week++)
      state = period(state, { volumes: [{ txType: 'MarketplaceTrade', value: regen('40000') }] }).state
    expect(state.stability.commitments[0]?.periods).toBe(25)
    const { state: after, report } = period(state, {})
    expect(after.stability.commitments).toEqual([])
    expect(report.rewards.settlements).toMatchObject([
      { principal: 20_000_000_000n, reward: 576_923_076n, forfeited: 0n, commitment: { state: 'MATURED' } },
    ])
    expect(report.events).toContainEqual(expect.objectContaining({ type: 'EventStabilityMatured', id: 'a' }))
  })

  test('the tier gets at most 30 % of the inflow, and it is said when more was due', () => {
    const { state } = period(economy(inflow('10000')), { stability: { requests: [request('a', '1000000')] } })
    const { report } = period({ ...state, time: economy().time }, two)
    expect(report.rewards.record.stability).toBe(30_000_000n)
    expect(report.alerts).toContainEqual({ code: 'STABILITY_CAPPED', funded: 30_000_000n })
  })

  test.each([
    ['community', 'community pool'],
    ['module', 'forfeited rewards'],
  ])(
    'an early exit gives the principal back and half of the rewards; the other half: %s',
    (forfeitTo, to) => {
      const { state } = period(economy(inflow('1000')), {
        ...two,
        stability: { requests: [request('a', '20000')] },
      })
      const { state: after, report } = period(state, { stability: { exits: ['a'] } }, { forfeitTo })
      expect(report.rewards.settlements).toMatchObject([
        {
          principal: 20_000_000_000n,
          reward: 11_538_462n,
          forfeited: 11_538_461n,
          commitment: { state: 'EARLY_EXIT' },
        },
      ])
      expect(report.movements).toContainEqual({
        from: 'stability rewards',
        to,
        denom: 'uregen',
        amount: 11_538_461n,
        why: 'early exit: forfeited',
      })
      expect(after.stability.forfeited).toBe(forfeitTo === 'module' ? 11_538_461n : 0n)
      if (forfeitTo === 'community') return
      const released = period(after, {
        decisions: { releases: [{ from: 'forfeited rewards', amount: '11538461', decided: PASSED }] },
      })
      expect(released.state.stability.forfeited).toBe(0n)
    },
  )

  test('who still waits leaves the queue without a penalty; who is not there cannot leave', () => {
    const { state } = period(economy(), { stability: { requests: [request('a', '20000')] } })
    expect(state.stability.commitments[0]?.state).toBe('UNCOMMITTED')
    const { state: after, report } = period(state, { stability: { exits: ['a'] } })
    expect([after.stability.commitments, report.rewards.settlements]).toEqual([[], []])
    expect(() => period(after, { stability: { exits: ['a'] } })).toThrow(/\[COMMITMENT_STATE\]/)
  })

  test('OQ-M015-1, the safety valve: one percentage point less for new ones after three capped periods', () => {
    let { state } = period(economy(inflow('10000')), { stability: { requests: [request('a', '1000000')] } })
    const trade = { volumes: [{ txType: 'MarketplaceTrade', value: regen('40000') }] }
    const codes: string[][] = []
    expect(state.stability.cappedPeriods).toBe(1)
    for (let week = 0; week < 3; week++) {
      const done = period(state, trade, { safetyValve: 'on' })
      codes.push(done.report.alerts.map(({ code }) => code))
      state = done.state
    }
    expect(codes.map(of => of.includes('SAFETY_VALVE_OPENED'))).toEqual([false, true, false])
    expect(state.stability.lowered).toEqual({ from: { num: 3n, den: 50n }, to: { num: 1n, den: 20n } })
    const rateOf = (m015: Json) =>
      period(
        { ...state, stability: { ...state.stability, inflows: [(10n ** 12n) as never] } },
        { stability: { requests: [request('b', '100')] } },
        m015,
      ).state.stability.commitments.find(({ id }) => id === 'b')?.rate
    expect(rateOf({ safetyValve: 'on' })).toEqual({ num: 1n, den: 20n })
    expect(rateOf({ stabilityRate: '0.04' })).toEqual({ num: 1n, den: 25n })
  })

  test('S_stability_committed of M012 is what is locked when the period begins', () => {
    const start = economy(inflow('100000'))
    const policy = parsePolicy({})
    const first = runUnder(start, inputs({ stability: { requests: [request('a', '2200000')] } }), policy)
    expect(first.report.supply.record?.rate).toEqual({ num: 1n, den: 50n })
    const second = runUnder({ ...first.state, supply: start.supply }, inputs(), policy)
    expect(second.report.supply.record?.rate).toEqual({ num: 101n, den: 5000n })
  })

  test('nobody is admitted before M015 distributes; the last four inflows are remembered', () => {
    const stability = { requests: [request('a', '100')] }
    const tracking = inPhases({ m015: 'TRACKING' }, inflow('1000'))
    expect(period(tracking, { stability }).state.stability.commitments[0]?.state).toBe('UNCOMMITTED')
    let state = economy(inflow('1000'))
    for (const _ of [1, 2, 3, 4, 5]) state = period({ ...state, time: economy().time }, two).state
    expect(state.stability.inflows).toEqual([100_000_000n, 100_000_000n, 100_000_000n, 100_000_000n])
  })

  test('governance releases the reserve of what nobody earned, in uregen', () => {
    const change = { volumes: [{ txType: 'MarketplaceTrade', value: regen('40000') }] }
    const { state } = period(economy(), change, { noActivity: 'governance-reserve' })
    const release = (amount: string) =>
      period(state, { decisions: { releases: [{ from: 'governance reserve', amount, decided: PASSED }] } })
    expect(release('70000000').state.rewards.governanceReserve).toEqual([])
    expect(() => release('70000001')).toThrow(/\[POOL_TOO_SMALL\]/)
  })
})
