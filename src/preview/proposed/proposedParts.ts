import { computePart, type FeePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import type { FeeRate, TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { addRatio, formatRatio, type Ratio, ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type ChargeValuation, roundValue, type ValuedCharge } from './valueCharge.ts'

/** One charged part of a message: a transaction type and the credits of one class, or one payment. */
export type ProposedPart = {
  readonly txType: TxType
  /** In uregen, exact; null when it is not known. */
  readonly value: Ratio | null
  readonly valuation: ChargeValuation
  readonly rate: FeeRate
  readonly rateCapped: boolean
  /** What the value adds to the fee. Parts of one type are floored together, so these add up to that floor. */
  readonly byValue: Uregen | null
}

/** Lines of the same type, class and price are one part; each part adds what it lifts the floor of its type by. */
export function proposedParts(charges: readonly ValuedCharge[], knobs: M013Policy): readonly ProposedPart[] {
  const before = new Map<TxType, FeePart>()
  return mergeSubjects(charges.map(charge => roundValue(charge, knobs))).map(
    ({ txType, value, valuation }) => {
      const earlier = before.get(txType)
      const sum = earlier ? addRatio(earlier.value, value ?? ZERO) : (value ?? ZERO)
      const part = computePart({ txType, value: sum }, knobs)
      before.set(txType, part)
      const { rate, rateCapped, byValue } = part
      const added = (byValue - (earlier?.byValue ?? 0n)) as Uregen
      return { txType, value, valuation, rate, rateCapped, byValue: value === null ? null : added }
    },
  )
}

/** Charges of the same type, class and price as one, with what they are worth together. */
function mergeSubjects(charges: readonly ValuedCharge[]): readonly ValuedCharge[] {
  if (charges.length < 2) return charges
  const merged = new Map<string, ValuedCharge>()
  for (const charge of charges) {
    const subject = subjectOf(charge)
    const known = merged.get(subject)
    merged.set(subject, known ? { ...known, value: addKnown(known.value, charge.value) } : charge)
  }
  return [...merged.values()]
}

const subjectOf = ({ txType, valuation: { classId, source, denom, price } }: ValuedCharge): string =>
  JSON.stringify([txType, classId, source, denom, price && formatRatio(price)])

const addKnown = (a: Ratio | null, b: Ratio | null): Ratio | null =>
  a === null || b === null ? null : addRatio(a, b)
