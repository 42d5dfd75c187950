import { floor, type Ratio } from '../../primitives/ratio.ts'

/** The two pools in uregen, and the sums they are shared out by: `time` in the unit of `length`, `weight` as score × time in whole numbers. */
export type PaySums = {
  readonly base: Ratio
  readonly bonus: Ratio
  readonly length: bigint
  readonly time: bigint
  readonly weight: bigint
}

/**
 * Base and bonus of one validator; the one place of this formula, for a period with its report and for its numbers alone.
 *
 *     base  = floor( base pool × time / max( length, Σ time ) )
 *     bonus = floor( bonus pool × weight / Σ weight )             0 when nobody has a weight
 */
export const payOf = (
  { base, bonus, length, time: all, weight: whole }: PaySums,
  time: bigint,
  weight: bigint,
): { readonly base: bigint; readonly bonus: bigint } => ({
  base: floor({ num: base.num * time, den: base.den * (all > length ? all : length) }),
  bonus: whole === 0n ? 0n : floor({ num: bonus.num * weight, den: bonus.den * whole }),
})
