import type { AnyAgent } from '../agents/agent.ts'
import { byColumn, COLUMNS, type ColumnName } from '../run/columns.ts'
import type { Violation } from '../run/simulateRun.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Band, bandOf, newSketches, type Sketches, sketchPart } from './bands.ts'
import { type Conclusion, conclude, outcomeOfRow } from './conclusion.ts'
import { type Plan, planStudy } from './plan.ts'
import { addProofs, NO_PROOF, type Part, type Proof, runPart } from './runPart.ts'

/** What a study came to: every outcome, and every column over time. */
export type Study = Conclusion & { readonly bands: { readonly [name in ColumnName]: readonly Band[] } }

const WHOLE: ReadonlySet<ColumnName> = new Set(
  COLUMNS.filter(({ unit }) => unit === 'uregen' || unit === 'count').map(({ name }) => name),
)

/** Parts that are being put together; `add` takes them in any order, each once. */
export type Gathering = {
  readonly plan: Plan
  readonly rows: (readonly number[] | undefined)[]
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
  rows: new Array<readonly number[] | undefined>(plan.runs).fill(undefined),
  sketches: newSketches(plan.scenario.periods),
  proof: NO_PROOF,
  violations: [],
})

/**
 * Adds a part.
 *
 * @example
 * const gathering = newGathering(planStudy(scenario, 2))
 * gather(gathering, runPart(gathering.plan, 0))
 * gathering.proof.runs // 2
 */
export function gather(gathering: Gathering, part: Part): void {
  part.outcomes.forEach((row, index) => {
    gathering.rows[part.from + index] = row
  })
  sketchPart(gathering.sketches, part)
  gathering.proof = addProofs(gathering.proof, part.proof)
  gathering.violations.push(...part.violations)
}

/**
 * The study that the parts so far come to: whatever their order, the same.
 *
 * @example
 * const gathering = newGathering(planStudy(scenario, 2))
 * gather(gathering, runPart(gathering.plan, 0))
 * concludeStudy(gathering).proven // true
 */
export function concludeStudy({ plan, rows, sketches, proof, violations }: Gathering): Study {
  const outcomes = rows.filter(row => row !== undefined).map(outcomeOfRow)
  return {
    ...conclude({ plan, outcomes, proof, violations }),
    bands: byColumn(name => sketches[name].map(sketch => bandOf(sketch, WHOLE.has(name)))),
  }
}

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
