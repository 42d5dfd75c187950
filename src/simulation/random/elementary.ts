/**
 * Logarithm, exponential and normal distribution from the four basic operations and the square root alone. Those are exact by IEEE 754
 * on every machine; `Math.log` and `Math.exp` are not, and a run must give the same bytes in Node and in every browser.
 */

const LN2_HIGH = 0.693147180369123816490
const LN2_LOW = 1.90821492927058770002e-10
const SQRT_HALF = 0.70710678118654752440

/** The natural logarithm of a number above 0. */
export function ln(x: number): number {
  if (!(x > 0)) return Number.NaN
  let exponent = 0
  let m = x
  while (m >= 2 * SQRT_HALF) {
    m /= 2
    exponent++
  }
  while (m < SQRT_HALF) {
    m *= 2
    exponent--
  }
  const s = (m - 1) / (m + 1)
  const square = s * s
  let sum = 0
  for (let odd = 23; odd >= 1; odd -= 2) sum = 1 / odd + square * sum
  return exponent * LN2_HIGH + (2 * s * sum + exponent * LN2_LOW)
}

/** e to the power of x; 0 and Infinity where a number no longer holds it. */
export function exp(x: number): number {
  if (x > 709) return Number.POSITIVE_INFINITY
  if (x < -745) return 0
  const k = Math.round(x / (LN2_HIGH + LN2_LOW))
  const r = x - k * LN2_HIGH - k * LN2_LOW
  let sum = 1
  for (let n = 14; n >= 1; n--) sum = 1 + (r / n) * sum
  let scaled = sum
  for (let n = 0; n < k; n++) scaled *= 2
  for (let n = 0; n > k; n--) scaled /= 2
  return scaled
}

const TWO_PI = 6.28318530717958647692

/** The sine of so many whole turns. */
export function sineOfTurns(turns: number): number {
  const part = turns - Math.floor(turns)
  const folded = part <= 0.25 ? part : part <= 0.75 ? 0.5 - part : part - 1
  const x = folded * TWO_PI
  const square = x * x
  let sum = 1
  for (let n = 20; n >= 2; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum
  return x * sum
}

/** The probability that a standard normal number is at most z. */
export function normalCdf(z: number): number {
  if (z > 8) return 1
  if (z < -8) return 0
  let term = z
  let sum = z
  for (let n = 3; term > 1e-18 || term < -1e-18; n += 2) {
    term = (term * z * z) / n
    sum += term
  }
  return 0.5 + (sum * exp((-z * z) / 2)) / 2.50662827463100050242
}

const horner = (coefficients: readonly number[], x: number): number => {
  let value = 0
  for (let index = coefficients.length - 1; index >= 0; index--) value = value * x + (coefficients[index] ?? 0)
  return value
}

const CENTRE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
]
const CENTRE_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
]
const MIDDLE = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]
const MIDDLE_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
]
const TAIL = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]
const TAIL_BELOW = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
]

/** The z below which a standard normal number lies with probability p, 0 < p < 1. @see Wichura, Algorithm AS 241, PPND16 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q
    return (q * horner(CENTRE, r)) / horner(CENTRE_BELOW, r)
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p))
  const z =
    r <= 5
      ? horner(MIDDLE, r - 1.6) / horner(MIDDLE_BELOW, r - 1.6)
      : horner(TAIL, r - 5) / horner(TAIL_BELOW, r - 5)
  return q < 0 ? -z : z
}
