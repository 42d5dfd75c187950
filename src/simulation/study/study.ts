import type { AnyAgent } from '../agents/agent.ts'
import { byColumn, type ColumnName } from '../run/columns.ts'
import type { Outcome, OutcomeName } from '../run/outcome.ts'
import type { Violation } from '../run/simulateRun.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Band, bandOf, newSketches, type Sketches, sketchPart } from './bands.ts'
import { type ExpectationFound, judgeExpectations } from './expectations.ts'
import { type Plan, planStudy } from './plan.ts'
import { addProofs, isProven, NO_PROOF, OUTCOME_NAMES, type Part, type Proof, runPart } from './runPart.ts'
import { ascending, mean, quantile } from './statistics.ts'
import { type Judged, judgeCriteria, judgeFailures, riskScore } from './targets.ts'

/** One outcome over all runs. */
export type Spread = {
  readonly name: OutcomeName
  readonly mean: number
  readonly p5: number
  readonly p50: number
  readonly p95: number
  readonly least: number
  readonly most: number
}

/** What a study came to. */
export type Study = {
  readonly plan: Plan
  /** How many runs there are results of; fewer than planned when it was interrupted. */
  readonly runs: number
  readonly outcomes: readonly Outcome[]
  readonly spreads: readonly Spread[]
  readonly bands: { readonly [name in ColumnName]: readonly Band[] }
  readonly criteria: readonly Judged[]
  readonly failures: readonly Judged[]
  readonly risk: number
  readonly expected: readonly ExpectationFound[]
  readonly proof: Proof
  /** The sums of the proof agree. */
  readonly proven: boolean
  readonly violations: readonly Violation[]
}

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
  const outcomes = rows
    .filter(row => row !== undefined)
    .map(row => Object.fromEntries(OUTCOME_NAMES.map((name, index) => [name, row[index]])) as Outcome)
  const { scenario } = plan
  const failures = judgeFailures(outcomes, scenario)
  return {
    plan,
    runs: outcomes.length,
    outcomes,
    spreads: OUTCOME_NAMES.map(name => spreadOf(name, outcomes)),
    bands: byColumn(name => sketches[name].map(bandOf)),
    criteria: judgeCriteria(outcomes, scenario),
    failures,
    risk: riskScore(failures),
    expected: judgeExpectations(outcomes, scenario),
    proof,
    proven: isProven(proof),
    violations: violations.toSorted((a, b) => a.run - b.run),
  }
}

function spreadOf(name: OutcomeName, outcomes: readonly Outcome[]): Spread {
  const values = outcomes.map(outcome => outcome[name])
  const sorted = ascending(values)
  return {
    name,
    mean: mean(values),
    p5: quantile(sorted, 0.05),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
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
