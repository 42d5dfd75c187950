import { chargeAlone, lineOfEach } from '../../epoch/fees/chargeMessages.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { mulFloor, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Traded } from '../advance/aggregatedPeriod.ts'

/** The fee of a volume of uregen, as a period charges it: n messages of equal value, each a transaction of its own. */
export const feeOfVolume = (volume: Volume, { m013 }: PolicyConfig): Uregen =>
  (chargeAlone(lineOfEach(volume, {}, m013), m013) * volume.messages) as Uregen

/**
 * What whoever sends a volume of uregen is credited with: all of it, and its fee, with what was paid `besides`. Null where one message is below the
 * least value that counts: all are of equal value, so that either each counts or none does.
 */
export function tradedAs(volume: Volume, policy: PolicyConfig, besides = 0n): Traded | null {
  const { value, messages } = volume
  if (value.num === 0n || value.num < policy.m015.minActivityValue * messages * value.den) return null
  return {
    value: (value.num / value.den) as Uregen,
    fee: (feeOfVolume(volume, policy) + besides) as Uregen,
  }
}

/** A part of what was traded, floored, and the rest. */
export function partOf(
  { value, fee }: Traded,
  share: Ratio,
): { readonly part: Traded; readonly rest: Traded } {
  const part = { value: mulFloor(value, share), fee: mulFloor(fee, share) }
  return { part, rest: { value: (value - part.value) as Uregen, fee: (fee - part.fee) as Uregen } }
}
