import { expect, test } from 'vitest'
import {
  activitiesIn,
  outcomeOf,
  purchaseValue,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/activity.ts'
import {
  configProblems,
  weightStepProblems,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import {
  claimRewards,
  creditRewards,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/claims.ts'
import { creditActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { distribute } from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import { payableScores } from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/payableScores.ts'
import type {
  Activity,
  RewardConfig,
  StabilityCommitment,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { M015_V0 } from '../../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { distributePeriod } from '../../../src/mechanisms/m015-contribution-weighted-rewards/period.ts'
import { periodsOfMonths } from '../../../src/mechanisms/m015-contribution-weighted-rewards/periodLength.ts'
import {
  distributingGuards,
  nextPhase,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/phase.ts'
import { safetyValve } from '../../../src/mechanisms/m015-contribution-weighted-rewards/safetyValve.ts'
import { scoreActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/score.ts'
import { admit } from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/admission.ts'
import {
  exitEarly,
  requestCommitment,
  votingTokens,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import {
  accrue,
  allocateStability,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { pairedPurchases } from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/pairs.ts'
import { parseCredits } from '../../../src/primitives/credits.ts'
import { formatRatio, ONE } from '../../../src/primitives/ratio.ts'
import { formatRegen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import {
  ALICE,
  at,
  BOB,
  CAROL,
  commitmentOf,
  DAVE,
  feeOnly,
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

const NONE = 0n as Uregen

/** What a period of these activities pays, in REGEN by address, and what nobody earned. */
function pay(
  activities: readonly Activity[],
  {
    inflow = '100',
    carriedIn = NONE,
    ...change
  }: Partial<RewardConfig> & { inflow?: string; carriedIn?: Uregen } = {},
) {
  const params = withParams(change)
  const { contributions, findings } = creditActivities(activities, params)
  const scored = scoreActivities(contributions, params)
  const { record, carriedOut } = distributePeriod({
    period: 1,
    phase: 'DISTRIBUTING',
    inflow: regen(inflow),
    carriedIn,
    commitments: [],
    scores: scored.scores,
    params,
  })
  return {
    rewards: Object.fromEntries(record.rewards.map(({ address, reward }) => [address, formatRegen(reward)])),
    governance: formatRegen(record.governance),
    undistributed: formatRegen(record.undistributed),
    to: record.undistributedTo,
    carriedOut: formatRegen(carriedOut),
    findings: [...findings, ...scored.findings],
  }
}

const creditsOf = (activities: readonly Activity[], change: Partial<RewardConfig> = {}) =>
  creditActivities(activities, withParams(change))
    .contributions.filter(({ kind }) => kind !== 'fee')
    .map(({ address, kind, amount }) => [address, kind, formatRatio(amount)])

test('reading 2.4 #1: raw, a vote is worth 0.1 uregen beside any value and takes everything alone; normalised, it is worth its weight', () => {
  const vs = [purchase(at(1), ALICE, BOB, regen('1000')), vote(at(2), CAROL)]
  expect(pay(vs).rewards).toEqual({ [ALICE]: '70', [CAROL]: '0' })
  expect(pay(vs).findings).toEqual([
    { code: 'GOVERNANCE_DUST', governanceShare: { num: 1n, den: 3_000_000_001n } },
  ])
  const alone = pay([vote(at(2), CAROL)])
  expect(alone.rewards).toEqual({ [CAROL]: '70' })
  expect(alone.findings).toEqual([{ code: 'GOVERNANCE_DUST', governanceShare: ONE }])

  const normalised = { scoring: 'normalised-per-activity' } as const
  const both = pay(vs, normalised)
  expect(both.rewards).toEqual({ [ALICE]: '21', [CAROL]: '7' })
  expect([both.undistributed, both.to, both.findings]).toEqual(['42', 'return-to-community', []])
  expect(pay([vote(at(2), CAROL)], normalised).rewards).toEqual({ [CAROL]: '7' })
})

test('reading 2.4 #2: when nobody has a score, the activity pool returns, is carried over, or goes to a reserve', () => {
  const empty = (noActivity: RewardConfig['noActivity']) => {
    const { undistributed, to, carriedOut } = pay([], { noActivity })
    return [undistributed, to, carriedOut]
  }
  expect(empty('return-to-community')).toEqual(['70', 'return-to-community', '0'])
  expect(empty('carry-over')).toEqual(['70', 'carry-over', '70'])
  expect(empty('governance-reserve')).toEqual(['70', 'governance-reserve', '0'])
  const later = pay([vote(at(1), ALICE)], { carriedIn: regen('70'), noActivity: 'carry-over' })
  expect(later.rewards).toEqual({ [ALICE]: '140' })
})

test('reading 2.4 #2: fewer scorers than the minimum distribute nothing', () => {
  const one = [vote(at(1), ALICE)]
  expect(pay(one, { minScorers: 2 })).toMatchObject({ rewards: {}, undistributed: '70' })
  expect(pay([...one, vote(at(2), BOB)], { minScorers: 2 }).rewards).toEqual({ [ALICE]: '35', [BOB]: '35' })
})

test('reading 2.4 #3, OQ-M015-4: an activity of less than 1 REGEN earns nothing, one of exactly 1 REGEN does', () => {
  const small = purchase(at(1), ALICE, BOB, uregen(999_999n), { facilitator: platform(PLATFORM) })
  expect(creditsOf([small])).toEqual([])
  expect(creditsOf([{ ...small, value: fraction('999999.999999') } as Activity])).toEqual([])
  expect(creditsOf([retirement(at(1), ALICE, regen('1'))])).toEqual([[ALICE, 'retirement', '1000000']])
  expect(creditsOf([small], { minActivityValue: NONE })).toHaveLength(2)
})

const waiting = (id: string, amount: string): StabilityCommitment =>
  requestCommitment({ id, holder: ALICE, amount: regen(amount), lockMonths: 12 }, M015_V0)

test('reading 2.4 #4: new commitments queue, first in first out, under 30 % of the inflow; nobody overtakes; queued tokens are not locked', () => {
  // 3 REGEN a week × 30 % × 52 / 6 % carries 780 REGEN
  const queue = [waiting('a', '500'), waiting('b', '500'), waiting('c', '100')]
  const states = (list: readonly StabilityCommitment[]) =>
    list.map(({ id, state }) => `${id} ${state.toLowerCase()}`)
  const first = admit({ commitments: queue, inflows: [regen('3')], params: M015_V0 })
  expect(states(first)).toEqual(['a committed', 'b uncommitted', 'c uncommitted'])
  const second = admit({ commitments: first, inflows: [regen('3'), regen('6')], params: M015_V0 })
  expect(states(second)).toEqual(['a committed', 'b committed', 'c committed'])
  expect(first[1]).toBe(queue[1])
  expect(
    states(admit({ commitments: [waiting('x', '780')], inflows: [regen('3')], params: M015_V0 })),
  ).toEqual(['x committed'])
  expect(
    states(admit({ commitments: [waiting('x', '780.000001')], inflows: [regen('3')], params: M015_V0 })),
  ).toEqual(['x uncommitted'])
})

test('reading 2.4 #4: the cap is measured against the last inflow, the mean of four or the least of four', () => {
  const inflows = ['100', '8', '2', '4', '6'].map(regen)
  // Of a commitment that is too large, so much is admitted as the cap lets accrue: reference × 0.30 × 52 periods / 0.06, that is 260 times the reference.
  const most = (past: readonly Uregen[], capReference: RewardConfig['capReference']) => {
    const params = withParams({ capReference, queueFill: 'partial' })
    return admit({ commitments: [waiting('a', '1000000')], inflows: past, params })
      .filter(({ state }) => state === 'COMMITTED')
      .map(({ amount }) => formatRegen(amount))
  }
  const references = ['last', 'trailing-4', 'min-trailing'] as const
  expect(references.map(reference => most(inflows, reference))).toEqual([['1560'], ['1300'], ['520']])
  expect(most(inflows.slice(0, 2), 'trailing-4')).toEqual(['14040'])
  expect(most([], 'last')).toEqual([])
  const admitted = (capReference: RewardConfig['capReference']) =>
    admit({ commitments: [waiting('a', '1400')], inflows, params: withParams({ capReference }) })[0]?.state
  expect([admitted('last'), admitted('trailing-4'), admitted('min-trailing')]).toEqual([
    'COMMITTED',
    'UNCOMMITTED',
    'UNCOMMITTED',
  ])
})

test('reading 2.4 #4: when the inflow falls, commitments are funded pro rata; what is unpaid is lost, or due again by knob', () => {
  const tier = (arrears: RewardConfig['arrears'], inflows: readonly string[]) =>
    inflows.reduce<{ list: readonly StabilityCommitment[]; paid: readonly string[] }>(
      ({ list, paid }, inflow) => {
        const { commitments, stability } = allocateStability({
          committed: list,
          inflow: regen(inflow),
          params: withParams({ arrears }),
        })
        return { list: commitments, paid: [...paid, formatRegen(stability)] }
      },
      { list: [commitmentOf(regen('2600')), commitmentOf(regen('5200'))], paid: [] },
    )
  const lost = tier('none', ['100', '10', '100'])
  expect(lost.paid).toEqual(['9', '3', '9'])
  expect(lost.list.map(({ promised, funded }) => [formatRegen(promised), formatRegen(funded)])).toEqual([
    ['9', '7'],
    ['18', '14'],
  ])
  const carried = tier('carry', ['100', '10', '100'])
  expect(carried.paid).toEqual(['9', '3', '15'])
  expect(carried.list.map(({ funded }) => formatRegen(funded))).toEqual(['9', '18'])
})

test('reading 2.4 #4: the safety valve takes one percentage point after three capped periods in a row, down to 2 %', () => {
  const run = (capped: readonly boolean[], valve: RewardConfig['safetyValve'], rate = '0.06') =>
    capped.reduce((state, now) => safetyValve(state, now, withParams({ safetyValve: valve })), {
      stabilityRate: fraction(rate),
      cappedPeriods: 0,
      opened: false,
    })
  const after = (...args: Parameters<typeof run>) => {
    const { stabilityRate, cappedPeriods, opened } = run(...args)
    return [formatRatio(stabilityRate), cappedPeriods, opened]
  }
  expect(after([true, true, true], 'off')).toEqual(['0.06', 3, false])
  expect(after([true, true], 'on')).toEqual(['0.06', 2, false])
  expect(after([true, true, false, true, true], 'on')).toEqual(['0.06', 2, false])
  expect(after([true, true, true], 'on')).toEqual(['0.05', 0, true])
  expect(after(Array(6).fill(true), 'on')).toEqual(['0.04', 0, true])
  expect(after([true, true, true], 'on', '0.025')).toEqual(['0.02', 0, true])
  expect(after([true, true, true], 'on', '0.0299')).toEqual(['0.02', 0, true])
  expect(after([true, true, true], 'on', '0.0301')).toEqual(['0.0201', 0, true])
  expect(after([true, true, true], 'on', '0.03')).toEqual(['0.02', 0, true])
})

test('reading 2.4 #5: early exit forfeits half of the rewards, not of the principal', () => {
  const committed = commitmentOf(regen('100'), 20, { funded: uregen(1_442_307n) })
  const { principal, reward, forfeited, forfeitTo } = exitEarly(committed, M015_V0)
  expect([principal, reward, forfeited, forfeitTo]).toEqual([regen('100'), 721_154n, 721_153n, 'community'])
  expect(exitEarly(committed, withParams({ forfeitTo: 'module' })).forfeitTo).toBe('module')
  expect(exitEarly(committed, withParams({ earlyExitPenalty: fraction('0.25') })).forfeited).toBe(360_576n)
})

test('reading 2.4 #6: accrual is cumulative and a month is periodsPerYear/12 periods: 6 months of 100 REGEN are 3,000,000, not 26 floors', () => {
  const hundred = { amount: regen('100'), rate: fraction('0.06') }
  expect(accrue(hundred, 26, M015_V0)).toBe(3_000_000n)
  expect(26n * accrue(hundred, 1, M015_V0)).toBe(2_999_984n)
  const months = [6, 7, 12, 24]
  expect(months.map(month => periodsOfMonths(month, M015_V0))).toEqual([26, 31, 52, 104])
  expect(months.map(month => periodsOfMonths(month, { periodsPerYear: 12 }))).toEqual(months)
})

test('reading 2.4 #7: with no inflow the promise goes on and nothing is funded; only what was funded is paid', () => {
  const { stability, due, commitments } = allocateStability({
    committed: [commitmentOf(regen('5200'))],
    inflow: NONE,
    params: M015_V0,
  })
  expect([stability, due]).toEqual([0n, regen('6')])
  const [commitment] = commitments as [StabilityCommitment]
  expect([commitment.promised, commitment.funded]).toEqual([regen('6'), 0n])
  expect(exitEarly(commitment, M015_V0).reward).toBe(0n)
})

test('reading 2.4 #8, OQ-M015-3: 70 % is distributed automatically, before the 30 % cap, which is a share of the inflow or by knob of auto', () => {
  const committed = [commitmentOf(regen('5200000'))]
  const divide = (change: Partial<RewardConfig>) => {
    const all = allocateStability({ committed, inflow: regen('100'), params: withParams(change) })
    return [all.governance, all.stability, all.activity].map(formatRegen)
  }
  expect(divide({})).toEqual(['30', '30', '40'])
  expect(divide({ stabilityCapBase: 'auto' })).toEqual(['30', '21', '49'])
  expect(divide({ autoShare: ONE })).toEqual(['0', '30', '70'])
  expect(divide({ autoShare: fraction('0.1') })).toEqual(['90', '10', '0'])
  const admitted = (stabilityCapBase: RewardConfig['stabilityCapBase']) =>
    admit({
      commitments: [waiting('a', '700')],
      inflows: [regen('3')],
      params: withParams({ stabilityCapBase }),
    })[0]?.state
  expect([admitted('inflow'), admitted('auto')]).toEqual(['COMMITTED', 'UNCOMMITTED'])
})

test('reading 2.4 #9: a purchase scores for the buyer alone, at quantity × ask, a fraction where it is one', () => {
  expect(formatRatio(purchaseValue(parseCredits('2.5'), 333n))).toBe('832.5')
  const value = purchaseValue(parseCredits('2.5'), 4_000_000n)
  expect(creditsOf([purchase(at(1), ALICE, BOB, value)])).toEqual([[ALICE, 'purchase', '10000000']])
})

test('reading 2.4 #10, OQ-M015-2: facilitation needs a memo and a registered platform, by knob only the registry, and not oneself', () => {
  const by = (address: string, inMemo: boolean, registered: boolean, change: Partial<RewardConfig> = {}) =>
    creditsOf(
      [
        purchase(at(1), ALICE, BOB, regen('10'), { facilitator: platform(address, inMemo, registered) }),
        retirement(at(2), CAROL, regen('10'), { facilitator: platform(address, inMemo, registered) }),
      ],
      change,
    ).filter(([, kind]) => kind === 'facilitation').length
  expect([by(PLATFORM, true, true), by(PLATFORM, true, false), by(PLATFORM, false, true)]).toEqual([2, 0, 0])
  const registry = { facilitationId: 'registry' } as const
  expect([by(PLATFORM, false, true, registry), by(PLATFORM, true, false, registry)]).toEqual([2, 0])
  expect(by(PLATFORM, true, true, { facilitationId: 'none' })).toBe(0)
  expect([by(ALICE, true, true), by(BOB, true, true), by(CAROL, true, true)]).toEqual([1, 1, 1])
  expect(by(ALICE, true, true, { selfFacilitation: 'count' })).toBe(2)
})

test('reading 2.4 #11: a proposal is credited in the period in which its tally closed: 0.10 passed, 0.05 rejected, 0 without quorum', () => {
  expect([
    outcomeOf({ quorum: true, passed: true }),
    outcomeOf({ quorum: true, passed: false }),
    outcomeOf({ quorum: false, passed: false }),
  ]).toEqual(['passed', 'rejected', 'no-quorum'])
  const scoreOf = (activity: Activity) =>
    scoreActivities(
      creditsOf([activity]).map(([address = '', kind = '', amount = '']) => ({
        address,
        kind: kind as 'proposal',
        amount: fraction(amount),
      })),
      M015_V0,
    ).scores.map(({ score }) => formatRatio(score))
  expect(
    (['passed', 'rejected', 'no-quorum', null] as const).map(end => scoreOf(proposal(at(1), ALICE, end))),
  ).toEqual([['0.1'], ['0.05'], [], []])
  const submitted = at(1, 0n)
  const list = [proposal(submitted, ALICE, 'passed', 14n), proposal(at(2), BOB, null), vote(at(3, 6n), CAROL)]
  const week = (n: bigint) =>
    activitiesIn(list, {
      from: submitted.time + n * 604_800n,
      to: submitted.time + (n + 1n) * 604_800n,
    }).map(({ kind }) => kind)
  expect([week(0n), week(1n), week(2n)]).toEqual([['vote'], [], ['proposal']])
})

test('reading 2.4 #12: what was scored while TRACKING is not paid, by knob the first distribution includes it', () => {
  const tracked = scoreActivities(creditActivities([vote(at(1), ALICE)], M015_V0).contributions, M015_V0)
  const current = scoreActivities(creditActivities([vote(at(2), BOB)], M015_V0).contributions, M015_V0)
  const paid = (scores: typeof current.scores) =>
    distribute(regen('70'), scores).map(({ reward }) => formatRegen(reward))
  const scores = { tracked: [tracked.scores], current: current.scores }
  expect(paid(payableScores(scores, M015_V0))).toEqual(['70'])
  const included = withParams({ retroactiveTracking: 'include' })
  expect(paid(payableScores(scores, included))).toEqual(['35', '35'])
  expect(payableScores({ ...scores, tracked: [] }, included)).toEqual(current.scores)
})

test('reading 2.4 #13: rewards are claimed, by knob sent; the dust of the floors goes to the largest exact score', () => {
  const scores = [ALICE, BOB, CAROL].map(address => ({ address, score: ONE }))
  const rewards = distribute(uregen(100n), scores)
  expect(rewards.map(({ reward }) => reward)).toEqual([34n, 33n, 33n])
  const claims = creditRewards(creditRewards([], rewards, M015_V0), rewards, M015_V0)
  expect(claims[0]).toEqual({ address: ALICE, accrued: 68n, claimed: 0n })
  const first = claimRewards(claims, ALICE)
  expect([first.paid, first.claims[0], first.claims[1]]).toEqual([
    68n,
    { address: ALICE, accrued: 68n, claimed: 68n },
    claims[1],
  ])
  expect(() => claimRewards(first.claims, ALICE)).toThrow('[NOTHING_TO_CLAIM]')
  expect(() => claimRewards(claims, DAVE)).toThrow('[NOTHING_TO_CLAIM]')
  const again = claimRewards(creditRewards(first.claims, rewards, M015_V0), ALICE)
  expect(again.paid).toBe(34n)
  const sent = creditRewards([], rewards, withParams({ payout: 'auto' }))
  expect(sent[0]).toEqual({ address: ALICE, accrued: 34n, claimed: 34n })
  expect(() => claimRewards(sent, ALICE)).toThrow('[NOTHING_TO_CLAIM]')
})

test('reading 2.4 #14: committed tokens cannot vote, by knob they can', () => {
  const tokens = { tokens: regen('100'), locked: regen('60') }
  expect(votingTokens(tokens, M015_V0)).toBe(regen('40'))
  expect(votingTokens(tokens, withParams({ lockedTokens: 'vote' }))).toBe(regen('100'))
})

test('reading 2.4 #15: with M013 alone, without M014, it stays at TRACKING', () => {
  const facts = {
    trackedPeriods: 13,
    scoredPeriods: 1,
    scoredAddresses: 2,
    unresolvedAnomalies: 0,
    m014Active: true,
  }
  expect(nextPhase('TRACKING', distributingGuards(facts, M015_V0))).toBe('DISTRIBUTING')
  expect(nextPhase('TRACKING', distributingGuards({ ...facts, m014Active: false }, M015_V0))).toBe('TRACKING')
})

test('reading 2.4 #16: weights sum to 1, are at least 0.05 each, and move by at most 0.10 in one change', () => {
  const weights = { ...M015_V0.weights, purchase: fraction('0.40'), retirement: fraction('0.20') }
  expect(configProblems(withParams({ weights }))).toEqual([])
  expect(weightStepProblems(M015_V0, { weights })).toEqual([])
  const more = { ...weights, purchase: fraction('0.4001'), retirement: fraction('0.1999') }
  expect(weightStepProblems(M015_V0, { weights: more }).map(({ path }) => path.join('.'))).toEqual([
    'weights.purchase',
    'weights.retirement',
  ])
  const low = { ...M015_V0.weights, vote: fraction('0.04'), proposal: fraction('0.16') }
  expect(configProblems(withParams({ weights: low }))).toEqual([
    { path: ['weights', 'vote'], rule: 'must be 0.05 or more' },
  ])
  const sum = { ...M015_V0.weights, vote: fraction('0.11') }
  const problem = { path: ['weights'], rule: 'must be five weights of 0.05 or more that sum to 1' }
  expect(configProblems(withParams({ weights: sum }))).toEqual([problem])
})

test('reading 2.2 #10: an auto-retired purchase scores as a purchase, by knob as a retirement, or as both, which is reported', () => {
  const list = [purchase(at(1), ALICE, BOB, regen('10'), { autoRetired: true })]
  const kinds = (autoRetireScoring: RewardConfig['autoRetireScoring']) =>
    creditsOf(list, { autoRetireScoring }).map(([address, kind]) => [address, kind])
  expect([kinds('purchase'), kinds('retirement'), kinds('both')]).toEqual([
    [[ALICE, 'purchase']],
    [[ALICE, 'retirement']],
    [
      [ALICE, 'purchase'],
      [ALICE, 'retirement'],
    ],
  ])
  expect(creditsOf([purchase(at(2), ALICE, BOB, regen('10'))], { autoRetireScoring: 'retirement' })).toEqual([
    [ALICE, 'purchase', '10000000'],
  ])
  expect(creditActivities(list, withParams({ autoRetireScoring: 'both' })).findings).toEqual([
    { code: 'AUTO_RETIRE_COUNTED_TWICE', purchases: 1 },
  ])
  expect(creditActivities(list, M015_V0).findings).toEqual([])
})

test('a vote counts once a proposal, also when it is cast again', () => {
  const list = [vote(at(1), ALICE, 1n), vote(at(2), ALICE, 1n), vote(at(3), ALICE, 2n), vote(at(4), BOB, 1n)]
  expect(creditsOf(list)).toEqual([
    [ALICE, 'vote', '1'],
    [ALICE, 'vote', '1'],
    [BOB, 'vote', '1'],
  ])
})

test('reading 3.4: in an epoch of issuance alone, a lone voter takes the 25 REGEN that 5,000 REGEN of issuance pay', () => {
  const epoch = [feeOnly(at(1), ALICE, regen('100')), vote(at(2), BOB)]
  expect(pay(epoch, { inflow: '25', autoShare: ONE }).rewards).toEqual({ [BOB]: '25' })
  expect(pay(epoch, { inflow: '25' }).rewards).toEqual({ [BOB]: '17.5' })
  expect(pay(epoch, { inflow: '25', minScorers: 2 }).rewards).toEqual({})
  expect(pay(epoch, { inflow: '25', scoring: 'normalised-per-activity' }).rewards).toEqual({ [BOB]: '1.75' })
  expect(pay(epoch, { inflow: '25', scoreBasis: 'fee-paid' }).rewards).toEqual({
    [ALICE]: '17.5',
    [BOB]: '0',
  })
})

test('reading 3.5: two addresses that buy from each other within the window are found, and by knob earn nothing', () => {
  const list = [
    purchase(at(1, 0n), ALICE, BOB, regen('10')),
    purchase(at(2, 7n), BOB, ALICE, regen('10')),
    purchase(at(3, 15n), ALICE, BOB, regen('10')),
    purchase(at(4, 7n), CAROL, ALICE, regen('10')),
  ]
  const found = (days: number) =>
    list.filter(activity => [...pairedPurchases(list, days)].includes(activity as never))
  expect(found(7)).toEqual([list[0], list[1]])
  expect(found(6)).toEqual([])
  expect(found(8)).toEqual([list[0], list[1], list[2]])
  expect(creditActivities(list, M015_V0)).toMatchObject({
    findings: [{ code: 'PAIRED_PURCHASES', purchases: 2 }],
  })
  expect(creditsOf(list)).toHaveLength(4)
  expect(creditsOf(list, { pairTrades: 'exclude' }).map(([address]) => address)).toEqual([ALICE, CAROL])
  expect(creditsOf(list, { pairTrades: 'exclude', pairWindowDays: 8 }).map(([address]) => address)).toEqual([
    CAROL,
  ])
})

test('reading 3.5: rings of three are not found by pair detection', () => {
  const ring = [
    purchase(at(1), ALICE, BOB, regen('10')),
    purchase(at(2), BOB, CAROL, regen('10')),
    purchase(at(3), CAROL, ALICE, regen('10')),
  ]
  expect(pairedPurchases(ring, 7).size).toBe(0)
})

test('OQ-M015-1: $50,000 of fees a month under Model A give the tier $45,000 a year, for $750,000 of commitments at 6 %', () => {
  const community = regen('12500')
  const { stability } = allocateStability({
    committed: [commitmentOf(regen('100000000'))],
    inflow: community,
    params: withParams({ periodsPerYear: 12 }),
  })
  expect(formatRegen(uregen(stability * 12n))).toBe('45000')
  const admitted = (amount: string) =>
    admit({
      commitments: [waiting('a', amount)],
      inflows: [community],
      params: withParams({ periodsPerYear: 12 }),
    })[0]?.state
  expect([admitted('750000'), admitted('750000.000001')]).toEqual(['COMMITTED', 'UNCOMMITTED'])
})

test('the published early-exit vector funds a commitment that has left: 1,961,538 instead of 1,384,615', () => {
  const tier = [
    commitmentOf(regen('1000')),
    commitmentOf(regen('500'), 0, { state: 'EARLY_EXIT' }),
    commitmentOf(regen('200')),
  ]
  const { stability } = allocateStability({ committed: tier, inflow: regen('2000'), params: M015_V0 })
  expect(stability).toBe(1_384_615n)
  expect(Math.floor((1_700_000_000 * 0.06) / 52)).toBe(1_961_538)
})
