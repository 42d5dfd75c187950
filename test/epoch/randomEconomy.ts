import type { EpochInputs, EpochState } from '../../src/epoch/index.ts'
import { epochStep, parseEpochInputs, parseEpochState, runEpoch } from '../../src/epoch/index.ts'
import { CATEGORIES } from '../../src/mechanisms/m014-authority-validator-governance/params.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { amountOf } from '../../src/primitives/coin.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { addressOf, hash, PASSED, START } from './economy.ts'

/** Random policies, economies and periods, from one number: the same number gives the same economy. */

/** Pseudo-random whole numbers (a linear congruential generator): good enough to reach every corner, and repeatable. */
export function dice(seed: number) {
  let state = BigInt(seed) + 88_172_645_463_325_252n
  const next = (): bigint => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n
    return state >> 4n
  }
  const below = (limit: number): number => parseInt((next() % BigInt(limit)).toString(), 10)
  return {
    below,
    big: (limit: bigint): bigint => (limit === 0n ? 0n : next() % limit),
    oneOf: <T>(...items: readonly T[]): T => items[below(items.length)] as T,
    chance: (percent: number): boolean => below(100) < percent,
  }
}
export type Dice = ReturnType<typeof dice>

export const PEOPLE = Array.from({ length: 8 }, (_, index) => addressOf(index + 1))
const VALIDATORS = Array.from({ length: 21 }, (_, index) => addressOf(100 + index))

/** A policy with every knob of the epoch turned at random; the over-cap policies that lose tokens are apart. */
export function anyPolicy(seed: number): PolicyConfig {
  const { oneOf, chance } = dice(seed)
  const shares = oneOf(
    { burn: '0.30', validator: '0.40', community: '0.25', agent: '0.05' },
    { burn: '0.28', validator: '0.25', community: '0.45', agent: '0.02' },
    { burn: '0.07', validator: '0.4', community: '0.333333', agent: '0.196667' },
  )
  const tagged = chance(20)
  return parsePolicy({
    m012: {
      hardCap: oneOf('221000000000000', '219999999999999', '250000000000000'),
      multiplier: oneOf('phase-gated', 'stability', 'max', 'validator-participation', 'none'),
      burnKind: oneOf('permanent', 'reserve'),
      burnTiming: oneOf('epoch', 'immediate'),
      burnSources: oneOf('m013', 'all-bank-burns'),
      mintRecipient: oneOf(
        { kind: 'community-pool' },
        { kind: 'supply-reserve' },
        { kind: 'governance-address', address: PEOPLE[0] },
      ),
      countMintAsInflow: chance(30),
      overCapPolicy: oneOf({ kind: 'pure-burn' }, { kind: 'set-cap-to-supply' }, { kind: 'clamp' }),
      equilibriumPeriods: oneOf(2, 12),
    },
    m013: {
      shares: tagged ? { burn: '0.3', validator: '0.2', community: '0.5', agent: '0' } : shares,
      burnShare: chance(20)
        ? {
            kind: 'dynamic',
            points: [
              { revenue: '0', share: '0.4' },
              { revenue: '9000000000', share: '0.1' },
            ],
          }
        : { kind: 'fixed' },
      agentFund: tagged ? { kind: 'community-tag', share: '0.03' } : { kind: 'module' },
      minFeeScope: oneOf('message', 'tx', 'line'),
      minFeeVsMaxRate: oneOf('min-wins', 'cap-wins'),
      zeroValue: oneOf('min-fee', 'exempt'),
      remainder: oneOf('validator', 'agent', 'burn', 'largest-remainder', 'round-robin'),
      collection: oneOf('regen-only', 'native', 'hybrid'),
      distribution: oneOf({ kind: 'regen' }, { kind: 'stable' }, { kind: 'recipient-choice', bonus: '0.05' }),
    },
    m014: {
      bonusVesting: oneOf('quarterly', 'none'),
      compensationModel: oneOf('split', 'split', 'literal'),
      payoutBasis: oneOf({ kind: 'period-inflow' }, { kind: 'balance' }, { kind: 'balance/N', periods: 4 }),
      probationResidual: oneOf('fund', 'redistribute'),
      noticeDays: 0,
      nullMetric: oneOf('renormalise', 'one', 'zero'),
    },
    m015: {
      scoring: oneOf('raw', 'normalised-per-activity'),
      scoreBasis: oneOf('value', 'fee-paid'),
      autoShare: oneOf('0.7', '1', '0.333'),
      stabilityCapBase: oneOf('inflow', 'auto'),
      capReference: oneOf('last', 'trailing-4', 'min-trailing'),
      queueFill: oneOf('whole', 'partial'),
      arrears: oneOf('none', 'carry'),
      forfeitTo: oneOf('community', 'module'),
      noActivity: oneOf('return-to-community', 'carry-over', 'governance-reserve'),
      payout: oneOf('claim', 'auto'),
      safetyValve: oneOf('off', 'on'),
      rewardCapPerOwnFees: oneOf(null, null, '0.9'),
      retroactiveTracking: oneOf('exclude', 'include'),
      minScorers: oneOf(1, 2),
      trackingMonths: oneOf(0, 1),
    },
    epoch: { autoInflow: oneOf('all-fees', 'scored-fees') },
  })
}

/** The same policy with clocks of any lengths: a period of M012 from some hours to a month, a distribution period from some hours to two. */
export function withClocks(policy: PolicyConfig, seed: number): PolicyConfig {
  const { oneOf } = dice(seed + 3)
  const periodLength = oneOf<PolicyConfig['m012']['periodLength']>(
    { kind: 'days', days: 1 },
    { kind: 'days', days: 7 },
    { kind: 'days', days: 10 },
    { kind: 'days', days: 28 },
    { kind: 'per-block', blockMilliseconds: 90_061_001 },
    { kind: 'per-block', blockMilliseconds: 302_400_000 },
  )
  const [periodsPerYear, clock] = oneOf<[number, PolicyConfig['m015']['clock']]>(
    [52, { kind: 'periods' }],
    [12, { kind: 'periods' }],
    [365, { kind: 'periods' }],
    [6, { kind: 'periods' }],
    [52, { kind: 'seconds', period: 200_003 }],
  )
  // Frozen, as a policy that was parsed is: its hash is kept, and not computed for each period.
  return Object.freeze({
    ...policy,
    m012: { ...policy.m012, periodLength },
    m015: { ...policy.m015, periodsPerYear, clock },
  })
}

/** An economy somewhere on its way. */
export function anyEconomy(seed: number): EpochState {
  const { oneOf, big, below } = dice(seed + 1)
  const m013 = oneOf('FLAT_GAS', 'TRANSITION', 'VALUE_BASED', 'VALUE_BASED')
  const on = m013 !== 'FLAT_GAS'
  const m014 = on ? oneOf(0, 1, 3, 3) : 0
  return parseEpochState({
    time: START,
    phases: {
      m012: { phase: on ? oneOf('INFLATIONARY', 'TRANSITION', 'DYNAMIC', 'EQUILIBRIUM') : 'INFLATIONARY' },
      m013: { phase: m013, ...(on && { transitionStarted: '2026-12-01' }) },
      m014,
      m015: m014 > 0 ? oneOf('INACTIVE', 'TRACKING', 'DISTRIBUTING') : oneOf('INACTIVE', 'TRACKING'),
    },
    supply: {
      supply: (200_000_000_000_000n + big(40_000_000_000_000n)).toString(),
      staked: '80000000000000',
    },
    validators: VALIDATORS.slice(0, below(22)).map((address, index) => ({
      address,
      category: CATEGORIES[index % 3],
      status: oneOf('ACTIVE', 'ACTIVE', 'ACTIVE', 'PROBATION', 'CANDIDATE', 'REMOVED'),
      termStart: '2026-06-01T00:00:00Z',
      termEnd: oneOf('2027-02-01T00:00:00Z', '2031-01-01T00:00:00Z'),
    })),
  })
}

/** What happens in the next period of a state, legal under its policy; `n` numbers the transactions. */
export function anyInputs(state: EpochState, policy: PolicyConfig, seed: number): EpochInputs {
  const roll = dice(seed + 2 + state.period * 7_919)
  const { below, big, oneOf, chance } = roll
  const { from, to } = epochStep(state, policy)
  const running = state.phases.m012.phase !== 'INFLATIONARY'
  const count = chance(15) ? 0 : below(6)
  const waiting = state.stability.commitments.filter(
    ({ state: s, periods, lockPeriods }) => s === 'UNCOMMITTED' || periods < lockPeriods,
  )
  const claimants = new Set(
    Object.values(state.rewards.claims)
      .flat()
      .filter(({ accrued, claimed }) => accrued > claimed)
      .map(({ address }) => address),
  )
  const serving = state.validators.filter(({ status }) => status === 'ACTIVE')
  const staying = serving.find(({ termEnd }) => termEnd !== null && termEnd > state.time)
  return parseEpochInputs({
    rates: { uusdc: '12.5', uaxl: '1/3' },
    transactions: Array.from({ length: count }, (_, index) =>
      transaction(roll, state.period * 100 + index, from, to),
    ),
    volumes: chance(50)
      ? [
          {
            txType: oneOf('CreditIssuance', 'CreditTransfer'),
            denom: oneOf('uregen', 'uusdc'),
            value: big(10n ** 13n).toString(),
            messages: below(30).toString(),
          },
        ]
      : [],
    activities: chance(40)
      ? [
          {
            kind: 'vote',
            txHash: hash(state.period * 100 + 90),
            time: from.toString(),
            voter: oneOf(...PEOPLE),
            proposalId: '1',
          },
        ]
      : [],
    inflation: running || state.phases.m014 === 3 ? '0' : big(10n ** 11n).toString(),
    otherBurns: big(10n ** 9n).toString(),
    validators: {
      metrics: Object.fromEntries(
        serving.slice(0, 8).map(({ address }) => [address, { uptime: oneOf('1', '0.99', '0.5', null) }]),
      ),
      exits: chance(5) && staying ? [{ address: staying.address, notice: state.time, at: state.time }] : [],
    },
    stability: {
      requests: chance(20)
        ? [
            {
              id: `c${state.period}`,
              holder: oneOf(...PEOPLE),
              amount: (10n ** 8n + big(10n ** 11n)).toString(),
              lockMonths: 6 + below(19),
            },
          ]
        : [],
      exits: chance(10) && waiting.length > 0 ? [oneOf(...waiting).id] : [],
    },
    claims:
      policy.m015.payout === 'claim'
        ? [...claimants]
            .filter(() => chance(30))
            .map(address => ({
              address,
              as:
                policy.m013.distribution.kind === 'recipient-choice' &&
                amountOf(state.pools.community.coins, 'uregen') > 10n ** 12n
                  ? oneOf('collected', 'regen')
                  : 'collected',
            }))
        : [],
    deposits: chance(10)
      ? [
          {
            pool: oneOf('burn', 'validator', 'community', 'agent'),
            coin: { denom: oneOf('uregen', 'uusdc'), amount: big(10n ** 10n).toString() },
          },
        ]
      : [],
    spends: spends(roll, state),
    conversions: conversions(roll, state),
    decisions: {
      m012Approved: chance(50) ? PASSED : null,
      m015Approved: chance(50) ? PASSED : null,
      m013: {
        approved: chance(50) ? PASSED : null,
        feeCollectorDeployed: true,
        poolAddressesConfigured: true,
        accelerated: chance(20) ? PASSED : null,
      },
      m014Migration:
        state.phases.m014 < 3 && chance(20) && state.phases.m013.phase !== 'FLAT_GAS'
          ? { to: state.phases.m014 + 1, decided: PASSED }
          : null,
      releases:
        state.supply.burnReserve > 0n && chance(10)
          ? [{ from: 'burn reserve', amount: big(state.supply.burnReserve).toString(), decided: PASSED }]
          : [],
    },
  })
}

/** Runs the next period; where the community pool cannot buy what is claimed as REGEN, the claims take what was collected. */
export function runAny(state: EpochState, policy: PolicyConfig, seed: number) {
  const inputs = anyInputs(state, policy, seed)
  try {
    return runEpoch(state, inputs, policy)
  } catch (error) {
    if (!isRegenError(error, 'POOL_TOO_SMALL') || inputs.claims.every(({ as }) => as === 'collected'))
      throw error
    const claims = inputs.claims.map(({ address }) => ({ address, as: 'collected' as const }))
    return runEpoch(state, { ...inputs, claims }, policy)
  }
}

function transaction({ oneOf, big, chance, below }: Dice, n: number, from: bigint, to: bigint) {
  const txType = oneOf('CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade')
  const facilitator = chance(20) ? { address: oneOf(...PEOPLE), inMemo: true, registered: true } : null
  return {
    txHash: hash(chance(20) && n % 100 > 0 ? n - 1 : n),
    messageIndex: n % 100,
    part: 0,
    time: (from + big(to - from)).toString(),
    payer: oneOf(...PEOPLE),
    txType,
    denom: oneOf('uregen', 'uregen', 'uusdc', 'uaxl'),
    value: chance(10) ? '0' : `${big(10n ** BigInt(1 + below(13)))}${oneOf('', '.5', '/7')}`,
    credited:
      txType === 'MarketplaceTrade'
        ? { kind: 'purchase', seller: oneOf(...PEOPLE), autoRetired: chance(50), facilitator }
        : txType === 'CreditRetirement'
          ? { kind: 'retirement', facilitator }
          : null,
  }
}

/** Spends of what does not wait for the end of a distribution period. */
function spends({ chance, big }: Dice, { pools, clocks }: EpochState) {
  const waiting = clocks?.m015?.inflow.community ?? []
  const [coin] = pools.community.coins.map(({ denom, amount }) => ({
    denom,
    amount: amount - amountOf(waiting, denom),
  }))
  return coin && chance(15)
    ? [
        {
          pool: 'community',
          by: pools.community.authority,
          coin: { denom: coin.denom, amount: big(coin.amount).toString() },
          to: PEOPLE[0],
        },
      ]
    : []
}

function conversions({ chance, big }: Dice, { pools }: EpochState) {
  const coin = pools.burn.coins.find(({ denom }) => denom !== 'uregen')
  return coin && chance(20)
    ? [
        {
          pool: 'burn',
          by: pools.burn.authority,
          from: { denom: coin.denom, amount: coin.amount.toString() },
          received: big(10n ** 8n).toString(),
        },
      ]
    : []
}
