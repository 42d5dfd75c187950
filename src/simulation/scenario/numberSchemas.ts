import * as z from 'zod/mini'

/**
 * A plain number, written as a number or as decimal text: '-0.005'. Behaviour is in such numbers, money never.
 */
export const NumberText = z.pipe(
  z.union([
    z.number(),
    z.string().check(z.regex(/^-?\d{1,18}(\.\d{1,18})?$/, 'expected a number such as "0.85"')),
  ]),
  z.transform((value: number | string): number => +value),
)

/** The least and the most that a number may be. */
export type Bounds = { readonly least: number; readonly most: number }

/** The bounds of every schema below that has both a least and a most. */
export const RANGES = new WeakMap<object, Bounds>()

function within(least: number, most: number, what: string) {
  const schema = NumberText.check(z.refine(value => value >= least && value <= most, what))
  RANGES.set(schema, { least, most })
  return schema
}

/** The bounds of one of the numbers below. */
export const boundsOf = (schema: object): Bounds => RANGES.get(schema) as Bounds

/** 0 to 1. */
export const Fraction = within(0, 1, 'expected 0 to 1')
/** 0 or more. */
export const ZeroOrMore = within(0, 1e15, 'expected 0 or more')
/** How many of something that is looked at one by one. */
export const Count = within(0, 10_000, 'expected 0 to 10000')
/** Depositors, who come one by one. */
export const People = within(0, 1_000_000, 'expected 0 to 1000000')
/** A billionth or more: amounts are divided by it. */
export const Price = within(1e-9, 1e15, 'expected 0.000000001 or more')
/** −1 to 1. */
export const SignedFraction = within(-1, 1, 'expected -1 to 1')

/** ΔCO₂, in ppm. */
export const PartsPerMillion = within(-1e6, 1e6, 'expected -1000000 to 1000000')

export const Periods = z.int().check(z.nonnegative(), z.maximum(100_000))

/** A parameter of a beta distribution. */
export const Shape = z.int().check(z.positive(), z.maximum(500))

export const Named = z.string().check(z.minLength(1), z.maxLength(200))
