import type { OutcomeName } from '../run/outcome.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Asking, answerHere } from './asking.ts'
import { listedOutcomes } from './outcomes.ts'
import { PART, planStudy } from './plan.ts'
import { indicesFrom, type Sampling, type SobolIndices, saltelliPoints } from './sobol.ts'
import { mean } from './statistics.ts'
import type { Inputs } from './sweep.ts'
import { withInputs } from './withInput.ts'

/** Where an input may lie; every value of it is as likely. */
export type Range = { readonly from: number; readonly to: number }
/** Inputs that are not known exactly, by their path. */
export type Ranges = { readonly [path: string]: Range }

/** Numbers between 0 and 1 as values of the inputs; rounded to nine digits, which is what a scenario is written with. */
export const inputsAt = (ranges: Ranges, point: readonly number[]): Inputs =>
  Object.fromEntries(
    Object.entries(ranges).map(([path, { from, to }], index) => [
      path,
      Number((from + (to - from) * (point[index] ?? 0)).toPrecision(9)),
    ]),
  )

/** How much of one outcome’s variance each input explains. */
export type GlobalSensitivity = {
  readonly outcome: OutcomeName
  readonly inputs: readonly ({ readonly path: string } & SobolIndices)[]
}

/**
 * Sobol indices of outcomes, each the mean of so many runs, over ranges of inputs: (d + 2) × n × runs runs. Every point sees the same random
 * numbers, so that only the inputs explain what differs. @see ESS 4.8
 *
 * @example
 * const ranges = { 'agents.market.volume': { from: 250000, to: 750000 }, 'agents.price.start': { from: 0.02, to: 0.12 } }
 * globalSensitivity(scenario, ranges, ['mean_income'], { n: 4, seed: 'a', runs: 1 })
 */
export const globalSensitivity = (
  scenario: Scenario,
  ranges: Ranges,
  outcomes: readonly OutcomeName[],
  sampling: Sampling & { readonly runs: number },
): readonly GlobalSensitivity[] => answerHere(samplingGlobally(scenario, ranges, outcomes, sampling))

/** Asks for every point at once. */
export function* samplingGlobally(
  scenario: Scenario,
  ranges: Ranges,
  outcomes: readonly OutcomeName[],
  sampling: Sampling & { readonly runs: number },
): Asking<readonly GlobalSensitivity[]> {
  const paths = Object.keys(ranges)
  const found = yield saltelliPoints(paths.length, sampling).map(point =>
    planStudy(withInputs(scenario, inputsAt(ranges, point)), sampling.runs, PART),
  )
  return outcomes.map(outcome => {
    const values = found.map(findings => mean(listedOutcomes(findings.outcomes).values(outcome)))
    const indices = indicesFrom(values, paths.length, sampling)
    return {
      outcome,
      inputs: paths.map((path, index) => ({ path, ...(indices[index] as SobolIndices) })),
    }
  })
}
