import { exp } from './elementary.ts'
import type { Stream } from './streams.ts'

/** How often something happens with a mean of λ, from one uniform number; λ up to 500. */
export function poisson(lambda: number, uniform: number): number {
  if (lambda <= 0) return 0
  let probability = exp(-lambda)
  let sum = probability
  let count = 0
  while (uniform > sum && count < 10_000) {
    count++
    probability = (probability * lambda) / count
    sum += probability
  }
  return count
}

/** A number in (0, 1) of the beta distribution with whole parameters: the a-th smallest of a + b − 1 uniform ones. */
export function beta(a: number, b: number, { uniform }: Stream): number {
  const drawn = Array.from({ length: a + b - 1 }, uniform).sort((x, y) => x - y)
  return drawn[a - 1] ?? 0.5
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
