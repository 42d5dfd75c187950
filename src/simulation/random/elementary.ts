/**
 * Logarithm, exponential and normal distribution from the four basic operations and the square root alone. IEEE 754 says to the last bit what
 * these give; of `Math.log` and `Math.exp` it does not, and a run must give the same bytes in Node and in every browser.
 */

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const SQRT_HALF = Math.SQRT1_2

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

const TWO_PI = 6.283185307179586

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
  return 0.5 + (sum * exp((-z * z) / 2)) / 2.5066282746310007
}

const horner = (coefficients: readonly number[], x: number): number => {
  let value = 0
  for (let index = coefficients.length - 1; index >= 0; index--)
    value = value * x + (coefficients[index] ?? 0)
  return value
}

const CENTRE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
]
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
]
const MIDDLE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
]
const MIDDLE_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
]
const TAIL = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
]
const TAIL_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
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
