import { normalizeAddress } from '../../../primitives/address.ts'
import type { Credits } from '../../../primitives/credits.ts'
import type { RegenEvent } from '../eventFields.ts'
import { addAct, addOddity, amountOf, type PlaceEvents, standing, unclaimed } from './placeEvents.ts'

type Cancel = RegenEvent<'regen.ecocredit.v1.EventCancel'>

/** What owners do with their own credits: retire, cancel, bridge. Runs last: what is left belongs to nothing else. */
export function addOwnCredits(place: PlaceEvents): void {
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

/** One text for credits of a batch that an account has so many of. */
const creditsKey = ({
  fields: { owner, batchDenom, amount },
}: Cancel | RegenEvent<'regen.ecocredit.v1.EventBridge'>) =>
  JSON.stringify([normalizeAddress(owner), batchDenom, amountOf(amount).toString()])

/** A bridge cancels all its credits first and then names each: the same owner, batch and amount, in the same order. */
function bridgeTargets(place: PlaceEvents): ReadonlyMap<Cancel, string> {
  const targets = new Map<Cancel, string>()
  /** The cancellations that no bridge has named, the first one last, by what they say. */
  const open = new Map<string, Cancel[]>()
  for (const cancel of unclaimed(place, 'regen.ecocredit.v1.EventCancel').toReversed()) {
    const key = creditsKey(cancel)
    const alike = open.get(key)
    if (alike) alike.push(cancel)
    else open.set(key, [cancel])
  }
  for (const event of unclaimed(place, 'regen.ecocredit.v1.EventBridge')) {
    place.claimed.add(event)
    const alike = open.get(creditsKey(event))
    const cancelled = alike?.at(-1)
    if (alike && cancelled && cancelled.position < event.position) {
      alike.pop()
      targets.set(cancelled, event.fields.target)
    } else addOddity(place, event, 'credits are bridged that were not cancelled')
  }
  return targets
}
