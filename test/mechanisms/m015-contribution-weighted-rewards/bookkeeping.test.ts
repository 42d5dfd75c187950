import { describe, expect, test } from 'vitest'
import { M015_PARAMETERS } from '../../../src/mechanisms/m015-contribution-weighted-rewards/bounds.ts'
import {
  changeConfig,
  configProblems,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import { creditActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/credit.ts'
import {
  M015_V0,
  REWARD_CHOICES,
  type RewardConfig,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { distributePeriod } from '../../../src/mechanisms/m015-contribution-weighted-rewards/period.ts'
import {
  distributingGuards,
  M015_PHASES,
  nextPhase,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/phase.ts'
import {
  activityRecorded,
  rewardsDistributed,
  stabilityCommitted,
  stabilityMatured,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/records.ts'
import { scoreActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/score.ts'
import {
  commit,
  mature,
  requestCommitment,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { holds } from '../../support/arbitraries.ts'
import {
  ALICE,
  anyParams,
  at,
  BOB,
  commitmentOf,
  fraction,
  purchase,
  regen,
  vote,
  withParams,
} from './arbitraries.ts'

describe('phases', () => {
  const facts = {
    trackedPeriods: 13,
    scoredPeriods: 1,
    scoredAddresses: 2,
    unresolvedAnomalies: 0,
    m014Active: true,
  }

  test('INACTIVE → TRACKING needs governance and M013', () => {
    const go = (proposalApproved: boolean, m013Active: boolean) =>
      nextPhase('INACTIVE', { proposalApproved, m013Active })
    expect([go(true, true), go(true, false), go(false, true)]).toEqual(['TRACKING', 'INACTIVE', 'INACTIVE'])
  })

  test('with a clock of seconds 3 months are 7,889,232 of them, whatever periodsPerYear says', () => {
    const over = (trackedPeriods: number, period: number) =>
      distributingGuards(
        { ...facts, trackedPeriods },
        withParams({ clock: { kind: 'seconds', period }, periodsPerYear: 52 }),
      )['trackingOver']
    expect([over(91, 86_400), over(92, 86_400)]).toEqual([false, true])
    expect([over(7_889_231, 1), over(7_889_232, 1)]).toEqual([false, true])
  })

  test('3 months are 13 weeks, 3 months or 91.25 days, rounded up to whole periods', () => {
    const over = (trackedPeriods: number, periodsPerYear: number) =>
      distributingGuards({ ...facts, trackedPeriods }, withParams({ periodsPerYear }))['trackingOver']
    expect([over(12, 52), over(13, 52), over(2, 12), over(3, 12), over(91, 365), over(92, 365)]).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ])
  })

  test.each([
    [{ trackedPeriods: 12 }, 'trackingOver'],
    [{ scoredPeriods: 0 }, 'sufficientData'],
    [{ scoredAddresses: 1 }, 'sufficientData'],
    [{ unresolvedAnomalies: 1 }, 'noAnomalies'],
    [{ m014Active: false }, 'm014Active'],
  ])('TRACKING goes on with %j: guard %s does not hold', (change, guard) => {
    const guards = distributingGuards({ ...facts, ...change }, M015_V0)
    expect(Object.keys(guards).filter(name => !guards[name])).toEqual([guard])
    expect(nextPhase('TRACKING', guards)).toBe('TRACKING')
  })

  test('DISTRIBUTING is the last, and only DISTRIBUTING pays', () => {
    expect(nextPhase('DISTRIBUTING', {})).toBe('DISTRIBUTING')
    const paid = M015_PHASES.map(phase => {
      const { scores } = scoreActivities(
        creditActivities([vote(at(1), ALICE)], M015_V0).contributions,
        M015_V0,
      )
      const { record, commitments } = distributePeriod({
        period: 1,
        phase,
        inflow: regen('100'),
        carriedIn: regen('5'),
        commitments: [commitmentOf(regen('5200'))],
        scores,
        params: M015_V0,
      })
      const { governance, stability, distributed, undistributed, undistributedTo } = record
      return [governance, stability, distributed, undistributed, undistributedTo, commitments[0]?.periods]
    })
    const nothing = [regen('100'), 0n, 0n, regen('5'), 'carry-over', 0]
    expect(paid).toEqual([
      nothing,
      nothing,
      [regen('30'), regen('6'), regen('69'), 0n, 'return-to-community', 1],
    ])
  })
})

describe('parameters', () => {
  test('the first parameters are legal, and each choice is the first of its list', () => {
    expect(configProblems(M015_V0)).toEqual([])
    for (const [name, [first]] of Object.entries(REWARD_CHOICES))
      expect([name, M015_V0[name as keyof typeof REWARD_CHOICES]]).toEqual([name, first])
  })

  test('any parameters within the bounds are legal', () => {
    holds(anyParams, params => expect(configProblems(params)).toEqual([]))
  })

  const pathsOf = (change: Partial<RewardConfig>) =>
    configProblems(withParams(change)).map(({ path }) => path.join('.'))

  test.each([
    ['rejectedProposalShare', 0n, 100n],
    ['autoShare', 0n, 100n],
    ['stabilityRate', 2n, 12n],
    ['maxStabilityShare', 0n, 30n],
    ['earlyExitPenalty', 0n, 50n],
  ] as const)('%s is refused just outside of %s %% to %s %%', (name, least, most) => {
    expect(M015_PARAMETERS[name].bounds).toBe(`${least} % to ${most} %`)
    const parts = 10n ** 18n
    const at = (num: bigint) => pathsOf({ [name]: ratio(num, 100n * parts) })
    expect([at(least * parts), at(most * parts), at(most * parts + 1n)]).toEqual([[], [], [name]])
    if (least > 0n) expect(at(least * parts - 1n)).toEqual([name])
  })

  test.each([
    ['pairWindowDays', 0, 366],
    ['minLockMonths', 1, 120],
    ['maxLockMonths', 1, 120],
    ['periodsPerYear', 1, 366],
    ['minScorers', 1, 1_000_000],
    ['trackingMonths', 0, 120],
  ] as const)('%s is refused outside of %i to %i', (name, least, most) => {
    expect(M015_PARAMETERS[name].bounds).toBe(`a whole number from ${least} to ${most}`)
    for (const wrong of [least - 1, most + 1, least + 0.5, Number.NaN])
      expect(pathsOf({ [name]: wrong })).toContain(name)
  })

  test.each(Object.keys(REWARD_CHOICES))('an unknown %s is refused', name => {
    expect(pathsOf({ [name]: 'perhaps' } as never)).toEqual([name])
  })

  test('a cap λ of 1 is refused, the least lock may not be above the longest, and governance may not exceed the stability cap of invariant 2', () => {
    expect(pathsOf({ rewardCapPerOwnFees: ratio(1n) })).toEqual(['rewardCapPerOwnFees'])
    expect(pathsOf({ rewardCapPerOwnFees: fraction('0.999') })).toEqual([])
    expect([pathsOf({ minLockMonths: 25 }), pathsOf({ minLockMonths: 24 })]).toEqual([['minLockMonths'], []])
    expect(pathsOf({ maxStabilityShare: fraction('0.31') })).toEqual(['maxStabilityShare'])
  })

  test('a change that breaks rules names all of them', () => {
    const weights = { ...M015_V0.weights, purchase: fraction('0.45'), retirement: fraction('0.16') }
    expect(() =>
      changeConfig(M015_V0, withParams({ weights, stabilityRate: fraction('0.13') })),
    ).toThrowErrorMatchingInlineSnapshot(`
      [RegenError: These reward parameters are not allowed:
      weights: must be five weights of 0.05 or more that sum to 1
      stabilityRate: must be 2 % to 12 %
      weights.purchase: a weight moves by at most 0.10 in one change
      weights.retirement: a weight moves by at most 0.10 in one change
       Correct the parameters above. [REWARD_CONFIG_INVALID]]
    `)
  })
})

describe('records and events, under the names of the specification', () => {
  test('EventActivityRecorded', () => {
    const { contributions } = creditActivities([purchase(at(7), ALICE, BOB, regen('10'))], M015_V0)
    expect(contributions.map(contribution => activityRecorded(3, contribution))[0]).toEqual({
      type: 'EventActivityRecorded',
      period: 3,
      txHash: '7'.padStart(64, '0'),
      messageIndex: 0,
      part: 0,
      address: ALICE,
      kind: 'purchase',
      amount: ratio(10_000_000n),
    })
  })

  test('DistributionRecord and EventRewardDistributed, none for a reward of 0', () => {
    const { scores } = scoreActivities(
      creditActivities([purchase(at(1), ALICE, BOB, regen('10')), vote(at(2), BOB)], M015_V0).contributions,
      M015_V0,
    )
    const { record } = distributePeriod({
      period: 4,
      phase: 'DISTRIBUTING',
      inflow: regen('10'),
      carriedIn: 0n as Uregen,
      commitments: [],
      scores,
      params: M015_V0,
    })
    expect(record).toEqual({
      period: 4,
      inflow: regen('10'),
      carriedIn: 0n,
      governance: regen('3'),
      stability: 0n,
      activity: regen('7'),
      totalScore: fraction('3000000.1'),
      rewards: [
        { address: BOB, reward: 0n },
        { address: ALICE, reward: regen('7') },
      ],
      distributed: regen('7'),
      undistributed: 0n,
      undistributedTo: 'return-to-community',
    })
    const one = { ...record, rewards: [{ address: BOB, reward: 1n as Uregen }] }
    expect(rewardsDistributed(one)).toHaveLength(1)
    expect(rewardsDistributed(record)).toEqual([
      { type: 'EventRewardDistributed', period: 4, address: ALICE, amount: regen('7') },
    ])
  })

  test('EventStabilityCommitted and EventStabilityMatured', () => {
    const request = requestCommitment(
      { id: 'c', holder: ALICE, amount: regen('100'), lockMonths: 6 },
      M015_V0,
    )
    const committed = commit(request, M015_V0)
    expect(stabilityCommitted(5, committed)).toEqual({
      type: 'EventStabilityCommitted',
      period: 5,
      id: 'c',
      holder: ALICE,
      amount: regen('100'),
      lockPeriods: 26,
      rate: fraction('0.06'),
    })
    const over = { ...committed, periods: 26, promised: regen('3'), funded: regen('2') }
    expect(stabilityMatured(31, mature(over))).toEqual({
      type: 'EventStabilityMatured',
      period: 31,
      id: 'c',
      holder: ALICE,
      principal: regen('100'),
      reward: regen('2'),
    })
  })
})
