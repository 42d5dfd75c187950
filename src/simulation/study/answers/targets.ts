import type { Outcome } from '../../run/outcome.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Outcomes } from './outcomes.ts'
import { grouped } from './outcomeText.ts'
import { type Probability, probability } from './statistics.ts'

/** A criterion of success: of so many runs, how many must meet it. @see ESS 1, Success Criteria */
type Criterion = {
  readonly name: string
  /** In words, with the numbers of the scenario. */
  readonly threshold: (scenario: Scenario) => string
  readonly least: number
  readonly meets: (outcome: Outcome, scenario: Scenario) => boolean
}

const MILLION = 1e12

/** What a run has to reach to be a success, each with its threshold. */
export const CRITERIA: readonly Criterion[] = [
  {
    name: 'Validator sustainability',
    threshold: ({ agents }) => `mean income of a validator ≥ $${grouped(agents.validators.cost)} a year`,
    least: 0.5,
    meets: ({ mean_income }, { agents }) => mean_income >= agents.validators.cost,
  },
  {
    name: 'Supply stability',
    threshold: ({ policy }) =>
      `supply within 150 million REGEN and the cap, ${grouped(Number(policy.m012.hardCap) / MILLION)} million at first, in every period, in 95 % of runs`,
    least: 0.95,
    meets: ({ least_supply, periods_above_cap }) => least_supply >= 150 * MILLION && periods_above_cap === 0,
  },
  {
    name: 'Equilibrium convergence',
    threshold: () => '|M − B| < 1 % of S within 260 periods',
    least: 0.95,
    meets: ({ first_balanced }) => first_balanced >= 0 && first_balanced <= 260,
  },
  {
    name: 'Reward pool adequacy',
    threshold: () => 'an activity pool in every period',
    least: 1,
    meets: ({ empty_pools }) => empty_pools === 0,
  },
  {
    name: 'Stability tier solvency',
    threshold: () => 'the stability tier is paid in full in 95 % of the periods',
    least: 0.95,
    meets: ({ periods_short }, { periods }) => periods_short <= 0.05 * periods,
  },
]

/** A way to fail, how often it may, and how much it weighs. @see ESS 8.4 */
type Failure = {
  readonly name: string
  readonly definition: string
  readonly target: number
  readonly weight: number
  readonly fails: (outcome: Outcome, scenario: Scenario) => boolean
}

/** What makes a run a failure, each with how often it may happen at most, as a share of the runs. */
export const FAILURES: readonly Failure[] = [
  {
    name: 'Validator insolvency',
    definition: 'a period in which a year’s income is below $5,000',
    target: 0.05,
    weight: 3,
    fails: ({ least_income }) => least_income < 5_000,
  },
  {
    name: 'Validator exodus',
    definition: 'fewer than min_validators in more than 4 periods in a row',
    target: 0.02,
    weight: 5,
    fails: ({ longest_few_validators }) => longest_few_validators > 4,
  },
  {
    name: 'Supply above the cap',
    definition: 'S > C at the end of a period',
    target: 0,
    weight: 10,
    fails: ({ periods_above_cap }) => periods_above_cap > 0,
  },
  {
    name: 'Negative supply',
    definition: 'S < 0',
    target: 0,
    weight: 10,
    fails: ({ least_supply }) => least_supply < 0,
  },
  {
    name: 'Stability shortfall',
    definition: 'less than promised in more than 8 periods in a row',
    target: 0.1,
    weight: 2,
    fails: ({ longest_short }) => longest_short > 8,
  },
  {
    name: 'Reward pool exhaustion',
    definition: 'no activity pool in more than 4 periods in a row',
    target: 0.05,
    weight: 2,
    fails: ({ longest_empty_pool }) => longest_empty_pool > 4,
  },
  {
    name: 'Governance failure',
    definition: 'no proposal in more than 13 periods in a row',
    target: 0.05,
    weight: 1,
    fails: ({ longest_silence }) => longest_silence > 13,
  },
  {
    name: 'Price spiral',
    definition: 'a price of $0.001 or less',
    target: 0.01,
    weight: 4,
    fails: ({ least_price }) => least_price <= 1_000_000,
  },
]

/** A criterion or failure, judged over the runs of a study. */
export type Judged = {
  readonly name: string
  readonly what: string
  readonly probability: Probability
  readonly target: number
  readonly met: boolean
}

/** Every criterion: met when enough runs meet it, of all, so that a run that ended early does not. */
export const judgeCriteria = (outcomes: Outcomes, scenario: Scenario): readonly Judged[] =>
  CRITERIA.map(({ name, threshold, least, meets }) => {
    const of = shareOf(outcomes, outcome => meets(outcome, scenario))
    return {
      name,
      what: threshold(scenario),
      probability: of,
      target: least,
      met: of.count / outcomes.runs >= least,
    }
  })

/** Every failure: met when it is rare enough, also if each run that ended early were one. */
export const judgeFailures = (outcomes: Outcomes, scenario: Scenario): readonly Judged[] =>
  FAILURES.map(({ name, definition, target, fails }) => {
    const of = shareOf(outcomes, outcome => fails(outcome, scenario))
    const most = (of.count + outcomes.endedEarly) / outcomes.runs
    return { name, what: definition, probability: of, target, met: most <= target }
  })

/** In how many of the runs that came to their end something is so. */
function shareOf({ runs, endedEarly, whole }: Outcomes, is: (outcome: Outcome) => boolean): Probability {
  let count = 0
  for (const outcome of whole()) if (is(outcome)) count++
  return probability(count, runs - endedEarly)
}

/** The weighted sum of the failure probabilities; it should be below 0.5. @see ESS 8.4, Composite risk score */
export const riskScore = (failures: readonly Judged[]): number =>
  failures.reduce(
    (sum, { probability }, index) => sum + probability.share * (FAILURES[index]?.weight ?? 0),
    0,
  )
