import { OUTCOME_NAMES, type Outcome, type OutcomeName } from '../../run/outcome.ts'
import type { Violation } from '../../run/simulateRun.ts'
import type { Plan } from '../plan.ts'
import { isProven, type Proof } from '../runPart.ts'
import { type ExpectationFound, judgeExpectations } from './expectations.ts'
import { listedOutcomes, type Outcomes } from './outcomes.ts'
import { mean, quantile } from './statistics.ts'
import { type Judged, judgeCriteria, judgeFailures, riskScore } from './targets.ts'

/** What the runs of a plan came to, run by run. */
export type Findings = {
  readonly plan: Plan
  readonly outcomes: readonly Outcome[]
  readonly proof: Proof
  readonly violations: readonly Violation[]
}

/** One outcome over all runs that came to their end. */
export type Spread = {
  readonly name: OutcomeName
  readonly mean: number
  readonly p5: number
  readonly p50: number
  readonly p95: number
  readonly least: number
  readonly most: number
}

/** What is said of the runs of a plan: quantiles, targets, expectations, and the proof; all but the runs themselves and the course over time. */
export type Conclusion = Pick<Findings, 'plan' | 'proof' | 'violations'> & {
  /** How many runs there are results of; fewer than planned when it was interrupted. */
  readonly runs: number
  /** How many of them ended early: they are in no quantile and no share, and a target is met only if it is with each of them against it. */
  readonly endedEarly: number
  readonly spreads: readonly Spread[]
  readonly criteria: readonly Judged[]
  readonly failures: readonly Judged[]
  readonly risk: number
  readonly expected: readonly ExpectationFound[]
  /** The sums of the proof agree. */
  readonly proven: boolean
}

/** A conclusion with the outcome of every run. */
export type Concluded = Conclusion & Pick<Findings, 'outcomes'>

/** Judges findings. */
export const concludeFindings = (findings: Findings): Concluded => ({
  ...conclude(findings, listedOutcomes(findings.outcomes)),
  outcomes: findings.outcomes,
})

/** Judges outcomes, wherever they are kept. */
export function conclude(
  { plan, proof, violations }: Pick<Findings, 'plan' | 'proof' | 'violations'>,
  outcomes: Outcomes,
): Conclusion {
  const { scenario } = plan
  const failures = judgeFailures(outcomes, scenario)
  return {
    plan,
    runs: outcomes.runs,
    endedEarly: outcomes.endedEarly,
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

/** The quantiles of one outcome over the runs that came to their end; NaN when there is none. */
export function spreadOf(name: OutcomeName, outcomes: Outcomes): Spread {
  const values = outcomes.values(name)
  // Added up in the order of the runs, which decides the last bit.
  const average = mean(values)
  const sorted = values.sort()
  return {
    name,
    mean: average,
    p5: quantile(sorted, 0.05),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  }
}
