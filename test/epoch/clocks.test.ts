import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalEpochState,
  type EpochReport,
  type EpochState,
  epochStateJson,
  epochStep,
  parseEpochState,
  runEpoch,
} from '../../src/epoch/index.ts'
import { accrue } from '../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { formatTime, parseTime, toNanoseconds } from '../../src/primitives/time.ts'
import { LONG } from '../support/runs.ts'
import { inOneBlock, runInSteps } from './clockSteps.ts'
import {
  ALICE,
  BOB,
  CAROL,
  economy,
  hash,
  inPhases,
  inputs,
  type Json,
  PASSED,
  purchase,
  regen,
} from './economy.ts'
import { anyEconomy, anyInputs, anyPolicy, type Dice, dice, runAny, withClocks } from './randomEconomy.ts'

/** OQ-M012-3: M012’s period, the distribution period and calendar months are clocks of their own that meet in one timeline. */

const FEW = LONG ? 2_000 : 15
const MANY = LONG ? 4_000 : 25
const seeds = fc.nat(1_000_000)
const days = (count: number) => ({ kind: 'days', days: count })
const blocks = (blockMilliseconds: number) => ({ kind: 'per-block', blockMilliseconds })
const nanoseconds = (time: string): bigint => toNanoseconds(parseTime(time))
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

describe('the timeline', () => {
  test.each<[string, Json, readonly string[]]>([
    ['the defaults meet every week', {}, ['2027-01-08', '2027-01-15']],
    [
      'M012 by the day',
      { m012: { periodLength: days(3) } },
      ['01-04', '01-07', '01-08', '01-10', '01-13', '01-15'],
    ],
    ['M012 by the fortnight', { m012: { periodLength: days(14) } }, ['01-08', '01-15', '01-22']],
    [
      'M015 by the month',
      { m015: { periodsPerYear: 12 } },
      ['01-08', '01-15', '01-22', '01-29', '01-31', '02-05'],
    ],
    [
      'M015 by the second',
      { m015: { clock: { kind: 'seconds', period: 864_000 } } },
      ['01-08', '01-11', '01-15'],
    ],
    ['more periods than days', { m015: { periodsPerYear: 366 } }, ['01-02', '01-03']],
  ])('%s', (_, policy, ends) => {
    let state = economy()
    for (const end of ends) {
      const done = runEpoch(state, inputs(), parsePolicy(policy))
      expect(done.report.end).toBe(`${end.length === 5 ? `2027-${end}` : end}T00:00:00Z`)
      expect(done.report.clocks).toEqual({
        m012: expect.objectContaining({ ends: done.report.supply.record !== null }),
        m015: expect.objectContaining({ ends: done.state.clocks?.m015 == null }),
      })
      state = done.state
    }
  })

  test('a block that does not divide a week keeps its milliseconds, and no second lies in two steps or in none', () => {
    const policy = parsePolicy({ m012: { periodLength: blocks(86_400_123) } })
    let state = economy()
    let to = parseTime(state.time).seconds
    for (let count = 0; count < 20; count++) {
      const step = epochStep(state, policy)
      expect(step.from).toBe(to)
      to = step.to
      state = runEpoch(state, inputs(), policy).state
    }
    expect(state.time).toBe('2027-01-19T00:00:02.214Z')
  })

  test('while M012 is INFLATIONARY it has no period; its first one begins with TRANSITION', () => {
    const policy = parsePolicy({ m012: { periodLength: days(10) }, m015: { periodsPerYear: 26 } })
    const before = inPhases({ m012: { phase: 'INFLATIONARY' }, m014: 3 })
    const first = runEpoch(before, inputs({ decisions: { m012Approved: PASSED } }), policy)
    expect([first.report.end, first.report.clocks.m012]).toEqual(['2027-01-15T00:00:00Z', null])
    const { m012 } = epochStep(first.state, policy)
    expect(m012).toEqual({ start: '2027-01-15T00:00:00Z', end: '2027-01-25T00:00:00Z', ends: true })
  })

  test('M015 begins with a distribution period, however early it was decided', () => {
    const policy = parsePolicy({ m012: { periodLength: days(3) } })
    const decided = inputs({ decisions: { m015Approved: PASSED } })
    const first = runEpoch(inPhases({ m015: 'INACTIVE' }), decided, policy)
    expect(first.report.alerts).toContainEqual(
      expect.objectContaining({ code: 'PHASE_WAITS', waitsFor: ['distributionEnds'] }),
    )
    const second = runEpoch(first.state, inputs(), policy)
    const third = runEpoch(second.state, inputs(), policy)
    expect([first, second, third].map(({ state }) => state.phases.m015)).toEqual([
      'INACTIVE',
      'INACTIVE',
      'TRACKING',
    ])
  })

  test('another length is that of the next period, and what runs mints by its own', () => {
    const rate = (done: ReturnType<typeof runEpoch>) => done.report.supply.record?.rate
    const [before, after] = [
      parsePolicy({ m012: { periodLength: days(14), multiplier: 'none' } }),
      parsePolicy({ m012: { periodLength: days(7), multiplier: 'none' } }),
    ]
    const first = runEpoch(economy(), inputs(), before)
    const policyChange = {
      before: JSON.parse(JSON.stringify({ m012: { periodLength: days(14), multiplier: 'none' } })),
      decided: PASSED,
    }
    const second = runEpoch(first.state, inputs({ decisions: { policyChange } }), after)
    const third = runEpoch(second.state, inputs(), after)
    expect([first, second, third].map(({ report }) => report.end.slice(5, 10))).toEqual([
      '01-08',
      '01-15',
      '01-22',
    ])
    expect([first, second, third].map(rate)).toEqual([
      undefined,
      { num: 1n, den: 25n },
      { num: 1n, den: 50n },
    ])
    expect(third.state.clocks).toBeUndefined()
  })
})

describe('conservation per denom, over clocks of any lengths', () => {
  test('every equation holds, and a state that goes through JSON between any two steps runs on to the same bytes', () => {
    fc.assert(
      fc.property(seeds, seed => {
        const policy = withClocks(anyPolicy(seed), seed)
        let state = anyEconomy(seed)
        for (let count = 0; count < 12; count++) {
          const read = parseEpochState(JSON.parse(JSON.stringify(epochStateJson(state))))
          const done = runAny(state, policy, seed)
          expect(canonicalEpochState(runAny(read, policy, seed).state)).toBe(canonicalEpochState(done.state))
          expect(done.report.conservation.filter(({ equal }) => !equal)).toEqual([])
          state = done.state
        }
      }),
      { numRuns: MANY },
    )
  })

  test('what waits for the end of the distribution period is spent by nobody before it', () => {
    const policy = parsePolicy({ m012: { periodLength: days(1) } })
    const { state } = runEpoch(
      economy(),
      inputs({ transactions: [purchase('10000', { time: '2027-01-01' })] }),
      policy,
    )
    expect(state.clocks?.m015?.inflow.community).toEqual([{ denom: 'uregen', amount: 25_000_000n }])
    const held = sum(state.pools.community.coins.map(({ amount }) => amount))
    const spend = (pool: string, amount: bigint) => () =>
      runEpoch(
        state,
        inputs({
          spends: [
            {
              pool,
              by: state.pools[pool as 'community'].authority,
              coin: { denom: 'uregen', amount: amount.toString() },
              to: ALICE,
            },
          ],
        }),
        policy,
      )
    expect(spend('community', held - 25_000_000n)).not.toThrow()
    for (const [pool, available] of [
      ['community', held - 25_000_000n],
      ['validator', 0n],
    ] as const) {
      let refused: unknown
      try {
        spend(pool, available + 1n)()
      } catch (error) {
        refused = error
      }
      expect(isRegenError(refused, 'POOL_TOO_SMALL') && refused.context).toMatchObject({ pool, available })
    }
  })
})

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
    const commitments = [
      {
        id: 'a',
        holder: CAROL,
        amount: regen('5200'),
        lockMonths: 6,
        lockPeriods: 26,
        rate: '0.06',
        state: 'COMMITTED',
        periods: 0,
        promised: '0',
        funded: '0',
      },
    ]
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

describe('terms are calendar months', () => {
  test('a term of twelve months ends on its date, whatever the steps, and time is paid up to it', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 86_399 }),
        (seed, day, second) => {
          const policy = withClocks(anyPolicy(seed), seed)
          const ends = formatTime({
            seconds: parseTime('2027-01-01T00:00:00Z').seconds + BigInt(day * 86_400 + second),
            nanos: 0,
          })
          const began = ends.replace('2027', '2026')
          const start = economy()
          const [first, ...others] = start.validators as [
            EpochState['validators'][number],
            ...EpochState['validators'],
          ]
          let state: EpochState = {
            ...start,
            validators: [{ ...first, termStart: began, termEnd: ends }, ...others],
          }
          const expired: string[] = []
          let served = 0n
          while (nanoseconds(state.time) <= nanoseconds(ends)) {
            const { state: next, report } = runEpoch(state, inputs(), policy)
            for (const event of report.events)
              if (event.type === 'EventTermExpired' && event.address === first.address)
                expired.push(`${report.start} ${report.end}`)
            const before =
              state.clocks?.m015?.served.find(({ address }) => address === first.address)?.active ?? 0n
            const now = next.clocks?.m015?.served.find(({ address }) => address === first.address)?.active
            if (now !== undefined) served += now - before
            else
              served +=
                (nanoseconds(report.end) < nanoseconds(ends) ? nanoseconds(report.end) : nanoseconds(ends)) -
                nanoseconds(report.start)
            state = next
          }
          expect(served).toBe(nanoseconds(ends) - nanoseconds('2027-01-01T00:00:00Z'))
          expect(expired).toHaveLength(1)
          const [from = '', to = ''] = expired[0]?.split(' ') ?? []
          expect(nanoseconds(from) < nanoseconds(ends) && nanoseconds(ends) <= nanoseconds(to)).toBe(true)
        },
      ),
      { numRuns: FEW },
    )
  })
})

describe('nothing counts twice or is lost where clocks meet', () => {
  test('each activity is scored once, in the distribution period in which it happened', () => {
    fc.assert(
      fc.property(seeds, seed => {
        const { below } = dice(seed)
        const { m012, m015, ...rest } = withClocks(parsePolicy({}), seed)
        const policy: PolicyConfig = { ...rest, m012, m015 }
        const times = Array.from({ length: 40 }, () => BigInt(below(70 * 86_400)))
        // The seconds at which periods begin and end are where something could fall between two of them.
        let probe = economy()
        for (let count = 0; count < 25; count++) {
          const { from, to } = epochStep(probe, policy)
          const start = parseTime('2027-01-01T00:00:00Z').seconds
          times.push(from - start, to - start - 1n)
          probe = runEpoch(probe, inputs(), policy).state
        }
        const purchases = times.map((time, index) =>
          purchase('100', {
            txHash: hash(index),
            time: (parseTime('2027-01-01T00:00:00Z').seconds + time).toString(),
          }),
        )
        let state = economy()
        const scored: string[] = []
        const due: string[] = []
        let ended = state.time
        while (nanoseconds(state.time) < nanoseconds('2027-03-15T00:00:00Z') || state.clocks?.m015 != null) {
          expect(state.time < '2030', 'the distribution period ends').toBe(true)
          const { from, to } = epochStep(state, policy)
          const transactions = purchases.filter(
            ({ time }) => BigInt(time as string) >= from && BigInt(time as string) < to,
          )
          const done = runEpoch(state, inputs({ transactions }), policy)
          for (const event of done.report.events)
            if (event.type === 'EventActivityRecorded' && event.kind === 'purchase') {
              scored.push(event.txHash)
              const at = BigInt(purchases[parseInt(event.txHash, 16)]?.['time'] as string)
              const { start, end } = done.report.clocks.m015
              if (at < parseTime(start).seconds || at >= parseTime(end).seconds) due.push(event.txHash)
            }
          state = done.state
          if (done.report.clocks.m015.ends) ended = state.time
        }
        const inside = purchases.filter(({ time }) => BigInt(time as string) < parseTime(ended).seconds)
        expect(scored.sort()).toEqual(inside.map(({ txHash }) => txHash as string).sort())
        expect(due).toEqual([])
      }),
      { numRuns: FEW },
    )
  })

  test('an activity that is put to two steps of one distribution period is refused', () => {
    const policy = parsePolicy({ m012: { periodLength: days(1) } })
    const first = runEpoch(
      economy(),
      inputs({ transactions: [purchase('100', { time: '2027-01-01' })] }),
      policy,
    )
    const again = inputs({ transactions: [purchase('100', { time: '2027-01-02' })] })
    expect(() => runEpoch(first.state, again, policy)).toThrow(/ACTIVITY_COUNTED_TWICE/)
    const voted = (time: string, txHash: string) =>
      inputs({ activities: [{ kind: 'vote', txHash, time, voter: BOB, proposalId: '1' }] })
    let state = economy()
    let votes = 0
    for (let day = 1; day <= 7; day++) {
      const done = runEpoch(state, voted(`2027-01-0${day}`, hash(day)), policy)
      votes += done.report.events.filter(event => event.type === 'EventActivityRecorded').length
      state = done.state
    }
    expect(votes).toBe(1)
    expect(state.rewards.votes).toHaveLength(1)
  })

  test('who asks for the stability tier in the middle of a distribution period is admitted when it ends, not before', () => {
    const policy = parsePolicy({
      m012: { periodLength: days(7) },
      m015: { clock: { kind: 'seconds', period: 1_209_600 } },
    })
    const requests = [{ id: 'a', holder: ALICE, amount: regen('1000'), lockMonths: 12 }]
    const start = economy({ stability: { inflows: [regen('10000')] } })
    const stateOf = ({ stability }: EpochState) => stability.commitments.map(({ id, state }) => [id, state])
    const first = runEpoch(start, inputs({ stability: { requests } }), policy)
    expect(first.report.clocks.m015.ends).toBe(false)
    expect(stateOf(first.state)).toEqual([['a', 'UNCOMMITTED']])
    const second = runEpoch(first.state, inputs({}), policy)
    expect(second.report.clocks.m015.ends).toBe(true)
    expect(stateOf(second.state)).toEqual([['a', 'COMMITTED']])
  })

  test('a commitment is promised A(k) after k distribution periods, and is paid what they funded and no more', () => {
    fc.assert(
      fc.property(seeds, seed => {
        const policy = withClocks(parsePolicy({}), seed)
        const commitment = {
          id: 'a',
          holder: CAROL,
          amount: regen('123456.789'),
          lockMonths: 24,
          lockPeriods: 3,
          rate: '0.06',
          state: 'COMMITTED',
          periods: 0,
          promised: '0',
          funded: '0',
        }
        let state = economy({ stability: { commitments: [commitment] } })
        let [periods, funded, paid] = [0, 0n, 0n]
        for (let count = 0; count < 400 && state.stability.commitments.length > 0; count++) {
          const { from } = epochStep(state, policy)
          const fees = purchase('500000', { txHash: hash(count), time: from.toString() })
          const { state: next, report } = runEpoch(state, inputs({ transactions: [fees] }), policy)
          if (report.clocks.m015.ends) periods++
          funded += report.rewards.record.stability
          const [running] = next.stability.commitments
          const amount = 123_456_789_000n as Parameters<typeof accrue>[0]['amount']
          if (running)
            expect(running.promised).toBe(accrue({ amount, rate: running.rate }, periods, policy.m015))
          if (running) expect(running.funded).toBe(funded)
          for (const { reward, principal } of report.rewards.settlements) {
            paid += reward
            expect([principal, periods]).toEqual([123_456_789_000n, 3])
          }
          state = next
        }
        expect(state.stability.commitments).toEqual([])
        expect(paid).toBe(funded)
      }),
      { numRuns: FEW },
    )
  })

  test.each<[string, (clocks: NonNullable<EpochState['clocks']>) => unknown, RegExp]>([
    [
      'a period that is over',
      clocks => ({ ...clocks, m015: { ...clocks.m015, end: '2027-01-02T00:00:00Z' } }),
      /does not run at 2027-01-02/,
    ],
    [
      'a period that has not begun',
      clocks => ({ ...clocks, m015: { ...clocks.m015, start: '2027-01-03T00:00:00Z' } }),
      /does not run at/,
    ],
    [
      'more inflow than the pool holds',
      clocks => ({
        ...clocks,
        m015: { ...clocks.m015, inflow: { validator: [], community: [{ denom: 'uusd', amount: '1' }] } },
      }),
      /more uusd waits than the community pool holds/,
    ],
  ])('a state with %s is refused', (_, change, message) => {
    const { state } = runEpoch(economy(), inputs(), parsePolicy({ m012: { periodLength: days(1) } }))
    const json = JSON.parse(JSON.stringify(epochStateJson(state)))
    expect(() => parseEpochState({ ...json, clocks: change(json.clocks) })).toThrow(message)
  })
})
