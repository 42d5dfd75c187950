/**
 * Decimals as the chain's ecocredit module computes them: coefficient × 10^exponent, additions exact, products
 * rounded half up to 34 significant digits (decimal128). Exact here means: as the node does it, digit by digit.
 */
export type ChainDecimal = { readonly coefficient: bigint; readonly exponent: number }

const SIGNIFICANT_DIGITS = 34
const LARGEST_EXPONENT = 100_000

/** The chain reads up to 100,000 digits; nobody writes as many, and computing with them takes time. */
const MAX_TEXT_LENGTH = 1_100

const DECIMAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,18}))?$/

/**
 * Reads a decimal as the chain does, or null when the chain would not: signs, exponents, '1.' and '.5' are fine,
 * the empty text is 0; NaN, Infinity, hex, spaces, separators and an exponent beyond 100,000 are not. Numbers of
 * more than 1,100 characters are null as well, though the chain reads longer ones.
 */
export function parseChainDecimal(text: string): ChainDecimal | null {
  const known = READ.get(text)
  if (known !== undefined) return known
  const decimal = parseAnew(text)
  if (text.length > MAX_KEPT_LENGTH) return decimal
  if (READ.size >= MAX_READ) READ.clear()
  READ.set(text, decimal)
  return decimal
}

/** The decimals that were read last: one amount is checked, valued and moved, and is read for each. */
const READ = /* @__PURE__ */ new Map<string, ChainDecimal | null>()
const MAX_READ = 1_000
const MAX_KEPT_LENGTH = 40

function parseAnew(text: string): ChainDecimal | null {
  if (text === '') return { coefficient: 0n, exponent: 0 }
  const match = text.length > MAX_TEXT_LENGTH ? null : DECIMAL.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', decimals = '', onlyDecimals = '', power = '0'] = match
  const exponent = parseInt(power, 10) - decimals.length - onlyDecimals.length
  if (exponent > LARGEST_EXPONENT || exponent < -LARGEST_EXPONENT) return null
  const coefficient = BigInt(whole + decimals + onlyDecimals)
  return { coefficient: sign === '-' ? -coefficient : coefficient, exponent }
}

/** How many decimals the text carries: trailing zeros count, as they do on chain. */
export const decimalPlaces = ({ exponent }: ChainDecimal): number => (exponent < 0 ? -exponent : 0)

export const chainInteger = (amount: bigint): ChainDecimal => ({ coefficient: amount, exponent: 0 })

/** a × b, rounded half up to 34 significant digits. */
export function mulDecimal(a: ChainDecimal, b: ChainDecimal): ChainDecimal {
  return roundTo34({ coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent })
}

/** a + b, exact. */
export function addDecimal(a: ChainDecimal, b: ChainDecimal): ChainDecimal {
  const exponent = a.exponent < b.exponent ? a.exponent : b.exponent
  return { coefficient: scaleTo(a, exponent) + scaleTo(b, exponent), exponent }
}

/** a − b, exact. */
export const subDecimal = (a: ChainDecimal, b: ChainDecimal): ChainDecimal =>
  addDecimal(a, { coefficient: -b.coefficient, exponent: b.exponent })

/** The integer part, towards zero: where the keeper turns a decimal into coins. */
export function truncDecimal({ coefficient, exponent }: ChainDecimal): bigint {
  return exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent)
}

/** A decimal as plain text without exponent or trailing zeros: '499999.5'. */
export function formatChainDecimal({ coefficient, exponent }: ChainDecimal): string {
  const sign = coefficient < 0n ? '-' : ''
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString()
  if (exponent >= 0) return coefficient === 0n ? '0' : sign + digits + '0'.repeat(exponent)
  const padded = digits.padStart(1 - exponent, '0')
  const decimals = withoutTrailingZeros(padded.slice(exponent))
  return sign + padded.slice(0, exponent) + (decimals && `.${decimals}`)
}

/** A loop, because a regular expression tries a long run of zeros from each of them. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return digits.slice(0, end)
}

const scaleTo = ({ coefficient, exponent }: ChainDecimal, target: number): bigint =>
  exponent === target ? coefficient : coefficient * 10n ** BigInt(exponent - target)

function roundTo34({ coefficient, exponent }: ChainDecimal): ChainDecimal {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().length
  const excess = digits - SIGNIFICANT_DIGITS
  if (excess <= 0) return { coefficient, exponent }
  const unit = 10n ** BigInt(excess)
  const half = coefficient < 0n ? -unit / 2n : unit / 2n
  return { coefficient: (coefficient + half) / unit, exponent: exponent + excess }
}
