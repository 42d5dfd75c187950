import * as z from 'zod/mini'
import { RegenError } from '../../primitives/errors.ts'
import { RATIO_MALFORMED } from '../../primitives/errorTable.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { textOf } from '../../primitives/schemas.ts'

const FRACTION = /^(\d{1,2000})(?:\.(\d{1,2000})|\/(\d{1,2000}))?$/

/** Reads an exact fraction as JSON has it: '3', '0.02' or '1/3'. Scores have more digits than rates. */
function parseFraction(text: string): Ratio {
  const [, whole = '', decimals, den] = FRACTION.exec(text) ?? []
  const divisor = den === undefined ? 10n ** BigInt(decimals?.length ?? 0) : BigInt(den)
  if (whole === '' || divisor === 0n) throw new RegenError(RATIO_MALFORMED, { input: text.slice(0, 80) })
  return ratio(BigInt(whole + (decimals ?? '')), divisor)
}

/** A fraction of 0 or more: text, or a fraction that was read already. */
export const FractionText: z.ZodMiniType<Ratio> = z.union([
  textOf(parseFraction),
  z.strictObject({ num: z.bigint().check(z.nonnegative()), den: z.bigint().check(z.positive()) }),
]) as z.ZodMiniType<Ratio>
