import { formatRatio, type PolicyConfig, parseRatio, parseRegen, type Ratio } from '../../../src/index.ts'
import * as m012 from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { co2Of, ecologicalRules } from '../../../src/oracles/index.ts'
import { alertsOf, inRegen, type Json, PASSED, regen, run, validators } from './economy.ts'
import { type Flip, verdict } from './flip.ts'

const HOLDER = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

/** What a period mints: 2 % of the 10 million REGEN below the cap is 200,000. */
const mint =
  (inputs: Json = {}, state: Json = {}) =>
  (policy: PolicyConfig): string =>
    inRegen(run(policy, inputs, state).report.supply.minted)

/** 200 million REGEN of which some are staked and some committed; 7 validators serve. */
const backed = (m014: number, staked: string, committed: string): Json => ({
  phases: { m014, m015: 'TRACKING' },
  supply: { supply: regen('200000000'), staked: regen(staked) },
  validators: validators(7),
  stability: {
    commitments: [
      {
        id: 'c',
        holder: 'carol',
        amount: regen(committed),
        lockMonths: 24,
        lockPeriods: 104,
        rate: '0.06',
        state: 'COMMITTED',
        periods: 1,
        promised: '0',
        funded: '0',
      },
    ],
  },
})

const withCo2 = (change: string, source = 'oracle'): Json => ({
  co2: { change, source, age: (20 * 86_400).toString() },
})
const oracle = { m012: { ecologicalSource: 'oracle' } }

/** ΔCO₂ of sources that measure 10 ppm today and 40 ppm twenty days before. */
const measured =
  (sources: number, change = '10') =>
  (policy: PolicyConfig): string => {
    const at = 1_800_000_000n
    const reading = (days: bigint, text: string) => ({ time: at - days * 86_400n, change: parseRatio(text) })
    const readings = [reading(20n, '40'), reading(0n, change)]
    const series = Array.from({ length: sources }, () => ({
      from: 'a source',
      signers: [],
      kind: 'oracle' as const,
      readings,
    }))
    let found = ''
    const said = verdict(() => {
      found = formatRatio(co2Of(series, ecologicalRules(policy), at).co2.change as Ratio)
    })
    return found || said
  }

/** Above the cap by 3 million when M012 begins: the cap, what is burned, and the supply one period later. */
const settle = (policy: PolicyConfig) => {
  const start = {
    phases: { m012: { phase: 'INFLATIONARY' }, m014: 3 },
    supply: { supply: regen('224000000') },
  }
  const begun = run(policy, { decisions: { m012Approved: PASSED } }, start)
  const burned = begun.report.movements.filter(({ why }) => why === 'one-off burn')
  const later = run(
    policy,
    {},
    {
      ...start,
      phases: { m012: { phase: 'TRANSITION' }, m014: 3 },
      supply: { supply: begun.state.supply.supply.toString() },
    },
  )
  return [
    inRegen(begun.state.supply.hardCap ?? policy.m012.hardCap),
    burned.map(({ amount }) => inRegen(amount)).join(),
    inRegen(later.state.supply.supply),
    ...alertsOf(later.report, 'SUPPLY_CLAMPED'),
  ]
}

/** A period in which so many REGEN of a deposit are burned. */
const burning =
  (amount: string, state: Json = {}) =>
  (policy: PolicyConfig) =>
    run(policy, { deposits: [{ pool: 'burn', coin: { denom: 'uregen', amount: regen(amount) } }] }, state)
const ofMillion = burning('1000000')

const recipient = (policy: PolicyConfig) =>
  run(policy).report.movements.find(({ why }) => why === 'M012 mint')?.to

/** M is 200,000 and B 180,000: 20,000 apart in a flow of 380,000. */
const near = (policy: PolicyConfig) => {
  const { state, report } = burning('180000')(policy)
  return [state.phases.m012.consecutive, ...alertsOf(report, 'THRESHOLD_VACUOUS')]
}

/** A network that does nothing at its cap, after so many quiet periods. */
const phaseAfter =
  (consecutive: number) =>
  (policy: PolicyConfig): string =>
    run(
      policy,
      {},
      {
        phases: { m012: { phase: 'DYNAMIC', consecutive: `${consecutive}` } },
        supply: { supply: regen('221000000') },
      },
    ).state.phases.m012.phase

export const M012_FLIPS: readonly Flip[] = [
  {
    knob: 'm012.ecologicalWindowDays',
    setting: 7,
    beside: oracle,
    of: measured(1),
    byDefault: '25',
    turned: '10',
  },
  {
    knob: 'm012.ecologicalLeastSources',
    setting: 3,
    beside: oracle,
    of: measured(2),
    byDefault: '25',
    turned: '[SOURCE_MISSING]',
  },
  {
    knob: 'm012.ecologicalMostChange',
    setting: '1000',
    beside: oracle,
    of: measured(1, '600'),
    byDefault: '[SOURCE_OUT_OF_BOUNDS]',
    turned: '320',
  },
  { knob: 'm012.hardCap', setting: '231000000000000', of: mint(), byDefault: '200000', turned: '400000' },
  ...(
    [
      [{ kind: 'set-cap-to-supply' }, ['224000000', '', '224000000']],
      [
        { kind: 'one-off-burn', amount: '2000000000000', holder: HOLDER },
        ['221000000', '2000000', '222000000'],
      ],
      [{ kind: 'clamp' }, ['221000000', '', '221000000', 'SUPPLY_CLAMPED']],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.overCapPolicy',
      setting,
      of: settle,
      byDefault: ['221000000', '', '224000000'],
      turned,
    }),
  ),
  { knob: 'm012.baseRate', setting: '0.05', of: mint(), byDefault: '200000', turned: '500000' },
  ...(
    [
      ['staking', 1, '40000000', '100000000', '630000', '504000'],
      ['stability', 0, '100000000', '40000000', '630000', '504000'],
      ['max', 0, '40000000', '100000000', '504000', '630000'],
      ['validator-participation', 3, '0', '40000000', '504000', '560000'],
      ['none', 3, '0', '40000000', '504000', '420000'],
    ] as const
  ).map(
    ([setting, m014, staked, committed, byDefault, turned]): Flip => ({
      knob: 'm012.multiplier',
      setting,
      of: mint({}, backed(m014, staked, committed)),
      byDefault,
      turned,
    }),
  ),
  ...(['attestation', 'oracle'] as const).map(
    (setting): Flip => ({
      knob: 'm012.ecologicalSource',
      setting,
      of: mint(withCo2('25', setting)),
      byDefault: '200000',
      turned: '100000',
    }),
  ),
  {
    knob: 'm012.ecologicalReference',
    setting: '100',
    beside: oracle,
    of: mint(withCo2('25')),
    byDefault: '100000',
    turned: '150000',
  },
  {
    knob: 'm012.ecoMax',
    setting: '1.5',
    beside: oracle,
    of: mint(withCo2('-50')),
    byDefault: '200000',
    turned: '300000',
  },
  {
    knob: 'm012.ecologicalMaxAgeDays',
    setting: 19,
    beside: oracle,
    of: policy => verdict(() => mint(withCo2('25'))(policy)),
    byDefault: 'allowed',
    turned: '[STATE_INCOMPLETE]',
  },
  ...(
    [
      [{ kind: 'absolute', amount: '30000000' }, '30'],
      [{ kind: 'share', share: '0.35' }, '35'],
    ] as const
  ).map(
    ([setting, least]): Flip => ({
      knob: 'm012.minBurn',
      setting,
      beside: { m013: { shares: { burn: '0.28', validator: '0.25', community: '0.45', agent: '0.02' } } },
      of: policy =>
        run(policy, {
          volumes: [{ txType: 'MarketplaceTrade', value: regen('10000') }],
        }).report.alerts.flatMap(alert =>
          alert.code === 'BURN_BELOW_MINIMUM' ? [inRegen(alert.least), inRegen(alert.burned)] : [],
        ),
      byDefault: [],
      turned: [least, '28'],
    }),
  ),
  ...(
    [
      [{ kind: 'days', days: 1 }, '2027-01-02T00:00:00Z'],
      [{ kind: 'per-block', blockMilliseconds: 6_000 }, '2027-01-01T00:00:06Z'],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.periodLength',
      setting,
      of: policy => run(policy).report.end,
      byDefault: '2027-01-08T00:00:00Z',
      turned,
    }),
  ),
  {
    knob: 'm012.burnKind',
    setting: 'reserve',
    of: policy => {
      const { supply, burnReserve } = ofMillion(policy).state.supply
      return [inRegen(supply), inRegen(burnReserve)]
    },
    byDefault: ['210200000', '0'],
    turned: ['211200000', '1000000'],
  },
  {
    knob: 'm012.burnTiming',
    setting: 'immediate',
    of: policy => inRegen(ofMillion(policy).report.supply.minted),
    byDefault: '200000',
    turned: '220000',
  },
  {
    knob: 'm012.burnSources',
    setting: 'all-bank-burns',
    of: policy => {
      const { report } = run(policy, { otherBurns: regen('5') })
      return [report.supply.record?.burned, ...alertsOf(report, 'SUPPLY_UNRECONCILED')]
    },
    byDefault: [0n, 'SUPPLY_UNRECONCILED'],
    turned: [parseRegen('5')],
  },
  {
    knob: 'm012.supplyBasis',
    setting: { kind: 'circulating', exclusions: [HOLDER, 'gov'] },
    of: policy =>
      inRegen(
        m012.supplyOn(policy.m012.supplyBasis, {
          total: parseRegen('100'),
          balanceOf: account => parseRegen(account === HOLDER ? '30' : '1'),
        }),
      ),
    byDefault: '100',
    turned: '69',
  },
  ...(
    [
      [{ kind: 'supply-reserve' }, 'mint reserve'],
      [{ kind: 'governance-address', address: HOLDER }, 'everybody else'],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.mintRecipient',
      setting,
      of: recipient,
      byDefault: 'community pool',
      turned,
    }),
  ),
  {
    knob: 'm012.countMintAsInflow',
    setting: true,
    of: policy => inRegen(run(policy).report.rewards.record.inflow),
    byDefault: '0',
    turned: '200000',
  },
  {
    knob: 'm012.requireM014',
    setting: 'TRANSITION',
    of: policy =>
      run(policy, { decisions: { m012Approved: PASSED } }, { phases: { m012: { phase: 'INFLATIONARY' } } })
        .state.phases.m012.phase,
    byDefault: 'INFLATIONARY',
    turned: 'TRANSITION',
  },
  {
    knob: 'm012.equilibriumPeriods',
    setting: 13,
    of: phaseAfter(11),
    byDefault: 'EQUILIBRIUM',
    turned: 'DYNAMIC',
  },
  {
    knob: 'm012.equilibriumUnit',
    setting: 'months',
    of: phaseAfter(50),
    byDefault: 'EQUILIBRIUM',
    turned: 'DYNAMIC',
  },
  ...(
    [
      [{ kind: 'cap', share: '0.000002' }, [0n]],
      [{ kind: 'flow', share: '0.01' }, [0n]],
      [{ kind: 'supply', share: '0.01' }, [1n, 'THRESHOLD_VACUOUS']],
      [{ kind: 'absolute', amount: '600000000' }, [0n]],
    ] as const
  ).map(
    ([setting, turned]): Flip => ({
      knob: 'm012.equilibriumThreshold',
      setting,
      of: near,
      byDefault: [1n],
      turned,
    }),
  ),
]
