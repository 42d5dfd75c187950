import { RegenError } from './errors.ts'
import { AMOUNT_NEGATIVE } from './errorTable.ts'
import { formatSixDecimals, parseSixDecimals } from './sixDecimals.ts'

declare const unit: unique symbol

/** An amount of ecological credits in whole millionths, 0 or more (every credit type on chain has six decimals). */
export type Credits = bigint & { readonly [unit]: 'millionths of a credit' }

/** Millionths in one credit. */
export const CREDIT = 1_000_000n

/**
 * Marks a bigint as millionths of a credit.
 *
 * @example
 * formatCredits(credits(1_500_000n)) // '1.5'
 */
export function credits(millionths: bigint): Credits {
  if (millionths < 0n) throw new RegenError(AMOUNT_NEGATIVE, { amount: millionths })
  return millionths as Credits
}

/**
 * Reads credits as people type them: '2.5' is 2,500,000 millionths. Never rounds: a seventh decimal is an error.
 *
 * @example
 * parseCredits('1.5') // 1500000n
 */
export const parseCredits = (text: string): Credits =>
  parseSixDecimals(text, 'credits with at most 6 decimals, such as "2.5"') as Credits

/**
 * Millionths as credits, without trailing zeros: 2,500,000 is '2.5'.
 *
 * @example
 * formatCredits(parseCredits('1.500')) // '1.5'
 */
export const formatCredits = (amount: Credits): string => formatSixDecimals(amount)
