import type { AllowedDenom } from '../../messages/ledger.ts'
import type { Coin } from '../../primitives/coin.ts'
import { sanitize } from '../../primitives/sanitize.ts'

const REGEN: AllowedDenom = { bankDenom: 'uregen', displayDenom: 'REGEN', exponent: 6 }

/** A symbol that can be shown: letters of ASCII, so that none looks like another, and no markup. */
const SYMBOL = /^[a-zA-Z][a-zA-Z0-9./:_-]{0,63}$/

/**
 * An amount as people write it, exact and without trailing zeros: 1500000 uregen is '1.5 REGEN'. Denoms are those a snapshot describes (`denomsOf`); one
 * that nobody described, or whose symbol is not fit to be shown, stays in its smallest unit.
 *
 * Where two denoms have one symbol, whatever the case of its letters, or one is called as the other is in the bank, the bank's denom stands behind:
 * '1.5 USDC (ibc/8D95…)', in full.
 *
 * @example
 * formatAmount({ denom: 'uregen', amount: 59_228_369n }) // '59.228369 REGEN'
 */
export function formatAmount(
  { denom, amount }: Coin,
  denoms: readonly AllowedDenom[] | 'unknown' = [],
): string {
  const known = nameOf(denom, denoms)
  if (known === null) return `${amount} ${sanitize(denom)}`
  const { exponent, symbol, isShared } = known
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, '0')
  const end = digits.length - exponent
  const decimals = digits.slice(end).replace(/0+$/, '')
  return `${sign}${digits.slice(0, end)}${decimals && `.${decimals}`} ${symbol}${isShared ? ` (${denom})` : ''}`
}

/**
 * What to call a denom, and whether another one is called the same; null where amounts of it stay in smallest units.
 *
 * @example
 * nameOf('uregen', denomsOf(snapshot)) // { symbol: 'REGEN', exponent: 6, isShared: false }
 */
export function nameOf(
  denom: string,
  denoms: readonly AllowedDenom[] | 'unknown' = [],
): { readonly symbol: string; readonly exponent: number; readonly isShared: boolean } | null {
  const listed = [REGEN, ...(denoms === 'unknown' ? [] : denoms)]
  const known = listed.find(({ bankDenom }) => bankDenom === denom)
  if (known === undefined || !SYMBOL.test(known.displayDenom)) return null
  const { displayDenom: symbol, exponent } = known
  const isShared = listed.some(
    other =>
      other.bankDenom !== denom &&
      [other.displayDenom, other.bankDenom].some(name => name.toLowerCase() === symbol.toLowerCase()),
  )
  return { symbol, exponent, isShared }
}
