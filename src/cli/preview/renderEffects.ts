import type { FeePreview } from '../../preview/feePreview.ts'
import { regen } from '../render/amounts.ts'
import { shorten } from '../render/text.ts'

/** What the proposed fees would do beyond the transaction, where the rest was stated. */
export function effectLines({ proposed }: FeePreview): readonly string[] {
  const { supplyEffect, rewardEffect } = proposed
  return [
    ...(supplyEffect === null
      ? []
      : [
          `supply ${regen(supplyEffect.thisPeriod.supplyAfter)} after this period, ${regen(supplyEffect.thisPeriod.supplyAfterWithout)} without this burn; ${regen(supplyEffect.nextPeriod.regrown)} of it grows back in the next`,
        ]),
    ...(rewardEffect?.participants ?? []).map(
      ({ address, low, high }) =>
        `${shorten(address)} would earn ${high === null ? `${regen(low)} or more` : low === high ? regen(low) : `${regen(low)} to ${regen(high)}`} of ${regen(rewardEffect?.pool.high ?? low)}, if the rest of the period is as stated`,
    ),
  ]
}
