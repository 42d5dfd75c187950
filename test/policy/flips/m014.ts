import { formatRatio, type PolicyConfig } from '../../../src/index.ts'
import { inRegen, type Json, regen, run, validators } from './economy.ts'
import { type Flip, verdict } from './flip.ts'

const week = (policy: PolicyConfig, happened: Json = {}, state: Json = {}) =>
  run(policy, { validators: happened }, { validators: validators(15), ...state })

/** All fifteen approve a newcomer, and so does a holder; it is ready from the second day on. */
const apply = {
  address: 'new',
  category: 'data steward',
  submitted: '2027-01-02',
  shown: ['attestation', 'classes', 'expertise'],
}
const approve = {
  address: 'new',
  to: 'APPROVED',
  at: '2027-01-02',
  votes: [
    ...validators(15).map(({ address }) => ({ voter: address, track: 'validators', option: 'yes' })),
    { voter: 'holder', track: 'holders', option: 'yes', weight: regen('30000000') },
  ],
  seen: { noActiveConflicts: true },
}
const activate = {
  address: 'new',
  to: 'ACTIVE',
  at: '2027-01-03',
  seen: { nodeOperational: true, uptimeTested: true, keyManagementAudited: true },
}
const newcomer = (policy: PolicyConfig) =>
  week(policy, { applications: [apply], transitions: [approve, activate] })
const termEnd = (policy: PolicyConfig) => newcomer(policy).state.validators.at(-1)?.termEnd

const composition = (policy: PolicyConfig, count = 15) =>
  week(policy, {}, { validators: validators(count) }).report.validators.composition

const BOTH = { validators: { yes: '14', eligible: '15' }, holders: { yes: '9', eligible: '10' } }

/** The first validator, on probation since so many days before the week. */
const onProbation = (since: string) => ({
  validators: validators(15, { status: 'PROBATION', probationStart: since }),
})

/** Two ACTIVE, one of them with half a score, and one on PROBATION, who share 100 REGEN. */
const three = (policy: PolicyConfig) => {
  const serving = validators(3).map((validator, index) => ({
    ...validator,
    ...(index === 2 && { status: 'PROBATION', probationStart: '2026-12-30' }),
  }))
  const full = { uptime: '1', governanceParticipation: '1', ecosystemContribution: '1' }
  const half = { uptime: '0.5', governanceParticipation: '0.5', ecosystemContribution: '0.5' }
  return run(
    policy,
    {
      volumes: [{ txType: 'MarketplaceTrade', value: regen('25000') }],
      validators: { metrics: { v0: full, v1: half, v2: full } },
    },
    { validators: serving, pools: { validator: { coins: [{ denom: 'uregen', amount: regen('60') }] } } },
  )
}
const pay = (policy: PolicyConfig) => {
  const [pays] = three(policy).report.validators.pays
  const { payments = [], remaining, overdraw } = pays?.compensation ?? {}
  return [...payments.map(({ pay }) => pay), remaining, overdraw].map(amount => inRegen(amount ?? 0n))
}
const paidOut = (policy: PolicyConfig) => inRegen(three(policy).report.validators.pays[0]?.payout ?? 0n)

const score = (policy: PolicyConfig) => {
  const { report } = week(policy, { metrics: { v0: { uptime: '1', governanceParticipation: '0.5' } } })
  return report.validators.performance.flatMap(({ score, confidence }) => [
    score && formatRatio(score),
    formatRatio(confidence),
  ])
}

export const M014_FLIPS: readonly Flip[] = [
  {
    knob: 'm014.minValidators',
    setting: 16,
    of: policy => composition(policy).escalation,
    byDefault: null,
    turned: { level: 'P0', reasons: ['min_validators'] },
  },
  {
    knob: 'm014.maxValidators',
    setting: 15,
    of: policy => verdict(() => newcomer(policy)),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.compositionMinimum',
    setting: { infrastructure_builders: 6, trusted_refi_partners: 5, ecological_data_stewards: 5 },
    of: policy => [composition(policy).guaranteed, composition(policy).missing.infrastructure_builders],
    byDefault: [true, 0],
    turned: [false, 1],
  },
  {
    knob: 'm014.byzantineRule',
    setting: 'strict',
    of: policy => composition(policy, 13).tolerated,
    byDefault: 4,
    turned: 3,
  },
  {
    knob: 'm014.removalAtMinimum',
    setting: 'block',
    of: policy =>
      verdict(() =>
        week(
          policy,
          {
            metrics: { v0: { uptime: '0.9' } },
            transitions: [{ address: 'v0', to: 'REMOVED', at: '2027-01-02', decided: BOTH }],
          },
          onProbation('2026-12-01'),
        ),
      ),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.termMonths',
    setting: 24,
    of: termEnd,
    byDefault: '2028-01-03T00:00:00Z',
    turned: '2029-01-03T00:00:00Z',
  },
  {
    knob: 'm014.termUnit',
    setting: 'days365',
    beside: { m014: { termMonths: 24 } },
    of: termEnd,
    byDefault: '2029-01-03T00:00:00Z',
    turned: '2029-01-02T00:00:00Z',
  },
  {
    knob: 'm014.probationDays',
    setting: 31,
    of: policy =>
      verdict(() =>
        week(
          policy,
          {
            metrics: { v0: { uptime: '1' } },
            transitions: [{ address: 'v0', to: 'ACTIVE', at: '2027-01-02', seen: { agentConfirms: true } }],
          },
          onProbation('2026-12-03'),
        ),
      ),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.noticeDays',
    setting: 60,
    of: policy => verdict(() => week(policy, { exits: [{ address: 'v0', notice: '2026-12-01' }] })),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.minStake',
    setting: '1000000',
    of: policy => verdict(() => newcomer(policy)),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.minUptime',
    setting: '0.99',
    of: policy => {
      const { performance } = week(policy, { metrics: { v0: { uptime: '0.992' } } }).report.validators
      return performance.map(({ status }) => status)
    },
    byDefault: ['below'],
    turned: ['met'],
  },
  {
    knob: 'm014.weights',
    setting: { uptime: '0.5', governanceParticipation: '0.5' },
    of: score,
    byDefault: ['11/14', '0.67'],
    turned: ['0.75', '1'],
  },
  ...(
    [
      ['one', '0.85'],
      ['zero', '0.55'],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm014.nullMetric',
      setting,
      of: policy => score(policy)[0],
      byDefault: '11/14',
      turned,
    }),
  ),
  {
    knob: 'm014.bonusShare',
    setting: '0',
    of: pay,
    byDefault: ['34', '32', '17', '17', '0'],
    turned: ['33.333333', '33.333333', '16.666666', '16.666668', '0'],
  },
  {
    knob: 'm014.compensationModel',
    setting: 'literal',
    beside: { m014: { probationPay: '1' } },
    of: policy => {
      const { alerts } = three(policy).report
      return alerts.flatMap(alert =>
        alert.code === 'COMPENSATION_OVERDRAWN' ? [inRegen(alert.promised)] : [],
      )
    },
    byDefault: [],
    turned: ['109.999999'],
  },
  ...(
    [
      [{ kind: 'balance' }, '160'],
      [{ kind: 'balance/N', periods: 16 }, '10'],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm014.payoutBasis',
      setting,
      of: paidOut,
      byDefault: '100',
      turned,
    }),
  ),
  {
    knob: 'm014.probationPay',
    setting: '0.25',
    of: pay,
    byDefault: ['34', '32', '17', '17', '0'],
    turned: ['34', '32', '8.5', '25.5', '0'],
  },
  {
    knob: 'm014.probationResidual',
    setting: 'redistribute',
    of: pay,
    byDefault: ['34', '32', '17', '17', '0'],
    turned: ['42.5', '40.5', '17', '0', '0'],
  },
  {
    knob: 'm014.bonusVesting',
    setting: 'none',
    of: policy => three(policy).state.escrow['uregen']?.map(({ amount }) => inRegen(amount)) ?? [],
    byDefault: ['4', '2', '2'],
    turned: [],
  },
  {
    knob: 'm014.seedBy',
    setting: 'vote',
    of: policy =>
      verdict(() =>
        run(policy, {
          validators: {
            seed: { by: 'incumbents', validators: [{ address: 'v', category: 'data steward' }] },
          },
        }),
      ),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.targetDate',
    setting: '2026-12-30',
    of: policy => run(policy).report.alerts.filter(({ code }) => code === 'TARGET_DATE_PASSED').length,
    byDefault: 0,
    turned: 1,
  },
  {
    knob: 'm014.unbondingDays',
    setting: 42,
    of: policy => {
      const supply = {
        supply: regen('211000000'),
        staked: regen('60'),
        unbonding: { delegated: regen('60'), from: '2026-12-25' },
      }
      return inRegen(run(policy, {}, { supply }).state.supply.staked)
    },
    byDefault: '40',
    turned: '50',
  },
  {
    knob: 'm014.maxPowerChange',
    setting: '0.5',
    of: policy =>
      run(
        policy,
        { validators: { exits: [{ address: 'v0', notice: '2026-12-01' }] } },
        { validators: validators(2) },
      ).report.validators.power.length,
    byDefault: 2,
    turned: 1,
  },
]
