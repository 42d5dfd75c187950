import { canonicalHash } from '../../primitives/canonical.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ROUND_INVALID } from '../../primitives/errorTable.ts'
import { parseTime, toNanoseconds } from '../../primitives/time.ts'

/** What an impact certificate is about. Declared and attested by people; nothing in it is a score of ours. */
export type Claim = {
  readonly name: string
  readonly description: string
  readonly workScope: readonly string[]
  /** RFC 3339, from and to. */
  readonly workTimeframe: readonly [string, string]
  readonly impactScope: readonly string[]
  readonly impactTimeframe: readonly [string, string]
  readonly contributors: readonly string[]
  readonly rights: readonly string[]
  /** IRIs of anchored data. */
  readonly evidence: readonly string[]
}

/** The SHA-256 of the claim's canonical JSON: by it two certificates of one claim are known. */
export function claimHash(claim: Claim): string {
  for (const [from, to] of [claim.workTimeframe, claim.impactTimeframe])
    if (toNanoseconds(parseTime(from)) > toNanoseconds(parseTime(to)))
      throw new RegenError(ROUND_INVALID, { reason: `the claim "${claim.name}" ends before it begins` })
  return canonicalHash(claim)
}

/** A claim in the form of a hypercert's metadata, times in seconds since 1970; an image is required there and is not ours to make. */
export const toHypercert = (claim: Claim, image: string) => ({
  name: claim.name,
  description: claim.description,
  image,
  hypercert: {
    work_scope: { name: 'Work Scope', value: claim.workScope, excludes: [] },
    work_timeframe: { name: 'Work Timeframe', value: claim.workTimeframe.map(seconds) },
    impact_scope: { name: 'Impact Scope', value: claim.impactScope, excludes: [] },
    impact_timeframe: { name: 'Impact Timeframe', value: claim.impactTimeframe.map(seconds) },
    contributors: { name: 'Contributors', value: claim.contributors },
    rights: { name: 'Rights', value: claim.rights, excludes: [] },
  },
})

/** Seconds as text where JSON has no whole numbers that large. */
const seconds = (time: string): string => parseTime(time).seconds.toString()
