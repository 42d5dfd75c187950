import * as z from 'zod/mini'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { formatTime } from '../../primitives/time.ts'

/** The pieces of JSON that contracts answer with. */

/** A moment in nanoseconds since 1970, as text; given back as RFC 3339. */
export const Nanoseconds = z.pipe(
  z.string().check(z.regex(/^\d{1,20}$/, 'expected nanoseconds since 1970 as text')),
  z.transform((text: string) => {
    const time = BigInt(text)
    return formatTime({ seconds: time / 1_000_000_000n, nanos: Number(time % 1_000_000_000n) })
  }),
)

/** Whole basis points; given back as a fraction. */
export const BasisPoints = z.pipe(
  z.int().check(z.nonnegative()),
  z.transform((points: number): Ratio => ratio(BigInt(points), 10_000n)),
)

/** A number that counts something. */
export const Count = z.int().check(z.nonnegative())

/** One of a list of names, however it is cased and with or without underscores: `TermExpired` is TERM_EXPIRED. */
export const nameOf = <Name extends string>(names: readonly Name[]) =>
  z.pipe(
    z.string(),
    z.transform((text: string, context): Name => {
      const plain = (name: string) => name.replaceAll('_', '').toUpperCase()
      const name = names.find(name => plain(name) === plain(text))
      if (name !== undefined) return name
      context.issues.push({ code: 'custom', message: `expected one of ${names.join(', ')}`, input: text })
      return z.NEVER
    }),
  )
