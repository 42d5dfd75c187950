import type { Outcome, OutcomeName } from '../run/outcome.ts'
import type { Violation } from '../run/simulateRun.ts'
import { type ExpectationFound, judgeExpectations } from './expectations.ts'
import type { Plan } from './plan.ts'
import { isProven, OUTCOME_NAMES, type Proof } from './runPart.ts'
import { ascending, mean, quantile } from './statistics.ts'
import { type Judged, judgeCriteria, judgeFailures, riskScore } from './targets.ts'

/** What the runs of a plan came to, run by run. */
export type Findings = {
  readonly plan: Plan
  readonly outcomes: readonly Outcome[]
  readonly proof: Proof
  readonly violations: readonly Violation[]
}

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

/** What is said of the runs of a plan: quantiles, targets, expectations, and the proof; all but the course over time. */
export type Conclusion = Findings & {
  /** How many runs there are results of; fewer than planned when it was interrupted. */
  readonly runs: number
  readonly spreads: readonly Spread[]
  readonly criteria: readonly Judged[]
  readonly failures: readonly Judged[]
  readonly risk: number
  readonly expected: readonly ExpectationFound[]
  /** The sums of the proof agree. */
  readonly proven: boolean
}

/** Judges findings. */
export function conclude(findings: Findings): Conclusion {
  const { plan, outcomes, proof, violations } = findings
  const { scenario } = plan
  const failures = judgeFailures(outcomes, scenario)
  return {
    plan,
    runs: outcomes.length,
    outcomes,
    spreads: OUTCOME_NAMES.map(name => spreadOf(name, outcomes)),
    criteria: judgeCriteria(outcomes, scenario),
    failures,
    risk: riskScore(failures),
    expected: judgeExpectations(outcomes, scenario),
    proof,
    proven: isProven(proof),
    violations: violations.toSorted((a, b) => a.run - b.run),
  }
}

/** A row of numbers in the order of `OUTCOME_NAMES`, by name. */
export const outcomeOfRow = (row: readonly number[]): Outcome =>
  Object.fromEntries(OUTCOME_NAMES.map((name, index) => [name, row[index]])) as Outcome

/** The quantiles of one outcome over some runs. */
export function spreadOf(name: OutcomeName, outcomes: readonly Outcome[]): Spread {
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
