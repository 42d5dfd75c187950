import * as z from 'zod/mini'
import { type Coin, coin } from './coin.ts'
import { type Credits, parseCredits } from './credits.ts'
import { isRegenError, RegenError } from './errors.ts'
import { INPUT_INVALID, RESPONSE_INVALID } from './errorTable.ts'
import { explainIssues, OWN_WORDS } from './explainIssues.ts'
import type { Bounds } from './parameter.ts'
import { parseRatio, type Ratio } from './ratio.ts'
import { formatTime, parseTime } from './time.ts'
import { type Uregen, uregen } from './uregen.ts'

/** Reads text with one of our parse functions; what that function says becomes the issue of the field. */
export const textOf = <T>(parse: (text: string) => T) => read(z.string(), parse)

/** Reads a value with a function; the error it throws becomes the issue of the field. */
const read = <In, Out, Given>(schema: z.ZodMiniType<In, Given>, parse: (value: In) => Out) =>
  z.pipe(
    schema,
    z.transform((value: In, context): Out => {
      try {
        return parse(value)
      } catch (error) {
        if (!isRegenError(error)) throw error
        context.issues.push({ code: 'custom', message: error.message, input: value })
        return z.NEVER
      }
    }),
  )

/** A whole number of 0 or more, up to 256 bits, as decimal text (JSON) or as a bigint. */
export const WholeAmount = z.union([
  z.pipe(
    z.string().check(z.regex(/^(0|[1-9]\d{0,76})$/, 'expected a whole number of 0 or more as decimal text')),
    z.transform((text: string) => BigInt(text)),
  ),
  z.bigint().check(z.nonnegative()),
])

/** Whole uregen, as decimal text or bigint. */
export const UregenText = read(WholeAmount, (amount): Uregen => uregen(amount))

/** Credits with at most six decimals, as text such as '2.5'. */
export const CreditsText = textOf<Credits>(parseCredits)

/** A fraction as decimal text: '0.02' is 2 %. */
export const RatioText = textOf<Ratio>(parseRatio)

/** RFC 3339 text, given back in UTC and in one form. */
export const TimeText = textOf<string>(text => formatTime(parseTime(text)))

/** A coin: { denom, amount } with a whole amount. */
export const CoinJson = read(
  z.strictObject({ denom: z.string(), amount: WholeAmount }),
  ({ denom, amount }): Coin => coin(denom, amount),
)

/** A zod check: the value lies within the bounds of its parameter. Rules between parameters are held where each is within its own. */
export const within = <Value>({ bounds, invariant, holds }: Bounds<Value>) =>
  z.refine<Value>(value => holds(value as Value), {
    error: `must be ${bounds}${invariant === undefined ? '' : ` (${invariant})`}`,
    abort: true,
  })

/** Parses what a caller passed, or throws INPUT_INVALID naming each wrong field. */
export function parseInput<S extends z.ZodMiniType>(schema: S, what: string, input: unknown): z.output<S> {
  const result = schema.safeParse(input, OWN_WORDS)
  if (result.success) return result.data
  throw new RegenError(
    INPUT_INVALID,
    { what, issues: explainIssues(result.error.issues) },
    { cause: result.error },
  )
}

/** Parses what a node answered, or throws RESPONSE_INVALID: never the caller's fault. */
export function parseResponse<S extends z.ZodMiniType>(
  schema: S,
  query: string,
  response: unknown,
): z.output<S> {
  const result = schema.safeParse(response, OWN_WORDS)
  if (result.success) return result.data
  throw new RegenError(
    RESPONSE_INVALID,
    { query, issues: explainIssues(result.error.issues) },
    { cause: result.error },
  )
}
