import {
  type ChargedLine,
  chargeTransaction,
  type FeeRules as Rules,
} from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import type { Routing } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/valuation.ts'
import type { M013Policy } from '../../policy/policy.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ChargedTransaction, Volume } from '../inputs/epochInputs.ts'
import { requireRate, valueInUregen } from './convert.ts'

/** M013's own configuration, and the knobs that decide what a period collects. */
export type FeeRules = Rules & Routing & Pick<M013Policy, 'collection' | 'autoRetire'>

/** A charged line, and the denom that its fee is taken in. */
export type CollectedLine = ChargedLine & { readonly denom: string }

/** In which denom a value is charged (OQ-M013-3): uregen with `regen-only`, else its own. */
function collectedIn(
  { txType, denom, value }: Pick<ChargedTransaction, 'txType' | 'denom' | 'value'>,
  rates: Rates,
  { collection }: Pick<FeeRules, 'collection'>,
): CollectedLine {
  return denom === 'uregen' || collection !== 'regen-only'
    ? { txType, denom, value }
    : { txType, denom: 'uregen', value: valueInUregen(value, denom, rates) }
}

/** What each message of a volume is charged as: n messages are n of equal value. */
export const lineOfEach = (
  { txType, denom, value, messages }: Volume,
  rates: Rates,
  rules: Pick<FeeRules, 'collection'>,
): CollectedLine =>
  collectedIn(
    { txType, denom, value: messages === 1n ? value : { num: value.num, den: value.den * messages } },
    rates,
    rules,
  )

/** The fee of a message that is alone in its transaction. */
export const chargeAlone = (line: ChargedLine, rules: Rules): Uregen =>
  chargeTransaction([[line]], rules)[0]?.atLeast ?? (0n as Uregen)

/** The rules for one denom. minimum = floor( minFee / rate ) */
export function rulesIn(denom: string, rates: Rates, rules: FeeRules): FeeRules {
  if (denom === 'uregen') return rules
  const { num, den } = requireRate(denom, rates)
  return { ...rules, minFee: ((rules.minFee * den) / num) as Uregen }
}

/** What a part is charged as: with `autoRetire: both` a purchase that retires pays for its retirement as well. */
export function linesOf(part: ChargedTransaction, rates: Rates, rules: FeeRules): readonly CollectedLine[] {
  const line = collectedIn(part, rates, rules)
  const { credited } = part
  if (rules.autoRetire !== 'both' || credited?.kind !== 'purchase' || !credited.autoRetired) return [line]
  return [line, retirementLine(line, credited.retirementValue ?? null)]
}

const retirementLine = (line: CollectedLine, stated: Ratio | null): CollectedLine => ({
  ...line,
  txType: 'CreditRetirement',
  ...(stated && { denom: 'uregen', value: stated }),
})
