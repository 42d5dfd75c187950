import { admit } from '../../../src/mechanisms/m015-contribution-weighted-rewards/admission.ts'
import { creditRewards } from '../../../src/mechanisms/m015-contribution-weighted-rewards/claims.ts'
import {
  exitEarly,
  lockPeriodsOf,
  requestCommitment,
  votingTokens,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/commitment.ts'
import { creditActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type {
  Activity,
  StabilityCommitment,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { payableScores } from '../../../src/mechanisms/m015-contribution-weighted-rewards/payableScores.ts'
import { distributePeriod } from '../../../src/mechanisms/m015-contribution-weighted-rewards/period.ts'
import { distributingGuards } from '../../../src/mechanisms/m015-contribution-weighted-rewards/phase.ts'
import { safetyValve } from '../../../src/mechanisms/m015-contribution-weighted-rewards/safetyValve.ts'
import { scoreActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/score.ts'
import { allocateStability } from '../../../src/mechanisms/m015-contribution-weighted-rewards/stability.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { toRewardConfig } from '../../../src/policy/toParams.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'
import { formatRegen, type Uregen } from '../../../src/primitives/uregen.ts'
import {
  ALICE,
  at,
  BOB,
  CAROL,
  commitmentOf,
  DAVE,
  PLATFORM,
  platform,
  proposal,
  purchase,
  regen,
  retirement,
  vote,
} from '../../mechanisms/m015-contribution-weighted-rewards/arbitraries.ts'
import { type Flip, verdict } from './flip.ts'

const params = (policy: PolicyConfig) => toRewardConfig(policy.m015)
const NONE = 0n as Uregen

const scored = (policy: PolicyConfig, activities: readonly Activity[]) => {
  const { contributions, findings } = creditActivities(activities, params(policy))
  const { scores, findings: more } = scoreActivities(contributions, params(policy))
  return { scores, contributions, findings: [...findings, ...more].map(({ code }) => code) }
}

const NAMES: { readonly [address: string]: string } = {
  [ALICE]: 'Alice',
  [BOB]: 'Bob',
  [CAROL]: 'Carol',
  [DAVE]: 'Dave',
  [PLATFORM]: 'platform',
}

/** What a period pays out of an inflow of 100 REGEN: each reward, what governance keeps, where the rest goes. */
const pay =
  (activities: readonly Activity[]) =>
  (policy: PolicyConfig): readonly string[] => {
    const { record } = distributePeriod({
      period: 1,
      phase: 'DISTRIBUTING',
      inflow: regen('100'),
      carriedIn: NONE,
      commitments: [],
      scores: scored(policy, activities).scores,
      params: params(policy),
    })
    return [
      ...record.rewards.map(({ address, reward }) => `${NAMES[address]} ${formatRegen(reward)}`).sort(),
      `governance ${formatRegen(record.governance)}`,
      `${formatRegen(record.undistributed)} to ${record.undistributedTo}`,
    ]
  }

/** Who is credited with what kind. */
const credited =
  (activities: readonly Activity[]) =>
  (policy: PolicyConfig): readonly string[] => {
    return scored(policy, activities)
      .contributions.filter(({ kind }) => kind !== 'fee')
      .map(({ address, kind, amount }) => `${NAMES[address]} ${kind} ${formatRatio(amount)}`)
  }

const buys = purchase(at(1), ALICE, BOB, regen('100'), { fee: regen('1') })
const retires = retirement(at(2), CAROL, regen('100'), { fee: regen('0.5') })
const votes = vote(at(3), DAVE)
const both = [buys, retires]

const retiring = (facilitator?: ReturnType<typeof platform>) =>
  purchase(at(1), ALICE, BOB, regen('100'), { autoRetired: true, ...(facilitator && { facilitator }) })
const pair = (days: bigint) => [
  purchase(at(1), ALICE, BOB, regen('100')),
  purchase(at(2, days), BOB, ALICE, regen('100')),
]

/** A commitment that waits, of so many REGEN. */
const waiting = (amount: string): StabilityCommitment => ({
  ...commitmentOf(regen(amount)),
  state: 'UNCOMMITTED',
  periods: 0,
})
/** With an inflow of 100 a week the tier takes 30 a week, 1,560 a year: 26,000 REGEN at 6 %. */
const admitted =
  (amount: string, inflows: readonly string[]) =>
  (policy: PolicyConfig): readonly string[] =>
    admit({ commitments: [waiting(amount)], inflows: inflows.map(regen), params: params(policy) }).map(
      ({ state, amount }) => `${state} ${formatRegen(amount)}`,
    )
/** What 52,000 REGEN, twice what fits, get out of an inflow of 100. */
const allocated = (policy: PolicyConfig) => {
  const committed = [{ ...commitmentOf(regen('52000'), 1), funded: regen('30') }]
  const { due, stability, activity } = allocateStability({
    committed,
    inflow: regen('100'),
    params: params(policy),
  })
  return [due, stability, activity].map(formatRegen)
}
const request =
  (amount: string, lockMonths: number) =>
  (policy: PolicyConfig): string =>
    verdict(() =>
      requestCommitment({ id: 'c', holder: ALICE, amount: regen(amount), lockMonths }, params(policy)),
    )
const exit = (policy: PolicyConfig) => {
  const { reward, forfeited, forfeitTo } = exitEarly(commitmentOf(regen('5200'), 10), params(policy))
  return [formatRegen(reward), formatRegen(forfeited), forfeitTo]
}
const guards = (policy: PolicyConfig) =>
  distributingGuards(
    { trackedPeriods: 13, scoredPeriods: 1, scoredAddresses: 2, unresolvedAnomalies: 0, m014Active: true },
    params(policy),
  )['trackingOver']

const HALVES = ['Alice 35', 'Carol 35', 'governance 30', '0 to return-to-community']

export const M015_FLIPS: readonly Flip[] = [
  {
    knob: 'm015.weights',
    setting: { purchase: '0.40', retirement: '0.20', facilitation: '0.20', vote: '0.10', proposal: '0.10' },
    of: pay(both),
    byDefault: HALVES,
    turned: ['Alice 46.666667', 'Carol 23.333333', 'governance 30', '0 to return-to-community'],
  },
  {
    knob: 'm015.rejectedProposalShare',
    setting: '0.25',
    of: credited([proposal(at(1), ALICE, 'rejected')]),
    byDefault: ['Alice proposal 0.5'],
    turned: ['Alice proposal 0.25'],
  },
  {
    knob: 'm015.scoring',
    setting: 'normalised-per-activity',
    of: pay([buys, votes]),
    byDefault: ['Alice 70', 'Dave 0', 'governance 30', '0 to return-to-community'],
    turned: ['Alice 21', 'Dave 7', 'governance 30', '42 to return-to-community'],
  },
  {
    knob: 'm015.scoreBasis',
    setting: 'fee-paid',
    of: pay(both),
    byDefault: HALVES,
    turned: ['Alice 46.666667', 'Carol 23.333333', 'governance 30', '0 to return-to-community'],
  },
  {
    knob: 'm015.minActivityValue',
    setting: '100000001',
    of: credited(both),
    byDefault: ['Alice purchase 100000000', 'Carol retirement 100000000'],
    turned: [],
  },
  {
    knob: 'm015.autoRetireScoring',
    setting: 'retirement',
    of: credited([retiring()]),
    byDefault: ['Alice purchase 100000000'],
    turned: ['Alice retirement 100000000'],
  },
  {
    knob: 'm015.autoRetireScoring',
    setting: 'both',
    of: policy => [credited([retiring()])(policy), scored(policy, [retiring()]).findings],
    byDefault: [['Alice purchase 100000000'], []],
    turned: [['Alice purchase 100000000', 'Alice retirement 100000000'], ['AUTO_RETIRE_COUNTED_TWICE']],
  },
  {
    knob: 'm015.facilitationId',
    setting: 'registry',
    of: credited([retiring(platform(PLATFORM, false, true))]),
    byDefault: ['Alice purchase 100000000'],
    turned: ['Alice purchase 100000000', 'platform facilitation 100000000'],
  },
  {
    knob: 'm015.facilitationId',
    setting: 'none',
    of: credited([retiring(platform(PLATFORM))]),
    byDefault: ['Alice purchase 100000000', 'platform facilitation 100000000'],
    turned: ['Alice purchase 100000000'],
  },
  {
    knob: 'm015.selfFacilitation',
    setting: 'count',
    of: credited([retiring(platform(ALICE))]),
    byDefault: ['Alice purchase 100000000'],
    turned: ['Alice purchase 100000000', 'Alice facilitation 100000000'],
  },
  {
    knob: 'm015.pairTrades',
    setting: 'exclude',
    of: credited(pair(1n)),
    byDefault: ['Alice purchase 100000000', 'Bob purchase 100000000'],
    turned: [],
  },
  {
    knob: 'm015.pairWindowDays',
    setting: 8,
    beside: { m015: { pairTrades: 'exclude' } },
    of: policy => [credited(pair(8n))(policy), scored(policy, pair(8n)).findings],
    byDefault: [['Alice purchase 100000000', 'Bob purchase 100000000'], []],
    turned: [[], ['PAIRED_PURCHASES']],
  },
  {
    knob: 'm015.rewardCapPerOwnFees',
    setting: '0.9',
    of: pay(both),
    byDefault: HALVES,
    turned: ['Alice 0.9', 'Carol 0.45', 'governance 30', '68.65 to return-to-community'],
  },
  {
    knob: 'm015.minScorers',
    setting: 3,
    of: pay(both),
    byDefault: HALVES,
    turned: ['governance 30', '70 to return-to-community'],
  },
  ...(['carry-over', 'governance-reserve'] as const).map(
    (setting): Flip => ({
      knob: 'm015.noActivity',
      setting,
      of: pay([]),
      byDefault: ['governance 30', '70 to return-to-community'],
      turned: ['governance 30', `70 to ${setting}`],
    }),
  ),
  {
    knob: 'm015.autoShare',
    setting: '1',
    of: pay(both),
    byDefault: HALVES,
    turned: ['Alice 50', 'Carol 50', 'governance 0', '0 to return-to-community'],
  },
  {
    knob: 'm015.stabilityRate',
    setting: '0.07',
    of: admitted('26000', ['100']),
    byDefault: ['COMMITTED 26000'],
    turned: ['UNCOMMITTED 26000'],
  },
  {
    knob: 'm015.safetyValve',
    setting: 'on',
    of: policy => {
      const { stabilityRate, opened } = safetyValve(
        { stabilityRate: params(policy).stabilityRate, cappedPeriods: 2 },
        true,
        params(policy),
      )
      return [formatRatio(stabilityRate), opened]
    },
    byDefault: ['0.06', false],
    turned: ['0.05', true],
  },
  {
    knob: 'm015.maxStabilityShare',
    setting: '0.20',
    of: allocated,
    byDefault: ['60', '30', '40'],
    turned: ['60', '20', '50'],
  },
  {
    knob: 'm015.stabilityCapBase',
    setting: 'auto',
    of: allocated,
    byDefault: ['60', '30', '40'],
    turned: ['60', '21', '49'],
  },
  {
    knob: 'm015.capReference',
    setting: 'trailing-4',
    of: admitted('26000', ['10', '100']),
    byDefault: ['COMMITTED 26000'],
    turned: ['UNCOMMITTED 26000'],
  },
  {
    knob: 'm015.capReference',
    setting: 'min-trailing',
    of: admitted('2600', ['9', '10', '100', '10']),
    byDefault: ['COMMITTED 2600'],
    turned: ['UNCOMMITTED 2600'],
  },
  {
    knob: 'm015.queueFill',
    setting: 'partial',
    of: admitted('30000', ['100']),
    byDefault: ['UNCOMMITTED 30000'],
    turned: ['COMMITTED 26000', 'UNCOMMITTED 4000'],
  },
  {
    knob: 'm015.arrears',
    setting: 'carry',
    of: allocated,
    byDefault: ['60', '30', '40'],
    turned: ['90', '30', '40'],
  },
  {
    knob: 'm015.minCommitment',
    setting: '100000001',
    of: request('100', 12),
    byDefault: 'allowed',
    turned: '[COMMITMENT_REFUSED]',
  },
  {
    knob: 'm015.minLockMonths',
    setting: 7,
    of: request('100', 6),
    byDefault: 'allowed',
    turned: '[COMMITMENT_REFUSED]',
  },
  {
    knob: 'm015.maxLockMonths',
    setting: 25,
    of: request('100', 25),
    byDefault: '[COMMITMENT_REFUSED]',
    turned: 'allowed',
  },
  {
    knob: 'm015.earlyExitPenalty',
    setting: '0.25',
    of: exit,
    byDefault: ['30', '30', 'community'],
    turned: ['45', '15', 'community'],
  },
  {
    knob: 'm015.forfeitTo',
    setting: 'module',
    of: exit,
    byDefault: ['30', '30', 'community'],
    turned: ['30', '30', 'module'],
  },
  {
    knob: 'm015.lockedTokens',
    setting: 'vote',
    of: policy => formatRegen(votingTokens({ tokens: regen('100'), locked: regen('40') }, params(policy))),
    byDefault: '60',
    turned: '100',
  },
  {
    knob: 'm015.periodsPerYear',
    setting: 365,
    of: policy => lockPeriodsOf(6, params(policy)),
    byDefault: 26,
    turned: 183,
  },
  { knob: 'm015.trackingMonths', setting: 4, of: guards, byDefault: true, turned: false },
  {
    knob: 'm015.retroactiveTracking',
    setting: 'include',
    of: policy =>
      payableScores(
        { tracked: [scored(policy, [buys]).scores], current: scored(policy, [retires]).scores },
        params(policy),
      ).length,
    byDefault: 1,
    turned: 2,
  },
  {
    knob: 'm015.payout',
    setting: 'auto',
    of: policy =>
      creditRewards([], [{ address: ALICE, reward: regen('5') }], params(policy)).map(({ claimed }) =>
        formatRegen(claimed),
      ),
    byDefault: ['0'],
    turned: ['5'],
  },
]
