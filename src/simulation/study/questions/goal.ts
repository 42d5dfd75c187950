import { isKnown, type Outcome } from '../../run/outcome.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { type Probability, probability } from '../answers/statistics.ts'
import { planStudy } from '../plan.ts'
import { withInput } from '../withInput.ts'
import { type Asking, answerHere } from './asking.ts'

/** The value that was found, and how often the goal was met there; null when not even the far end meets it. */
export type GoalFound = { readonly value: number; readonly probability: Probability } | null

/** What is sought: the value of which input, from where to where, at which a goal is met in which share of the runs. */
export type Goal = {
  readonly path: string
  readonly from: number
  readonly to: number
  /** Of an input that takes whole numbers only: the search ends when none lies between. */
  readonly whole?: boolean
  readonly meets: (outcome: Outcome) => boolean
  readonly share: number
  readonly runs: number
  /** How often the way is halved; default 12. */
  readonly steps?: number
}

/**
 * The value of an input nearest to `from` at which a goal is met often enough, sought by halving towards `to`. The goal has to become more
 * likely on the way; every value sees the same random numbers.
 *
 * @example
 * // The most that may be burned while 95 % of the runs keep validators above cost:
 * seekGoal(scenario, { path: 'policy.m013.shares.burn', from: 0.35, to: 0, meets: o => o.mean_income >= 15000, share: 0.95, runs: 200 })
 */
export const seekGoal = (scenario: Scenario, goal: Goal): GoalFound => answerHere(seeking(scenario, goal))

/** Asks for one value after the other. */
export function* seeking(
  scenario: Scenario,
  { path, from, to, whole = false, meets, share, runs, steps = 12 }: Goal,
): Asking<GoalFound> {
  function* at(value: number): Asking<NonNullable<GoalFound>> {
    const [found] = yield [planStudy(withInput(scenario, path, value), runs)]
    const outcomes = found?.outcomes ?? []
    // A run that ended early does not meet it.
    const met = outcomes.filter(outcome => isKnown(outcome) && meets(outcome)).length
    return { value, probability: probability(met, outcomes.length) }
  }
  const isMet = (found: { readonly probability: Probability }) => found.probability.share >= share
  const near = yield* at(from)
  if (isMet(near)) return near
  let met = yield* at(to)
  if (!isMet(met)) return null
  let missed = from
  for (let step = 0; step < steps; step++) {
    const between = (missed + met.value) / 2
    const value = whole ? Math.round(between) : between
    if (value === missed || value === met.value) break
    const middle = yield* at(value)
    if (isMet(middle)) met = middle
    else missed = middle.value
  }
  return met
}
