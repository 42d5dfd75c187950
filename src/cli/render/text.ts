import Table from 'cli-table3'
import pc from 'picocolors'
import type { AllowedDenom } from '../../messages/ledger.ts'
import { formatSixDecimals } from '../../primitives/sixDecimals.ts'

/** Colours, or none: `ink.bold('…')`. */
export const ink = (colors: boolean) => pc.createColors(colors)

/** A table without a frame of its own; the first row is the heading. Long cells go on in the next line. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  colors: boolean,
): string {
  const drawn = new Table({
    head: head.map(text => ink(colors).bold(text)),
    style: { head: [], border: [], compact: true },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  drawn.push(...rows.map(row => row.map(cell => wrap(readable(cell)))))
  return drawn.toString()
}

const WIDEST_CELL = 60

/** A text in lines of at most sixty characters: ended at a space, else after a comma, a colon, a dot or a slash. Coloured text stays as it is. */
export function wrap(text: string, width = WIDEST_CELL): string {
  if (text.includes('\u001b')) return text
  return text
    .split('\n')
    .map(line => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const end = endOfLine(rest, width)
    lines.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return [...lines, rest].join('\n')
}

function endOfLine(text: string, width: number): number {
  const ends = [
    text.lastIndexOf(' ', width),
    ...[',', ':', '.', '/'].map(mark => text.lastIndexOf(mark, width - 1) + 1),
  ]
  return ends.find(end => end > width / 3) ?? width
}

/** Of more digits than that nobody reads one by one; the largest amount of 256 bits has 78. */
const MOST_DIGITS = 80

/** A text in which a number of hundreds of digits is its first and last ones, and how many there are. */
export const readable = (text: string): string =>
  text.replace(/\d+/g, digits =>
    digits.length <= MOST_DIGITS
      ? digits
      : `${digits.slice(0, 12)}…${digits.slice(-6)} (${digits.length} digits)`,
  )

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
