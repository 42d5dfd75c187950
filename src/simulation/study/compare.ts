import { diffPolicy } from '../../policy/diffPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { OutcomeName } from '../run/outcome.ts'
import { type Scenario, withPolicy } from '../scenario/scenario.ts'
import { ascending, quantile } from './statistics.ts'
import { type Study, simulateStudy } from './study.ts'

/** What changes for somebody from one policy to another, run by run over the same random numbers. */
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

export type Comparison = {
  readonly changes: readonly string[]
  readonly before: Study
  readonly after: Study
  readonly differences: readonly Difference[]
}

const LOOKED_AT: readonly Pick<Difference, 'who' | 'what' | 'outcome'>[] = [
  { who: 'validators', what: 'a validator’s mean income, USD a year', outcome: 'mean_income' },
  { who: 'validators', what: 'the fewest validators that are paid', outcome: 'least_validators' },
  { who: 'holders', what: 'the supply at the end, uregen', outcome: 'final_supply' },
  { who: 'holders', what: 'burned, uregen', outcome: 'burned' },
  { who: 'buyers', what: 'fees paid, uregen', outcome: 'fees' },
  {
    who: 'contributors',
    what: 'the longest row of periods without an activity pool',
    outcome: 'longest_empty_pool',
  },
  { who: 'contributors', what: 'rewards for activity, uregen', outcome: 'rewards' },
  { who: 'depositors', what: 'paid to the stability tier, uregen', outcome: 'stability_paid' },
  { who: 'depositors', what: 'periods with less than was promised', outcome: 'periods_short' },
  { who: 'agents and governance', what: 'the community pool at the end, uregen', outcome: 'community_pool' },
]

/**
 * Two policies on one scenario: what changes for whom, in words and numbers. Both see the same random numbers, so a run is compared with
 * itself.
 *
 * @example
 * const { policy } = withInput(scenario, 'policy.m013.shares.burn', 0.2)
 * compare(scenario.policy, policy, scenario, 2).differences.find(({ outcome }) => outcome === 'burned')?.sentence // 'For holders burned, uregen: 120000000000 before, 80000000000 after (−33.3 %).'
 */
export function compare(
  before: PolicyConfig,
  after: PolicyConfig,
  scenario: Scenario,
  runs: number,
): Comparison {
  const [first, second] = [before, after].map(policy =>
    simulateStudy(withPolicy(scenario, policy), runs),
  ) as [Study, Study]
  return {
    changes: diffPolicy(before, after).changes.map(({ sentence }) => sentence),
    before: first,
    after: second,
    differences: LOOKED_AT.map(looked => {
      const { outcome, who, what } = looked
      const of = (study: Study) => study.outcomes.map(each => each[outcome])
      const [a, b] = [of(first), of(second)]
      const sorted = ascending(b.map((value, run) => value - (a[run] ?? 0)))
      const median = (values: readonly number[]) => quantile(ascending(values), 0.5)
      const difference = {
        p5: quantile(sorted, 0.05),
        p50: quantile(sorted, 0.5),
        p95: quantile(sorted, 0.95),
      }
      const moreIn = sorted.filter(value => value > 0).length / sorted.length
      const [was, is] = [median(a), median(b)]
      return {
        ...looked,
        before: was,
        after: is,
        difference,
        moreIn,
        sentence: sentenceOf(who, what, was, is, difference.p50),
      }
    }),
  }
}

function sentenceOf(who: string, what: string, was: number, is: number, by: number): string {
  if (by === 0) return `For ${who} nothing changes in ${what}: ${was}.`
  const share = was === 0 ? '' : ` (${by > 0 ? '+' : '−'}${Math.abs(Math.round((by / was) * 1_000) / 10)} %)`
  return `For ${who} ${what}: ${was} before, ${is} after${share}.`
}
