import {
  divideRatio,
  floor,
  mulRatio,
  overOneDenominator,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import type { Amounts } from './amounts.ts'
import { CREDITED_KINDS, type CreditedKind } from './credit.ts'
import type { RewardConfig } from './params.ts'

export const GOVERNANCE: readonly CreditedKind[] = ['vote', 'proposal']

/** What the largest count of a kind is worth, in uregen. */
const LARGEST_COUNT = /* @__PURE__ */ ratio(1_000_000n)

/** What an amount of a kind adds to a score: amount × weight, or with `scale` cut( cut( amount × scale ) × weight ). */
export type Term = {
  readonly kind: CreditedKind
  readonly weight: Ratio
  readonly scale: Ratio | null
  readonly isFloored: boolean
}

/** What each kind that somebody did adds, under a scoring. */
export function termsOf(
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
      return [{ kind, weight: divideRatio(weight, totals[kind]), scale: null, isFloored: false }]
    const isCount = GOVERNANCE.includes(kind) && scoring === 'counts-to-largest'
    const scale = isCount ? divideRatio(LARGEST_COUNT, largest[kind]) : null
    return [{ kind, weight, scale, isFloored: scoreRounding === 'floored' }]
  })
}

/** Adds the terms of somebody’s amounts up: exact ones over one denominator, brought to lowest terms once. */
export function weigher(terms: readonly Term[]): (amounts: Amounts) => Ratio {
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
