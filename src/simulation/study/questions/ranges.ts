import type { OutcomeName } from '../../run/outcome.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { listedOutcomes } from '../answers/outcomes.ts'
import { mean } from '../answers/statistics.ts'
import { PART, planStudy } from '../plan.ts'
import { withInputs } from '../withInput.ts'
import { type Asking, answerHere } from './asking.ts'
import { indicesFrom, type Sampling, type SobolIndices, saltelliPoints } from './sobol.ts'
import type { Inputs } from './sweep.ts'

/** Where an input may lie; every value of it is as likely, or with `whole` every whole number. */
export type Range = { readonly from: number; readonly to: number; readonly whole?: boolean }
/** Inputs that are not known exactly, by their path. */
export type Ranges = { readonly [path: string]: Range }

/** Numbers between 0 and 1 as values of the inputs; rounded to nine digits, which is what a scenario is written with. */
export const inputsAt = (ranges: Ranges, point: readonly number[]): Inputs =>
  Object.fromEntries(
    Object.entries(ranges).map(([path, range], index) => [path, valueAt(range, point[index] ?? 0)]),
  )

function valueAt({ from, to, whole = false }: Range, part: number): number {
  if (!whole) return Number((from + (to - from) * part).toPrecision(9))
  const [least, most] = from < to ? [Math.ceil(from), Math.floor(to)] : [Math.ceil(to), Math.floor(from)]
  return Math.min(most, least + Math.floor((most - least + 1) * part))
}

/** How much of one outcome’s variance each input explains, over the runs that came to their end. */
export type GlobalSensitivity = {
  readonly outcome: OutcomeName
  /** Why there are no indices: the outcome is not known at some point, or does not change; null where there are. */
  readonly unknown: string | null
  /** How many runs ended early, which are in no mean, at how many points. */
  readonly endedEarly: { readonly runs: number; readonly points: number }
  readonly inputs: readonly ({ readonly path: string } & {
    readonly [index in keyof SobolIndices]: SobolIndices[index] | null
  })[]
}

/**
 * Sobol indices of outcomes, each the mean of so many runs, over ranges of inputs: (d + 2) × n × runs runs. Every point sees the same random
 * numbers, so that only the inputs explain what differs.
 *
 * A run that ended early is in no mean: the indices are of the runs that came to their end, which may be others at each point. Where none did at some
 * point, nothing is known of the variance, and no input has an index.
 *
 * @see ESS 4.8
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
  const outcomesAt = found.map(findings => listedOutcomes(findings.outcomes))
  const early = outcomesAt.filter(({ endedEarly }) => endedEarly > 0)
  const endedEarly = {
    runs: early.reduce((sum, of) => sum + of.endedEarly, 0),
    points: early.length,
  }
  return outcomes.map(outcome => {
    const values = outcomesAt.map(of => mean(of.values(outcome)))
    const unknown = whyUnknown(values)
    const indices = unknown === null ? indicesFrom(values, paths.length, sampling) : []
    return {
      outcome,
      unknown,
      endedEarly,
      inputs: paths.map((path, index) => ({
        path,
        first: indices[index]?.first ?? null,
        total: indices[index]?.total ?? null,
      })),
    }
  })
}

/** Why the values at all points have no indices. */
function whyUnknown(values: readonly number[]): string | null {
  const without = values.filter(Number.isNaN).length
  if (without > 0) return `at ${without} of ${values.length} points no run came to its end`
  return values.every(value => value === values[0]) ? 'it does not change: no input explains anything' : null
}
