import type { AllowedDenom } from '../messages/ledger.ts'
import type { Coin } from '../primitives/coin.ts'

const REGEN: AllowedDenom = { bankDenom: 'uregen', displayDenom: 'REGEN', exponent: 6 }

/**
 * An amount as people write it, exact and without trailing zeros: 1500000 uregen is '1.5 REGEN'. Denoms are those a snapshot lists as allowed; one that nobody described stays in
 * its smallest unit.
 *
 * @example
 * formatAmount({ denom: 'uregen', amount: 59_228_369n }) // '59.228369 REGEN'
 */
export function formatAmount(
  { denom, amount }: Coin,
  denoms: readonly AllowedDenom[] | 'unknown' = [],
): string {
  const listed = denoms === 'unknown' ? [] : denoms
  const known = [...listed, REGEN].find(({ bankDenom }) => bankDenom === denom)
  if (known === undefined) return `${amount} ${denom}`
  const { exponent, displayDenom } = known
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, '0')
  const end = digits.length - exponent
  const decimals = digits.slice(end).replace(/0+$/, '')
  return `${sign}${digits.slice(0, end)}${decimals && `.${decimals}`} ${displayDenom}`
}
