import { expect, test } from 'vitest'
import {
  compare,
  globalSensitivity,
  type Plan,
  planStudy,
  runPart,
  seekGoal,
  simulateRun,
  simulateStudy,
  sweepGrid,
} from '../../src/simulation/index.ts'
import { changed } from './support.ts'

/** A run that ends early says nothing of the periods that it did not come to: unknown is not zero. */

const PERIODS = 12

/** So little REGEN that the fees of some runs are more than there is. */
const scenario = changed('monte-carlo', { periods: PERIODS, economy: { supply: '1000000000000' } })
const plenty = changed('monte-carlo', { periods: PERIODS })
const study = simulateStudy(scenario, 24)

test('some runs end early, each at a period of its own', () => {
  expect(study.endedEarly).toBe(study.violations.length)
  expect(study.endedEarly).toBeGreaterThan(0)
  expect(study.endedEarly).toBeLessThan(24)
  expect(new Set(study.violations.map(({ period }) => period)).size).toBeGreaterThan(1)
})

test('its table ends there, and it has no outcome', () => {
  for (const { run, period } of study.violations) {
    const { table, outcome, proof } = simulateRun(scenario, run)
    expect(proof.periods).toBe(period)
    for (const column of Object.values(table))
      expect([...column].map(value => Number.isFinite(value))).toEqual(
        Array.from({ length: PERIODS }, (_, at) => at < period),
      )
    expect(Object.values(outcome).every(Number.isNaN)).toBe(true)
  }
})

test('a band counts the runs that came to its period, and its values are theirs', () => {
  const ends = study.violations.map(({ period }) => period)
  for (const bands of Object.values(study.bands))
    bands.forEach(({ runs, least, most }, period) => {
      expect(runs).toBe(24 - ends.filter(end => end <= period).length)
      expect([least, most].every(Number.isFinite)).toBe(true)
    })
  expect(study.bands.supply.every(({ least }) => least > 0)).toBe(true)
})

test('quantiles and shares are of the runs that came to their end', () => {
  const whole = study.outcomes.filter(({ final_supply }) => !Number.isNaN(final_supply))
  expect(whole).toHaveLength(24 - study.endedEarly)
  const supply = study.spreads.find(({ name }) => name === 'final_supply')
  expect(supply?.least).toBe(Math.min(...whole.map(({ final_supply }) => final_supply)))
  expect(supply?.mean).toBe(whole.reduce((sum, { final_supply }) => sum + final_supply, 0) / whole.length)
  for (const { probability } of [...study.criteria, ...study.failures])
    expect(probability.of).toBe(24 - study.endedEarly)
})

test('a target is met only if it were with each of them against it', () => {
  const adequacy = (of: typeof study) => of.criteria.find(({ name }) => name === 'Reward pool adequacy')
  expect(adequacy(study)).toMatchObject({ probability: { share: 1 }, met: false })
  expect(adequacy(simulateStudy(plenty, 24))).toMatchObject({ probability: { share: 1 }, met: true })
  const negative = study.failures.find(({ name }) => name === 'Negative supply')
  expect(negative).toMatchObject({ probability: { share: 0 }, target: 0, met: false })
  const never = simulateStudy(plenty, 24).failures.find(({ name }) => name === 'Negative supply')
  expect(never).toMatchObject({ probability: { share: 0 }, target: 0, met: true })
})

test('where no run comes to its end nothing is known, and nothing is met', () => {
  const poor = simulateStudy(changed('monte-carlo', { periods: PERIODS, economy: { supply: '1000000' } }), 3)
  expect([poor.runs, poor.endedEarly]).toEqual([3, 3])
  expect(poor.bands.supply[0]).toMatchObject({ runs: 0, least: Number.NaN, p50: Number.NaN })
  expect(poor.spreads.every(({ p50, mean }) => Number.isNaN(p50) && Number.isNaN(mean))).toBe(true)
  for (const { probability, met } of [...poor.criteria, ...poor.failures]) {
    expect(probability).toMatchObject({ of: 0, share: Number.NaN, from: 0, to: 1 })
    expect(met).toBe(false)
  }
})

test('a goal is not met by it, and a comparison looks at runs that came to their end twice', () => {
  const goal = { path: 'agents.market.volume', from: 1, to: 2, meets: () => true, runs: 24, steps: 1 }
  const supply = 'economy.supply'
  expect(seekGoal(scenario, { ...goal, path: supply, from: 1e12, to: 1e12, share: 1 })).toBeNull()
  expect(
    seekGoal(scenario, { ...goal, path: supply, from: 1e12, to: 1e12, share: 0.1 })?.probability,
  ).toMatchObject({
    count: 24 - study.endedEarly,
    of: 24,
  })
  const { differences } = compare(scenario.policy, scenario.policy, scenario, 24)
  expect(differences.every(({ sentence }) => sentence.includes('nothing changes'))).toBe(true)
  const [point] = sweepGrid(scenario, {}, 24)
  expect(point?.study.endedEarly).toBe(study.endedEarly)
})

test('Sobol indices are of runs that came to their end, and unknown, with the reason, where at some point none did', () => {
  const path = 'economy.supply'
  const indices = (from: number, to: number, runs: number) =>
    globalSensitivity(scenario, { [path]: { from, to } }, ['final_supply', 'periods_short'], {
      n: 4,
      seed: 'a',
      bootstrap: 10,
      runs,
    })
  const [some] = indices(2e12, 4e12, 12)
  expect(some?.endedEarly.runs).toBeGreaterThan(0)
  expect(some?.unknown).toBeNull()
  expect(some?.inputs[0]?.total?.value).toBeGreaterThan(0.5)
  const [none, constant] = indices(1e6, 1e12, 1)
  expect(none?.unknown).toMatch(/^at \d+ of 12 points no run came to its end$/)
  expect(none?.inputs).toEqual([{ path, first: null, total: null }])
  expect(constant?.unknown).toBe(none?.unknown)
  const [, same] = indices(2e14, 3e14, 1)
  expect(same?.unknown).toBe('it does not change: no input explains anything')
})

test('a part keeps it as it is', () => {
  const plan: Plan = planStudy(scenario, 24, 24)
  const { periods, outcomes } = runPart(plan, 0)
  for (const { run, period } of study.violations) {
    expect(Number.isNaN(periods.supply[run * PERIODS + period])).toBe(true)
    expect(outcomes[run]?.every(Number.isNaN)).toBe(true)
  }
})
