import { describe, expect, test } from 'vitest'
import { isRegenError, m013, parseRatio, type Ratio, type Uregen } from '../../src/index.ts'
import * as m012 from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { M014_PARAMETERS } from '../../src/mechanisms/m014-authority-validator-governance/bounds.ts'
import * as m014 from '../../src/mechanisms/m014-authority-validator-governance/index.ts'
import * as m015 from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'

/** Parameter Bound Safety: an exported formula refuses parameters outside of their bounds, whoever calls it. */

type Params = { readonly [field: string]: unknown }
type Formula = readonly [name: string, run: (params: never) => unknown, takes: readonly string[]]

const above: Ratio = { num: 3n, den: 2n }
const below: Ratio = { num: -1n, den: 2n }
const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const AT = '2027-01-01T00:00:00Z'
const hundred = 100n as Uregen
const state = {
  supply: 200n,
  staked: 0n,
  stabilityCommitted: 0n,
  m014Phase: 'INACTIVE',
} as m012.SupplyState
const balance = { minted: 1n, burned: 1n, supply: 1n, hardCap: 1n } as m012.BalanceFacts

const MINT = ['hardCap', 'baseRate', 'multiplier', 'ecologicalReference', 'ecoMax', 'ecologicalMaxAgeDays']

const M012: readonly Formula[] = [
  ['computeMint', p => m012.computeMint(state, p), MINT],
  ['effectiveRate', p => m012.effectiveRate(state, p), MINT],
  [
    'advance',
    p => m012.advance(state, 0n as Uregen, p),
    [...MINT, 'overCapPolicy', 'burnKind', 'burnTiming'],
  ],
  ['settleCap', p => m012.settleCap(hundred, p), ['hardCap', 'overCapPolicy']],
  ['ecologicalMultiplier', p => m012.ecologicalMultiplier(undefined, p), MINT.slice(3)],
  ['backingShare', ({ multiplier }: Params) => m012.backingShare(state, multiplier as 'max'), ['multiplier']],
  [
    'equilibriumNeeds',
    p => m012.equilibriumNeeds(p),
    ['equilibriumPeriods', 'equilibriumUnit', 'periodLength'],
  ],
  [
    'periodsPerYear',
    ({ periodLength }: m012.SupplyParams) => m012.periodsPerYear(periodLength),
    ['periodLength'],
  ],
  [
    'thresholdOf, isNearBalance and thresholdWarnings',
    ({ equilibriumThreshold: limit }: m012.SupplyParams) => [
      m012.isNearBalance(balance, limit),
      m012.thresholdOf(balance, limit),
      m012.thresholdWarnings(balance, limit),
    ],
    ['equilibriumThreshold'],
  ],
  [
    'activationGuards',
    p => m012.activationGuards({ proposalApproved: true, m013Active: true, m014Phase: 'ACTIVE' }, p),
    ['requireM014'],
  ],
  [
    'supplyOn',
    ({ supplyBasis }: m012.SupplyParams) =>
      m012.supplyOn(supplyBasis, { total: hundred, balanceOf: () => 0n as Uregen }),
    ['supplyBasis'],
  ],
  [
    'changeHardCap',
    ({ hardCap }: m012.SupplyParams) => m012.changeHardCap(m012.M012_V0, hardCap, { yes: 70n, no: 30n }),
    ['hardCap'],
  ],
  [
    'changePeriodLength',
    ({ periodLength }: m012.SupplyParams) => m012.changePeriodLength(m012.M012_V0, periodLength, 'keep'),
    ['periodLength'],
  ],
]

const validator = m014.candidate({
  address: ALICE,
  category: 'ecological_data_stewards',
  submitted: AT,
  shown: [],
  streamlined: false,
})
const onProbation = { ...validator, status: 'PROBATION', probationStart: AT } as const
const SET = ['minValidators', 'maxValidators', 'compositionMinimum', 'byzantineRule', 'removalAtMinimum']
const removal = { performance: 'below', removalConfirmed: true, members: [], at: AT } as const

const M014: readonly Formula[] = [
  [
    'compensate',
    params => m014.compensate({ fund: hundred, validators: [], params }),
    ['bonusShare', 'compensationModel', 'probationPay', 'probationResidual', 'bonusVesting'],
  ],
  [
    'payoutOf',
    ({ payoutBasis: basis }: m014.ValidatorParams) =>
      m014.payoutOf({ balance: hundred, inflow: hundred, basis }),
    ['payoutBasis'],
  ],
  ['checkComposition', p => m014.checkComposition([], p), SET],
  ['checkRemoval', p => m014.checkRemoval([], ALICE, p), SET],
  [
    'slotAvailable',
    p => m014.slotAvailable([], 'ecological_data_stewards', p),
    ['maxValidators', 'compositionMinimum'],
  ],
  ['performanceScore', p => m014.performanceScore({}, p), ['weights', 'nullMetric']],
  ['performanceStatus', p => m014.performanceStatus(null, p), ['minUptime']],
  ['termEndOf', p => m014.termEndOf(AT, p), ['termMonths', 'termUnit']],
  ['earlyExitGuards', p => m014.earlyExitGuards(validator, { notice: null, at: AT }, p), ['noticeDays']],
  [
    'activationGuards',
    p =>
      m014.activationGuards(
        { nodeOperational: true, bonded: hundred, uptimeTested: true, keyManagementAudited: true },
        p,
      ),
    ['minStake'],
  ],
  [
    'restorationGuards',
    p => m014.restorationGuards(onProbation, { performance: 'met', agentConfirms: true, at: AT }, p),
    ['probationDays'],
  ],
  ['removalGuards', p => m014.removalGuards(onProbation, removal, p), ['probationDays', ...SET]],
  ['decisionDue', p => m014.decisionDue(onProbation, AT, p), ['probationDays']],
  [
    'powerUpdates',
    ({ maxPowerChange }: m014.ValidatorParams) => m014.powerUpdates([], [], maxPowerChange),
    ['maxPowerChange'],
  ],
]

const commitment = (change: object = {}): m015.StabilityCommitment => ({
  id: 'c',
  holder: ALICE,
  amount: 100_000_000n as Uregen,
  lockMonths: 12,
  lockPeriods: 52,
  rate: parseRatio('0.06'),
  state: 'COMMITTED',
  periods: 1,
  promised: 0n as Uregen,
  funded: 0n as Uregen,
  ...change,
})
const ALL = Object.keys(m015.M015_V0)
const of = (...fields: readonly string[]) => fields
const facts = {
  trackedPeriods: 0,
  scoredPeriods: 0,
  scoredAddresses: 0,
  unresolvedAnomalies: 0,
  m014Active: true,
}

const M015: readonly Formula[] = [
  ['creditActivities', p => m015.creditActivities([], p), ALL],
  ['scoreActivities', p => m015.scoreActivities([], p), ALL],
  ['mergeScores', p => m015.mergeScores([], p), ALL],
  [
    'distributeActivity',
    params => m015.distributeActivity({ pool: hundred, scores: [], params }),
    of('scoring', 'minScorers', 'rewardCapPerOwnFees'),
  ],
  ['allocateStability', params => m015.allocateStability({ committed: [], inflow: hundred, params }), ALL],
  ['accrue', p => m015.accrue(commitment(), 1, p), of('periodsPerYear')],
  ['requestCommitment', p => m015.requestCommitment(commitment(), p), ALL],
  ['commit', p => m015.commit(commitment({ state: 'UNCOMMITTED' }), p), ALL],
  ['exitEarly', p => m015.exitEarly(commitment(), p), of('earlyExitPenalty', 'forfeitTo')],
  ['votingTokens', p => m015.votingTokens({ tokens: hundred, locked: hundred }, p), of('lockedTokens')],
  ['distributingGuards', p => m015.distributingGuards(facts, p), of('trackingMonths', 'periodsPerYear')],
]

/** Values outside of the bounds, by what the default is. */
function badValues(field: string, value: unknown): readonly unknown[] {
  const kind = (of: object) => ({ ...(value as object), ...of })
  switch (field) {
    case 'baseRate':
      return [{ num: 11n, den: 100n }, below]
    case 'ecologicalReference':
      return [{ num: 0n, den: 1n }, below]
    case 'ecoMax':
      return [below]
    case 'hardCap':
      return [0n, -1n]
    case 'minStake':
    case 'minActivityValue':
    case 'minCommitment':
      return [-1n]
    case 'overCapPolicy':
      return [{ kind: 'one-off-burn', amount: 0n, holder: ALICE }]
    case 'periodLength':
      return [
        { kind: 'days', days: 0 },
        { kind: 'per-block', blockMilliseconds: 0.5 },
      ]
    case 'supplyBasis':
      return [{ kind: 'some' }]
    case 'equilibriumThreshold':
      return [
        { kind: 'cap', share: above },
        { kind: 'absolute', amount: -1n },
      ]
    case 'payoutBasis':
      return [{ kind: 'balance/N', periods: 0 }]
    case 'compositionMinimum':
      return [kind({ infrastructure_builders: -1 })]
    case 'weights':
      return [kind({ uptime: above, purchase: above })]
    case 'rewardCapPerOwnFees':
      return [above, below]
    default:
      return typeof value === 'number'
        ? [-1, 0.5, Number.NaN, 10_000_000]
        : typeof value === 'string'
          ? ['another']
          : [above, below]
  }
}

/** No upper bound: a day count that may be as large as anybody likes, and periods that may be blocks. */
const WITHOUT_MOST = ['periodsPerYear', 'noticeDays', 'ecologicalMaxAgeDays', 'equilibriumPeriods']

const refusal = (run: () => unknown): string => {
  try {
    run()
    return 'accepted'
  } catch (error) {
    return isRegenError(error) ? error.code : String(error)
  }
}

describe.each([
  ['M012', m012.M012_V0 as Params, M012],
  ['M014', m014.M014_V0 as Params, M014],
  ['M015', m015.M015_V0 as Params, M015],
] as const)('%s', (_, defaults, formulas) => {
  test.each(formulas)('%s holds the bounds of what it takes', (_, run, takes) => {
    expect(refusal(() => run(defaults as never))).toBe('accepted')
    for (const field of takes)
      for (const bad of badValues(field, defaults[field])) {
        if (bad === 10_000_000 && WITHOUT_MOST.includes(field)) continue
        expect([field, bad, refusal(() => run({ ...defaults, [field]: bad } as never))]).toEqual([
          field,
          bad,
          'PARAMETER_OUT_OF_BOUNDS',
        ])
      }
  })
})

describe('M013', () => {
  const V0 = m013.M013_V0
  const rules = { ...DEFAULT_POLICY.m013, burnShare: { kind: 'fixed' } } as const
  const line = [[{ txType: 'CreditTransfer', value: parseRatio('5') }]] as const
  const charging = (config: object) => [
    () => m013.computePart({ txType: 'CreditTransfer', value: hundred }, { ...V0, ...config }),
    () => m013.computeFee('CreditTransfer', hundred, { ...V0, ...config }),
    () => m013.computeMessageFee([{ txType: 'CreditTransfer', value: hundred }], { ...V0, ...config }),
    () => m013.chargeTransaction(line, { ...rules, ...config }),
  ]

  test.each([
    ['a maxRate above 0.10', { maxRate: { num: 11n, den: 100n } }],
    ['a negative rate', { feeRates: { ...V0.feeRates, CreditTransfer: below } }],
  ])('no formula takes %s', (_, config) => {
    for (const run of charging({})) expect(refusal(run)).toBe('accepted')
    for (const run of charging(config)) expect(refusal(run)).toBe('PARAMETER_OUT_OF_BOUNDS')
  })

  test('no formula takes a negative minimum, or shares that do not sum to 1', () => {
    for (const run of charging({ minFee: -1n }).slice(1)) expect(refusal(run)).toBe('PARAMETER_OUT_OF_BOUNDS')
    const lost = { burn: above, validator: below, community: below, agent: below }
    const half = { ...V0.shares, burn: below }
    for (const shares of [lost, half] as m013.PoolShares[]) {
      for (const remainder of m013.REMAINDERS)
        expect(refusal(() => m013.splitFee(hundred, shares, remainder))).toBe('PARAMETER_OUT_OF_BOUNDS')
      expect(refusal(() => m013.sharesAt({ ...rules, shares }, hundred))).toBe('PARAMETER_OUT_OF_BOUNDS')
      expect(refusal(() => m013.routeFee(hundred, { ...rules, shares }))).toBe('PARAMETER_OUT_OF_BOUNDS')
    }
  })

  test('no formula takes a dynamic burn above 1 or beside a fixed burn of everything, or a tag above 1', () => {
    const dynamic = (share: Ratio, shares = V0.shares) =>
      refusal(() =>
        m013.sharesAt(
          {
            shares,
            burnShare: { kind: 'dynamic', points: [{ revenue: hundred, share: share as m013.Share }] },
          },
          hundred,
        ),
      )
    expect([dynamic(parseRatio('0.5')), dynamic(above), dynamic(below)]).toEqual([
      'accepted',
      'PARAMETER_OUT_OF_BOUNDS',
      'PARAMETER_OUT_OF_BOUNDS',
    ])
    const [one, none] = [parseRatio('1'), parseRatio('0')] as [m013.Share, m013.Share]
    const all = { burn: one, validator: none, community: none, agent: none }
    expect(dynamic(parseRatio('0.5'), all)).toBe('PARAMETER_OUT_OF_BOUNDS')
    const agentFund = { kind: 'community-tag', share: above } as const
    expect(refusal(() => m013.routeFee(hundred, { ...rules, agentFund }))).toBe('PARAMETER_OUT_OF_BOUNDS')
  })
})

test('every parameter of the tables is held by a formula, or is used by a period alone', () => {
  const ofPeriodAlone = [
    'seedBy',
    'targetDate',
    'unbondingDays',
    'minBurn',
    'mintRecipient',
    'countMintAsInflow',
  ]
  // Choices between readings have no bounds.
  const choices = [
    'rateRounding',
    'aboveSupply',
    'transitionMint',
    'dynamicStart',
    'performanceBasis',
    'payRounding',
    'noScores',
    'probationCounts',
  ]
  // What sources of ecological data have to show before a period sees them (test/oracles).
  const ofSources = ['ecologicalWindowDays', 'ecologicalLeastSources', 'ecologicalMostChange']
  const periodAlone = [...ofPeriodAlone, ...choices, ...ofSources, 'burnSources', 'ecologicalSource']
  const held = new Set([...M012, ...M014, ...M015].flatMap(([, , takes]) => takes))
  const parameters = [
    ...Object.keys(m012.M012_PARAMETERS),
    ...Object.keys(M014_PARAMETERS),
    ...Object.keys(m015.M015_V0),
  ]
  expect(parameters.filter(name => !held.has(name) && !periodAlone.includes(name))).toEqual([])
})
