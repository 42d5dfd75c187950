import { parseChainDecimal } from '../../primitives/chainDecimal.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { retirementRules } from '../fields/identifiers.ts'
import { isNonZero, optionalAmount } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { anyText } from '../fields/text.ts'
import { countCredits, forGood } from './credits.ts'

/** Credits that arrive tradable, retired at once, or both. Jurisdiction and reason count only for the latter. */
export type Arrival = {
  readonly tradableAmount: string
  readonly retiredAmount: string
  readonly retirementJurisdiction: string
  readonly retirementReason: string
}

export const arrivalFields = {
  tradableAmount: optionalAmount,
  retiredAmount: optionalAmount,
  retirementJurisdiction: anyText,
  retirementReason: anyText,
}

/** Both amounts may be '0', and one of them may be left out. */
export const arrivalRules = [
  ruleOn('required', ['tradableAmount'], ({ tradableAmount, retiredAmount }: Arrival) =>
    tradableAmount === '' && retiredAmount === '' ? 'neither a tradable nor a retired amount is given' : null,
  ),
  ...retirementRules(({ retiredAmount }: Arrival) => isNonZero(retiredAmount)),
] as const

/** '10 tradable and 1 retired credits of C01-…-001 (retired in US-WA, for good)'; an amount of zero is left out. */
export function arrivalText(
  { tradableAmount, retiredAmount, retirementJurisdiction, retirementReason }: Arrival,
  rest: string,
): string {
  if (isZero(retiredAmount)) return `${countCredits(tradableAmount, 'tradable ')} ${rest}`
  const retired = `${countCredits(retiredAmount, 'retired ')} ${rest} (retired${forGood(retirementJurisdiction, retirementReason)})`
  return isZero(tradableAmount) ? retired : `${sanitize(tradableAmount)} tradable and ${retired}`
}

/** What is not a number is no zero: it is shown as it was given. */
const isZero = (amount: string): boolean => amount === '' || parseChainDecimal(amount)?.coefficient === 0n
