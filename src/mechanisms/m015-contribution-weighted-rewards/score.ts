import {
  addRatio,
  compareRatios,
  floor,
  mulRatio,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import { requireBounds } from './bounds.ts'
import { type Contribution, CREDITED_KINDS, type CreditedKind, type Finding } from './credit.ts'
import { divide } from './fractions.ts'
import type { ActivityKind, RewardConfig } from './params.ts'

/** uregen of value, counts of votes and proposals, uregen of fees. */
export type Amounts = { readonly [kind in CreditedKind]: Ratio }

/** What one address did in one period, and its exact score. @see SPEC M015, Storage: ActivityScore */
export type ActivityScore = {
  readonly address: string
  readonly amounts: Amounts
  readonly score: Ratio
  /** The part of the score that votes and proposals earned. */
  readonly governanceScore: Ratio
}

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
  const people = new Map<string, { [kind in CreditedKind]: Ratio }>()
  const totals = noAmounts()
  for (const { address, kind, amount } of contributions) {
    const amounts = people.get(address) ?? noAmounts()
    people.set(address, amounts)
    amounts[kind] = plus(amounts[kind], amount)
    totals[kind] = plus(totals[kind], amount)
  }
  const largest = params.scoring === 'counts-to-largest' ? largestOf([...people.values()]) : totals
  const terms = termsOf(params, totals, largest)
  const weigh = (amounts: Amounts, kinds: readonly CreditedKind[]) =>
    sumRatios(
      ...terms.filter(({ kind }) => kinds.includes(kind)).map(({ kind, weigh }) => weigh(amounts[kind])),
    )
  const scores = [...people]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, amounts]) => ({
      address,
      amounts,
      score: weigh(amounts, CREDITED_KINDS),
      governanceScore: weigh(amounts, GOVERNANCE),
    }))
  const governance = weigh(totals, GOVERNANCE)
  const total = weigh(totals, CREDITED_KINDS)
  return {
    scores,
    findings:
      params.scoring === 'raw' && governance.num > 0n
        ? [
            {
              code: 'GOVERNANCE_DUST',
              governanceShare: divide(governance, total),
            },
          ]
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

const GOVERNANCE: readonly ActivityKind[] = ['vote', 'proposal']

/** The amount of each kind that somebody has most of. */
const largestOf = (people: readonly Amounts[]): Amounts =>
  Object.fromEntries(
    CREDITED_KINDS.map(kind => [
      kind,
      people.reduce((most, amounts) => (compareRatios(amounts[kind], most) > 0 ? amounts[kind] : most), ZERO),
    ]),
  ) as Amounts

/** What the largest count of a kind is worth, in uregen. */
const LARGEST_COUNT = ratio(1_000_000n)

/** What an amount of each kind adds to a score. */
function termsOf(
  { weights, scoring, scoreRounding, scoreBasis }: RewardConfig,
  totals: Amounts,
  largest: Amounts,
): readonly { readonly kind: CreditedKind; readonly weigh: (amount: Ratio) => Ratio }[] {
  const { purchase, retirement, facilitation, vote, proposal } = weights
  const weightOf: Partial<Amounts> =
    scoreBasis === 'value' ? weights : { fee: sumRatios(purchase, retirement, facilitation), vote, proposal }
  return CREDITED_KINDS.flatMap(kind => {
    const weight = weightOf[kind]
    if (weight === undefined || totals[kind].num === 0n) return []
    if (scoring === 'normalised-per-activity') {
      const factor = divide(weight, totals[kind])
      return [{ kind, weigh: (amount: Ratio) => mulRatio(factor, amount) }]
    }
    const cut = (term: Ratio) => (scoreRounding === 'floored' ? ratio(floor(term)) : term)
    const isCount = GOVERNANCE.some(count => count === kind) && scoring === 'counts-to-largest'
    const scale = isCount ? divide(LARGEST_COUNT, largest[kind]) : null
    return [
      {
        kind,
        weigh: (amount: Ratio) => cut(mulRatio(scale ? cut(mulRatio(scale, amount)) : amount, weight)),
      },
    ]
  })
}

const noAmounts = () =>
  Object.fromEntries(CREDITED_KINDS.map(kind => [kind, ZERO])) as { [kind in CreditedKind]: Ratio }

/** a + b, without looking for lowest terms where there are none to find: most amounts are whole. */
const plus = (a: Ratio, b: Ratio): Ratio =>
  a.den === 1n && b.den === 1n ? { num: a.num + b.num, den: 1n } : addRatio(a, b)
