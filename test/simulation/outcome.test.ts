import { describe, expect, test } from 'vitest'
import { simulateRun, simulateStudy } from '../../src/simulation/index.ts'
import { type ColumnName, emptyTable, type Table } from '../../src/simulation/run/columns.ts'
import { outcomeOf } from '../../src/simulation/run/outcome.ts'
import { CRITERIA } from '../../src/simulation/study/answers/targets.ts'
import { changed, scenarioNamed } from './support.ts'

/** What is said of a run, worked out by hand from a table of a few periods. */

const PERIODS = 5

/** A table in which nothing happens but what is said. */
function tableOf(columns: { readonly [name in ColumnName]?: readonly number[] }): Table {
  const table = emptyTable(PERIODS)
  for (const [name, column] of Object.entries(table))
    column.set(columns[name as ColumnName] ?? [0, 0, 0, 0, 0])
  return table
}
const of = (columns: Parameters<typeof tableOf>[0], facts: Partial<Parameters<typeof outcomeOf>[1]> = {}) =>
  outcomeOf(tableOf(columns), {
    cost: 100,
    hardCaps: [50, 50, 50, 50, 50],
    minValidators: [3, 3, 3, 3, 3],
    ...facts,
  })

describe('one run', () => {
  test('a period is above the cap of its own time, and just at the cap is not above it', () => {
    const supply = [60, 50, 51, 55, 55]
    expect(of({ supply })).toMatchObject({
      ...{ periods_above_cap: 4, first_at_cap: 2, final_supply: 55, least_supply: 50, most_supply: 60 },
    })
    expect(of({ supply }, { hardCaps: [50, 50, 50, 55, 54] })).toMatchObject({ periods_above_cap: 3 })
    expect(of({ supply: [60, 60, 60, 60, 60] })).toMatchObject({ periods_above_cap: 5, first_at_cap: -1 })
  })

  test('fewer validators than wanted then; pay of just the cost is not below it', () => {
    const validators = [2, 2, 3, 2, 2]
    expect(of({ validators })).toMatchObject({ longest_few_validators: 2, least_validators: 2 })
    expect(of({ validators }, { minValidators: [3, 2, 3, 3, 4] }).longest_few_validators).toBe(2)
    expect(of({ validators }, { minValidators: [3, 2, 4, 3, 3] }).longest_few_validators).toBe(3)
    expect(of({ validator_income: [100, 99.99, 0, 200, 100.006] })).toMatchObject({
      ...{ periods_below_cost: 2, mean_income: 100, least_income: 0 },
    })
  })

  test('the stability tier is short only where it gets less than it was promised; without a promise it is covered', () => {
    const found = of({ stability_promised: [0, 10, 10, 3, 3], stability_paid: [0, 10, 9, 1, 3] })
    expect(found).toMatchObject({ periods_short: 2, longest_short: 2, least_coverage: 333_333 })
    expect(found).toMatchObject({ stability_promised: 26, stability_paid: 23 })
    expect(of({}).least_coverage).toBe(1_000_000)
  })

  test('minted and burned are in balance below 1 % of the supply, and not at it', () => {
    const supply = [1000, 1000, 1000, 1000, 1000]
    expect(of({ supply, minted: [0, 10, 10, 0, 0], burned: [20, 20, 1, 9, 0] })).toMatchObject({
      ...{ first_balanced: 3, first_minting: 2, minted: 20, burned: 50 },
    })
  })

  test('rows of empty pools and of silence are the longest ones; a loss is below 0', () => {
    expect(of({ activity_pool: [0, 0, 1, 0, 0], proposals: [1, 0, 0, 0, 2] })).toMatchObject({
      ...{ empty_pools: 4, longest_empty_pool: 2, longest_silence: 3 },
    })
    expect(of({ wash_cost: [4, 0, 2, 0, 0], wash_reward: [1, 0, 1, 0, 0] })).toMatchObject({
      ...{ wash_cost: 6, wash_reward: 2, wash_profit: -4, wash_return: 333_333 },
    })
    expect(of({}).wash_return).toBe(0)
    expect(of({ price: [0.05, 0.0012, 0.002, 1, 1] }).least_price).toBe(1_200_000)
  })
})

describe('a cap that governance changes in the middle of a run', () => {
  const scenario = changed('baseline', {
    periods: 20,
    agents: {
      governance: {
        ...{ participation: 0.9, approval: 0.9 },
        changes: [{ at: 10, name: 'a higher cap', policy: { m012: { hardCap: '225000000000000' } } }],
      },
    },
  })

  test('counts from then on: the periods before it were above theirs', () => {
    // The vote of period 10 is in force from period 11 on.
    expect(simulateRun(scenario, 0).outcome).toMatchObject({ periods_above_cap: 11, first_at_cap: 12 })
  })

  test('is what the criterion of a stable supply is held against', () => {
    const met = (changes: object) => {
      const study = simulateStudy(changed('baseline', { periods: 20, ...changes }), 1)
      return study.criteria.find(({ name }) => name === 'Supply stability')?.met
    }
    expect(met({ economy: { supply: '220000000000000' } })).toBe(true)
    expect(met({ economy: { supply: '221000000000000' } })).toBe(true)
    expect(met({})).toBe(false)
    // A cap that is lowered below the supply is one that the supply is above.
    const lower = [{ at: 5, name: 'a lower cap', policy: { m012: { hardCap: '215000000000000' } } }]
    const governance = { participation: 0.9, approval: 0.9, changes: lower }
    expect(met({ economy: { supply: '220000000000000' }, agents: { governance } })).toBe(false)
  })
})

test('criteria say the numbers of their scenario', () => {
  const words = (change: object) => {
    const scenario = changed('baseline', change)
    return CRITERIA.slice(0, 2).map(({ threshold }) => threshold(scenario))
  }
  expect(words({})).toEqual([
    'mean income of a validator ≥ $15,000 a year',
    'supply within 150 million REGEN and the cap, 221 million at first, in every period, in 95 % of runs',
  ])
  expect(
    words({
      agents: { validators: { cost: 9_000 } },
      policy: { m012: { hardCap: '219500000000000' } },
    }),
  ).toEqual([
    'mean income of a validator ≥ $9,000 a year',
    'supply within 150 million REGEN and the cap, 219.5 million at first, in every period, in 95 % of runs',
  ])
})

test('another seed and another run are another world; the same are the same', () => {
  const last = (change: object, run = 0) =>
    simulateRun(changed('monte-carlo', { periods: 3, ...change }), run).outcome.fees
  expect(last({})).toBe(last({}))
  expect(new Set([last({}), last({ seed: 'another' }), last({}, 1)]).size).toBe(3)
  expect(scenarioNamed('monte-carlo').seed).not.toBe('another')
})
