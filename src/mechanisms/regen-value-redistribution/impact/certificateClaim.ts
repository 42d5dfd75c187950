import * as z from 'zod/mini'
import { canonicalHash } from '../../../primitives/canonicalHash.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { parseInput, WholeAmount } from '../../../primitives/schemas.ts'
import { formatSeconds, nanosecondsOf, parseTime } from '../../../primitives/time.ts'

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

/**
 * The SHA-256 of the claim's canonical JSON: by it two certificates of one claim are known.
 *
 * @example
 * claimHash(claim) === certificate.claimHash // true
 */
export function claimHash(claim: Claim): string {
  for (const [from, to] of [claim.workTimeframe, claim.impactTimeframe])
    if (nanosecondsOf(from) > nanosecondsOf(to))
      throw new RegenError(ROUND_INVALID, { reason: `the claim "${claim.name}" ends before it begins` })
  return canonicalHash(claim)
}

/**
 * A claim in the form of a hypercert's metadata, times in seconds since 1970; an image is required there and is not ours to make.
 *
 * @example
 * toHypercert(claim, 'ipfs://picture').hypercert.work_timeframe.value // [ '1740787200', '1761868800' ]
 */
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

/**
 * A hypercert’s metadata as a claim; what it has no field for, such as an image, is not kept. Times are seconds since 1970.
 *
 * @example
 * fromHypercert(toHypercert(claim, 'ipfs://picture')).workScope // [ 'soil sampling' ]
 */
export function fromHypercert(json: unknown): Claim {
  const { name, description, hypercert } = parseInput(HypercertJson, 'hypercert', json)
  const times = ({ value: [from, to] }: { value: readonly [bigint, bigint] }) =>
    [formatSeconds(from), formatSeconds(to)] as const
  return {
    name,
    description,
    workScope: hypercert.work_scope.value,
    workTimeframe: times(hypercert.work_timeframe),
    impactScope: hypercert.impact_scope.value,
    impactTimeframe: times(hypercert.impact_timeframe),
    contributors: hypercert.contributors.value,
    rights: hypercert.rights.value,
    evidence: [],
  }
}

const Scope = z.object({ value: z.array(z.string()) })
const Moment = z.pipe(
  z.union([z.int().check(z.minimum(0)), WholeAmount]),
  z.transform((seconds: number | bigint) => BigInt(seconds)),
)
const Times = z.object({ value: z.tuple([Moment, Moment]) })
const HypercertJson = z.object({
  name: z.string(),
  description: z._default(z.string(), ''),
  hypercert: z.object({
    work_scope: Scope,
    work_timeframe: Times,
    impact_scope: Scope,
    impact_timeframe: Times,
    contributors: Scope,
    rights: z._default(Scope, { value: [] }),
  }),
})

/** A time as seconds since 1970, in decimal text. */
const seconds = (time: string): string => parseTime(time).seconds.toString()
