import { sameAccount } from '../../messages/keeper/authorize.ts'
import type { Credits } from '../../primitives/credits.ts'
import type { RegenEvent } from './eventFields.ts'
import {
  addAct,
  addOddity,
  amountOf,
  type PlaceEvents,
  sameAmount,
  standing,
  unclaimed,
} from './placeEvents.ts'

type Cancel = RegenEvent<'regen.ecocredit.v1.EventCancel'>

/** What owners do with their own credits: retire, cancel, bridge. Runs last: what is left belongs to nothing else. */
export function readOwnCredits(place: PlaceEvents): void {
  for (const event of unclaimed(place, 'regen.ecocredit.v1.EventRetire')) {
    const { owner, batchDenom, amount, jurisdiction, reason } = event.fields
    place.claimed.add(event)
    addAct(place, {
      ...standing(event),
      kind: 'retire',
      owner,
      batchDenom,
      tradable: 0n as Credits,
      retired: amountOf(amount),
      retirement: { jurisdiction, reason },
    })
  }
  const targets = bridgeTargets(place)
  for (const event of unclaimed(place, 'regen.ecocredit.v1.EventCancel')) {
    const { owner, batchDenom, amount, reason } = event.fields
    place.claimed.add(event)
    addAct(place, {
      ...standing(event),
      kind: 'cancel',
      owner,
      amount: amountOf(amount),
      reason,
      bridgedTo: targets.get(event) ?? null,
      batchDenom,
      tradable: 0n as Credits,
      retired: 0n as Credits,
      retirement: null,
    })
  }
}

/** A bridge cancels all its credits first and then names each: the same owner, batch and amount, in the same order. */
function bridgeTargets(place: PlaceEvents): ReadonlyMap<Cancel, string> {
  const targets = new Map<Cancel, string>()
  const cancels = unclaimed(place, 'regen.ecocredit.v1.EventCancel')
  for (const event of unclaimed(place, 'regen.ecocredit.v1.EventBridge')) {
    const { owner, batchDenom, amount, target } = event.fields
    place.claimed.add(event)
    const cancelled = cancels.find(
      cancel =>
        !targets.has(cancel) &&
        cancel.position < event.position &&
        cancel.fields.batchDenom === batchDenom &&
        sameAccount(cancel.fields.owner, owner) &&
        sameAmount(cancel.fields.amount, amount),
    )
    if (cancelled) targets.set(cancelled, target)
    else addOddity(place, event, 'credits are bridged that were not cancelled')
  }
  return targets
}
