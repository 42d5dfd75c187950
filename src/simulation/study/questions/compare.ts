import { diffPolicy } from '../../../policy/diffPolicy.ts'
import type { PolicyConfig } from '../../../policy/policy.ts'
import { isKnown, type OutcomeName } from '../../run/outcome.ts'
import { type Scenario, withPolicy } from '../../scenario/scenario.ts'
import { type Concluded, concludeFindings } from '../answers/conclusion.ts'
import { outcomeText } from '../answers/outcomeText.ts'
import { ascending, quantile } from '../answers/statistics.ts'
import { planStudy } from '../plan.ts'
import { type Asking, answerHere } from './asking.ts'

/** What changes for somebody from one policy to another, run by run over the same random numbers, in runs that came to their end under both. */
export type Difference = {
  readonly who: 'validators' | 'holders' | 'buyers' | 'contributors' | 'depositors' | 'agents and governance'
  readonly what: string
  readonly outcome: OutcomeName
  readonly before: number
  readonly after: number
  /** after − before of each run: the median, and what 90 % lie between. */
  readonly difference: { readonly p5: number; readonly p50: number; readonly p95: number }
  /** The part of the runs in which it is more. */
  readonly moreIn: number
  readonly sentence: string
}

/** Two studies beside each other: what was changed, and what differs. */
export type Comparison = {
  readonly changes: readonly string[]
  readonly before: Concluded
  readonly after: Concluded
  readonly differences: readonly Difference[]
}

const LOOKED_AT: readonly Pick<Difference, 'who' | 'what' | 'outcome'>[] = [
  { who: 'validators', what: 'a validator’s mean income', outcome: 'mean_income' },
  { who: 'validators', what: 'the fewest validators that are paid', outcome: 'least_validators' },
  { who: 'holders', what: 'the supply at the end', outcome: 'final_supply' },
  { who: 'holders', what: 'burned', outcome: 'burned' },
  { who: 'buyers', what: 'fees paid', outcome: 'fees' },
  {
    who: 'contributors',
    what: 'the longest row of periods without an activity pool',
    outcome: 'longest_empty_pool',
  },
  { who: 'contributors', what: 'rewards for activity', outcome: 'rewards' },
  { who: 'depositors', what: 'paid to the stability tier', outcome: 'stability_paid' },
  { who: 'depositors', what: 'periods with less than was promised', outcome: 'periods_short' },
  { who: 'agents and governance', what: 'the community pool at the end', outcome: 'community_pool' },
]

/**
 * Two policies on one scenario: what changes for whom, in words and numbers. Both see the same random numbers, so a run is compared with
 * itself.
 *
 * @example
 * const { policy } = withInput(scenario, 'policy.m013.shares.burn', 0.2)
 * compare(scenario.policy, policy, scenario, 2).differences.find(({ outcome }) => outcome === 'burned')?.sentence // 'For holders, burned: 120,000 REGEN before, 80,000 REGEN after (−33.3 %).'
 */
export const compare = (
  before: PolicyConfig,
  after: PolicyConfig,
  scenario: Scenario,
  runs: number,
): Comparison => answerHere(comparing(before, after, scenario, runs))

/** Asks for the scenario under both policies. */
export function* comparing(
  before: PolicyConfig,
  after: PolicyConfig,
  scenario: Scenario,
  runs: number,
): Asking<Comparison> {
  const found = yield [before, after].map(policy => planStudy(withPolicy(scenario, policy), runs))
  const [first, second] = found.map(concludeFindings) as [Concluded, Concluded]
  return {
    changes: diffPolicy(before, after).changes.map(({ sentence }) => sentence),
    before: first,
    after: second,
    differences: LOOKED_AT.map(looked => {
      const { outcome } = looked
      const both = first.outcomes.flatMap((a, run) => {
        const b = second.outcomes[run]
        return b !== undefined && isKnown(a) && isKnown(b) ? [[a[outcome], b[outcome]] as const] : []
      })
      const sorted = ascending(both.map(([a, b]) => b - a))
      const median = (values: readonly number[]) => quantile(ascending(values), 0.5)
      const difference = {
        p5: quantile(sorted, 0.05),
        p50: quantile(sorted, 0.5),
        p95: quantile(sorted, 0.95),
      }
      const moreIn = sorted.filter(value => value > 0).length / sorted.length
      const lessIn = sorted.filter(value => value < 0).length / sorted.length
      const found = {
        ...looked,
        before: median(both.map(([a]) => a)),
        after: median(both.map(([, b]) => b)),
        difference,
        moreIn,
      }
      return { ...found, sentence: sentenceOf(found, lessIn) }
    }),
  }
}

function sentenceOf(
  { who, what, outcome, before, after, difference, moreIn }: Omit<Difference, 'sentence'>,
  lessIn: number,
): string {
  if (Number.isNaN(moreIn)) return `For ${who}, ${what} is not known: no run came to its end under both.`
  const [was, is] = [before, after].map(value => outcomeText(outcome, value))
  if (moreIn === 0 && lessIn === 0) return `For ${who} nothing changes in ${what}: ${was}.`
  const by = difference.p50
  const share = before === 0 || by === 0 ? '' : ` (${by > 0 ? '+' : '−'}${percent(Math.abs(by / before))})`
  const whole = moreIn === 1 || lessIn === 1
  const runs = whole ? '' : `; more in ${percent(moreIn)} of the runs, less in ${percent(lessIn)}`
  return `For ${who}, ${what}: ${was} before, ${is} after${share}${runs}.`
}

/** Small shares with two digits, so that a change is never +0 %. */
const percent = (share: number): string =>
  `${share > 0 && share < 0.01 ? Number((share * 100).toPrecision(2)) : Math.round(share * 1_000) / 10} %`
