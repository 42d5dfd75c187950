import { parseEpochInputs, parseEpochState, runEpoch } from '../../../src/epoch/index.ts'
import { delegatedAt } from '../../../src/mechanisms/m014-authority-validator-governance/delegations.ts'
import {
  activationGuards,
  type Composition,
  checkComposition,
  checkRemoval,
  compensate,
  decisionDue,
  earlyExitGuards,
  type PaidValidator,
  payoutOf,
  performanceScore,
  performanceStatus,
  slotAvailable,
  termEndOf,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { toValidatorParams } from '../../../src/policy/toParams.ts'
import { ONE, parseRatio, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen } from '../../../src/primitives/uregen.ts'
import { FIFTEEN, validatorOf } from '../../mechanisms/m014-authority-validator-governance/arbitraries.ts'
import { type Flip, verdict } from './flip.ts'

const params = (policy: PolicyConfig) => toValidatorParams(policy.m014)
const START = '2026-06-01T00:00:00Z'

const paidAs = (
  ...statuses: readonly (readonly [PaidValidator['status'], Ratio])[]
): readonly PaidValidator[] =>
  statuses.map(([status, score], index) => ({ address: `regen1v${index}`, status, score }))

/** A period in June 2026, with these who serve and what happens to them. */
const periodOf = (policy: PolicyConfig, validators: object, serving: readonly string[] = []) =>
  runEpoch(
    parseEpochState({
      time: START,
      supply: { supply: '1000000000' },
      validators: serving.map(address => ({
        address,
        category: 'data steward',
        status: 'ACTIVE',
        termStart: '2026-01-01',
        termEnd: '2027-01-01',
      })),
    }),
    parseEpochInputs({ validators }),
    policy,
  ).report
const SEED = { by: 'incumbents', validators: [{ address: 'regen1v', category: 'data steward' }] }

/** Two ACTIVE, one of them with half a score, and one on PROBATION. */
const THREE = paidAs(['ACTIVE', ONE], ['ACTIVE', parseRatio('0.5')], ['PROBATION', ONE])

const pay = (policy: PolicyConfig) => {
  const { payments, remaining, overdraw } = compensate({
    fund: parseRegen('100'),
    validators: THREE,
    params: params(policy),
  })
  return [...payments.map(({ pay }) => pay), remaining, overdraw].map(formatRegen)
}
const escrowed = (policy: PolicyConfig) =>
  compensate({ fund: parseRegen('100'), validators: THREE, params: params(policy) }).payments.map(
    ({ escrowed }) => formatRegen(escrowed),
  )

const composition = (policy: PolicyConfig): Composition => checkComposition(FIFTEEN, params(policy))
const score = (policy: PolicyConfig) =>
  performanceScore({ uptime: ONE, governanceParticipation: parseRatio('0.5') }, params(policy))
const onProbation = validatorOf('regen1v', {
  status: 'PROBATION',
  probationStart: START,
  termStart: START,
  termEnd: '2027-06-01T00:00:00Z',
})

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
    of: policy => slotAvailable(FIFTEEN, 'infrastructure_builders', params(policy)),
    byDefault: true,
    turned: false,
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
    of: policy => checkComposition(FIFTEEN.slice(0, 13), params(policy)).tolerated,
    byDefault: 4,
    turned: 3,
  },
  {
    knob: 'm014.removalAtMinimum',
    setting: 'block',
    of: policy => checkRemoval(FIFTEEN, FIFTEEN[0]?.address ?? '', params(policy)).allowed,
    byDefault: true,
    turned: false,
  },
  {
    knob: 'm014.termMonths',
    setting: 24,
    of: policy => termEndOf(START, params(policy)),
    byDefault: '2027-06-01T00:00:00Z',
    turned: '2028-06-01T00:00:00Z',
  },
  {
    knob: 'm014.termUnit',
    setting: 'days365',
    of: policy => termEndOf('2027-06-01T00:00:00Z', params(policy)),
    byDefault: '2028-06-01T00:00:00Z',
    turned: '2028-05-31T00:00:00Z',
  },
  {
    knob: 'm014.probationDays',
    setting: 31,
    of: policy => decisionDue(onProbation, '2026-07-01T00:00:00Z', params(policy)),
    byDefault: ['restore-or-remove'],
    turned: [],
  },
  {
    knob: 'm014.noticeDays',
    setting: 60,
    of: policy =>
      earlyExitGuards(onProbation, { notice: START, at: '2026-07-01T00:00:00Z' }, params(policy))[
        'noticeGiven'
      ],
    byDefault: true,
    turned: false,
  },
  {
    knob: 'm014.minStake',
    setting: '1000000',
    of: policy =>
      activationGuards(
        {
          nodeOperational: true,
          bonded: parseRegen('0.5'),
          uptimeTested: true,
          keyManagementAudited: true,
        },
        params(policy),
      )['bondedMinimumStake'],
    byDefault: true,
    turned: false,
  },
  {
    knob: 'm014.minUptime',
    setting: '0.99',
    of: policy => performanceStatus(parseRatio('0.992'), params(policy)),
    byDefault: 'below',
    turned: 'met',
  },
  {
    knob: 'm014.weights',
    setting: { uptime: '0.5', governanceParticipation: '0.5' },
    of: score,
    byDefault: { score: ratio(11n, 14n), confidence: ratio(67n, 100n) },
    turned: { score: ratio(3n, 4n), confidence: ONE },
  },
  {
    knob: 'm014.nullMetric',
    setting: 'one',
    of: policy => score(policy).score,
    byDefault: ratio(11n, 14n),
    turned: ratio(17n, 20n),
  },
  {
    knob: 'm014.nullMetric',
    setting: 'zero',
    of: policy => score(policy).score,
    byDefault: ratio(11n, 14n),
    turned: ratio(11n, 20n),
  },
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
    of: pay,
    byDefault: ['34', '32', '34', '0', '0'],
    turned: ['37.333333', '35.333333', '37.333333', '0', '9.999999'],
  },
  ...(
    [
      [{ kind: 'balance' }, '100'],
      [{ kind: 'balance/N', periods: 13 }, '7.692307'],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm014.payoutBasis',
      setting,
      of: policy =>
        formatRegen(
          payoutOf({
            balance: parseRegen('100'),
            inflow: parseRegen('40'),
            basis: params(policy).payoutBasis,
          }),
        ),
      byDefault: '40',
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
    of: escrowed,
    byDefault: ['4', '2', '2'],
    turned: ['0', '0', '0'],
  },
  {
    knob: 'm014.seedBy',
    setting: 'vote',
    of: policy => verdict(() => periodOf(policy, { seed: SEED })),
    byDefault: 'allowed',
    turned: '[TRANSITION_REFUSED]',
  },
  {
    knob: 'm014.targetDate',
    setting: '2026-05-30',
    of: policy => periodOf(policy, {}).alerts.filter(({ code }) => code === 'TARGET_DATE_PASSED').length,
    byDefault: 0,
    turned: 1,
  },
  {
    knob: 'm014.unbondingDays',
    setting: 42,
    of: policy =>
      formatRegen(
        delegatedAt('2026-06-08T00:00:00Z', {
          delegated: parseRegen('60'),
          from: START,
          unbondingDays: params(policy).unbondingDays,
        }),
      ),
    byDefault: '40',
    turned: '50',
  },
  {
    knob: 'm014.maxPowerChange',
    setting: '0.5',
    of: policy =>
      periodOf(policy, { exits: [{ address: 'v0', notice: '2026-04-01' }] }, ['v0', 'v1']).validators.power
        .length,
    byDefault: 2,
    turned: 1,
  },
]
