import { chargesRetirement } from '../../mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import {
  type ChargedLine,
  chargeTransaction,
  collectedIn,
  type FeeRules as Rules,
  rulesAt,
} from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { Routing } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { M013Policy } from '../../policy/policy.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ChargedTransaction, Volume } from '../inputs/epochInputs.ts'
import { requireRate, valueInUregen } from './convert.ts'

/** M013's own configuration, and the knobs that decide what a period collects. */
export type FeeRules = Rules & Routing & Pick<M013Policy, 'collection' | 'autoRetire'>

/** A charged line, and the denom that its fee is taken in. */
export type CollectedLine = ChargedLine & { readonly denom: string }

/** A value as it is charged, in the denom in which its fee is collected. */
function lineOf(
  { txType, denom, value }: Pick<ChargedTransaction, 'txType' | 'denom' | 'value'>,
  rates: Rates,
  rules: Pick<FeeRules, 'collection'>,
): CollectedLine {
  const into = collectedIn(denom, rules)
  return { txType, denom: into, value: into === denom ? value : valueInUregen(value, denom, rates) }
}

/** What each message of a volume is charged as: n messages are n of equal value. */
export const lineOfEach = (
  { txType, denom, value, messages }: Volume,
  rates: Rates,
  rules: Pick<FeeRules, 'collection'>,
): CollectedLine =>
  lineOf(
    { txType, denom, value: messages === 1n ? value : { num: value.num, den: value.den * messages } },
    rates,
    rules,
  )

/** The fee of a message that is alone in its transaction. */
export const chargeAlone = (line: ChargedLine, rules: Rules): Uregen =>
  chargeTransaction([[line]], rules)[0]?.atLeast ?? (0n as Uregen)

/** The rules for what is collected in one denom. */
export const rulesIn = (denom: string, rates: Rates, rules: FeeRules): FeeRules =>
  denom === 'uregen' ? rules : rulesAt(requireRate(denom, rates), rules)

/** What a part is charged as: a purchase that retires may pay for its retirement as well. */
export function linesOf(part: ChargedTransaction, rates: Rates, rules: FeeRules): readonly CollectedLine[] {
  const line = lineOf(part, rates, rules)
  const { credited } = part
  if (credited?.kind !== 'purchase' || !chargesRetirement(credited.autoRetired, rules)) return [line]
  return [line, retirementLine(line, credited.retirementValue ?? null)]
}

const retirementLine = (line: CollectedLine, stated: Ratio | null): CollectedLine => ({
  ...line,
  txType: 'CreditRetirement',
  ...(stated && { denom: 'uregen', value: stated }),
})
