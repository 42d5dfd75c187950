import * as z from 'zod/mini'
import { DENOM } from '../../primitives/coin.ts'
import { ibcDenom } from '../../primitives/ibcDenom.ts'

/** A denom that the marketplace allows. */
export const AllowedDenomJson = z.strictObject({
  bankDenom: z.string(),
  displayDenom: z.string(),
  exponent: z.int().check(z.nonnegative(), z.maximum(24)),
})

/** A trace belongs to its denom: the hash is computed anew. */
export const DenomNameJson = z
  .strictObject({
    denom: z.string().check(z.regex(DENOM)),
    symbol: z.nullable(z.string()),
    exponent: z.nullable(z.int().check(z.nonnegative(), z.maximum(24))),
    trace: z.nullable(z.strictObject({ path: z.string(), base: z.string() })),
  })
  .check(
    z.refine(
      ({ denom, trace }) => trace === null || ibcDenom(trace) === denom,
      'the denom is not the hash of its trace',
    ),
  )
