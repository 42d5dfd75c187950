import { type Ratio, ratio } from '../../../primitives/ratio.ts'

/**
 * A value of 0 or more that may have no finite form, such as a sum of roots: it lies between lo/scale and hi/scale.
 * Where the two are equal the value is exact. All values of one round share one scale.
 */
export type Bounds = { readonly lo: bigint; readonly hi: bigint }

export const exactly = (value: bigint): Bounds => ({ lo: value, hi: value })

export const isExact = ({ lo, hi }: Bounds): boolean => lo === hi

export const NOTHING: Bounds = { lo: 0n, hi: 0n }

const addBounds = (a: Bounds, b: Bounds): Bounds => ({ lo: a.lo + b.lo, hi: a.hi + b.hi })

export const sumBounds = (values: readonly Bounds[]): Bounds => values.reduce(addBounds, NOTHING)

/**
 * The whole part of a value. Where the bounds have a whole number between them, the value is that number: with 64 bits more than
 * the budget has, nothing but the number itself comes that near.
 */
export const wholePart = ({ hi }: Bounds, scale: bigint): bigint => hi / scale

/** The middle of the bounds, as a fraction: exact where they are equal. */
export const toRatio = ({ lo, hi }: Bounds, scale: bigint): Ratio => ratio(lo + hi, 2n * scale)

const DECIMALS = 18n

/**
 * A fraction as decimal text of at most 18 places, rounded to the nearest, halves up: for display, never for money.
 *
 * @example
 * decimalText({ num: 8n, den: 3n }) // '2.666666666666666667'
 */
export function decimalText({ num, den }: Ratio): string {
  const unit = 10n ** DECIMALS
  const scaled = (2n * num * unit + den) / (2n * den)
  const decimals = (scaled % unit).toString().padStart(18, '0').replace(/0+$/, '')
  return `${scaled / unit}${decimals && `.${decimals}`}`
}
