import bundled from '../../../examples/snapshot.json' with { type: 'json' }
import { parseEpochInputs, parseEpochState, runEpoch } from '../../../src/epoch/index.ts'
import {
  formatRatio,
  formatRegen,
  m013,
  type PolicyConfig,
  parseRatio,
  parseRegen,
  parseSnapshot,
  previewFees,
  type Ratio,
  type Uregen,
  uregen,
} from '../../../src/index.ts'
import * as m012 from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import * as m014 from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import * as m015 from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { type Flip, verdict } from './flip.ts'

/** The knobs that say how the contract drafts compute, where the specification is read otherwise. */

const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const DAVE = 'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd'
const BATCH = 'C01-001-20200101-20210101-001'
const START = '2026-06-01T00:00:00Z'
const NONE = uregen(0n)

const supplyOf = (supply: Uregen, staked: Uregen = NONE): m012.SupplyState => ({
  supply,
  staked,
  stabilityCommitted: NONE,
  m014Phase: 'INACTIVE',
})

/** A state whose rate has no finite decimal: cut to 18 of them, it mints one uregen less. */
const THIRDS = supplyOf(uregen(180_095_379_654_217n), uregen(102_530_356_610_796n))

const epoch = (policy: PolicyConfig, state: object, inputs: object = {}) =>
  runEpoch(
    parseEpochState({ time: START, supply: { supply: '211000000000000' }, ...state }),
    parseEpochInputs(inputs),
    policy,
  )
const inTransition = { phases: { m012: { phase: 'TRANSITION' }, m013: { phase: 'VALUE_BASED' }, m014: 1 } }

/** What a message is charged, under the prices of the bundled snapshot, and what the preview warns of. */
const preview = (policy: PolicyConfig, typeUrl: string, value: object) => {
  const { proposed, warnings } = previewFees({
    messages: [{ typeUrl, value }],
    snapshot: parseSnapshot(bundled),
    policy,
  })
  return {
    pools: Object.values(proposed.pools),
    total: proposed.total,
    codes: warnings.map(({ code }) => code),
  }
}

const paid = (...of: readonly (readonly [m014.PaidValidator['status'], Ratio | null])[]) =>
  of.map(([status, score], index) => ({ address: `regen1v${index}`, status, score }))
const pay =
  (fund: Uregen, validators: readonly m014.PaidValidator[]) =>
  (policy: PolicyConfig): readonly (bigint | string)[] => {
    const { payments, remaining } = m014.compensate({ fund, validators, params: policy.m014 })
    return [...payments.map(({ pay }) => pay), remaining]
  }
const half = parseRatio('0.5')

const commitment = (id: string, amount: Uregen, change: Partial<m015.StabilityCommitment> = {}) => ({
  ...m015.requestCommitment({ id, holder: ALICE, amount, lockMonths: 6 }, m015.M015_V0),
  state: 'COMMITTED' as const,
  ...change,
})
const tier =
  (...committed: readonly m015.StabilityCommitment[]) =>
  ({ m015: params }: PolicyConfig): readonly bigint[] => {
    const { stability, unassigned, commitments } = m015.allocateStability({
      committed,
      inflow: parseRegen('1000000'),
      params,
    })
    return [stability, unassigned, ...commitments.map(({ funded }) => funded)]
  }
/** Two commitments of 500.4 REGEN: 577,384.6 uregen a week each. */
const PAIR = ['a', 'b'].map(id => commitment(id, parseRegen('500.4')))

const scored =
  (...did: readonly (readonly [string, m015.CreditedKind, string])[]) =>
  (policy: PolicyConfig): readonly string[] =>
    m015
      .scoreActivities(
        did.map(([address, kind, amount]) => ({ address, kind, amount: parseRatio(amount) })),
        policy.m015,
      )
      .scores.map(({ score }) => formatRatio(score))

export const CONTRACT_DRAFT_FLIPS: readonly Flip[] = [
  {
    knob: 'm012.overCapPolicy',
    setting: { kind: 'refuse' },
    of: policy => verdict(() => m012.settleCap(parseRegen('224000000'), policy.m012)),
    byDefault: 'allowed',
    turned: '[PARAMETER_OUT_OF_BOUNDS]',
  },
  {
    knob: 'm012.rateRounding',
    setting: 'decimals-18',
    of: policy => m012.computeMint(THIRDS, policy.m012),
    byDefault: 1_283_841_758_080n,
    turned: 1_283_841_758_079n,
  },
  {
    knob: 'm012.aboveSupply',
    setting: 'cut',
    of: policy => [
      verdict(() => m012.advance(supplyOf(parseRegen('1')), parseRegen('300000000'), policy.m012)),
      verdict(() => m012.computeMint(supplyOf(parseRegen('1'), parseRegen('2')), policy.m012)),
    ],
    byDefault: ['[BURN_EXCEEDS_SUPPLY]', '[BACKING_EXCEEDS_SUPPLY]'],
    turned: ['allowed', 'allowed'],
  },
  {
    knob: 'm012.transitionMint',
    setting: 'regrowth',
    of: policy => formatRegen(epoch(policy, inTransition).state.supply.supply),
    byDefault: '211000000',
    turned: '211200000',
  },
  {
    knob: 'm012.dynamicStart',
    setting: 'first-burn',
    // A burn without anybody to compensate, and without fees in the period.
    of: policy =>
      epoch(policy, {
        ...inTransition,
        pools: { burn: { coins: [{ denom: 'uregen', amount: '1000000' }] } },
      }).state.phases.m012,
    byDefault: { phase: 'TRANSITION', consecutive: 0n },
    turned: { phase: 'DYNAMIC', consecutive: 1n },
  },
  {
    knob: 'm013.zeroValue',
    setting: 'reject',
    of: policy => {
      const { total, codes } = preview(policy, '/regen.ecocredit.v1.MsgSend', {
        sender: ALICE,
        recipient: DAVE,
        credits: [{ batchDenom: BATCH, tradableAmount: '0', retiredAmount: '0' }],
      })
      return [total, codes.includes('VALUE_REQUIRED')]
    },
    byDefault: [1_000_000n, false],
    turned: [0n, true],
  },
  {
    knob: 'm013.valueRounding',
    setting: 'whole',
    beside: { m013: { minFee: '0' } },
    of: policy =>
      m013
        .chargeTransaction(
          [['100.5', '99.5'].map(value => ({ txType: 'CreditRetirement', value: parseRatio(value) }))],
          policy.m013,
        )
        .map(({ fee }) => fee),
    byDefault: [1n],
    turned: [0n],
  },
  {
    knob: 'm013.remainder',
    setting: 'validator-always',
    beside: {
      m013: { minFee: '1000003', shares: { burn: '0.5', validator: '0', community: '0.4', agent: '0.1' } },
    },
    of: policy =>
      preview(policy, '/regen.ecocredit.v1.MsgRetire', {
        owner: ALICE,
        credits: [{ batchDenom: BATCH, amount: '0.3' }],
        jurisdiction: 'US',
      }).pools,
    byDefault: [500_002n, 0n, 400_001n, 100_000n],
    turned: [500_001n, 1n, 400_001n, 100_000n],
  },
  {
    knob: 'm014.performanceBasis',
    setting: { kind: 'score', least: '0.70' },
    of: policy => m014.performanceStatus(parseRatio('0.999'), policy.m014, parseRatio('0.45')),
    byDefault: 'met',
    turned: 'below',
  },
  {
    knob: 'm014.scoreRounding',
    setting: 'basis-points',
    of: policy =>
      formatRatio(
        m014.performanceScore(
          {
            uptime: parseRatio('0.99999'),
            governanceParticipation: half,
            ecosystemContribution: half,
          },
          policy.m014,
        ).score ?? parseRatio('0'),
      ),
    byDefault: '0.699996',
    turned: '0.6999',
  },
  {
    knob: 'm014.payRounding',
    setting: 'parts-first',
    of: pay(uregen(11n), paid(['ACTIVE', parseRatio('1')], ['ACTIVE', parseRatio('0.1')])),
    byDefault: [5n, 4n, 2n],
    turned: [4n, 4n, 3n],
  },
  {
    knob: 'm014.noScores',
    setting: 'equal-parts',
    of: pay(uregen(100n), paid(['ACTIVE', null], ['ACTIVE', null])),
    byDefault: [45n, 45n, 10n],
    turned: [50n, 50n, 0n],
  },
  {
    knob: 'm014.probationCounts',
    setting: 'nowhere',
    of: policy => [
      ...pay(uregen(100n), paid(['ACTIVE', half], ['PROBATION', half]))(policy),
      m014.checkComposition(
        paid(['ACTIVE', half], ['PROBATION', half]).map(validator => ({
          ...validator,
          category: 'infrastructure_builders',
        })),
        policy.m014,
      ).size,
    ],
    byDefault: [50n, 25n, 25n, 2],
    turned: [100n, 0n, 1],
  },
  {
    knob: 'm015.scoring',
    setting: 'counts-to-largest',
    of: scored([ALICE, 'vote', '2'], [DAVE, 'vote', '1']),
    byDefault: ['0.2', '0.1'],
    turned: ['100000', '50000'],
  },
  {
    knob: 'm015.scoreRounding',
    setting: 'floored',
    of: scored([ALICE, 'purchase', '9'], [ALICE, 'retirement', '9']),
    byDefault: ['5.4'],
    turned: ['4'],
  },
  {
    knob: 'm015.rewardDust',
    setting: 'nobody',
    of: policy => {
      const { scores } = m015.scoreActivities(
        [ALICE, DAVE, 'regen1z'].map(address => ({
          address,
          kind: 'purchase' as const,
          amount: parseRatio('1'),
        })),
        policy.m015,
      )
      const { rewards, undistributed } = m015.distributeActivity({
        pool: uregen(100n),
        scores,
        params: policy.m015,
      })
      return [...rewards.map(({ reward }) => reward), undistributed]
    },
    byDefault: [33n, 34n, 33n, 0n],
    turned: [33n, 33n, 33n, 1n],
  },
  {
    knob: 'm015.accrual',
    setting: 'pooled',
    of: tier(...PAIR),
    byDefault: [1_154_768n, 0n, 577_384n, 577_384n],
    turned: [1_154_769n, 1n, 577_384n, 577_384n],
  },
  {
    knob: 'm015.accrualEnd',
    setting: 'claim',
    of: tier(commitment('a', parseRegen('500'), { periods: 26 })),
    byDefault: [0n, 0n, 0n],
    turned: [576_923n, 0n, 576_923n],
  },
  {
    knob: 'm015.queueFill',
    setting: 'everyone',
    of: policy =>
      epoch(
        policy,
        {
          phases: {
            m012: { phase: 'DYNAMIC' },
            m013: { phase: 'VALUE_BASED' },
            m014: 1,
            m015: 'DISTRIBUTING',
          },
        },
        { stability: { requests: [{ id: 'a', holder: ALICE, amount: '1000000000', lockMonths: 6 }] } },
      ).state.stability.commitments.map(({ state }) => state),
    byDefault: ['UNCOMMITTED'],
    turned: ['COMMITTED'],
  },
  {
    knob: 'm015.clock',
    setting: { kind: 'seconds', period: 604_800 },
    of: policy => [
      m015.accrue({ amount: parseRegen('1000'), rate: parseRatio('0.06') }, 1, policy.m015),
      m015.commit(
        m015.requestCommitment(
          { id: 'a', holder: ALICE, amount: parseRegen('1000'), lockMonths: 6 },
          policy.m015,
        ),
        policy.m015,
      ).lockPeriods,
    ],
    byDefault: [1_153_846n, 26],
    turned: [1_149_921n, 27],
  },
]
