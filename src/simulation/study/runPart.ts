import type { AnyAgent } from '../agents/agent.ts'
import { byColumn, COLUMNS, type ColumnName } from '../run/columns.ts'
import { OUTCOME_NAMES } from '../run/outcome.ts'
import { simulateRun, type Violation } from '../run/simulateRun.ts'
import { type Plan, runsOf } from './plan.ts'

export const COLUMN_NAMES: readonly ColumnName[] = COLUMNS.map(({ name }) => name)

/** What was added up over every period of every run, in uregen: the sums must agree, and are never a sample. */
export type Proof = {
  readonly runs: number
  readonly periods: number
  readonly before: bigint
  readonly minted: bigint
  readonly burned: bigint
  readonly after: bigint
}

export const NO_PROOF: Proof = { runs: 0, periods: 0, before: 0n, minted: 0n, burned: 0n, after: 0n }

export const addProofs = (a: Proof, b: Proof): Proof => ({
  runs: a.runs + b.runs,
  periods: a.periods + b.periods,
  before: a.before + b.before,
  minted: a.minted + b.minted,
  burned: a.burned + b.burned,
  after: a.after + b.after,
})

/** Σ before + Σ minted − Σ burned = Σ after, over all runs. */
export const isProven = ({ before, minted, burned, after }: Proof): boolean =>
  before + minted - burned === after

/** The results of one part of a plan. */
export type Part = {
  readonly planHash: string
  readonly part: number
  readonly from: number
  readonly to: number
  /** A row for each run, in the order of `OUTCOME_NAMES`; NaN where the run ended early. */
  readonly outcomes: readonly (readonly number[])[]
  /** Every period of every run, one run after the other, column by column; NaN for periods that a run did not come to. */
  readonly periods: { readonly [name in ColumnName]: Float64Array }
  readonly proof: Proof
  readonly violations: readonly Violation[]
}

/**
 * Computes a part: the same bytes on every machine, whichever parts were computed before.
 *
 * @example
 * const { from, to } = runPart(planStudy(scenario, 4, 2), 1)
 * console.log([from, to]) // [ 2, 4 ]
 */
export function runPart(
  plan: Plan,
  part: number,
  agents: readonly AnyAgent[] = [],
  onRun: () => void = () => {},
): Part {
  const { from, to } = runsOf(plan, part)
  const length = plan.scenario.periods
  const periods = byColumn(() => new Float64Array((to - from) * length))
  const outcomes: number[][] = []
  const violations: Violation[] = []
  let proof = NO_PROOF
  for (let run = from; run < to; run++) {
    const done = simulateRun(plan.scenario, run, { agents })
    for (const name of COLUMN_NAMES) periods[name].set(done.table[name], (run - from) * length)
    outcomes.push(OUTCOME_NAMES.map(name => done.outcome[name]))
    proof = addProofs(proof, { runs: 1, ...done.proof })
    if (done.violation !== null) violations.push(done.violation)
    onRun()
  }
  return { planHash: plan.hash, part, from, to, outcomes, periods, proof, violations }
}
