import { mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import { type Bounds, sumBounds } from './bounds.ts'
import { apportion, type DustRule, type Part, type Weighted } from './largestRemainder.ts'

/** One pass over those who still share: what is shared among them, and who the pass fixed at the cap or dropped below the minimum. */
export type ShareStep = {
  readonly shared: bigint
  readonly parties: number
  readonly capped: readonly string[]
  readonly dropped: readonly string[]
}

/** A budget that was shared out in whole units: each part, what stays, and each step on the way. */
export type Shares = {
  readonly parts: readonly Part[]
  /** What stays in the pool: cut off units, and what nobody may take because of the cap or the minimum. */
  readonly dust: bigint
  readonly steps: readonly ShareStep[]
}

export type ShareLimits = {
  readonly cap: bigint | null
  readonly minimum: bigint
  readonly dust: DustRule
  /** The most for one alone; the smaller one of it and the cap holds. */
  readonly own?: { readonly [name: string]: bigint } | undefined
}

/** The most that one may get; null for no end. */
export function mostOf(name: string, { cap, own = {} }: Pick<ShareLimits, 'cap' | 'own'>): bigint | null {
  const limit = Object.hasOwn(own, name) ? (own[name] ?? null) : null
  return cap === null || (limit !== null && limit < cap) ? limit : cap
}

/**
 * Shares a budget out by weight, nobody more than the cap, and everybody nothing or at least the minimum.
 *
 *     1  part_p = budget × weight_p / Σ weight
 *     2  who is over the cap gets the cap and leaves; the rest is shared again among those who stay; until nobody is over
 *     3  who is below the minimum gets nothing and leaves; from 2 again, until nobody is below
 *
 * Every pass but the last takes somebody out, so there are at most n + 1 passes. Comparisons are exact; rounding comes last.
 */
export function shareOut(
  budget: bigint,
  parties: readonly Weighted[],
  { cap, minimum, dust, own }: ShareLimits,
): Shares {
  const most = (name: string) => mostOf(name, { cap, own })
  const capped = new Map<string, bigint>()
  let rest = budget
  let sharing = parties.filter(({ weight }) => weight.hi > 0n)
  const steps: ShareStep[] = []
  for (;;) {
    const whole = sumBounds(sharing.map(({ weight }) => weight))
    const over = sharing.filter(({ name, weight }) => {
      const limit = most(name)
      return limit !== null && isAbove(rest, weight, whole, limit)
    })
    const below = over.length > 0 ? [] : sharing.filter(({ weight }) => isAbove(minimum, whole, weight, rest))
    steps.push({
      shared: rest,
      parties: sharing.length,
      capped: over.map(({ name }) => name),
      dropped: below.map(({ name }) => name),
    })
    const leaving = over.length > 0 ? over : below
    if (leaving.length === 0) break
    for (const { name } of over) {
      capped.set(name, most(name) ?? 0n)
      rest -= most(name) ?? 0n
    }
    const gone = new Set(leaving.map(({ name }) => name))
    sharing = sharing.filter(({ name }) => !gone.has(name))
  }
  const shared = new Map(apportion(rest, sharing, dust).map(({ name, amount }) => [name, amount]))
  const parts = parties.map(({ name }) => ({ name, amount: capped.get(name) ?? shared.get(name) ?? 0n }))
  return { parts, dust: parts.reduce((left, { amount }) => left - amount, budget), steps }
}

/** Whether amount × weight / whole is above a limit for certain. */
const isAbove = (amount: bigint, weight: Bounds, whole: Bounds, limit: bigint): boolean =>
  amount * weight.lo > limit * whole.hi

/** The most that one project may get of a budget; null for no cap. */
export function capOf(
  budget: bigint,
  { cap, capShare }: { readonly cap: bigint | null; readonly capShare: Ratio | null },
): bigint | null {
  const byShare = capShare === null ? null : mulFloor(budget, capShare)
  return cap === null ? byShare : byShare === null || cap < byShare ? cap : byShare
}
