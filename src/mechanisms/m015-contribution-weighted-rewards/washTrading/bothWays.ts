import type { Activity, Purchase } from '../activity.ts'

/** The purchases whose buyer sells and whose seller buys as well: no other is part of a pair or a ring. */
export function bothWays(activities: readonly Activity[]): readonly Purchase[] {
  const sellers = new Set<string>()
  for (const activity of activities) if (activity.kind === 'purchase') sellers.add(activity.seller)
  const both = new Set<string>()
  for (const activity of activities)
    if (activity.kind === 'purchase' && sellers.has(activity.buyer)) both.add(activity.buyer)
  if (both.size === 0) return []
  return activities
    .filter(activity => activity.kind === 'purchase')
    .filter(({ buyer, seller }) => both.has(buyer) && both.has(seller))
}
