import { describe, expect, test } from 'vitest'
import { parseEpochState, runEpoch } from '../../src/epoch/index.ts'
import { computeMint, M012_V0 } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { dropOutliers } from '../../src/mechanisms/m013-value-based-fee-routing/index.ts'
import { compensate, M014_V0 } from '../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { allocateStability, M015_V0 } from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { diffPolicy } from '../../src/policy/diffPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { Credits } from '../../src/primitives/credits.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { ALICE, BOB, economy, hash, inPhases, inputs, type Json, purchase, regen } from './economy.ts'

/** What only governance may do, and what a period refuses whoever asks. */

const OLD = {}
const NEW = { m012: { hardCap: '500000000000000', baseRate: '0.10' }, m013: { minFee: '7' } }
const tally = (yes: string, no: string, eligible: string) => ({ yes, no, eligible })
const millions = (count: string) => (BigInt(count) * 10n ** 12n).toString()
const decided = (yes: string, no: string) => ({
  validators: tally(yes, no, '15'),
  holders: tally(millions(yes), millions(no), regen('22000000')),
})

describe('a change of parameters is a decision with its tally and layer', () => {
  const second = (change: Json | null, policy: Json = NEW) => {
    const { state } = runEpoch(economy(), inputs(), parsePolicy(OLD))
    const policyChange = change && { before: OLD, ...change }
    return runEpoch(state, inputs({ decisions: { policyChange } }), parsePolicy(policy))
  }

  test('invariant 3, Monotonic Cap: another cap without a vote is refused', () => {
    expect(() => second(null)).toThrow(/\[POLICY_CHANGE_REFUSED\]/)
    expect(() => second({ decided: null })).toThrow(/m012.hardCap.*L4.*decided/)
  })

  test.each([
    [
      'agents',
      { agents: { confidence: '1', significant: false, hoursOpen: 99, overridden: false } },
      'votedOn',
    ],
    ['one track after M014', { tally: tally('9', '0', '10') }, 'threshold|validatorQuorum|bothTracks'],
    ['66 %', decided('9', '5'), 'threshold'],
    ['no quorum', decided('6', '0'), 'validatorQuorum'],
  ])('%s is not enough for the cap', (_, by, guard) => {
    expect(() => second({ decided: by })).toThrow(new RegExp(`(${guard}).*POLICY_CHANGE_REFUSED`))
  })

  test('67 % of both tracks is; EventParameterUpdate and EventRateUpdated tell of it', () => {
    const { report, state } = second({ decided: decided('12', '2') })
    const updates = report.events.filter(({ type }) => type === 'EventParameterUpdate')
    expect(updates).toMatchObject([
      { parameter: 'hardCap', after: 500_000_000_000_000n, layer: 'L4' },
      { parameter: 'baseRate', layer: 'L3' },
    ])
    expect(report.events).toContainEqual(
      expect.objectContaining({ type: 'EventRateUpdated', after: expect.objectContaining({ minFee: 7n }) }),
    )
    expect(
      parseEpochState(JSON.parse(JSON.stringify(state, (_, v) => (typeof v === 'bigint' ? `${v}` : v))))
        .policyHash,
    ).toBe(state.policyHash)
  })

  test('a change of another policy, and one out of bounds, is refused', () => {
    expect(() => second({ before: NEW, decided: decided('15', '0') })).toThrow(/not that of the last period/)
    const far = {
      m015: {
        weights: { purchase: '0.45', retirement: '0.15', facilitation: '0.2', vote: '0.1', proposal: '0.1' },
      },
    }
    expect(() => second({ decided: decided('15', '0') }, far)).toThrow(/0.10.*POLICY_CHANGE_REFUSED/)
  })

  test('a smaller layer asks for less', () => {
    const agents = { agents: { confidence: '0.9', significant: true, hoursOpen: 72, overridden: false } }
    expect(() => second({ decided: agents }, { m014: { bonusShare: '0.2' } })).not.toThrow()
    expect(() => second({ decided: agents }, { m012: { baseRate: '0.01' } })).toThrow(/votedOn/)
  })

  test('the approval of a mechanism is held against its layer', () => {
    const start = inPhases({ m012: { phase: 'INFLATIONARY' } })
    const by = (decided: Json | null) =>
      runEpoch(start, inputs({ decisions: { m012Approved: decided } }), parsePolicy({}))
    const phaseBy = (decided: Json | null) => by(decided).state.phases.m012.phase
    expect([phaseBy(decided('15', '0')), phaseBy(decided('9', '5')), phaseBy(null)]).toEqual([
      'TRANSITION',
      'INFLATIONARY',
      'INFLATIONARY',
    ])
    expect(by(decided('9', '5')).report.alerts).toContainEqual({
      code: 'PHASE_WAITS',
      mechanism: 'M012',
      phase: 'INFLATIONARY',
      waitsFor: ['threshold'],
    })
    expect(by(decided('15', '0')).report.phases.actions.map(({ action }) => action)).toEqual([
      'set the hard cap',
      'disable the inflation module',
      'enable the burn',
    ])
  })
})

test('a release from a reserve is a decision of Layer 3; more votes than eligible are no vote', () => {
  const start = economy({ supply: { supply: regen('220000000'), burnReserve: regen('30') } })
  const release = (by: Json | null) => () =>
    runEpoch(
      start,
      inputs({ decisions: { releases: [{ from: 'burn reserve', amount: regen('30'), decided: by }] } }),
      parsePolicy({}),
    )
  expect(release(decided('7', '2'))).toThrow(/validatorQuorum.*\[?RELEASE_REFUSED/s)
  expect(release(null)).toThrow(/decided.*RELEASE_REFUSED/)
  expect(release(decided('12', '2'))).not.toThrow()
  expect(release(decided('15', '2'))).toThrow(/more votes than eligible.*INPUT_INVALID/s)
})

describe('impossible worlds', () => {
  test('M014, phase 3: no inflationary fallback beside proof of authority', () => {
    const start = inPhases({ m012: { phase: 'INFLATIONARY' } })
    const inflation = regen('1000000')
    expect(() => runEpoch(start, inputs({ inflation }), parsePolicy({}))).toThrow(/\[PHASES_IMPOSSIBLE\]/)
    const before = inPhases({ m012: { phase: 'INFLATIONARY' }, m014: 2 })
    expect(() => runEpoch(before, inputs({ inflation }), parsePolicy({}))).not.toThrow()
  })

  test('a TRANSITION of M013 without the day on which it began', () => {
    expect(() => inPhases({ m013: { phase: 'TRANSITION' } })).toThrow(/transitionStarted.*m013/s)
  })
})

describe('M015 across periods', () => {
  const vote = (time: string, n: number) => ({
    kind: 'vote',
    txHash: hash(n),
    time,
    voter: ALICE,
    proposalId: '77',
  })
  const fees = (time: string) => ({ transactions: [purchase('40000', { time, credited: null })] })

  test('invariant 5: a vote counts once per proposal, also when it is cast again in the next period', () => {
    const first = runEpoch(
      economy(),
      inputs({ ...fees('2027-01-02'), activities: [vote('2027-01-02', 2)] }),
      parsePolicy({}),
    )
    expect(first.report.rewards.scores.find(({ address }) => address === ALICE)?.score.num).toBe(1n)
    const again = inputs({ ...fees('2027-01-09'), activities: [vote('2027-01-09', 3)] })
    const second = runEpoch(first.state, again, parsePolicy({}))
    expect(second.report.rewards.record.rewards).toEqual([])
    const later = { ...first.state, time: '2027-05-01T00:00:00Z' }
    expect(runEpoch(later, inputs(fees('2027-05-02')), parsePolicy({})).state.rewards.votes).toBe(undefined)
  })

  const bought = (value: string, n: number, part = 0) => ({
    kind: 'purchase',
    txHash: hash(n),
    part,
    time: '2027-01-02',
    buyer: ALICE,
    seller: BOB,
    value: regen(value),
  })
  const volumes = [{ txType: 'MarketplaceTrade', value: regen('1000'), messages: '10' }]

  test('invariant 3: an activity is no more than what was charged for it', () => {
    const beside = {
      volumes: [{ ...volumes[0], value: regen('900000') }],
      transactions: [purchase('100000')],
      activities: [bought('900000', 1, 1)],
    }
    expect(() => runEpoch(economy(), inputs(beside), parsePolicy({}))).toThrow(/\[ACTIVITY_COUNTED_TWICE\]/)
    const above = { volumes, activities: [bought('600', 2), bought('401', 3)] }
    expect(() => runEpoch(economy(), inputs(above), parsePolicy({}))).toThrow(/\[ACTIVITY_ABOVE_VOLUME\]/)
    const within = { volumes, activities: [bought('600', 2), bought('400', 3)] }
    expect(runEpoch(economy(), inputs(within), parsePolicy({})).report.rewards.scores).toHaveLength(1)
  })
})

describe('Parameter Bound Safety holds in the formulas', () => {
  test('M012: a base rate above 0.10', () => {
    const state = {
      supply: 1n as Uregen,
      staked: 0n as Uregen,
      stabilityCommitted: 0n as Uregen,
      m014Phase: 'INACTIVE',
    } as const
    expect(() => computeMint(state, { ...M012_V0, baseRate: ratio(5n) as never })).toThrow(
      '[PARAMETER_OUT_OF_BOUNDS]',
    )
  })
  test('M014: a bonus of more than the fund; M015: more than the inflow', () => {
    const validators = [{ address: 'a', status: 'ACTIVE', score: null }] as const
    const params = { ...M014_V0, bonusShare: ratio(3n, 2n) }
    expect(() => compensate({ fund: 100n as Uregen, validators, params })).toThrow(
      '[PARAMETER_OUT_OF_BOUNDS]',
    )
    const config = { ...M015_V0, autoShare: ratio(3n, 2n) }
    expect(() => allocateStability({ committed: [], inflow: 100n as Uregen, params: config })).toThrow(
      '[PARAMETER_OUT_OF_BOUNDS]',
    )
  })
  test.each([
    ['m013', { shares: { burn: '0.9', validator: '0.05', community: '0.05', agent: '0' } }],
    [
      'm013',
      {
        shares: { burn: '0.30', validator: '0.30', community: '0.40', agent: '0' },
        agentFund: { kind: 'community-tag', share: '0' },
      },
    ],
    ['m012', { equilibriumPeriods: 1 }],
    ['m015', { minCommitment: '1' }],
    ['m015', { minLockMonths: 1 }],
    ['m015', { maxLockMonths: 120 }],
    ['m015', { trackingMonths: 0 }],
  ])('diffPolicy: %s %j is out of bounds', (section, change) => {
    expect(diffPolicy(parsePolicy({}), parsePolicy({ [section]: change })).withinBounds).toBe(false)
  })
  test('Model B’s three examples are within its coordinated ranges', () => {
    for (const [burn, validator, community] of [
      ['0.25', '0.15', '0.60'],
      ['0.30', '0.20', '0.50'],
      ['0.35', '0.15', '0.50'],
    ])
      expect(
        diffPolicy(
          parsePolicy({}),
          parsePolicy({
            m013: {
              shares: { burn, validator, community, agent: '0' },
              agentFund: { kind: 'community-tag', share: '0' },
            },
          }),
        ).withinBounds,
      ).toBe(true)
  })
})

test('M013, prices: a trade exactly at three standard deviations of the others is kept', () => {
  const trades = [9n, 11n, 9n, 11n, 13n].map(payment => ({
    classId: 'C01',
    denom: 'uregen',
    time: 0n,
    quantity: 3_000_000n as Credits,
    payment,
  }))
  expect(dropOutliers(trades)).toHaveLength(5)
  const beyond = trades.map((trade, index) => (index === 4 ? { ...trade, payment: 14n } : trade))
  expect(dropOutliers(beyond)).toHaveLength(4)
})
