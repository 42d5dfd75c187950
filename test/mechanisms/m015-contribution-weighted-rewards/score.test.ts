import { expect, test } from 'vitest'
import { creditActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { ACTIVITY_KINDS } from '../../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import {
  mergeScores,
  scoreActivities,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/score.ts'
import { formatRatio, type Ratio, ratio, sumRatios } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'
import {
  ALICE,
  anyActivities,
  anyParams,
  at,
  BOB,
  CAROL,
  fraction,
  PLATFORM,
  platform,
  proposal,
  purchase,
  regen,
  retirement,
  vote,
  withParams,
} from './arbitraries.ts'

const scoresOf = (activities: Parameters<typeof creditActivities>[0], params = withParams()) => {
  const { scores } = scoreActivities(creditActivities(activities, params).contributions, params)
  return Object.fromEntries(scores.map(({ address, score }) => [address, formatRatio(score)]))
}

/** The four participants of the public sample epoch; their values are in uregen. */
const SAMPLE = [
  purchase(at(1), ALICE, CAROL, regen('100')),
  retirement(at(2), ALICE, regen('50')),
  ...[3, 4, 5].map(n => vote(at(n), ALICE, BigInt(n))),
  proposal(at(6), ALICE, 'passed'),
  purchase(at(7), BOB, CAROL, regen('20'), { facilitator: platform(BOB) }),
]

test('three purchases and votes score exactly, where floats do not: 3 × 0.3 is 0.9, 3 votes are 0.3', () => {
  expect([3 * 0.3, 3 * 0.1]).toEqual([0.8999999999999999, 0.30000000000000004])
  const params = withParams({ minActivityValue: regen('0') })
  const one = 1n as Parameters<typeof purchase>[3]
  expect(
    scoresOf(
      [1, 2, 3].map(n => purchase(at(n), ALICE, BOB, one)),
      params,
    ),
  ).toEqual({ [ALICE]: '0.9' })
  expect(scoresOf([1, 2, 3].map(n => vote(at(n), ALICE, BigInt(n))))).toEqual({ [ALICE]: '0.3' })
})

test('the first participant of the public sample scores 45,000,000.4', () => {
  expect(scoresOf(SAMPLE)[ALICE]).toBe('45000000.4')
})

test('a participant with all five activities gets the weighted sum', () => {
  const all = [
    purchase(at(1), ALICE, BOB, regen('10')),
    retirement(at(2), ALICE, regen('20')),
    retirement(at(3), CAROL, regen('30'), { facilitator: platform(ALICE) }),
    vote(at(4), ALICE),
    proposal(at(5), ALICE, 'rejected'),
  ]
  expect(scoresOf(all)[ALICE]).toBe(
    formatRatio(ratio(10_000_000n * 6n + 20_000_000n * 6n + 30_000_000n * 4n + 2n + 1n, 20n)),
  )
})

test('a score is exact, also of values that are fractions: no division until the reward', () => {
  holds(anyActivities, anyParams, (activities, any) => {
    const params = { ...any, scoring: 'raw', scoreRounding: 'exact' } as const
    const { contributions } = creditActivities(activities, params)
    const { weights, scoreBasis } = params
    const values = sumRatios(weights.purchase, weights.retirement, weights.facilitation)
    for (const { address, score, amounts, governanceScore } of scoreActivities(contributions, params)
      .scores) {
      const of = contributions.filter(contribution => contribution.address === address)
      const total = (kind: string): Ratio =>
        sumRatios(...of.filter(contribution => contribution.kind === kind).map(({ amount }) => amount))
      for (const kind of [...ACTIVITY_KINDS, 'fee'] as const)
        expect(amounts[kind].num * total(kind).den).toBe(total(kind).num * amounts[kind].den)
      const terms: readonly (readonly [Ratio, Ratio])[] =
        scoreBasis === 'value'
          ? ACTIVITY_KINDS.map(kind => [weights[kind], total(kind)] as const)
          : [
              [values, total('fee')],
              [weights.vote, total('vote')],
              [weights.proposal, total('proposal')],
            ]
      const times = ([a, b]: readonly [Ratio, Ratio]) => ratio(a.num * b.num, a.den * b.den)
      expect(score).toEqual(sumRatios(...terms.map(times)))
      expect(governanceScore).toEqual(
        sumRatios(times([weights.vote, total('vote')]), times([weights.proposal, total('proposal')])),
      )
    }
  })
})

test('normalised, each activity is worth its weight, however large its values are', () => {
  holds(anyActivities, anyParams, (activities, any) => {
    const params = { ...any, scoring: 'normalised-per-activity', scoreBasis: 'value' } as const
    const { contributions } = creditActivities(activities, params)
    const { scores } = scoreActivities(contributions, params)
    const done = ACTIVITY_KINDS.filter(kind =>
      contributions.some(contribution => contribution.kind === kind && contribution.amount.num > 0n),
    )
    expect(sumRatios(...scores.map(({ score }) => score))).toEqual(
      sumRatios(...done.map(kind => params.weights[kind])),
    )
  })
})

test('addresses come in alphabetical order, whatever the order of the activities', () => {
  holds(anyActivities, anyParams, (activities, params) => {
    const score = (list: typeof activities) =>
      scoreActivities(creditActivities(list, params).contributions, params)
    const { scores } = score(activities)
    expect(scores.map(({ address }) => address)).toEqual(scores.map(({ address }) => address).sort())
    expect(score([...activities].reverse())).toEqual(score(activities))
  })
})

test('scores of several periods merge as if everything had been done in one', () => {
  holds(anyActivities, anyParams, (activities, params) => {
    const { contributions } = creditActivities(activities, params)
    const half = contributions.length >> 1
    const periods = [contributions.slice(0, half), contributions.slice(half)].map(
      part => scoreActivities(part, params).scores,
    )
    expect(mergeScores(periods, params)).toEqual(scoreActivities(contributions, params))
  })
})

test('each knob of the score changes a number', () => {
  const activities = [
    purchase(at(1), ALICE, BOB, regen('10'), { autoRetired: true, fee: regen('1') }),
    retirement(at(2), BOB, regen('20'), { facilitator: platform(PLATFORM), fee: regen('4') }),
    vote(at(3), CAROL),
  ]
  const base = scoresOf(activities)
  expect(base).toEqual({ [ALICE]: '3000000', [BOB]: '6000000', [CAROL]: '0.1', [PLATFORM]: '4000000' })
  expect(scoresOf(activities, withParams({ autoRetireScoring: 'both' }))[ALICE]).toBe('6000000')
  expect(scoresOf(activities, withParams({ scoreBasis: 'fee-paid' }))).toEqual({
    [ALICE]: '800000',
    [BOB]: '3200000',
    [CAROL]: '0.1',
    [PLATFORM]: '0',
  })
  expect(scoresOf(activities, withParams({ scoring: 'normalised-per-activity' }))).toEqual({
    [ALICE]: '0.3',
    [BOB]: '0.3',
    [CAROL]: '0.1',
    [PLATFORM]: '0.2',
  })
  expect(
    scoresOf(activities, withParams({ scoring: 'normalised-per-activity', scoreBasis: 'fee-paid' })),
  ).toEqual({ [ALICE]: '0.16', [BOB]: '0.64', [CAROL]: '0.1', [PLATFORM]: '0' })
  expect(scoresOf(activities, withParams({ facilitationId: 'none' }))[PLATFORM]).toBe(undefined)
  expect(scoresOf(activities, withParams({ minActivityValue: regen('15') }))[ALICE]).toBe(undefined)
  expect(
    scoresOf([proposal(at(1), ALICE, 'rejected')], withParams({ rejectedProposalShare: fraction('0.2') })),
  ).toEqual({ [ALICE]: '0.02' })
})
