import type { OutcomeName } from '../../run/outcome.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { type Concluded, concludeFindings, spreadOf } from '../answers/conclusion.ts'
import { listedOutcomes } from '../answers/outcomes.ts'
import { PART, planStudy } from '../plan.ts'
import { withInputs } from '../withInput.ts'
import { type Asking, answerHere } from './asking.ts'

/** Values of inputs by their path, such as 'policy.m013.shares.burn'. */
export type Inputs = { readonly [path: string]: number }
/** The values that each input takes. */
export type InputValues = { readonly [path: string]: readonly number[] }

/** One point of a sweep: the values of its inputs, and what is found there. */
export type SweepPoint = { readonly inputs: Inputs; readonly study: Concluded }

/** Every point of a grid: each value of an input with each value of the others. */
export const gridPoints = (grid: InputValues): readonly Inputs[] =>
  Object.entries(grid).reduce<readonly Inputs[]>(
    (all, [path, values]) => all.flatMap(point => values.map(value => ({ ...point, [path]: value }))),
    [{}],
  )

/** Asks for a study at each point. Every point sees the same random numbers, so what differs is the input. */
export function* sweeping(
  scenario: Scenario,
  points: readonly Inputs[],
  runs: number,
): Asking<readonly SweepPoint[]> {
  const found = yield points.map(inputs => planStudy(withInputs(scenario, inputs), runs, PART))
  return found.map((findings, index) => ({ inputs: points[index] ?? {}, study: concludeFindings(findings) }))
}

/**
 * A study at every point of a list.
 *
 * @example
 * sweepList(scenario, [{ 'agents.market.volume': 250000 }, { 'agents.market.volume': 500000 }], 100)
 */
export const sweepList = (
  scenario: Scenario,
  points: readonly Inputs[],
  runs: number,
): readonly SweepPoint[] => answerHere(sweeping(scenario, points, runs))

/**
 * A study at every point of a grid: each input takes each of its values with each value of the others.
 *
 * @example
 * sweepGrid(scenario, { 'policy.m013.shares.burn': [0, 0.15, 0.3] }, 100)
 */
export const sweepGrid = (scenario: Scenario, grid: InputValues, runs: number): readonly SweepPoint[] =>
  sweepList(scenario, gridPoints(grid), runs)

/** How an outcome follows one input: its median at each value, and its elasticity between the first and the last. */
export type Sensitivity = {
  readonly path: string
  readonly outcome: OutcomeName
  readonly points: readonly {
    readonly value: number
    readonly median: number
    readonly p5: number
    readonly p95: number
    /** Runs that are in none of these; where all of them ended early, none is known. */
    readonly endedEarly: number
  }[]
  /** (Δ output / output) / (Δ input / input), both against their means; null where one of them is 0 or not known. */
  readonly elasticity: number | null
}

/**
 * One input at a time, the others as they are. @see ESS 4.1
 *
 * @example
 * const [burn] = oneAtATime(scenario, { 'policy.m013.shares.burn': [0.1, 0.2] }, 'burned', 2)
 * burn?.elasticity // 1
 */
export const oneAtATime = (
  scenario: Scenario,
  inputs: InputValues,
  outcome: OutcomeName,
  runs: number,
): readonly Sensitivity[] => answerHere(movingOneAtATime(scenario, inputs, [outcome], runs))

/** Asks for what each input does to some outcomes while the others rest. */
export function* movingOneAtATime(
  scenario: Scenario,
  inputs: InputValues,
  outcomes: readonly OutcomeName[],
  runs: number,
): Asking<readonly Sensitivity[]> {
  const points = Object.entries(inputs).flatMap(([path, values]) => values.map(value => ({ path, value })))
  const found = yield points.map(({ path, value }) =>
    planStudy(withInputs(scenario, { [path]: value }), runs, PART),
  )
  return Object.keys(inputs).flatMap(path =>
    outcomes.map(outcome => {
      const own = points.flatMap((point, index) => {
        if (point.path !== path) return []
        const of = listedOutcomes(found[index]?.outcomes ?? [])
        const { p50, p5, p95 } = spreadOf(outcome, of)
        return [{ value: point.value, median: p50, p5, p95, endedEarly: of.endedEarly }]
      })
      return { path, outcome, points: own, elasticity: elasticityOf(own) }
    }),
  )
}

function elasticityOf(points: Sensitivity['points']): number | null {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const input = (last.value - first.value) / ((last.value + first.value) / 2)
  const middle = (last.median + first.median) / 2
  const elasticity = (last.median - first.median) / middle / input
  return Number.isFinite(elasticity) ? elasticity : null
}
