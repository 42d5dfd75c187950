import { normalQuantile } from '../../random/elementary.ts'

/** The value at a quantile of sorted values: the smallest with at least that share at or below it. */
export const quantile = (sorted: ArrayLike<number>, p: number): number =>
  sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN

/** Numbers in ascending order. */
export const ascending = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort()

/** The mean, added in the order of the values. */
export const mean = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0
  return sum / values.length
}

/** A probability that was counted, and the interval that holds it with 95 % (Wilson’s, which is never empty). */
export type Probability = {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly from: number
  readonly to: number
}

/** `count` of `of` runs; of no runs nothing is known: the share is NaN, between 0 and 1. */
export function probability(count: number, of: number, confidence = 0.95): Probability {
  if (of === 0) return { count, of, share: Number.NaN, from: 0, to: 1 }
  const z = normalQuantile(0.5 + confidence / 2)
  const p = count / of
  const centre = p + (z * z) / (2 * of)
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  const within = (value: number) => Math.min(1, Math.max(0, value / whole))
  return {
    count,
    of,
    share: p,
    from: count === 0 ? 0 : within(centre - spread),
    to: count === of ? 1 : within(centre + spread),
  }
}
