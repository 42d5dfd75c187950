import { computeMessageFee, computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import type { FeeConfig, TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/valuation.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { floor, mulRatio, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { requireRate, valueInUregen } from './convert.ts'

/** M013's own configuration, and the knobs that decide what a period collects. */
export type FeeRules = FeeConfig &
  Pick<M013Policy, 'minFeeVsMaxRate' | 'zeroValue' | 'minFeeScope' | 'remainder' | 'collection'>

/** What a fee is taken in, its value there, and the minimum there. */
export type Collected = { readonly denom: string; readonly value: Ratio; readonly minFee: Uregen }

/**
 * In which denom a value is charged (OQ-M013-3): uregen with `regen-only`, else its own.
 *
 *     minimum in another denom = floor( minFee / rate )
 */
export function collectedIn(denom: string, value: Ratio, rates: Rates, rules: FeeRules): Collected {
  const { minFee, collection } = rules
  if (denom === 'uregen') return { denom, value, minFee }
  if (collection === 'regen-only')
    return { denom: 'uregen', value: valueInUregen(value, denom, rates), minFee }
  const { num, den } = requireRate(denom, rates)
  return { denom, value, minFee: ((minFee * den) / num) as Uregen }
}

/**
 * The fee that one minimum covers, in the smallest unit of the values.
 *
 *     fee = max( Σ over types of floor( Σ value × rate ), minimum )
 *
 * A value of 0 is exempt by `zeroValue`; with `cap-wins` the fee is at most floor( Σ value × maxRate ).
 */
export function chargeTogether(
  charged: readonly { readonly txType: TxType; readonly value: Ratio }[],
  minFee: Uregen,
  rules: FeeRules,
): Uregen {
  if (rules.zeroValue === 'exempt' && charged.every(({ value }) => value.num === 0n)) return 0n as Uregen
  const [first] = charged
  const byValue =
    first && charged.length === 1
      ? computePart(first, rules).byValue
      : computeMessageFee(charged, { ...rules, minFee: 0n as Uregen }).fee
  if (byValue >= minFee) return byValue
  if (rules.minFeeVsMaxRate === 'min-wins') return minFee
  const most = floor(mulRatio(sumRatios(...charged.map(({ value }) => value)), rules.maxRate))
  return (most < minFee ? most : minFee) as Uregen
}

/** A fee over the parts that it was charged on, by what each adds by value; the parts sum to the fee exactly. */
export function spreadFee(fee: Uregen, byValues: readonly bigint[]): readonly Uregen[] {
  if (byValues.length === 1) return [fee]
  const total = byValues.reduce((sum, byValue) => sum + byValue, 0n)
  if (total === 0n) return byValues.map((_, index) => (index === 0 ? fee : 0n) as Uregen)
  let before = 0n
  let given = 0n
  return byValues.map(byValue => {
    before += byValue
    const part = (fee * before) / total - given
    given += part
    return part as Uregen
  })
}
