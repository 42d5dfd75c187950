import type { Activity, Purchase } from '../activity.ts'
import { bothWays } from './bothWays.ts'

/**
 * The purchases that go round: A bought from B, B from C, and C from A, over three addresses or more.
 *
 * An address and those it can reach and be reached from by purchases are a ring; pairs are `pairedPurchases`.
 *
 * @example
 * const third = 'regen1forest'
 * const ring = [purchase, { ...purchase, buyer: seller, seller: third }, { ...purchase, buyer: third, seller: buyer }]
 * circularPurchases(ring).size // 3
 */
export function circularPurchases(activities: readonly Activity[]): ReadonlySet<Purchase> {
  const purchases = bothWays(activities)
  const sellersOf = edgesOf(purchases.map(({ buyer, seller }) => [buyer, seller]))
  const buyersOf = edgesOf(purchases.map(({ buyer, seller }) => [seller, buyer]))
  const ringOf = new Map<string, Set<string>>()
  for (const start of lastFirst(sellersOf)) {
    if (ringOf.has(start)) continue
    const ring = new Set<string>()
    const waiting = [start]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (ringOf.has(next)) continue
      ringOf.set(next, ring.add(next))
      waiting.push(...(buyersOf.get(next) ?? []))
    }
  }
  return new Set(
    purchases.filter(({ buyer, seller }) => {
      const ring = ringOf.get(buyer)
      return ring !== undefined && ring.size >= 3 && ring === ringOf.get(seller)
    }),
  )
}

type Edges = ReadonlyMap<string, ReadonlySet<string>>

function edgesOf(pairs: readonly (readonly [string, string])[]): Edges {
  const edges = new Map<string, Set<string>>()
  for (const [from, to] of pairs) {
    edges.set(from, (edges.get(from) ?? new Set()).add(to))
    if (!edges.has(to)) edges.set(to, new Set())
  }
  return edges
}

/** Every address after all that can be reached from it, turned round (Kosaraju). */
function lastFirst(edges: Edges): readonly string[] {
  const finished: string[] = []
  const seen = new Set<string>()
  for (const start of edges.keys()) {
    const path = seen.has(start) ? [] : [{ address: start, left: [...(edges.get(start) ?? [])] }]
    seen.add(start)
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.left.pop()
      if (next === undefined) {
        finished.push(step.address)
        path.pop()
      } else if (!seen.has(next)) {
        seen.add(next)
        path.push({ address: next, left: [...(edges.get(next) ?? [])] })
      }
    }
  }
  return finished.reverse()
}
