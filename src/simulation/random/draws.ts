import { exp, normalQuantile } from './elementary.ts'

/** Above this mean e^−λ comes near the least number that there is. */
const LARGE = 500

/**
 * How often something happens with a mean of λ, from one uniform number: the count at that quantile. Above 500 by the expansion of Cornish and Fisher,
 *
 *     count = λ + √λ z + ( z² − 1 ) / 6,    rounded
 */
export function poisson(lambda: number, uniform: number): number {
  if (lambda <= 0) return 0
  if (lambda > LARGE) {
    const z = normalQuantile(uniform)
    return Math.max(0, Math.round(lambda + Math.sqrt(lambda) * z + (z * z - 1) / 6))
  }
  let probability = exp(-lambda)
  let sum = probability
  let count = 0
  while (uniform > sum && probability > 0) {
    count++
    probability = (probability * lambda) / count
    sum += probability
  }
  return count
}

/** The value at a quantile of the beta distribution with whole parameters up to 500, by halving. */
export function betaQuantile(a: number, b: number, p: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 53; step++) {
    const middle = (low + high) / 2
    if (betaCdf(a, b, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a beta number is at most x, which is the probability that a or more of a + b − 1 uniform numbers are. */
function betaCdf(a: number, b: number, x: number): number {
  if (x > 0.5) return 1 - betaCdf(b, a, 1 - x)
  const n = a + b - 1
  let probability = 1
  for (let count = 0; count < n; count++) probability *= 1 - x
  let sum = 0
  for (let count = 0; count <= n; count++) {
    if (count >= a) sum += probability
    probability *= ((n - count) * x) / ((count + 1) * (1 - x))
  }
  return sum
}

/** One of several things by their weights, which sum to 1, from one uniform number. */
export function choose<T>(
  options: readonly { readonly weight: number; readonly value: T }[],
  uniform: number,
): T {
  let sum = 0
  for (const { weight, value } of options) {
    sum += weight
    if (uniform < sum) return value
  }
  return (options.at(-1) as { readonly value: T }).value
}
