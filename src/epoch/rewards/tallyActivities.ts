import { type Activity, activitiesIn } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { CollectedFee } from '../fees/collectFees.ts'
import { amountInUregen, valueInUregen } from '../fees/convert.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'

/**
 * What people did in a period, for M015: the charged transactions with the fees they paid, and the other activities by
 * their time. `left out` counts those of another period; a proposal counts when its tally closed.
 */
export function tallyActivities(
  fees: readonly CollectedFee[],
  { activities, rates }: Pick<EpochInputs, 'activities' | 'rates'>,
  span: { readonly from: bigint; readonly to: bigint },
): { readonly counted: readonly Activity[]; readonly leftOut: number } {
  const charged = fees.flatMap(({ parts, fees, denom }) =>
    parts.map((part, index): Activity => {
      const { txHash, messageIndex, part: line, time, payer, credited } = part
      const fee = amountInUregen(fees[index] ?? 0n, denom, rates) as Uregen
      if (credited === null) return { kind: 'fee', txHash, messageIndex, part: line, time, payer, fee }
      const { facilitator } = credited
      const value = valueInUregen(part.value, part.denom, rates)
      const valued = { txHash, messageIndex, part: line, time, value, fee, facilitator }
      if (credited.kind === 'retirement') return { kind: 'retirement', retirer: payer, ...valued }
      const { seller, autoRetired } = credited
      return { kind: 'purchase', buyer: payer, seller, autoRetired, ...valued }
    }),
  )
  const inside = activitiesIn(activities, span)
  const leftOut = activities.filter(activity => activity.kind !== 'proposal').length
  return {
    counted: [...charged, ...inside],
    leftOut: leftOut - inside.filter(activity => activity.kind !== 'proposal').length,
  }
}
