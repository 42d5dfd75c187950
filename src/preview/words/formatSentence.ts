import type { AllowedDenom } from '../../messages/ledger.ts'
import { formatAmount, nameOf } from './formatAmount.ts'

/** A whole number of a bank denom, not part of a longer number or name: '25000000uregen', '7 uregen'. What a person wrote, in “ ”, is passed over. */
const AMOUNT = /“[^”]*”|(?<![\w.])(\d{1,78}) ?([a-zA-Z][a-zA-Z0-9/:._-]{1,126}[a-zA-Z0-9])/g

/**
 * A sentence in which every amount of a denom that is known stands as people write it: '25000000uregen' is '25 REGEN'. Denoms are those a snapshot lists as allowed;
 * of one that nobody described the amount stays as it is.
 *
 * @example
 * formatSentence('Buys 1 credit for at most 25000000uregen.') // 'Buys 1 credit for at most 25 REGEN.'
 */
export const formatSentence = (
  sentence: string,
  denoms: readonly AllowedDenom[] | 'unknown' = [],
): string => {
  return sentence.replace(AMOUNT, (found, amount: string | undefined, denom: string) =>
    amount !== undefined && nameOf(denom, denoms) !== null
      ? formatAmount({ denom, amount: BigInt(amount) }, denoms)
      : found,
  )
}
