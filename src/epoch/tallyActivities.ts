import { type Activity, activitiesIn } from '../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { Uregen } from '../primitives/uregen.ts'
import type { CollectedFee } from './collectFees.ts'
import { amountInUregen, valueInUregen } from './convert.ts'
import type { EpochInputs } from './epochInputs.ts'

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
      const { txHash, messageIndex, part: number, time, payer, credited } = part
      const on = { txHash, messageIndex, part: number, time }
      const fee = amountInUregen(fees[index] ?? 0n, denom, rates) as Uregen
      if (credited === null) return { ...on, kind: 'fee', payer, fee }
      const value = valueInUregen(part.value, part.denom, rates)
      return credited.kind === 'purchase'
        ? { ...on, ...credited, buyer: payer, value, fee }
        : { ...on, ...credited, retirer: payer, value, fee }
    }),
  )
  const inside = activitiesIn(activities, span)
  const leftOut = activities.filter(activity => activity.kind !== 'proposal').length
  return {
    counted: [...charged, ...inside],
    leftOut: leftOut - inside.filter(activity => activity.kind !== 'proposal').length,
  }
}
