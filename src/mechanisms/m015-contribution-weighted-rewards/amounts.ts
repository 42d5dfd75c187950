import { addRatio, compareRatios, type Ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
import { CREDITED_KINDS, type CreditedKind } from './credit.ts'

/** uregen of value, counts of votes and proposals, uregen of fees. */
export type Amounts = { readonly [kind in CreditedKind]: Ratio }

/** Amounts that are being added up. */
export type Writable = { [kind in CreditedKind]: Ratio }

export const NO_AMOUNTS: Amounts = {
  purchase: ZERO,
  retirement: ZERO,
  facilitation: ZERO,
  vote: ZERO,
  proposal: ZERO,
  fee: ZERO,
}

export const noAmounts = (): Writable => ({ ...NO_AMOUNTS })

/** What all did together, kind by kind. */
export function totalsOf(people: readonly Amounts[]): Amounts {
  const totals = noAmounts()
  for (const kind of CREDITED_KINDS) {
    let sum = 0n
    for (const amounts of people) {
      const { num, den } = amounts[kind]
      // Fractions are rare, and added up as such.
      if (den !== 1n) return totalsOfFractions(people)
      if (num !== 0n) sum += num
    }
    if (sum !== 0n) totals[kind] = { num: sum, den: 1n }
  }
  return totals
}

function totalsOfFractions(people: readonly Amounts[]): Amounts {
  const totals = noAmounts()
  for (const kind of CREDITED_KINDS) totals[kind] = sumRatios(...people.map(amounts => amounts[kind]))
  return totals
}

/** The amount of each kind that somebody has most of. */
export const largestOf = (people: readonly Amounts[]): Amounts =>
  Object.fromEntries(
    CREDITED_KINDS.map(kind => [
      kind,
      people.reduce((most, amounts) => (compareRatios(amounts[kind], most) > 0 ? amounts[kind] : most), ZERO),
    ]),
  ) as Amounts

/** a + b, without looking for lowest terms where there are none to find: most amounts are whole. */
export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.den !== 1n || b.den !== 1n ? addRatio(a, b) : a.num === 0n ? b : { num: a.num + b.num, den: 1n }
