import type { Facilitator } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { addressProblem } from '../../primitives/address.ts'

/** The addresses of platforms that governance has registered. */
export type Platforms = ReadonlySet<string>

const NAMED = /(?:^|[\s;,])facilitator=(regen1[02-9ac-hj-np-z]{38,58})(?=$|[\s;,])/g

/**
 * The platform that a memo names, and whether it is registered (OQ-M015-2). The memo of the transaction has, among whatever else,
 *
 *     facilitator=regen1…        once, set apart by white space, ";" or ","
 *
 * Null where none is named, where two are, and where it is no address.
 *
 * @example
 * facilitatorOf(`facilitator=${seller}; thank you`, new Set([seller]))?.registered // true
 */
export function facilitatorOf(memo: string | undefined, platforms: Platforms): Facilitator | null {
  const named = [...new Set([...(memo ?? '').matchAll(NAMED)].map(([, address = '']) => address))]
  const [address] = named
  if (address === undefined || named.length > 1 || addressProblem(address) !== null) return null
  return { address, inMemo: true, registered: platforms.has(address) }
}
