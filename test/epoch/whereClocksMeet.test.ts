import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type EpochState,
  epochStateJson,
  epochStep,
  parseEpochState,
  runEpoch,
} from '../../src/epoch/index.ts'
import { accrue } from '../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { formatTime, parseTime } from '../../src/primitives/time.ts'
import { days, FEW, nanoseconds, seeds } from './clockSteps.ts'
import { ALICE, BOB, CAROL, economy, hash, inputs, purchase, regen } from './economy.ts'
import { anyPolicy, dice, withClocks } from './randomEconomy.ts'

/** OQ-M012-3: M012’s period, the distribution period and calendar months are clocks of their own that meet in one timeline: terms, activities and commitments. */

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
