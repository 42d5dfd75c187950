import { divideRatio, type Ratio } from '../../primitives/ratio.ts'
import { type Amounts, largestOf, NO_AMOUNTS, noAmounts, plus, totalsOf, type Writable } from './amounts.ts'
import { requireBounds } from './bounds.ts'
import { type Contribution, CREDITED_KINDS, type Finding } from './credit.ts'
import type { RewardConfig } from './params.ts'
import { GOVERNANCE, termsOf, weigher } from './weigher.ts'

export type { Amounts } from './amounts.ts'

/** What one address did in one period, and its exact score. @see SPEC M015, Storage: ActivityScore */
export type ActivityScore = {
  readonly address: string
  readonly amounts: Amounts
  readonly score: Ratio
  /** The part of the score that votes and proposals earned. */
  readonly governanceScore: Ratio
}

/** The scores of a period, activity by activity, and what looked wrong about it. */
export type Scores = { readonly scores: readonly ActivityScore[]; readonly findings: readonly Finding[] }

/**
 * The exact score of every address, in alphabetical order.
 *
 *     activity_score[p]:
 *     score_p = Σ amount × weight                       raw: uregen and counts as they are
 *     score_p = Σ weight × amount / Σ amount of all     normalised-per-activity
 *     score_p = Σ value × weight + Σ count / largest count × 1,000,000 × weight     counts-to-largest
 *
 * With scoreRounding `floored` each term is floored, a share of the largest count before its weight.
 *
 * With `fee-paid`, the fees that p paid take the place of the three values, under the sum of their weights.
 *
 * @see SPEC M015, Reward Calculation, 3. Activity Scoring
 *
 * @example
 * const { contributions } = creditActivities([purchase], M015_V0)
 * scoreActivities(contributions, M015_V0).scores.map(({ score }) => score) // [ { num: 30000000n, den: 1n } ]
 */
export function scoreActivities(
  contributions: readonly Pick<Contribution, 'address' | 'kind' | 'amount'>[],
  params: RewardConfig,
): Scores {
  requireBounds(params)
  const people = new Map<string, Writable>()
  for (const { address, kind, amount } of contributions) {
    let amounts = people.get(address)
    if (amounts === undefined) {
      amounts = noAmounts()
      people.set(address, amounts)
    }
    amounts[kind] = plus(amounts[kind], amount)
  }
  const all = [...people.values()]
  const totals = totalsOf(all)
  const largest = params.scoring === 'counts-to-largest' ? largestOf(all) : totals
  const terms = termsOf(params, totals, largest)
  const scoreOf = weigher(terms)
  const governanceOf = weigher(terms.filter(({ kind }) => GOVERNANCE.includes(kind)))
  const scores = [...people.keys()].sort().map(address => {
    const amounts = people.get(address) ?? NO_AMOUNTS
    return { address, amounts, score: scoreOf(amounts), governanceScore: governanceOf(amounts) }
  })
  const governance = governanceOf(totals)
  return {
    scores,
    findings:
      params.scoring === 'raw' && governance.num > 0n
        ? [{ code: 'GOVERNANCE_DUST', governanceShare: divideRatio(governance, scoreOf(totals)) }]
        : [],
  }
}

/**
 * The scores of several periods as one: for a first distribution that includes what was tracked.
 *
 * @example
 * const { scores } = scoreActivities(creditActivities([purchase], M015_V0).contributions, M015_V0)
 * mergeScores([scores, scores], M015_V0).scores.map(({ score }) => score) // [ { num: 60000000n, den: 1n } ]
 */
export const mergeScores = (periods: readonly (readonly ActivityScore[])[], params: RewardConfig): Scores =>
  scoreActivities(
    periods
      .flat()
      .flatMap(({ address, amounts }) =>
        CREDITED_KINDS.map(kind => ({ address, kind, amount: amounts[kind] })),
      ),
    params,
  )
