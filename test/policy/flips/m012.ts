import {
  countBurns,
  minBurnAlert,
  mintInflow,
  supplyOn,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import {
  activationGuards,
  advance,
  computeMint,
  countBalance,
  equilibriumNeeds,
  isNearBalance,
  periodsPerYear,
  type SupplyState,
  settleCap,
  thresholdWarnings,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { recordPeriod } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { toSupplyParams } from '../../../src/policy/toParams.ts'
import { formatRegen, parseRegen, uregen } from '../../../src/primitives/uregen.ts'
import { state } from '../../mechanisms/m012-fixed-cap-dynamic-supply/states.ts'
import { type Flip, verdict } from './flip.ts'

const HOLDER = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

const params = (policy: PolicyConfig) => toSupplyParams(policy.m012)
const mint =
  (of: SupplyState) =>
  (policy: PolicyConfig): string =>
    formatRegen(computeMint(of, params(policy)))

/** 10M below the cap: 2 % of it is 200,000. */
const LOW = state('211000000')
/** Half is staked, a fifth committed, 5 of 20 validators are active. */
const backed = (m014Phase: SupplyState['m014Phase']): SupplyState => ({
  ...state('200000000', '100000000', '40000000', m014Phase),
  validators: { active: 5, max: 20 },
})
const withCo2 = (change: bigint, source: 'oracle' | 'attestation' = 'oracle'): SupplyState => ({
  ...LOW,
  co2: { change: { num: change, den: 1n }, source, age: 20n * 86_400n },
})
const oracle = { m012: { ecologicalSource: 'oracle' } }

/** Above the cap by 3M, and what settling it does. */
const settle = (policy: PolicyConfig) => {
  const { hardCap, burned, supply } = settleCap(parseRegen('224000000'), params(policy))
  const { vanished } = advance(state('224000000'), uregen(0n), params(policy))
  return [hardCap, burned, supply, vanished].map(formatRegen)
}

const burn = parseRegen('1000000')
const period = (policy: PolicyConfig) => advance(LOW, burn, params(policy))
const supplyAfter = (policy: PolicyConfig) => {
  const { minted, next } = period(policy)
  return [formatRegen(minted), formatRegen(next.supply)]
}
const recipient = (policy: PolicyConfig) =>
  recordPeriod(1n, { state: LOW, result: period(policy), params: params(policy) }).events[0]
const minted = (to: object) => ({
  type: 'EventSupplyMint',
  period: 1n,
  amount: parseRegen('200000'),
  recipient: to,
})

/** M and B of a period: 600 REGEN apart in a flow of 60,000, and a supply of 10M. */
const balance = {
  minted: parseRegen('30300'),
  burned: parseRegen('29700'),
  supply: parseRegen('10000000'),
  hardCap: parseRegen('221000000'),
}
const near = (policy: PolicyConfig) => [
  isNearBalance(balance, params(policy).equilibriumThreshold),
  thresholdWarnings(balance, params(policy).equilibriumThreshold).map(({ code }) => code),
]
const phaseAfter =
  (consecutive: bigint) =>
  (policy: PolicyConfig): string =>
    countBalance({ phase: 'DYNAMIC', consecutive }, true, equilibriumNeeds(params(policy))).phase

export const M012_FLIPS: readonly Flip[] = [
  { knob: 'm012.hardCap', setting: '231000000000000', of: mint(LOW), byDefault: '200000', turned: '400000' },
  ...(
    [
      [{ kind: 'set-cap-to-supply' }, ['224000000', '0', '224000000', '0']],
      [
        { kind: 'one-off-burn', amount: '2000000000000', holder: HOLDER },
        ['221000000', '2000000', '222000000', '0'],
      ],
      [{ kind: 'clamp' }, ['221000000', '0', '224000000', '3000000']],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.overCapPolicy',
      setting,
      of: settle,
      byDefault: ['221000000', '0', '224000000', '0'],
      turned,
    }),
  ),
  { knob: 'm012.baseRate', setting: '0.05', of: mint(LOW), byDefault: '200000', turned: '500000' },
  ...(
    [
      ['staking', 'ACTIVE', '504000', '630000'],
      ['stability', 'INACTIVE', '630000', '504000'],
      ['max', 'ACTIVE', '504000', '630000'],
      ['validator-participation', 'ACTIVE', '504000', '525000'],
      ['none', 'ACTIVE', '504000', '420000'],
    ] as const
  ).map(
    ([setting, phase, byDefault, turned]): Flip => ({
      knob: 'm012.multiplier',
      setting,
      of: mint(backed(phase)),
      byDefault,
      turned,
    }),
  ),
  ...(['attestation', 'oracle'] as const).map(
    (setting): Flip => ({
      knob: 'm012.ecologicalSource',
      setting,
      of: mint(withCo2(25n, setting)),
      byDefault: '200000',
      turned: '100000',
    }),
  ),
  {
    knob: 'm012.ecologicalReference',
    setting: '100',
    beside: oracle,
    of: mint(withCo2(25n)),
    byDefault: '100000',
    turned: '150000',
  },
  {
    knob: 'm012.ecoMax',
    setting: '1.5',
    beside: oracle,
    of: mint(withCo2(-50n)),
    byDefault: '200000',
    turned: '300000',
  },
  {
    knob: 'm012.ecologicalMaxAgeDays',
    setting: 19,
    beside: oracle,
    of: policy => verdict(() => mint(withCo2(25n))(policy)),
    byDefault: 'allowed',
    turned: '[STATE_INCOMPLETE]',
  },
  ...[
    { kind: 'absolute', amount: '30000000' },
    { kind: 'share', share: '0.3' },
  ].map(
    (setting): Flip => ({
      knob: 'm012.minBurn',
      setting,
      of: policy =>
        minBurnAlert({ burned: parseRegen('28'), fees: parseRegen('100'), minBurn: params(policy).minBurn }),
      byDefault: null,
      turned: { code: 'BURN_BELOW_MINIMUM', least: parseRegen('30'), burned: parseRegen('28') },
    }),
  ),
  ...(
    [
      [{ kind: 'days', days: 1 }, 365n],
      [{ kind: 'per-block', blockMilliseconds: 6_000 }, 5_256_000n],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.periodLength',
      setting,
      of: policy => periodsPerYear(params(policy).periodLength),
      byDefault: 52n,
      turned,
    }),
  ),
  {
    knob: 'm012.burnKind',
    setting: 'reserve',
    of: policy => [...supplyAfter(policy), period(policy).next.reserve],
    byDefault: ['200000', '210200000', undefined],
    turned: ['200000', '211200000', burn],
  },
  {
    knob: 'm012.burnTiming',
    setting: 'immediate',
    of: supplyAfter,
    byDefault: ['200000', '210200000'],
    turned: ['220000', '210220000'],
  },
  {
    knob: 'm012.burnSources',
    setting: 'all-bank-burns',
    of: policy => countBurns({ m013: parseRegen('30'), others: parseRegen('5') }, params(policy)),
    byDefault: { burned: parseRegen('30'), unreconciled: parseRegen('5') },
    turned: { burned: parseRegen('35'), unreconciled: 0n },
  },
  {
    knob: 'm012.supplyBasis',
    setting: { kind: 'circulating', exclusions: [HOLDER, 'gov'] },
    of: policy =>
      formatRegen(
        supplyOn(params(policy).supplyBasis, {
          total: parseRegen('100'),
          balanceOf: account => parseRegen(account === HOLDER ? '30' : '1'),
        }),
      ),
    byDefault: '100',
    turned: '69',
  },
  ...[{ kind: 'supply-reserve' }, { kind: 'governance-address', address: HOLDER }].map(
    (setting): Flip => ({
      knob: 'm012.mintRecipient',
      setting,
      of: recipient,
      byDefault: minted({ kind: 'community-pool' }),
      turned: minted(setting),
    }),
  ),
  {
    knob: 'm012.countMintAsInflow',
    setting: true,
    of: policy => formatRegen(mintInflow(parseRegen('5'), params(policy))),
    byDefault: '0',
    turned: '5',
  },
  {
    knob: 'm012.requireM014',
    setting: 'TRANSITION',
    of: policy =>
      activationGuards({ proposalApproved: true, m013Active: true, m014Phase: 'TRANSITION' }, params(policy))[
        'm014Active'
      ],
    byDefault: false,
    turned: true,
  },
  {
    knob: 'm012.equilibriumPeriods',
    setting: 13,
    of: phaseAfter(11n),
    byDefault: 'EQUILIBRIUM',
    turned: 'DYNAMIC',
  },
  {
    knob: 'm012.equilibriumUnit',
    setting: 'months',
    of: phaseAfter(50n),
    byDefault: 'EQUILIBRIUM',
    turned: 'DYNAMIC',
  },
  ...(
    [
      [{ kind: 'cap', share: '0.000002' }, [false, []]],
      [{ kind: 'flow', share: '0.01' }, [false, []]],
      [{ kind: 'supply', share: '0.01' }, [true, ['THRESHOLD_VACUOUS']]],
      [{ kind: 'absolute', amount: '600000000' }, [false, []]],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.equilibriumThreshold',
      setting,
      of: near,
      byDefault: [true, []],
      turned,
    }),
  ),
]
