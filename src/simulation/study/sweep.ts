import type { OutcomeName } from '../run/outcome.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Study, simulateStudy } from './study.ts'
import { withInput } from './withInput.ts'

/** One point of a sweep: the values of its inputs, and the study there. */
export type SweepPoint = { readonly inputs: { readonly [path: string]: number }; readonly study: Study }

/**
 * A study at every point of a grid: each input takes each of its values with each value of the others. Every point sees the same random
 * numbers, so what differs is the input.
 *
 * @example
 * sweepGrid(scenario, { 'policy.m013.shares.burn': [0, 0.15, 0.3] }, 100)
 */
export function sweepGrid(
  scenario: Scenario,
  grid: { readonly [path: string]: readonly number[] },
  runs: number,
): readonly SweepPoint[] {
  const points = Object.entries(grid).reduce<readonly { readonly [path: string]: number }[]>(
    (all, [path, values]) => all.flatMap(point => values.map(value => ({ ...point, [path]: value }))),
    [{}],
  )
  return points.map(inputs => ({
    inputs,
    study: simulateStudy(
      Object.entries(inputs).reduce((changed, [path, value]) => withInput(changed, path, value), scenario),
      runs,
    ),
  }))
}

/** How an outcome follows one input: its median at each value, and its elasticity between the first and the last. */
export type Sensitivity = {
  readonly path: string
  readonly points: readonly {
    readonly value: number
    readonly median: number
    readonly p5: number
    readonly p95: number
  }[]
  /** (Δ output / output) / (Δ input / input), both against their means; null where one of them is 0. */
  readonly elasticity: number | null
}

/**
 * One input at a time, the others as they are. @see ESS 4.1
 *
 * @example
 * const [burn] = oneAtATime(scenario, { 'policy.m013.shares.burn': [0.1, 0.2] }, 'burned', 2)
 * burn?.elasticity // 1
 */
export function oneAtATime(
  scenario: Scenario,
  inputs: { readonly [path: string]: readonly number[] },
  outcome: OutcomeName,
  runs: number,
): readonly Sensitivity[] {
  return Object.entries(inputs).map(([path, values]) => {
    const points = sweepGrid(scenario, { [path]: values }, runs).map(({ study }, index) => {
      const spread = study.spreads.find(({ name }) => name === outcome)
      return {
        value: values[index] ?? 0,
        median: spread?.p50 ?? 0,
        p5: spread?.p5 ?? 0,
        p95: spread?.p95 ?? 0,
      }
    })
    return { path, points, elasticity: elasticityOf(points) }
  })
}

function elasticityOf(points: Sensitivity['points']): number | null {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const input = (last.value - first.value) / ((last.value + first.value) / 2)
  const middle = (last.median + first.median) / 2
  return input === 0 || middle === 0 ? null : (last.median - first.median) / middle / input
}
