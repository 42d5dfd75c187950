import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalEpochState, type EpochState, epochStep, runEpoch } from '../../../src/epoch/index.ts'
import { parseEpochState } from '../../../src/epoch/state/parseEpochState.ts'
import { CATEGORIES } from '../../../src/mechanisms/m014-authority-validator-governance/params.ts'
import { type PolicyConfig, parsePolicy } from '../../../src/policy/policy.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { advanceEpoch } from '../../../src/simulation/advance/advanceEpoch.ts'
import {
  type AggregatedPeriod,
  type Participant,
  QUIET_PERIOD,
  toEpochInputs,
} from '../../../src/simulation/advance/aggregatedPeriod.ts'
import { numbersOf } from '../../../src/simulation/advance/epochNumbers.ts'
import { isPlain, isPlainPolicy } from '../../../src/simulation/advance/isPlain.ts'
import { validatorAgent } from '../../../src/simulation/agents/validators.ts'
import { simulateRun } from '../../../src/simulation/index.ts'
import { openStream } from '../../../src/simulation/random/streams.ts'
import { addressOf, START } from '../../epoch/economy.ts'
import { anyEconomy, anyPolicy, withClocks } from '../../epoch/randomEconomy.ts'
import { LONG, RUNS } from '../../support/runs.ts'
import { changed, SCENARIO_NAMES } from '../support.ts'

/** Two doors to one engine: what the short way computes is what the long way reports. */

const PEOPLE = Array.from({ length: 6 }, (_, index) => addressOf(index + 1))
const TX_TYPES = ['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'] as const

const amount = (most: bigint) => fc.bigInt(0n, most).map(value => value as Uregen)
const traded = fc.option(fc.record({ value: amount(10n ** 13n), fee: amount(10n ** 10n) }))

const anyParticipants: fc.Arbitrary<readonly Participant[]> = fc.uniqueArray(
  fc.record({
    address: fc.constantFrom(...PEOPLE),
    purchase: traded,
    retirement: traded,
    platform: fc.constantFrom(null, ...PEOPLE.slice(0, 3), 'market'),
    votes: fc.nat(3),
    proposals: fc.record({ passed: fc.nat(2), rejected: fc.nat(2), 'no-quorum': fc.nat(1) }),
  }),
  { selector: ({ address }) => address, maxLength: 5 },
)

const anyPeriod = fc.record({
  volumes: fc.array(
    fc.record({
      txType: fc.constantFrom(...TX_TYPES),
      denom: fc.constant('uregen'),
      value: fc
        .tuple(fc.bigInt(0n, 10n ** 14n), fc.constantFrom(1n, 1n, 7n))
        .map(([num, den]) => ratio(num, den)),
      messages: fc.bigInt(0n, 40n),
    }),
    { maxLength: 5 },
  ),
  participants: anyParticipants,
  metrics: fc.constantFrom(null, { uptime: ratio(99n, 100n) }, { uptime: ratio(0n) }, {}),
  request: fc.option(
    fc.record({ amount: fc.bigInt(10n ** 8n, 10n ** 13n), lockMonths: fc.integer({ min: 6, max: 24 }) }),
  ),
  exits: fc.boolean(),
  changes: fc.option(
    fc.record({ seed: fc.nat(999), exit: fc.constantFrom(0, 0, 1), applications: fc.nat(60) }),
  ),
})

const RUNNING = {
  phases: {
    m012: { phase: 'DYNAMIC' },
    m013: { phase: 'VALUE_BASED', transitionStarted: '2026-12-01' },
    m014: 3,
    m015: 'DISTRIBUTING',
  },
  time: START,
}

const running = (supply: bigint, validators: number, locked: number): EpochState =>
  parseEpochState({
    ...RUNNING,
    supply: { supply: supply.toString(), staked: (supply / 3n).toString() },
    validators: Array.from({ length: validators }, (_, index) => ({
      address: addressOf(100 + index),
      category: CATEGORIES[index % 3],
      status: index % 7 === 6 ? 'APPROVED' : 'ACTIVE',
      termStart: START,
      termEnd: index % 4 === 0 ? '2027-01-12T00:00:00Z' : '2031-01-01T00:00:00Z',
    })),
    stability: {
      inflows: ['900000000000'],
      commitments: Array.from({ length: locked }, (_, index) => ({
        id: `first ${index}`,
        holder: addressOf(50 + index),
        amount: `${(index + 1) * 10 ** 11}`,
        lockMonths: 6,
        lockPeriods: 26,
        rate: '0.06',
        state: 'COMMITTED',
        periods: 24 - index,
        promised: '0',
        funded: '0',
      })),
    },
  })

/** The knobs that the short way knows, as they come; those that it does not know, at their defaults. */
const plain = (policy: PolicyConfig): PolicyConfig =>
  Object.freeze<PolicyConfig>({
    ...policy,
    m012: { ...policy.m012, overCapPolicy: { kind: 'pure-burn' } },
    m013: { ...policy.m013, burnShare: { kind: 'fixed' } },
    m014: { ...policy.m014, compensationModel: 'split' },
    m015: {
      ...policy.m015,
      scoring: 'raw',
      scoreBasis: 'value',
      rewardCapPerOwnFees: null,
      safetyValve: 'off',
    },
  })

type Drawn = ReturnType<typeof anyPeriod.generate>['value_']

/** What was drawn, as it is legal in a state. */
function periodOf(drawn: Drawn, state: EpochState, policy: PolicyConfig, number: number): AggregatedPeriod {
  const { request, exits, changes, ...rest } = drawn
  const [first] = state.stability.commitments.filter(
    ({ state, periods, lockPeriods }) => state === 'UNCOMMITTED' || periods < lockPeriods,
  )
  return {
    ...rest,
    co2: null,
    validators: changes === null ? QUIET_PERIOD.validators : changesOf(changes, state, policy, number),
    stability: {
      requests: request
        ? [{ id: `c${number}`, holder: addressOf(9), ...request, amount: request.amount as Uregen }]
        : [],
      exits: exits && first ? [first.id] : [],
    },
  }
}

/** Who leaves, applies and is seated: what the validators of a scenario do. */
function changesOf(
  { seed, exit, applications }: { seed: number; exit: number; applications: number },
  state: EpochState,
  policy: PolicyConfig,
  period: number,
): AggregatedPeriod['validators'] {
  const agent = validatorAgent({
    quarterlyExit: exit,
    cost: 0,
    factorBelow: 1,
    factorAbove: 1,
    applicationsPerQuarter: applications,
  })
  const stream = openStream(`${seed}`, 0, 'changes')
  const shocks = { volume: 0, price: 0, stability: 0, participation: 0, validators: stream.normal() }
  const view = { period, state, policy, price: 0.05, last: null, periodsPerYear: 52, soFar: QUIET_PERIOD }
  const memory = { joined: period * 100, left: new Set<string>() }
  const { period: did } = agent.act({ ...view, shocks, scheduled: (_, base) => base }, memory, stream)
  return did?.validators ?? QUIET_PERIOD.validators
}

describe('advanceEpoch is runEpoch without its report', () => {
  test('the same state and the same numbers over several periods, by the short way', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.bigInt(150_000_000_000_000n, 230_000_000_000_000n),
        fc.nat(21),
        fc.nat(4),
        fc.array(anyPeriod, { minLength: 1, maxLength: 6 }),
        (seed, supply, validators, locked, drawn) => {
          const policy = plain(anyPolicy(seed))
          let [short, long] = [running(supply, validators, locked), running(supply, validators, locked)]
          drawn.forEach((each, number) => {
            const period = periodOf(each as Drawn, long, policy, number)
            const done = advanceEpoch(short, period, policy)
            const { state, report } = runEpoch(long, toEpochInputs(period, long), policy)
            expect(canonicalEpochState(done.state)).toBe(canonicalEpochState(state))
            expect(done.numbers).toEqual(numbersOf(report, long, state))
            short = done.state
            long = state
          })
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('and under any policy, from any economy', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), anyPeriod, (seed, drawn) => {
        const [policy, before] = [anyPolicy(seed), anyEconomy(seed)]
        const period = { ...QUIET_PERIOD, volumes: drawn.volumes, participants: drawn.participants }
        const { state, report } = runEpoch(before, toEpochInputs(period, before), policy)
        const done = advanceEpoch(before, period, policy)
        expect(canonicalEpochState(done.state)).toBe(canonicalEpochState(state))
        expect(done.numbers).toEqual(numbersOf(report, before, state))
      }),
      { numRuns: RUNS },
    )
  })

  test('and under clocks of their own, over as many steps as it takes them to end', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(anyPeriod, { minLength: 4, maxLength: 8 }), (seed, drawn) => {
        const policy = withClocks(plain(anyPolicy(seed)), seed)
        let [short, long] = [running(200_000_000_000_000n, 7, 2), running(200_000_000_000_000n, 7, 2)]
        drawn.forEach((each, number) => {
          const { participants, ...rest } = periodOf(
            { ...(each as Drawn), changes: null },
            long,
            policy,
            number,
          )
          // An activity has the time at which its step begins, and a step of a moment has none in it.
          const { from, to } = epochStep(long, policy)
          const period = { ...rest, participants: from === to ? [] : participants }
          const done = advanceEpoch(short, period, policy)
          const { state, report } = runEpoch(long, toEpochInputs(period, long), policy)
          expect(canonicalEpochState(done.state)).toBe(canonicalEpochState(state))
          expect(done.numbers).toEqual(numbersOf(report, long, state))
          short = done.state
          long = state
        })
      }),
      { numRuns: RUNS / 4 },
    )
  })

  test('the short way begins again where clocks of one length meet', () => {
    const policy = parsePolicy({})
    const own = parsePolicy({ m012: { periodLength: { kind: 'days', days: 1 } } })
    let state = running(10n ** 14n, 3, 0)
    expect(isPlainPolicy(own)).toBe(false)
    state = advanceEpoch(state, QUIET_PERIOD, own).state
    expect(isPlain({ ...state, policyHash: null }, QUIET_PERIOD, policy)).toBe(false)
    for (let day = 2; day <= 7; day++) state = advanceEpoch(state, QUIET_PERIOD, own).state
    expect(state.clocks).toMatchObject({ m012: null, m015: null })
    const met = { ...advanceEpoch({ ...state, policyHash: null }, QUIET_PERIOD, policy).state }
    expect(isPlain(met, QUIET_PERIOD, policy)).toBe(true)
  })

  test('a policy of its defaults takes the short way', () => {
    expect(isPlainPolicy(parsePolicy({}))).toBe(true)
    expect(isPlain(running(10n ** 14n, 3, 0), QUIET_PERIOD, parsePolicy({}))).toBe(true)
  })

  test('and no period of a published scenario needs the long way', () => {
    for (const name of SCENARIO_NAMES) {
      const scenario = changed(name, { periods: 60 })
      simulateRun(scenario, 0, {
        onStep({ state, inputs, policy }) {
          expect([name, isPlainPolicy(policy) && isPlain(state, inputs, policy)]).toEqual([name, true])
        },
      })
    }
  })

  test('period by period in every published scenario', () => {
    for (const name of SCENARIO_NAMES) {
      const scenario = changed(name, { periods: LONG ? 260 : 60 })
      simulateRun(scenario, 1, {
        onStep({ state: before, inputs, policy }) {
          const { state, report } = runEpoch(before, toEpochInputs(inputs, before), policy)
          const done = advanceEpoch(before, inputs, policy)
          expect(canonicalEpochState(done.state)).toBe(canonicalEpochState(state))
          expect(done.numbers).toEqual(numbersOf(report, before, state))
        },
      })
    }
  })
})
