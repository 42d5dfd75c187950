import { RegenError } from './errors.ts'
import { AMOUNT_MALFORMED } from './errorTable.ts'

const DECIMALS = 6
const SIX_DECIMALS = /^(0|[1-9]\d{0,71})(?:\.(\d{1,6}))?$/

/** Reads '1.5' as 1,500,000 millionths. Never rounds: a seventh decimal is an error that names what was `expected`. */
export function parseSixDecimals(text: string, expected: string): bigint {
  const match = SIX_DECIMALS.exec(text)
  if (!match) throw new RegenError(AMOUNT_MALFORMED, { input: text.slice(0, 80), expected })
  const [, whole = '', decimals = ''] = match
  return BigInt(whole + decimals.padEnd(DECIMALS, '0'))
}

/** Millionths as text without trailing zeros: 1,500,000 is '1.5'. */
export function formatSixDecimals(millionths: bigint): string {
  const digits = millionths.toString().padStart(DECIMALS + 1, '0')
  const decimals = digits.slice(-DECIMALS).replace(/0+$/, '')
  return digits.slice(0, -DECIMALS) + (decimals && `.${decimals}`)
}
