import { byPlace } from '../abciEvent.ts'
import type { TxEvents } from '../decodeEvents.ts'
import { addClosedTransfers } from './closedTransfers.ts'
import type { CreditHistory } from './creditActs.ts'
import { addOpenTransfers } from './openTransfers.ts'
import { addOwnCredits } from './ownCredits.ts'
import type { PlaceEvents } from './placeEvents.ts'

/** In this order: what an event is depends on what the events before it in this list have claimed. */
const STEPS: readonly ((place: PlaceEvents) => void)[] = [addClosedTransfers, addOpenTransfers, addOwnCredits]

/**
 * Puts the events of a transaction together to what happened to credits, each credit once.
 *
 * Events tell the same thing more than once: a purchase is a transfer, perhaps a retirement, and EventBuyDirect; an
 * issuance is a mint, a transfer, perhaps a retirement. What does not fit together is listed among the oddities.
 *
 * Credits that go into escrow or come back are not among the acts: EventSell, EventUpdateSellOrder and
 * EventCancelSellOrder name the order, but neither batch nor amount.
 */
export function toCreditActs({ regen, movements }: TxEvents): CreditHistory {
  const movementsAt = byPlace(movements)
  const places = [...byPlace(regen)].map(([key, events]): PlaceEvents => {
    const place = {
      events,
      movements: movementsAt.get(key) ?? [],
      indexOf: new Map(events.map((event, index) => [event, index])),
      claimed: new Set<PlaceEvents['events'][number]>(),
      acts: [],
      oddities: [],
    }
    for (const step of STEPS) step(place)
    return place
  })
  const inOrder = <T extends { position: number }>(items: readonly T[]) =>
    items.toSorted((a, b) => a.position - b.position)
  return {
    acts: inOrder(places.flatMap(({ acts }) => acts)),
    oddities: inOrder(places.flatMap(({ oddities }) => oddities)),
  }
}
