import { DAY } from '../../../primitives/time.ts'
import type { Activity, Purchase } from '../activity.ts'
import { bothWays } from './bothWays.ts'

/**
 * The purchases that look like one hand selling to itself: A bought from B, and B from A, within the window.
 *
 * Rings of three or more addresses are `circularPurchases`.
 *
 * @example
 * const back = { ...purchase, buyer: seller, seller: buyer, time: purchase.time + 3_600n }
 * pairedPurchases([purchase, back], 7).size // 2
 */
export function pairedPurchases(activities: readonly Activity[], windowDays: number): ReadonlySet<Purchase> {
  const forward = bothWays(activities).toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  const window = BigInt(windowDays) * DAY
  return new Set([...afterOpposite(forward, window), ...afterOpposite([...forward].reverse(), window)])
}

/** Those whose nearest opposite purchase, earlier in the list, lies within the window. */
function afterOpposite(purchases: readonly Purchase[], window: bigint): readonly Purchase[] {
  const lastOf = new Map<string, Map<string, bigint>>()
  return purchases.filter(({ buyer, seller, time }) => {
    const bought = lastOf.get(buyer) ?? new Map<string, bigint>()
    lastOf.set(buyer, bought.set(seller, time))
    const opposite = lastOf.get(seller)?.get(buyer)
    return opposite !== undefined && (time - opposite) ** 2n <= window ** 2n
  })
}
