import { describe, expect, test } from 'vitest'
import { scenariosPage } from '../../scripts/docs/scenarios.ts'
import {
  parseScenario,
  scenarioHash,
  scenarioJson,
  simulateRun,
  simulateStudy,
} from '../../src/simulation/index.ts'
import { changed, SCENARIO_NAMES, scenarioNamed } from './support.ts'

/** The published scenarios: what is expected of each is found, or it is an erratum that says why. */

const RANDOM = ['SC-001', 'SC-002', 'SC-005', 'monte-carlo']

test('all eight scenarios are there', () => {
  expect(SCENARIO_NAMES).toEqual([
    'SC-001',
    'SC-002',
    'SC-003',
    'SC-004',
    'SC-005',
    'SC-006',
    'SC-007',
    'SC-008-A',
    'SC-008-B',
    'baseline',
    'monte-carlo',
  ])
})

const studies = SCENARIO_NAMES.map(name => simulateStudy(scenarioNamed(name), RANDOM.includes(name) ? 20 : 1))

test('docs/reference/scenarios.md says what is expected and found (with -u it is written)', async () => {
  await expect(scenariosPage(studies)).toMatchFileSnapshot('../../docs/reference/scenarios.md')
})

describe.each(studies.map(study => ({ name: study.plan.scenario.name, study })))(
  '$name',
  ({ name, study }) => {
    const scenario = scenarioNamed(name)

    test('is as published, or an erratum', () => {
      expect(study.expected.filter(({ verdict }) => verdict === 'differs')).toEqual([])
      expect(study.expected.length > 0 || name === 'monte-carlo').toBe(true)
    })

    test('keeps every invariant, and adds up over every period of every run', () => {
      expect(study.violations).toEqual([])
      expect(study.proven).toBe(true)
      expect(study.proof.periods).toBe(study.runs * scenario.periods)
    })

    test('goes through JSON unchanged', () => {
      const again = parseScenario(JSON.parse(JSON.stringify(scenarioJson(scenario))))
      expect(again).toEqual(scenario)
      expect(scenarioHash(again)).toBe(scenarioHash(scenario))
    })
  },
)

describe('what a simulator must say at the baseline', () => {
  const { criteria, outcomes } = simulateStudy(scenarioNamed('baseline'), 1)
  const met = (name: string) => criteria.find(criterion => criterion.name === name)?.met

  test('the first success criterion fails, and the supply is above the cap for the first 100 weeks', () => {
    expect(met('Validator sustainability')).toBe(false)
    expect(met('Supply stability')).toBe(false)
    expect(outcomes[0]).toMatchObject({ mean_income: 5777.78, first_at_cap: 100, first_minting: 102 })
  })
})

test('SC-003: the attack loses, and by the break-even rule nobody starts it', () => {
  const rational = simulateRun(changed('SC-003', { agents: { wash: { rule: 'when-profitable' } } }), 0)
  expect(rational.outcome.wash_cost).toBe(0)
  const always = simulateRun(scenarioNamed('SC-003'), 0)
  expect(always.outcome.wash_profit).toBeLessThan(0)
})

test('SC-008: what the manipulation adds and takes is the published rate on the headroom of that time', () => {
  const honest = simulateRun(changed('SC-008-A', { schedule: [] }), 0).table
  const [inflated, halted] = ['SC-008-A', 'SC-008-B'].map(name => simulateRun(scenarioNamed(name), 0).table)
  const minted = (table: typeof honest | undefined) =>
    [...(table?.minted.slice(52, 64) ?? [])].reduce((sum, amount) => sum + amount, 0)
  expect(minted(halted)).toBe(0)
  expect(minted(inflated) / minted(honest)).toBeGreaterThan(1.3)
  expect(minted(inflated) / minted(honest)).toBeLessThan(1.5)
})

test('a knob that governance changes is changed only by a vote that is enough for its layer', () => {
  const shares = { burn: '0.10', validator: '0.60', community: '0.25', agent: '0.05' }
  const vote = (participation: number, approval: number, policy: object) =>
    simulateRun(
      changed('baseline', {
        periods: 30,
        agents: {
          governance: { participation, approval, changes: [{ at: 10, name: 'less burn', policy }] },
        },
      }),
      0,
    ).table
  const passed = vote(0.5, 0.8, { m013: { shares } })
  expect(passed.burned[10]).toBe(passed.burned[9])
  expect((passed.burned[11] ?? 0) * 3).toBe(passed.burned[10])
  const refused = vote(0.3, 0.8, { m013: { shares } })
  expect(refused.burned[11]).toBe(refused.burned[10])
})
