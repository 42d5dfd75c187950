import {
  addRatio,
  compareRatios,
  floor,
  mulRatio,
  overOneDenominator,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import { requireBounds } from './bounds.ts'
import { type Contribution, CREDITED_KINDS, type CreditedKind, type Finding } from './credit.ts'
import { divide } from './fractions.ts'
import type { RewardConfig } from './params.ts'

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
  const people = new Map<string, Writable>()
  for (const { address, kind, amount } of contributions) {
    let amounts = people.get(address)
    if (amounts === undefined) {
      amounts = noAmounts()
      people.set(address, amounts)
    }
    amounts[kind] = plus(amounts[kind], amount)
  }
  const totals = totalsOf(people.values())
  const largest = params.scoring === 'counts-to-largest' ? largestOf([...people.values()]) : totals
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
        ? [{ code: 'GOVERNANCE_DUST', governanceShare: divide(governance, scoreOf(totals)) }]
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

const GOVERNANCE: readonly CreditedKind[] = ['vote', 'proposal']

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

/** What an amount of a kind adds to a score: amount × weight, or with `scale` cut( cut( amount × scale ) × weight ). */
type Term = {
  readonly kind: CreditedKind
  readonly weight: Ratio
  readonly scale: Ratio | null
  readonly isFloored: boolean
}

function termsOf(
  { weights, scoring, scoreRounding, scoreBasis }: RewardConfig,
  totals: Amounts,
  largest: Amounts,
): readonly Term[] {
  const { purchase, retirement, facilitation, vote, proposal } = weights
  const weightOf: Partial<Amounts> =
    scoreBasis === 'value' ? weights : { fee: sumRatios(purchase, retirement, facilitation), vote, proposal }
  return CREDITED_KINDS.flatMap((kind): readonly Term[] => {
    const weight = weightOf[kind]
    if (weight === undefined || totals[kind].num === 0n) return []
    if (scoring === 'normalised-per-activity')
      return [{ kind, weight: divide(weight, totals[kind]), scale: null, isFloored: false }]
    const isCount = GOVERNANCE.includes(kind) && scoring === 'counts-to-largest'
    const scale = isCount ? divide(LARGEST_COUNT, largest[kind]) : null
    return [{ kind, weight, scale, isFloored: scoreRounding === 'floored' }]
  })
}

/** Adds the terms of somebody’s amounts up: exact ones over one denominator, brought to lowest terms once. */
function weigher(terms: readonly Term[]): (amounts: Amounts) => Ratio {
  if (terms.length === 0) return () => ZERO
  if (terms.some(({ isFloored }) => isFloored))
    return amounts => ratio(terms.reduce((sum, term) => sum + flooredTerm(term, amounts[term.kind]), 0n))
  const factors = terms.map(({ weight, scale }) => (scale ? mulRatio(scale, weight) : weight))
  const { parts: whole, den: common } = overOneDenominator(factors)
  return amounts => {
    let [sum, den] = [0n, 1n]
    for (let index = 0; index < terms.length; index++) {
      const amount = amounts[(terms[index] as Term).kind]
      if (amount.num === 0n) continue
      const term = amount.num * (whole[index] as bigint)
      if (amount.den === den) sum += term
      else {
        sum = sum * amount.den + term * den
        den *= amount.den
      }
    }
    return ratio(sum, den * common)
  }
}

const flooredTerm = ({ weight, scale }: Term, amount: Ratio): bigint =>
  floor(mulRatio(scale ? ratio(floor(mulRatio(scale, amount))) : amount, weight))

type Writable = { [kind in CreditedKind]: Ratio }

const NO_AMOUNTS: Amounts = {
  purchase: ZERO,
  retirement: ZERO,
  facilitation: ZERO,
  vote: ZERO,
  proposal: ZERO,
  fee: ZERO,
}

const noAmounts = (): Writable => ({ ...NO_AMOUNTS })

/** What all did together, kind by kind. */
function totalsOf(people: Iterable<Amounts>): Amounts {
  const totals = noAmounts()
  const all = [...people]
  for (const kind of CREDITED_KINDS) totals[kind] = sumRatios(...all.map(amounts => amounts[kind]))
  return totals
}

/** a + b, without looking for lowest terms where there are none to find: most amounts are whole. */
const plus = (a: Ratio, b: Ratio): Ratio =>
  a.den !== 1n || b.den !== 1n ? addRatio(a, b) : a.num === 0n ? b : { num: a.num + b.num, den: 1n }
