import { formatRatio, type PolicyConfig } from '../../../src/index.ts'
import { hash, inRegen, type Json, regen, run, validators } from './economy.ts'
import { type Flip, verdict } from './flip.ts'

/**
 * A trade and a retirement of 10,000 REGEN each and an issuance, as volumes, pay 400 REGEN: 100 for the community pool. Who did what is
 * stated beside them.
 */
const VOLUMES = [
  { txType: 'MarketplaceTrade', value: regen('10000') },
  { txType: 'CreditRetirement', value: regen('10000') },
  { txType: 'CreditIssuance', value: regen('12500') },
]
const week = (policy: PolicyConfig, inputs: Json = {}, state: Json = {}) =>
  run(policy, { volumes: VOLUMES, ...inputs }, state)

const place = (n: number, day = 2) => ({ txHash: hash(n), time: `2027-01-0${day}` })
const buys = {
  kind: 'purchase',
  ...place(1),
  buyer: 'alice',
  seller: 'bob',
  value: regen('10000'),
  fee: regen('100'),
}
const retires = {
  kind: 'retirement',
  ...place(2),
  retirer: 'carol',
  value: regen('10000'),
  fee: regen('50'),
}
const votes = { kind: 'vote', ...place(3), voter: 'dave', proposalId: '1' }
const both = [buys, retires]

/** What a period pays out of an inflow of 100 REGEN: each reward, what governance keeps, where the rest goes. */
const pay =
  (activities: readonly Json[]) =>
  (policy: PolicyConfig): readonly string[] => {
    const { rewards, governance, undistributed, undistributedTo } = week(policy, { activities }).report
      .rewards.record
    return [
      ...rewards.map(({ address, reward }) => `${address} ${inRegen(reward)}`).sort(),
      `governance ${inRegen(governance)}`,
      `${inRegen(undistributed)} to ${undistributedTo}`,
    ]
  }

/** Who is credited with what kind, and what is found. */
const credited =
  (activities: readonly Json[]) =>
  (policy: PolicyConfig): readonly string[] => {
    const { events, alerts } = week(policy, { activities }).report
    return [
      ...events.flatMap(event =>
        event.type === 'EventActivityRecorded' && event.kind !== 'fee'
          ? [`${event.address} ${event.kind} ${formatRatio(event.amount)}`]
          : [],
      ),
      ...alerts
        .map(({ code }) => code as string)
        .filter(code => code === 'AUTO_RETIRE_COUNTED_TWICE' || code === 'PAIRED_PURCHASES'),
    ]
  }

const retiring = (facilitator: Json | null = null) => ({
  ...buys,
  value: '100',
  autoRetired: true,
  facilitator,
})
const platform = (address: string, inMemo = true) => ({ address, inMemo, registered: true })
const pair = [
  { ...buys, value: '100' },
  { ...buys, ...place(4, 5), value: '100', buyer: 'bob', seller: 'alice' },
]
const small = { m015: { minActivityValue: '0' } }

/** With an inflow of 100 a week the tier takes 30 a week, 1,560 a year: 26,000 REGEN at 6 %. */
const admitted =
  (amount: string, inflows: readonly string[]) =>
  (policy: PolicyConfig): readonly string[] =>
    week(
      policy,
      { stability: { requests: [{ id: 'c', holder: 'alice', amount: regen(amount), lockMonths: 12 }] } },
      { stability: { inflows: inflows.map(regen) } },
    ).state.stability.commitments.map(({ state, amount: of }) => `${state} ${inRegen(of)}`)

const commitment = (amount: string, periods: number, funded: string, promised = funded) => ({
  id: 'c',
  holder: 'alice',
  amount: regen(amount),
  lockMonths: 12,
  lockPeriods: 52,
  rate: '0.06',
  state: 'COMMITTED',
  periods,
  promised: regen(promised),
  funded: regen(funded),
})
/** 52,000 REGEN, twice what fits, out of an inflow of 100: what the tier gets, and what is left for activity. */
const allocated =
  (...[amount, periods, funded, promised]: Parameters<typeof commitment>) =>
  (policy: PolicyConfig) => {
    const { stability, activity } = week(
      policy,
      {},
      { stability: { commitments: [commitment(amount, periods, funded, promised)] } },
    ).report.rewards.record
    return [stability, activity].map(inRegen)
  }
const request =
  (amount: string, lockMonths: number) =>
  (policy: PolicyConfig): string =>
    verdict(() =>
      week(policy, {
        stability: { requests: [{ id: 'c', holder: 'alice', amount: regen(amount), lockMonths }] },
      }),
    )
/** An early exit after ten weeks that earned 60 REGEN: what is paid, what is forfeited, and what the module keeps. */
const exit = (policy: PolicyConfig) => {
  const { state, report } = week(
    policy,
    { stability: { exits: ['c'] } },
    { stability: { commitments: [commitment('5200', 10, '60')] } },
  )
  return [
    ...report.rewards.settlements.flatMap(({ reward, forfeited }) => [inRegen(reward), inRegen(forfeited)]),
    inRegen(state.stability.forfeited),
  ]
}

/** A holder with all its tokens locked votes for a newcomer, as the validators do. */
const lockedVote = (policy: PolicyConfig) =>
  verdict(() =>
    run(
      policy,
      {
        validators: {
          applications: [
            {
              address: 'new',
              category: 'data steward',
              submitted: '2027-01-02',
              shown: ['attestation', 'classes', 'expertise'],
            },
          ],
          transitions: [
            {
              address: 'new',
              to: 'APPROVED',
              at: '2027-01-02',
              votes: [
                ...validators(15).map(({ address }) => ({
                  voter: address,
                  track: 'validators',
                  option: 'yes',
                })),
                { voter: 'alice', track: 'holders', option: 'yes', weight: regen('30000000') },
              ],
              seen: { noActiveConflicts: true },
            },
          ],
        },
      },
      {
        validators: validators(15),
        stability: { commitments: [commitment('30000000', 1, '0')] },
      },
    ),
  )

const scoreOf = (address: string, purchase: string) => ({
  address,
  amounts: { purchase, retirement: '0', facilitation: '0', vote: '0', proposal: '0', fee: '0' },
  score: (BigInt(purchase) * 3n).toString().replace(/\d$/, digit => `.${digit}`),
  governanceScore: '0',
})
const tracked = (periods: number, ...scores: readonly Json[]) => ({
  rewards: { tracked: { periods, scoredPeriods: periods, scores } },
})

const HALVES = ['alice 35', 'carol 35', 'governance 30', '0 to return-to-community']

export const M015_FLIPS: readonly Flip[] = [
  {
    knob: 'm015.weights',
    setting: { purchase: '0.40', retirement: '0.20', facilitation: '0.20', vote: '0.10', proposal: '0.10' },
    of: pay(both),
    byDefault: HALVES,
    turned: ['alice 46.666667', 'carol 23.333333', 'governance 30', '0 to return-to-community'],
  },
  {
    knob: 'm015.rejectedProposalShare',
    setting: '0.25',
    of: credited([
      {
        kind: 'proposal',
        ...place(5),
        proposer: 'alice',
        tally: { time: '2027-01-03', outcome: 'rejected' },
      },
    ]),
    byDefault: ['alice proposal 0.5'],
    turned: ['alice proposal 0.25'],
  },
  {
    knob: 'm015.scoring',
    setting: 'normalised-per-activity',
    of: pay([buys, votes]),
    byDefault: ['alice 70', 'dave 0', 'governance 30', '0 to return-to-community'],
    turned: ['alice 21', 'dave 7', 'governance 30', '42 to return-to-community'],
  },
  {
    knob: 'm015.scoreBasis',
    setting: 'fee-paid',
    of: pay(both),
    byDefault: HALVES,
    turned: ['alice 46.666667', 'carol 23.333333', 'governance 30', '0 to return-to-community'],
  },
  {
    knob: 'm015.minActivityValue',
    setting: '10000000001',
    of: credited(both),
    byDefault: ['alice purchase 10000000000', 'carol retirement 10000000000'],
    turned: [],
  },
  {
    knob: 'm015.autoRetireScoring',
    setting: 'retirement',
    beside: small,
    of: credited([retiring()]),
    byDefault: ['alice purchase 100'],
    turned: ['alice retirement 100'],
  },
  {
    knob: 'm015.autoRetireScoring',
    setting: 'both',
    beside: small,
    of: credited([retiring()]),
    byDefault: ['alice purchase 100'],
    turned: ['alice purchase 100', 'alice retirement 100', 'AUTO_RETIRE_COUNTED_TWICE'],
  },
  {
    knob: 'm015.facilitationId',
    setting: 'registry',
    beside: small,
    of: credited([retiring(platform('platform', false))]),
    byDefault: ['alice purchase 100'],
    turned: ['alice purchase 100', 'platform facilitation 100'],
  },
  {
    knob: 'm015.facilitationId',
    setting: 'none',
    beside: small,
    of: credited([retiring(platform('platform'))]),
    byDefault: ['alice purchase 100', 'platform facilitation 100'],
    turned: ['alice purchase 100'],
  },
  {
    knob: 'm015.selfFacilitation',
    setting: 'count',
    beside: small,
    of: credited([retiring(platform('alice'))]),
    byDefault: ['alice purchase 100'],
    turned: ['alice purchase 100', 'alice facilitation 100'],
  },
  {
    knob: 'm015.pairTrades',
    setting: 'exclude',
    beside: small,
    of: credited(pair),
    byDefault: ['alice purchase 100', 'bob purchase 100', 'PAIRED_PURCHASES'],
    turned: ['PAIRED_PURCHASES'],
  },
  {
    knob: 'm015.pairWindowDays',
    setting: 2,
    beside: small,
    of: credited(pair),
    byDefault: ['alice purchase 100', 'bob purchase 100', 'PAIRED_PURCHASES'],
    turned: ['alice purchase 100', 'bob purchase 100'],
  },
  {
    knob: 'm015.rewardCapPerOwnFees',
    setting: '0.1',
    of: pay(both),
    byDefault: HALVES,
    turned: ['alice 10', 'carol 5', 'governance 30', '55 to return-to-community'],
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
    turned: ['alice 50', 'carol 50', 'governance 0', '0 to return-to-community'],
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
    of: policy =>
      week(
        policy,
        {},
        { stability: { cappedPeriods: 2, commitments: [commitment('52000', 1, '30')] } },
      ).report.alerts.flatMap(alert =>
        alert.code === 'SAFETY_VALVE_OPENED' ? [formatRatio(alert.rate)] : [],
      ),
    byDefault: [],
    turned: ['0.05'],
  },
  {
    knob: 'm015.maxStabilityShare',
    setting: '0.20',
    of: allocated('52000', 1, '30'),
    byDefault: ['30', '40'],
    turned: ['20', '50'],
  },
  {
    knob: 'm015.stabilityCapBase',
    setting: 'auto',
    of: allocated('52000', 1, '30'),
    byDefault: ['30', '40'],
    turned: ['21', '49'],
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
    of: allocated('5200', 2, '2', '12'),
    byDefault: ['6', '64'],
    turned: ['16', '54'],
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
    byDefault: ['30', '30', '0'],
    turned: ['45', '15', '0'],
  },
  {
    knob: 'm015.forfeitTo',
    setting: 'module',
    of: exit,
    byDefault: ['30', '30', '0'],
    turned: ['30', '30', '30'],
  },
  {
    knob: 'm015.lockedTokens',
    setting: 'vote',
    of: lockedVote,
    byDefault: '[TRANSITION_REFUSED]',
    turned: 'allowed',
  },
  {
    knob: 'm015.periodsPerYear',
    setting: 365,
    of: policy =>
      week(
        policy,
        { stability: { requests: [{ id: 'c', holder: 'alice', amount: regen('100'), lockMonths: 6 }] } },
        { stability: { inflows: [regen('100')] } },
      ).report.rewards.admitted.map(({ lockPeriods }) => lockPeriods),
    byDefault: [26],
    turned: [183],
  },
  {
    knob: 'm015.trackingMonths',
    setting: 4,
    of: policy =>
      week(policy, { activities: both }, { phases: { m014: 3, m015: 'TRACKING' }, ...tracked(12) }).state
        .phases.m015,
    byDefault: 'DISTRIBUTING',
    turned: 'TRACKING',
  },
  {
    knob: 'm015.retroactiveTracking',
    setting: 'include',
    of: policy =>
      week(policy, { activities: [retires] }, tracked(13, scoreOf('bob', '10000000000'))).report.rewards
        .record.rewards.length,
    byDefault: 1,
    turned: 2,
  },
  {
    knob: 'm015.payout',
    setting: 'auto',
    of: policy =>
      week(policy, { activities: both }).state.rewards.claims['uregen']?.map(({ claimed }) =>
        inRegen(claimed),
      ),
    byDefault: ['0', '0'],
    turned: ['35', '35'],
  },
]
