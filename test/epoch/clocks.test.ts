import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalEpochState,
  epochStateJson,
  epochStep,
  parseEpochState,
  runEpoch,
} from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { parseTime } from '../../src/primitives/time.ts'
import { blocks, days, MANY, seeds } from './clockSteps.ts'
import { ALICE, economy, inPhases, inputs, type Json, PASSED, purchase } from './economy.ts'
import { anyEconomy, anyPolicy, runAny, withClocks } from './randomEconomy.ts'

/** OQ-M012-3: M012’s period, the distribution period and calendar months are clocks of their own that meet in one timeline. */

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

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
