import { type Bounds, sumBounds } from './bounds.ts'
import type { Weighted } from './largestRemainder.ts'
import { type Limits, limitsByName, mostOf, type SharedLimit } from './limits.ts'

/** One pass over those who still share: what is shared among them, whom it fixed at the cap or a limit, and whom it dropped below the minimum. */
export type ShareStep = {
  readonly shared: bigint
  readonly parties: number
  readonly capped: readonly string[]
  /** The names of the shared limits with which their projects left. */
  readonly full: readonly string[]
  readonly dropped: readonly string[]
}

/** Who takes part, and who of them has left: alone with the cap, or several with a shared limit. */
export type Filling = {
  readonly taking: readonly Weighted[]
  readonly capped: ReadonlyMap<string, bigint>
  readonly full: readonly SharedLimit[]
}

/** The same when nobody is over any more, and what those who stay share by weight. */
type Filled = Filling & {
  readonly sharing: readonly Weighted[]
  readonly rest: bigint
  readonly steps: readonly ShareStep[]
}

/**
 * Fills every party at one level, but for those at a limit.
 *
 *     part_p = min( λ × weight_p, most_p )      λ so that Σ part = budget; where all are at their most, the rest stays
 *     part_p = min( λ_s × weight_p, most_p )    where those of a shared limit s would have more than it: λ_s so that they have just it
 *
 *     1  part_p = rest × weight_p / Σ weight
 *     2  who is over the cap leaves with it, those who are together over a shared limit leave with that; the rest is shared again among those
 *        who stay; until nobody is over
 *
 * λ only rises, so who was over stays over. Every pass but the last takes somebody out. Comparisons are exact.
 */
export function fill(budget: bigint, from: Filling, limits: Limits): Filled {
  const { taking } = from
  const limitOf = limitsByName(limits.shared ?? [])
  const membersOf = new Map((limits.shared ?? []).map(limit => [limit, [] as Weighted[]]))
  for (const party of taking) {
    const limit = limitOf.get(party.name)
    if (limit !== undefined) membersOf.get(limit)?.push(party)
  }
  const capped = new Map(from.capped)
  const full = new Set(from.full)
  const steps: ShareStep[] = []
  for (;;) {
    const sharing = taking.filter(({ name }) => !capped.has(name) && !isIn(full, limitOf.get(name)))
    const rest = [...capped.values(), ...[...full].map(({ most }) => most)].reduce(
      (left, amount) => left - amount,
      budget,
    )
    const whole = sumBounds(sharing.map(({ weight }) => weight))
    const over = new Map<string, bigint>()
    for (const { name, weight } of sharing) {
      const most = mostOf(name, limits)
      if (most !== null && isAbove(rest, weight, whole, most)) over.set(name, most)
    }
    const exceeded = (limits.shared ?? []).filter(limit => {
      if (full.has(limit)) return false
      const members = membersOf.get(limit) ?? []
      const fixed = members.map(({ name }) => capped.get(name) ?? over.get(name))
      const left = fixed.reduce<bigint>((left, amount) => left - (amount ?? 0n), limit.most)
      const open = members.filter((_, index) => fixed[index] === undefined).map(({ weight }) => weight)
      return isAbove(rest, sumBounds(open), whole, left)
    })
    if (over.size + exceeded.length === 0) return { taking, capped, full: [...full], sharing, rest, steps }
    for (const limit of exceeded) {
      full.add(limit)
      for (const name of limit.projects) {
        capped.delete(name)
        over.delete(name)
      }
    }
    for (const [name, most] of over) capped.set(name, most)
    steps.push({
      shared: rest,
      parties: sharing.length,
      capped: [...over.keys()],
      full: exceeded.map(({ name }) => name),
      dropped: [],
    })
  }
}

const isIn = <T>(set: ReadonlySet<T>, value: T | undefined): boolean => value !== undefined && set.has(value)

/** Whether amount × weight / whole is above a limit for certain. */
export const isAbove = (amount: bigint, weight: Bounds, whole: Bounds, limit: bigint): boolean =>
  amount * weight.lo > limit * whole.hi
