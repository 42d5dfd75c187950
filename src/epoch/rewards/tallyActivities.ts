import { type Activity, activitiesIn } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { CollectedFee } from '../fees/collectFees.ts'
import { amountInUregen, valueInUregen } from '../fees/convert.ts'
import type { ChargedTransaction, EpochInputs } from '../inputs/epochInputs.ts'

/**
 * What people did in a period, for M015: the charged transactions with the fees they paid, and the other activities by
 * their time. `left out` counts those of another period; a proposal counts when its tally closed.
 */
export function tallyActivities(
  fees: readonly CollectedFee[],
  { activities, rates }: Pick<EpochInputs, 'activities' | 'rates'>,
  span: { readonly from: bigint; readonly to: bigint },
): { readonly counted: readonly Activity[]; readonly leftOut: number } {
  const paid = new Map<ChargedTransaction, bigint>()
  for (const { parts, fees: ofParts, denom } of fees)
    parts.forEach((part, index) => {
      paid.set(part, (paid.get(part) ?? 0n) + amountInUregen(ofParts[index] ?? 0n, denom, rates))
    })
  const charged = [...paid].map(([part, fee]) => chargedActivity(part, fee as Uregen, rates))
  const inside = activitiesIn(activities, span)
  const leftOut = activities.filter(activity => activity.kind !== 'proposal').length
  return {
    counted: [...charged, ...inside],
    leftOut: leftOut - inside.filter(activity => activity.kind !== 'proposal').length,
  }
}

/** A charged part as an activity: credited as it says, else for its fee alone. */
function chargedActivity(part: ChargedTransaction, fee: Uregen, rates: EpochInputs['rates']): Activity {
  const { txHash, messageIndex, part: line, time, payer, credited } = part
  const place = { txHash, messageIndex, part: line, time }
  if (credited === null) return { kind: 'fee', ...place, payer, fee }
  const { facilitator } = credited
  const valued = { ...place, value: valueInUregen(part.value, part.denom, rates), fee, facilitator }
  if (credited.kind === 'retirement')
    return { kind: 'retirement', retirer: credited.retirer ?? payer, payer, ...valued }
  const { seller, autoRetired } = credited
  return { kind: 'purchase', buyer: payer, seller, autoRetired, ...valued }
}
