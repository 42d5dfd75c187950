import { describe, expect, test } from 'vitest'
import type { EpochReport, EpochState } from '../../src/epoch/index.ts'
import { canonicalEpochState, epochStateJson, parseEpochState, runEpoch } from '../../src/epoch/index.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { LONG, RUNS } from '../support/runs.ts'
import { anyEconomy, anyInputs, anyPolicy, runAny } from './randomEconomy.ts'

/** Not one uregen appears or disappears, over random economies under random policies. */

/** What the report says, added up again by the test. */
function checkReport({ conservation, movements }: EpochReport): void {
  const sum = (side: (typeof conservation)[number]['left']) =>
    side.reduce((total, { amount }) => total + amount, 0n)
  const wrong = conservation.filter(
    ({ left, right, equal }) => !equal || left.length === 0 || right.length === 0 || sum(left) !== sum(right),
  )
  expect(wrong).toEqual([])
  expect(movements.filter(({ amount }) => amount <= 0n)).toEqual([])
}

/** The invariants of the mechanisms, in an economy where they meet; `clamp` writes S down and is no exception. */
function checkLaws({ supply, validators, rewards }: EpochReport, cap: bigint): void {
  const { before, after, record } = supply
  if (record !== null) {
    expect(['M012 Cap Inviolability', after <= (before > cap ? before : cap)]).toEqual([
      'M012 Cap Inviolability',
      true,
    ])
    expect(record.minted >= 0n && after >= 0n).toBe(true)
  }
  for (const { payout, compensation } of validators.pays)
    expect(['M014 Compensation Cap', compensation.paid <= payout]).toEqual(['M014 Compensation Cap', true])
  const { inflow, carriedIn, stability, distributed } = rewards.record
  expect(['M015 Revenue Constraint', stability + distributed <= inflow + carriedIn]).toEqual([
    'M015 Revenue Constraint',
    true,
  ])
  expect(['M015 Stability Cap', stability * 10n <= inflow * 3n]).toEqual(['M015 Stability Cap', true])
}

/** All uregen of a state, counted ledger by ledger with no help of the engine. */
function countUregen({ pools, escrow, stability, rewards, supply }: EpochState): bigint {
  const coins = (list: readonly { denom: string; amount: bigint }[]) =>
    list.reduce((sum, { denom, amount }) => (denom === 'uregen' ? sum + amount : sum), 0n)
  const sum = (list: readonly bigint[]) => list.reduce((total, amount) => total + amount, 0n)
  const locked = stability.commitments.filter(({ state }) => state === 'COMMITTED')
  return sum([
    ...Object.values(pools).map(pool => coins(pool.coins)),
    ...(escrow['uregen'] ?? []).map(({ amount }) => amount),
    ...locked.flatMap(({ amount, funded }) => [amount, funded]),
    stability.forfeited,
    ...(rewards.claims['uregen'] ?? []).map(({ accrued, claimed }) => accrued - claimed),
    coins(rewards.carried),
    coins(rewards.governanceReserve),
    supply.burnReserve,
    supply.mintReserve,
  ])
}

/** What the random economies must reach: every alert and movement they can have. */
const EVERY_KIND = [
  'COMPENSATION_OVERDRAWN',
  'CONVERSION_PENDING',
  'DECISION_DUE',
  'GOVERNANCE_DUST',
  'M012 burn',
  'M012 mint',
  'M013 fees',
  'NO_ACTIVITY',
  'NO_VALIDATORS',
  'P0_ESCALATION',
  'PAIRED_PURCHASES',
  'SAFETY_VALVE_OPENED',
  'STABILITY_CAPPED',
  'SUPPLY_ABOVE_CAP',
  'SUPPLY_CLAMPED',
  'SUPPLY_UNRECONCILED',
  'THRESHOLD_VACUOUS',
  'activity rewards',
  'bonus for taking REGEN',
  'bonus of a past quarter',
  'bonus until the quarter ends',
  'carried in',
  'claim',
  'claim taken as REGEN',
  'commitments admitted',
  'conversion',
  'deposit',
  'early exit: forfeited',
  'early exit: principal',
  'early exit: reward',
  'forfeited by an early exit',
  'maturity: principal',
  'maturity: reward',
  'nobody earned it',
  'other burns',
  'other burns that count',
  'released by governance',
  'rewards sent',

  'spend',
  'stability tier',
  'validator pay',
  'x/mint',
]

const OUTSIDE = ['everybody else', 'mint', 'burn']

/** Runs an economy and checks every period of it; gives what it saw. */
function run(seed: number, epochs: number) {
  const policy = anyPolicy(seed)
  let state = anyEconomy(seed)
  const seen = new Set<string>()
  for (let epoch = 0; epoch < epochs; epoch++) {
    const { state: next, report } = runAny(state, policy, seed)
    checkReport(report)
    checkLaws(report, next.supply.hardCap ?? policy.m012.hardCap)
    const flow = (counts: (place: string) => boolean, side: 'from' | 'to') =>
      report.movements.reduce(
        (sum, movement) =>
          movement.denom === 'uregen' && counts(movement[side]) ? sum + movement.amount : sum,
        0n,
      )
    const isInside = (place: string) => !OUTSIDE.includes(place)
    expect(countUregen(next) - countUregen(state)).toBe(flow(isInside, 'to') - flow(isInside, 'from'))
    const bank = ({ supply }: EpochState) => supply.supply + supply.bankLessSupply
    expect(bank(next) - bank(state)).toBe(
      flow(place => place === 'mint', 'from') - flow(place => place === 'burn', 'to'),
    )
    expect(countUregen(next) <= bank(next)).toBe(true)
    for (const { why } of report.movements) seen.add(why)
    for (const { code } of report.alerts) seen.add(code)
    state = next
  }
  return { state, seen }
}

/** A run of ten years among short ones: the 57th reaches each kind that no short one does. */
const isLongRun = (seed: number) => seed % 50 === 7 && (LONG || seed === 57)

describe('conservation over random economies', () => {
  test('every equation holds, and the ledgers agree with the movements, in short runs and over 520 periods', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < RUNS; seed++)
      for (const what of run(seed, isLongRun(seed) ? 520 : 8).seen) seen.add(what)
    expect([...seen]).toEqual(expect.arrayContaining([...EVERY_KIND]))
  })
})

describe('a state is plain data', () => {
  test('through JSON in the middle of a run, the rest of the run gives the same bytes', () => {
    for (let seed = 0; seed < RUNS / 8; seed++) {
      const policy = anyPolicy(seed)
      let straight = anyEconomy(seed)
      let stored = straight
      for (let epoch = 0; epoch < 12; epoch++) {
        stored = parseEpochState(JSON.parse(JSON.stringify(epochStateJson(stored))))
        const a = runAny(straight, policy, seed)
        const b = runAny(stored, policy, seed)
        expect(canonicalEpochState(b.state)).toBe(canonicalEpochState(a.state))
        expect(canonicalJson(b.report)).toBe(canonicalJson(a.report))
        expect(parseEpochState(epochStateJson(a.state))).toEqual(a.state)
        ;[straight, stored] = [a.state, b.state]
      }
    }
  })

  test('the same state, inputs and policy give the same bytes, and are left as they were', () => {
    for (let seed = 0; seed < RUNS / 4; seed++) {
      const [policy, state] = [anyPolicy(seed), anyEconomy(seed)]
      const inputs = anyInputs(state, policy, seed)
      const before = canonicalJson([state, { ...inputs, co2: null }])
      const [a, b] = [runEpoch(state, inputs, policy), runEpoch(state, inputs, anyPolicy(seed))]
      expect(canonicalJson(b)).toBe(canonicalJson(a))
      expect(canonicalJson([state, { ...inputs, co2: null }])).toBe(before)
    }
  })
})
