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

const within = (least: number, most: number, what: string) =>
  NumberText.check(z.refine(value => value >= least && value <= most, what))

/** 0 to 1. */
export const Fraction = within(0, 1, 'expected 0 to 1')
/** 0 or more. */
export const Positive = within(0, 1e15, 'expected 0 or more')
/** −1 to 1. */
export const SignedFraction = within(-1, 1, 'expected -1 to 1')

export const Periods = z.int().check(z.nonnegative(), z.maximum(100_000))

export const Named = z.string().check(z.minLength(1), z.maxLength(200))
