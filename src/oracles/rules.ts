import { RegenError } from '../primitives/errors.ts'
import { SOURCE_AHEAD, SOURCE_STALE, SOURCE_UNSIGNED } from '../primitives/errorTable.ts'
import { DAY, formatSeconds } from '../primitives/time.ts'
import { isKeyOf } from './koiBundle.ts'

/** What is asked of data from outside before it counts. */
export type SourceRules = {
  /** The oldest that is taken, in days. */
  readonly maxAgeDays: number
  /** Who is trusted: accounts (regen1…), and KOI nodes by their public key (P-256, DER in base64). */
  readonly trusted: readonly string[]
  /** How many of them must have signed it or attest to it; 0: nobody needs to. */
  readonly leastSigners: number
}

/** Clocks differ by so much, in seconds. */
const SLACK = 300n

/** SOURCE_UNSIGNED unless enough of those who are trusted vouch for it. */
export function requireVouched(
  { from, signers }: { readonly from: string; readonly signers: readonly string[] },
  { trusted, leastSigners: least }: Pick<SourceRules, 'trusted' | 'leastSigners'>,
): void {
  const known = new Set(signers.filter(signer => trusted.some(one => one === signer || isKeyOf(one, signer))))
  if (known.size < least) throw new RegenError(SOURCE_UNSIGNED, { source: from, got: signers, least })
}

/** SOURCE_STALE for what is too old at a moment, SOURCE_AHEAD for what is more than five minutes after it. Seconds since 1970. */
export function requireFresh(
  { from: source, what, time }: { readonly from: string; readonly what: string; readonly time: bigint },
  { maxAgeDays }: Pick<SourceRules, 'maxAgeDays'>,
  at: bigint,
): void {
  if (time > at + SLACK)
    throw new RegenError(SOURCE_AHEAD, { source, what, time: formatSeconds(time), at: formatSeconds(at) })
  if (at - time > BigInt(maxAgeDays) * DAY)
    throw new RegenError(SOURCE_STALE, {
      source,
      what,
      time: formatSeconds(time),
      most: `${maxAgeDays} days`,
    })
}
