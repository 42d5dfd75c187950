import { addRatio, mulRatio, type Ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
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
 *
 * With `fee-paid`, the fees that p paid take the place of the three values, under the sum of their weights.
 *
 * @see SPEC M015, Reward Calculation, 3. Activity Scoring
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
  const terms = termsOf(params, totals)
  const weigh = (amounts: Amounts, kinds: readonly CreditedKind[]) =>
    sumRatios(
      ...terms
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, factor }) => mulRatio(factor, amounts[kind])),
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

/** The scores of several periods as one: for a first distribution that includes what was tracked. */
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

/** What each kind is multiplied with. */
function termsOf({ weights, scoring, scoreBasis }: RewardConfig, totals: Amounts) {
  const { purchase, retirement, facilitation, vote, proposal } = weights
  const weightOf: Partial<Amounts> =
    scoreBasis === 'value' ? weights : { fee: sumRatios(purchase, retirement, facilitation), vote, proposal }
  return CREDITED_KINDS.flatMap(kind => {
    const weight = weightOf[kind]
    if (weight === undefined || totals[kind].num === 0n) return []
    return [{ kind, factor: scoring === 'raw' ? weight : divide(weight, totals[kind]) }]
  })
}

const noAmounts = () =>
  Object.fromEntries(CREDITED_KINDS.map(kind => [kind, ZERO])) as { [kind in CreditedKind]: Ratio }

/** a + b, without looking for lowest terms where there are none to find: most amounts are whole. */
const plus = (a: Ratio, b: Ratio): Ratio =>
  a.den === 1n && b.den === 1n ? { num: a.num + b.num, den: 1n } : addRatio(a, b)
