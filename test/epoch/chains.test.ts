import { expect, test } from 'vitest'
import {
  canonicalEpochState,
  type EpochInputs,
  type EpochReport,
  type EpochState,
  runEpoch,
} from '../../src/epoch/index.ts'
import type { PolicyConfig } from '../../src/policy/policy.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { LONG } from '../support/runs.ts'
import { attacks, lifecycle, passed, spendingAll, turned } from './randomChain.ts'
import { anyEconomy, anyInputs, anyPolicy, dice, withClocks } from './randomEconomy.ts'

/**
 * Chains of 200 periods in which governance decides, validators come and go, and somebody attacks: no invariant of the text breaks. In long mode more
 * of them, of 520 periods, and some of 10,000.
 */

const PERIODS = LONG ? 520 : 200

/** Says which invariant does not hold, by its name in the specification. */
const hold = (invariants: { readonly [name: string]: boolean }) =>
  expect(Object.keys(invariants).filter(name => !invariants[name])).toEqual([])

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

/** Every coin of one denom that the ledgers of a state hold, counted with no help of the engine. */
function held(state: EpochState, denom: string): bigint {
  const { pools, escrow, stability, rewards, supply } = state
  const coins = (list: readonly { denom: string; amount: bigint }[]) =>
    sum(list.filter(coin => coin.denom === denom).map(({ amount }) => amount))
  const locked = stability.commitments.filter(commitment => commitment.state === 'COMMITTED')
  const inRegen = [
    ...locked.flatMap(({ amount, funded }) => [amount, funded]),
    stability.forfeited,
    supply.burnReserve,
    supply.mintReserve,
  ]
  return sum([
    ...Object.values(pools).map(pool => coins(pool.coins)),
    ...(escrow[denom] ?? []).map(({ amount }) => amount),
    ...(rewards.claims[denom] ?? []).map(({ accrued, claimed }) => accrued - claimed),
    coins(rewards.carried),
    coins(rewards.governanceReserve),
    ...(denom === 'uregen' ? inRegen : []),
  ])
}

const OUTSIDE = ['everybody else', 'mint', 'burn']
const POOLS = ['burn pool', 'validator fund', 'community pool', 'agent fund']

function checkPeriod(
  before: EpochState,
  after: EpochState,
  report: EpochReport,
  inputs: EpochInputs,
  policy: PolicyConfig,
  isNewPolicy: boolean,
): void {
  const { supply, validators, rewards, movements, fees } = report
  const capOf = (state: EpochState) => state.supply.hardCap ?? policy.m012.hardCap
  const denoms = new Set(movements.map(({ denom }) => denom))
  const serving = after.validators.filter(({ status }) => status === 'ACTIVE' || status === 'PROBATION')
  const escalated = report.alerts.some(({ code }) => code === 'P0_ESCALATION')
  const running = before.phases.m014 > 0
  const { minValidators, maxValidators, compositionMinimum } = policy.m014
  const short = Object.entries(compositionMinimum).some(
    ([category, least]) => serving.filter(validator => validator.category === category).length < least,
  )
  const { inflow, carriedIn, stability, distributed, governance, undistributed } = rewards.record
  const credits = report.events.flatMap(event =>
    event.type === 'EventActivityRecorded'
      ? [`${event.txHash}/${event.messageIndex}/${event.part}/${event.kind}/${event.address}`]
      : [],
  )
  const waiting = before.clocks?.m015?.activities ?? []
  const charged = new Set(
    [...waiting, ...inputs.transactions, ...inputs.activities].map(({ txHash }) => txHash),
  )
  const started = before.phases.m012.phase !== after.phases.m012.phase
  hold({
    'M012 1 Cap Inviolability':
      before.phases.m012.phase === 'INFLATIONARY' ||
      supply.after <= (supply.before > capOf(after) ? supply.before : capOf(after)),
    'M012 2 Non-Negative Supply': supply.after >= 0n,
    'M012 3 Monotonic Cap': isNewPolicy || started || capOf(before) === capOf(after),
    'M012 5 Parameter Bound Safety':
      supply.record === null || supply.record.rate.num * 5n <= supply.record.rate.den,
    'M013 1 Fee Conservation': [...new Set(fees.totals.map(({ denom }) => denom))].every(
      denom =>
        sum(fees.totals.filter(total => total.denom === denom).map(({ fee }) => fee)) ===
        sum(
          Object.values(fees.pools).flatMap(coins =>
            coins.filter(coin => coin.denom === denom).map(c => c.amount),
          ),
        ),
    ),
    'M013 2 Share Sum Unity': Object.values(fees.shares).every(({ num, den }) => num >= 0n && num <= den),
    'M013 3 Non-Negative Fees': fees.records.every(({ fee }) => fee >= 0n),
    'M013 5 Pool Isolation': movements.every(({ from, to }) => !POOLS.includes(from) || !POOLS.includes(to)),
    'M014 1 Composition Guarantee': !running || !short || escalated,
    'M014 2 Byzantine Tolerance':
      serving.length === 0 || validators.composition.tolerated * 3 + 1 <= serving.length,
    'M014 4 Term Accountability': serving.every(({ termEnd }) => termEnd === null || termEnd > report.end),
    'M014 5 Compensation Cap': validators.pays.every(
      ({ payout, compensation }) =>
        compensation.paid <= payout && sum(compensation.payments.map(({ pay }) => pay)) === compensation.paid,
    ),
    'M014 6 Graceful Degradation': !running || serving.length >= minValidators || escalated,
    max_validators: serving.length <= maxValidators,
    'M015 1 Revenue Constraint': stability + distributed <= inflow + carriedIn,
    'M015 2 Stability Cap': stability * 10n <= inflow * 3n,
    'M015 3 Activity Integrity': report.events.every(
      event => event.type !== 'EventActivityRecorded' || charged.has(event.txHash),
    ),
    'M015 5 No Double-Counting': new Set(credits).size === credits.length,
    'what came in is divided': governance + stability + distributed + undistributed === inflow + carriedIn,
    'conservation in every denom': [...denoms].every(denom => {
      const flow = (side: 'from' | 'to') =>
        sum(
          movements
            .filter(movement => movement.denom === denom && !OUTSIDE.includes(movement[side]))
            .map(({ amount }) => amount),
        )
      return held(after, denom) - held(before, denom) === flow('to') - flow('from')
    }),
    'every equation': report.conservation.every(({ equal }) => equal),
  })
}

/** What a run gives, or the code of its refusal; anything else is no refusal. */
function attempt<T>(run: () => T): T | string {
  try {
    return run()
  } catch (error) {
    if (isRegenError(error)) return error.code
    throw error
  }
}

/** Runs the fullest of several inputs that the period takes; the others are refused with a code. */
function firstAccepted(
  state: EpochState,
  tries: readonly { readonly inputs: EpochInputs; readonly policy: PolicyConfig }[],
  refused: Set<string>,
) {
  const codes: string[] = []
  for (const { inputs, policy } of tries) {
    const done = attempt(() => runEpoch(state, inputs, policy))
    if (typeof done !== 'string') return { ...done, inputs, policy }
    refused.add(done)
    codes.push(done)
  }
  throw new Error(`no inputs were accepted in period ${state.period}: ${codes.join(', ')}`)
}

/** Runs chains, checks every period, and says what was tried, refused and seen. */
function runChains(from: number, chains: number, periods: number) {
  const refused = new Set<string>()
  const tried = new Set<string>()
  const seen = new Set<string>()
  for (let chain = from; chain < from + chains; chain++) {
    const seed = chain * 3 + 1
    // Every second chain has clocks of its own.
    let policy = chain % 2 === 0 ? anyPolicy(seed) : withClocks(anyPolicy(seed), seed)
    let state = anyEconomy(seed)
    for (let period = 0; period < periods; period++) {
      const roll = dice(seed + period * 104_729)
      const base = anyInputs(state, policy, seed)
      const before = period % 20 === 0 ? canonicalEpochState(state) : null
      for (const { name, inputs, policy: other = policy, codes } of attacks(state, base, policy, roll)) {
        if (!roll.chance(15)) continue
        const now = state
        const code = attempt(() => runEpoch(now, inputs(), other))
        expect([name, code, codes.includes(code as string)]).toEqual([name, code, true])
        tried.add(name)
      }
      if (before !== null) expect(canonicalEpochState(state)).toBe(before)

      const next = state.policyHash !== null && roll.chance(10) ? turned(policy, roll) : policy
      const decided = {
        ...base,
        decisions: { ...base.decisions, policyChange: { before: policy, decided: passed() } },
      }
      const moved = { ...decided, validators: lifecycle(state, policy, roll) }
      const plain = {
        ...base,
        claims: base.claims.map(({ address }) => ({ address, as: 'collected' as const })),
      }
      const done = firstAccepted(
        state,
        [
          { inputs: roll.chance(30) ? moved : decided, policy: next },
          { inputs: base, policy },
          { inputs: plain, policy },
          { inputs: { ...plain, claims: [], stability: { requests: [], exits: [] } }, policy },
          { inputs: spendingAll(state), policy },
        ],
        refused,
      )
      checkPeriod(state, done.state, done.report, done.inputs, done.policy, done.policy !== policy)
      if (policy.m012.burnTiming === 'epoch' && roll.chance(5)) {
        const unburned = { ...done.inputs, otherBurns: 0n as Uregen }
        const { report } = runEpoch(state, unburned, done.policy)
        hold({ 'M012 4 Mint-Burn Independence': report.supply.minted === done.report.supply.minted })
      }
      for (const { type } of done.report.events) seen.add(type)
      for (const { step } of done.report.phases.actions) seen.add(step)
      policy = done.policy
      state = done.state
    }
  }
  return { refused, tried, seen }
}

test('no invariant of the text breaks over chains of many periods with decisions, refusals and attacks', () => {
  const { refused, tried, seen } = runChains(0, LONG ? 200 : 2, PERIODS)
  expect(tried.size).toBeGreaterThan(14)
  expect(refused).toContain('TRANSITION_REFUSED')
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'EventParameterUpdate',
      'EventRateUpdated',
      'EventValidatorApproved',
      'EventTermExpired',
      'EventCompensationDistributed',
      'EventStabilityCommitted',
      'EventSupplyMint',
      'EventSupplyBurn',
    ]),
  )
})

test.runIf(LONG)('nor over chains of 10,000 periods', () => {
  expect(runChains(1_000, 2, 10_000).tried.size).toBeGreaterThan(14)
})
