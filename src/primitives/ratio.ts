import { divisorOfDoubles, fromDouble, toDouble } from './doubles.ts'
import { RegenError } from './errors.ts'
import { RATIO_MALFORMED } from './errorTable.ts'

/** An exact fraction of 0 or more, in lowest terms: a rate, a share or a price. */
export type Ratio = { readonly num: bigint; readonly den: bigint }

/** The fraction num/den in lowest terms. `num` is 0 or more, `den` is more than 0. */
export function ratio(num: bigint, den = 1n): Ratio {
  if (den === 1n) return { num, den }
  const [n, d] = [toDouble(num), toDouble(den)]
  if (n === Infinity || d === Infinity || d === 0)
    return inLowestTerms(num, den, greatestCommonDivisor(num, den))
  const divisor = divisorOfDoubles(n, d)
  return divisor === 1 ? { num, den } : { num: fromDouble(n / divisor), den: fromDouble(d / divisor) }
}

const inLowestTerms = (num: bigint, den: bigint, divisor: bigint): Ratio =>
  divisor === 1n ? { num, den } : { num: num / divisor, den: den / divisor }

export const ZERO: Ratio = { num: 0n, den: 1n }
export const ONE: Ratio = { num: 1n, den: 1n }

const DECIMAL_FRACTION = /^(0|[1-9]\d{0,39})(?:\.(\d{1,18}))?$/

/**
 * Reads a fraction as people and governance write it: '0.02' is 2/100, in lowest terms 1/50. At most 18 decimals.
 *
 * @example
 * parseRatio('0.025') // { num: 1n, den: 40n }
 */
export function parseRatio(text: string): Ratio {
  const match = DECIMAL_FRACTION.exec(text)
  if (!match) throw new RegenError(RATIO_MALFORMED, { input: text.slice(0, 80) })
  const [, whole = '', decimals = ''] = match
  return ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

/**
 * A fraction as text: decimal where that is exact ('0.02'), else 'num/den' ('1/3').
 *
 * @example
 * formatRatio(parseRatio('0.025')) // '0.025'
 */
export function formatRatio({ num, den }: Ratio): string {
  let rest = den
  let decimals = 0
  // What is left after the tens has twos or fives, not both.
  for (const factor of [10n, 2n, 5n]) for (; rest % factor === 0n; decimals++) rest /= factor
  if (rest !== 1n) return `${num}/${den}`
  const digits = ((num * 10n ** BigInt(decimals)) / den).toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** floor(amount × ratio): the one way from an exact product back to whole units. Keeps the unit of `amount`. */
export const mulFloor = <Amount extends bigint>(amount: Amount, { num, den }: Ratio): Amount =>
  ((amount * num) / den) as Amount

/** ceil(amount × ratio): the same upwards, for what has to suffice. Keeps the unit of `amount`. */
export const mulCeil = <Amount extends bigint>(amount: Amount, { num, den }: Ratio): Amount =>
  ((amount * num + den - 1n) / den) as Amount

/** floor(ratio): an exact value as whole units. */
export const floor = ({ num, den }: Ratio): bigint => num / den

export const mulRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.num, a.den * b.den)

export const addRatio = (a: Ratio, b: Ratio): Ratio =>
  a.den === b.den ? ratio(a.num + b.num, a.den) : ratio(a.num * b.den + b.num * a.den, a.den * b.den)

/** a − b; b is at most a. */
export const subtractRatio = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.num * b.den - b.num * a.den, a.den * b.den)

/** a / b; b is not 0. */
export const divideRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num)

/** 1 / a; a is not 0. */
export const inverse = ({ num, den }: Ratio): Ratio => ({ num: den, den: num })

/** 1 − share; the share is at most 1. */
export const complement = ({ num, den }: Ratio): Ratio => ({ num: den - num, den })

/** a × (1 − part) + b × part: where a straight line from a to b is after a part of the way. */
export const interpolate = (a: Ratio, b: Ratio, part: Ratio): Ratio =>
  addRatio(mulRatio(a, complement(part)), mulRatio(b, part))

/** A whole amount or a fraction, as a fraction. */
export const exact = (amount: bigint | Ratio): Ratio => (typeof amount === 'bigint' ? ratio(amount) : amount)

/** The sum, brought to lowest terms once, at the end. */
export function sumRatios(...ratios: readonly Ratio[]): Ratio {
  let sum = 0n
  let common = 1n
  for (const { num, den } of ratios) {
    const factor = missingFactor(common, den)
    if (factor !== 1n) {
      sum *= factor
      common *= factor
    }
    sum += den === common ? num : num * (common / den)
  }
  return ratio(sum, common)
}

/** Fractions as whole numbers over the least denominator that they have in common: for sums and for shares of a whole. */
export function overOneDenominator(ratios: readonly Ratio[]): {
  readonly parts: readonly bigint[]
  readonly den: bigint
} {
  let common = 1n
  for (const { den } of ratios) common *= missingFactor(common, den)
  return { parts: ratios.map(({ num, den }) => (den === common ? num : num * (common / den))), den: common }
}

/** What a denominator lacks to be a multiple of another. */
const missingFactor = (common: bigint, den: bigint): bigint =>
  den === common || common % den === 0n ? 1n : den / greatestCommonDivisor(common, den)

/** Below 0, 0 or above 0, as a is less than, equal to or greater than b. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.num * b.den
  const right = b.num * a.den
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** |a − b| > step. */
export function areFurtherApart(a: Ratio, b: Ratio, step: Ratio): boolean {
  const difference = a.num * b.den - b.num * a.den
  return (difference < 0n ? -difference : difference) * step.den > step.num * a.den * b.den
}

export const isOne = (a: Ratio): boolean => a.num === a.den

/** Whether a is a share of a whole, 0 ≤ a ≤ 1. */
export const isShare = ({ num, den }: Ratio): boolean => num >= 0n && num <= den

/** Whether any value is a fraction by its form. */
export function isRatio(value: unknown): value is Ratio {
  const { num, den }: { readonly [field: string]: unknown } = Object(value)
  return typeof num === 'bigint' && typeof den === 'bigint' && Object.keys(Object(value)).length === 2
}

export const minRatio = <R extends Ratio>(a: R, b: R): R => (compareRatios(a, b) <= 0 ? a : b)

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a
  let y = b
  while (y !== 0n) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}
