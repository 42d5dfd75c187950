import { RegenError } from './errors.ts'
import { AMOUNT_NEGATIVE, INPUT_INVALID } from './errorTable.ts'
import { formatSixDecimals, parseSixDecimals } from './sixDecimals.ts'

declare const unit: unique symbol

/** A whole number of uregen, 0 or more (1 REGEN = 1,000,000 uregen). */
export type Uregen = bigint & { readonly [unit]: 'uregen' }

/**
 * Marks a bigint as uregen.
 *
 * @example
 * uregen(59_228_369n) // 59228369n
 */
export function uregen(amount: bigint): Uregen {
  if (amount < 0n) throw new RegenError(AMOUNT_NEGATIVE, { amount })
  return amount as Uregen
}

/**
 * Reads REGEN as people type it: '1.5' is 1,500,000 uregen. Never rounds: a seventh decimal is an error.
 *
 * @example
 * parseRegen('59.228369') // 59228369n
 */
export const parseRegen = (text: string): Uregen =>
  parseSixDecimals(text, 'REGEN with at most 6 decimals, such as "1.5"') as Uregen

/**
 * uregen as REGEN, without trailing zeros: 1,500,000 is '1.5'. What is no bigint, as plain JavaScript lets pass, is INPUT_INVALID.
 *
 * @example
 * formatRegen(uregen(59_228_369n)) // '59.228369'
 */
export function formatRegen(amount: Uregen): string {
  if (typeof amount !== 'bigint')
    throw new RegenError(INPUT_INVALID, {
      what: 'an amount of uregen',
      issues: `✖ expected a bigint, got ${amount === null ? 'null' : typeof amount}`,
    })
  return formatSixDecimals(amount)
}

/** The sum; 0 for none. */
export const sumUregen = (...amounts: readonly Uregen[]): Uregen =>
  amounts.reduce<bigint>((sum, amount) => sum + amount, 0n) as Uregen
