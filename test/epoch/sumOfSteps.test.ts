import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EpochReport, type EpochState, runEpoch } from '../../src/epoch/index.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { formatTime, parseTime } from '../../src/primitives/time.ts'
import { blocks, days, FEW, inOneBlock, MANY, runInSteps, seeds } from './clockSteps.ts'
import { CAROL, committedBy, economy, hash, inPhases, inputs, type Json, purchase, regen } from './economy.ts'
import { anyEconomy, anyInputs, anyPolicy, type Dice, dice } from './randomEconomy.ts'

/** OQ-M012-3: M012’s period, the distribution period and calendar months are clocks of their own that meet in one timeline: a period is the sum of its steps. */

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

/** A state without what tells of the number and the policy of its steps, and revenue, which is floored in each. */
function ledgersOf({
  clocks: _,
  period: __,
  policyHash: ___,
  revenue: ____,
  phases,
  validators,
  ...rest
}: EpochState) {
  return {
    ...rest,
    m015: phases.m015,
    feeDays: phases.m013.feeDays,
    validators: validators.map(({ performance, ...validator }) => ({
      ...validator,
      score: performance?.score ?? null,
    })),
  }
}

/** An early exit at any time of a week, in one week of three. */
function someExit({ validators, time }: EpochState, { below, oneOf, chance }: Dice) {
  const staying = validators.filter(
    ({ status, termEnd }) => status === 'ACTIVE' && (termEnd ?? '') > '2027-03',
  )
  if (staying.length === 0 || !chance(33)) return []
  const at = formatTime({ seconds: parseTime(time).seconds + BigInt(below(7 * 86_400)), nanos: 0 })
  return [{ address: oneOf(...staying).address, notice: time, at }]
}

describe('one period is the sum of its steps', () => {
  const INTO = [days(1), days(7), blocks(302_400_000), blocks(43_200_000), blocks(604_800_000 / 7)]

  test('M014’s pay and M015’s scores, interest and rewards do not see how often M012 burns', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...INTO), (seed, periodLength) => {
        const any = anyPolicy(seed)
        const still = {
          ...any.m012,
          baseRate: parsePolicy({ m012: { baseRate: '0' } }).m012.baseRate,
          overCapPolicy: { kind: 'pure-burn' } as const,
        }
        // Revenue, and what hybrid changes at once, are floored in each step.
        const { collection } = any.m013
        const fixed = {
          ...any.m013,
          burnShare: { kind: 'fixed' } as const,
          collection: collection === 'hybrid' ? ('native' as const) : collection,
        }
        const whole: PolicyConfig = Object.freeze({ ...any, m012: still, m013: fixed })
        const fine: PolicyConfig = Object.freeze({
          ...whole,
          m012: { ...still, periodLength: periodLength as PolicyConfig['m012']['periodLength'] },
        })
        const { phases, ...rest } = anyEconomy(seed)
        const on =
          phases.m013.phase === 'FLAT_GAS' ? { ...phases.m013, phase: 'VALUE_BASED' as const } : phases.m013
        const start = {
          ...rest,
          phases: { ...phases, m012: { phase: 'DYNAMIC' as const, consecutive: 0n }, m013: on },
        }
        let [one, many]: EpochState[] = [start, start]
        for (let count = 0; count < 3; count++) {
          const { otherBurns, decisions, ...random } = inOneBlock(anyInputs(one as EpochState, whole, seed))
          const period = {
            ...random,
            validators: { ...random.validators, exits: someExit(one as EpochState, dice(seed + count)) },
            inflation: 0n as typeof random.inflation,
            otherBurns,
            decisions: { ...decisions, m012Approved: null, m014Migration: null, m015Approved: null },
            claims: random.claims.map(({ address }) => ({ address, as: 'collected' as const })),
          }
          const done = runEpoch(one as EpochState, period, whole)
          const { state, reports } = runInSteps(many as EpochState, period, fine, {
            until: done.report.end,
            untimed: dice(seed + count).below(2) * (periodLength === INTO[1] ? 0 : 1),
          })
          expect(ledgersOf(state)).toEqual(ledgersOf(done.state))
          const lost = done.state.revenue - state.revenue
          expect(lost >= 0n && lost <= BigInt(3 * reports.length)).toBe(true)
          const last = reports.at(-1) as EpochReport
          const { period: _, ...paid } = last.rewards.record
          expect(paid).toEqual({ ...done.report.rewards.record, period: undefined, ...paid })
          expect(last.validators.pays).toEqual(done.report.validators.pays)
          for (const { rewards, validators } of reports.slice(0, -1)) {
            expect([rewards.record.inflow, rewards.record.distributed, validators.pays]).toEqual([0n, 0n, []])
          }
          ;[one, many] = [done.state, state]
        }
      }),
      { numRuns: MANY },
    )
  })

  test('what M012 mints and burns in a period does not see how often M015 distributes', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(26, 52, 365, 12), (seed, periodsPerYear) => {
        const { below } = dice(seed)
        const any = anyPolicy(seed)
        const with_ = (count: number): PolicyConfig => ({
          ...any,
          m012: {
            ...any.m012,
            periodLength: { kind: 'days', days: 14 },
            overCapPolicy: { kind: 'pure-burn' },
            mintRecipient: { kind: 'supply-reserve' },
          },
          m013: { ...any.m013, burnShare: { kind: 'fixed' } },
          m015: { ...any.m015, periodsPerYear: count, accrualEnd: 'claim' },
        })
        const committed = {
          id: 'a',
          holder: CAROL,
          amount: regen('9000000'),
          lockMonths: 24,
          lockPeriods: 900,
          rate: '0.06',
          state: 'COMMITTED',
          periods: 0,
          promised: '0',
          funded: '0',
        }
        const start = inPhases(
          { m014: 1 + below(3) },
          {
            supply: { supply: regen('205000000'), staked: regen('80000000') },
            stability: { commitments: [committed, { ...committed, id: 'b' }] },
          },
        )
        const transactions = Array.from({ length: 6 }, (_, index) =>
          purchase(`${1_000 + below(100_000)}`, {
            txHash: hash(index),
            time: (parseTime(start.time).seconds + BigInt(below(14 * 86_400))).toString(),
          }),
        )
        const period = inputs({
          transactions,
          otherBurns: below(1_000_000).toString(),
          stability: { exits: below(2) === 0 ? ['b'] : [] },
        })
        const until = '2027-01-15T00:00:00Z'
        const [one, many] = [26, periodsPerYear].map(count =>
          runInSteps(start, period, with_(count), { until }),
        )
        expect(many?.state.supply).toEqual(one?.state.supply)
        expect(many?.reports.filter(({ supply }) => supply.record !== null)).toHaveLength(1)
        const { period: _, ...record } = many?.reports.at(-1)?.supply.record ?? {}
        expect(one?.reports.at(-1)?.supply.record).toMatchObject(record)
      }),
      { numRuns: FEW, examples: [[2, 52]] },
    )
  })
})

describe('per-block mints per block what a week mints per week', () => {
  const minted = (reports: readonly EpochReport[]) => sum(reports.map(({ supply }) => supply.minted))
  const week = (count: number, supply: bigint, baseRate: string) =>
    runInSteps(
      economy({ supply: { supply: supply.toString() } }),
      inputs(),
      parsePolicy({ m012: { periodLength: blocks(604_800_000 / count), baseRate, multiplier: 'none' } }),
      { until: '2027-01-08T00:00:00Z' },
    ).reports

  test('a block is its part of a week to one uregen, and a week of blocks less by what it minted already and by one uregen a block', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 7, 24, 168),
        fc.bigInt(150_000_000_000_000n, 221_000_000_000_000n),
        fc.constantFrom('0.02', '0.10', '0.0137'),
        (count, supply, baseRate) => {
          const n = BigInt(count)
          const rate = parsePolicy({ m012: { baseRate } }).m012.baseRate
          const headroom = 221_000_000_000_000n - supply
          const whole = (headroom * rate.num) / rate.den
          const reports = week(count, supply, baseRate)
          const first = reports[0]?.supply.minted ?? 0n
          expect(first === whole / n || first === whole / n + 1n || n * first === whole).toBe(true)
          // Σ r/n × (headroom − minted before) ≥ r × headroom − r²/2 × headroom − n
          const all = minted(reports)
          expect(all <= whole).toBe(true)
          expect(all >= whole - (headroom * rate.num ** 2n) / (2n * rate.den ** 2n) - n).toBe(true)
        },
      ),
      { numRuns: FEW },
    )
  })

  test('interest, pay and rewards come by the week all the same', () => {
    const commitments = [committedBy(CAROL)]
    const period = inputs({ transactions: [purchase('1000000')] })
    const until = '2027-01-08T00:00:00Z'
    const run = (m012: Json) =>
      runInSteps(economy({ stability: { commitments } }), period, parsePolicy({ m012 }), { until })
    const [byBlock, byWeek] = [run({ periodLength: blocks(21_600_000) }), run({})]
    expect(byBlock.reports).toHaveLength(28)
    for (const { state } of [byBlock, byWeek])
      expect(
        state.stability.commitments.map(({ periods, promised, funded }) => [periods, promised, funded]),
      ).toEqual([[1, 6_000_000n, 6_000_000n]])
    const last = ({ reports }: typeof byBlock) => reports.at(-1) as EpochReport
    expect(last(byBlock).rewards.record.rewards).toEqual(last(byWeek).rewards.record.rewards)
    expect(last(byBlock).validators.pays).toEqual(last(byWeek).validators.pays)
  })

  test('TRANSITION ends with a block that burns, once validators were paid for a distribution period', () => {
    const policy = parsePolicy({ m012: { periodLength: blocks(86_400_000) } })
    let state = inPhases({ m012: { phase: 'TRANSITION' } })
    const phases: string[] = []
    for (let day = 1; day <= 9; day++) {
      const time = `2027-01-0${day}T00:00:00Z`
      state = runEpoch(
        state,
        inputs({ transactions: [purchase('1000', { txHash: hash(day), time })] }),
        policy,
      ).state
      phases.push(state.phases.m012.phase)
    }
    expect(phases).toEqual([...Array<string>(6).fill('TRANSITION'), 'DYNAMIC', 'DYNAMIC', 'DYNAMIC'])
  })
})
