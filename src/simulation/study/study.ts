import type { AnyAgent } from '../agents/agent.ts'
import { byColumn, COLUMNS, type ColumnName } from '../run/columns.ts'
import { outcomeOfRow } from '../run/outcome.ts'
import type { Violation } from '../run/simulateRun.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Band, bandsOf, newSketches, type Sketches, sketchPart } from './answers/bands.ts'
import { type Concluded, type Conclusion, conclude } from './answers/conclusion.ts'
import { keepRows, keptOutcomes, type OutcomeRows, rowsIn } from './answers/outcomes.ts'
import { type Plan, planStudy } from './plan.ts'
import { addProofs, NO_PROOF, type Part, type Proof, runPart } from './runPart.ts'

type Bands = { readonly bands: { readonly [name in ColumnName]: readonly Band[] } }

/** What a study came to, in numbers over its runs: targets, quantiles, and every column over time. */
export type StudyResult = Conclusion & Bands

/** The same with the outcome of every run. */
export type Study = Concluded & Bands

const WHOLE: ReadonlySet<ColumnName> = new Set(
  COLUMNS.filter(({ unit }) => unit === 'uregen' || unit === 'count').map(({ name }) => name),
)

/** Parts that are being put together; `add` takes them in any order, each once. */
export type Gathering = {
  readonly plan: Plan
  readonly outcomes: OutcomeRows
  readonly sketches: Sketches
  proof: Proof
  readonly violations: Violation[]
}

/**
 * What is known of a study before its first part: nothing.
 *
 * @example
 * const gathering = newGathering(planStudy(scenario, 100))
 */
export const newGathering = (plan: Plan): Gathering => ({
  plan,
  outcomes: new Map(),
  sketches: newSketches(plan.scenario.periods),
  proof: NO_PROOF,
  violations: [],
})

/**
 * Adds a part.
 *
 * @example
 * const gathering = newGathering(planStudy(scenario, 2, 2))
 * gather(gathering, runPart(gathering.plan, 0))
 * gathering.proof.runs // 2
 */
export function gather(gathering: Gathering, part: Part): void {
  keepRows(gathering.outcomes, part.from, part.outcomes)
  sketchPart(gathering.sketches, part)
  gathering.proof = addProofs(gathering.proof, part.proof)
  gathering.violations.push(...part.violations)
}

/**
 * The study that the parts so far come to: whatever their order, the same.
 *
 * @example
 * const gathering = newGathering(planStudy(scenario, 2, 2))
 * gather(gathering, runPart(gathering.plan, 0))
 * concludeStudy(gathering).proven // true
 */
export const concludeStudy = (gathering: Gathering): Study => ({
  ...resultOf(gathering),
  outcomes: Array.from(rowsIn(gathering.outcomes), ([, row]) => outcomeOfRow(row)),
})

/** The same without an object for each run, for studies of many. */
export const resultOf = (gathering: Gathering): StudyResult => ({
  ...conclude(gathering, keptOutcomes(gathering.outcomes)),
  bands: byColumn(name => bandsOf(gathering.sketches, name, WHOLE.has(name))),
})

/**
 * Runs a scenario many times, here and now: quantiles, failure probabilities with their intervals, and the proof sums.
 *
 * @example
 * const { criteria } = simulateStudy(scenario, 100)
 */
export function simulateStudy(scenario: Scenario, runs: number, agents: readonly AnyAgent[] = []): Study {
  const plan = planStudy(scenario, runs)
  const gathering = newGathering(plan)
  for (let part = 0; part < plan.parts; part++) gather(gathering, runPart(plan, part, agents))
  return concludeStudy(gathering)
}
