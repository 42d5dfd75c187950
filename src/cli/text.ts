import Table from 'cli-table3'
import pc from 'picocolors'
import type { AllowedDenom } from '../messages/ledger.ts'
import { formatSixDecimals } from '../primitives/sixDecimals.ts'

/** Colours, or none: `ink.bold('…')`. */
export const ink = (colors: boolean) => pc.createColors(colors)

/** A table without a frame of its own; the first row is the heading. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  colors: boolean,
): string {
  const drawn = new Table({
    head: head.map(text => ink(colors).bold(text)),
    style: { head: [], border: [], compact: true },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    wordWrap: true,
    wrapOnWordBoundary: true,
  })
  drawn.push(...rows.map(row => [...row]))
  return drawn.toString()
}

/** An amount as people write it: '1.5 REGEN', '0.25 USDC.axl'; a denom nobody described stays in smallest units. */
export function displayAmount(amount: bigint, denom: string, denoms: readonly AllowedDenom[]): string {
  if (denom === 'uregen') return `${formatSixDecimals(amount)} REGEN`
  const known = denoms.find(({ bankDenom }) => bankDenom === denom)
  if (known === undefined) return `${amount} ${shorten(denom)}`
  const digits = amount.toString().padStart(known.exponent + 1, '0')
  const decimals = known.exponent === 0 ? '' : digits.slice(-known.exponent).replace(/0+$/, '')
  const whole = known.exponent === 0 ? digits : digits.slice(0, -known.exponent)
  return `${whole}${decimals && `.${decimals}`} ${known.displayDenom}`
}

/** '1 request', '2 requests'. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** 'regen1crv…hl60x': the beginning and the end of a long name. */
export const shorten = (name: string): string =>
  name.length > 24 ? `${name.slice(0, 9)}…${name.slice(-6)}` : name
