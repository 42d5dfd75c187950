import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ACTIVITY_ABOVE_VOLUME } from '../../primitives/errorTable.ts'
import { exact, floor, sumRatios } from '../../primitives/ratio.ts'
import { valueInUregen } from '../fees/convert.ts'
import type { EpochInputs } from './epochInputs.ts'

const CHARGED_AS = { purchase: 'MarketplaceTrade', retirement: 'CreditRetirement' } as const

/**
 * Refuses purchases or retirements that are worth more than the charged volumes of their type: what is no charged transaction of
 * its own is a part of a volume (M015, invariant 3, Activity Integrity).
 */
export function requireCharged({ activities, volumes, rates }: EpochInputs): void {
  for (const kind of ['purchase', 'retirement'] as const) {
    const values = activities.flatMap((activity: Activity) =>
      activity.kind === kind && 'value' in activity ? [exact(activity.value)] : [],
    )
    if (values.length === 0) continue
    const value = floor(sumRatios(...values))
    const ofKind = volumes.filter(({ txType }) => txType === CHARGED_AS[kind])
    const charged = floor(
      sumRatios(...ofKind.map(volume => valueInUregen(volume.value, volume.denom, rates))),
    )
    if (value > charged) throw new RegenError(ACTIVITY_ABOVE_VOLUME, { kind, value, charged })
  }
}
