import { sumBounds } from './bounds.ts'
import { type Filling, fill, isAbove, type ShareStep } from './fill.ts'
import { apportion, type DustRule, type Part, type Weighted } from './largestRemainder.ts'
import { type Limits, limitsByName, mostOf, type SharedLimit } from './limits.ts'

/** A budget that was shared out in whole units: each part, what stays, and each step on the way. */
export type Shares = {
  readonly parts: readonly Part[]
  /** What stays in the pool: cut off units, and what nobody may take because of a limit or the minimum. */
  readonly dust: bigint
  readonly steps: readonly ShareStep[]
  /** The shared limits that bind, and how each was shared out. */
  readonly full: readonly { readonly name: string; readonly steps: readonly ShareStep[] }[]
}

export type ShareRules = Limits & { readonly minimum: bigint; readonly dust: DustRule }

/**
 * Shares a budget out by weight: nobody more than the cap, those of a shared limit together not more than it, and everybody nothing or
 * at least the minimum.
 *
 *     1  all are filled at one level, but for those at a limit, as `fill` says
 *     2  who is below the minimum gets nothing and leaves, before all others those whom a limit keeps below it; a shared limit that
 *        loses somebody is open again; from 1 again, until nobody is below
 *     3  a shared limit that binds is shared out in the same way among those who have it
 *
 * Without shared limits there are at most n + 1 passes. Rounding comes last, and gives no unit above a limit.
 */
export function shareOut(budget: bigint, parties: readonly Weighted[], rules: ShareRules): Shares {
  const { minimum, dust, shared = [] } = rules
  const limitOf = limitsByName(shared)
  const within = ({ taking }: Filling, limit: SharedLimit, more: Partial<ShareRules> = {}) => {
    const members = taking.filter(({ name }) => limitOf.get(name) === limit)
    return shareOut(limit.most, members, { ...rules, minimum: 0n, shared: [], ...more })
  }
  const weighty = parties.filter(({ weight }) => weight.hi > 0n)
  const kept = weighty.filter(({ name }) => {
    const mosts = [mostOf(name, rules), limitOf.get(name)?.most ?? null]
    return mosts.every(most => most !== 0n) && mosts.some(most => most !== null && most < minimum)
  })
  const steps: ShareStep[] =
    kept.length > 0 ? [{ ...NOBODY, shared: budget, parties: weighty.length, dropped: namesOf(kept) }] : []
  let filling: Filling = { taking: without(weighty, namesOf(kept)), capped: new Map(), full: [] }
  for (;;) {
    const filled = fill(budget, filling, rules)
    const { sharing, rest, capped, full } = filled
    const whole = sumBounds(sharing.map(({ weight }) => weight))
    const below = [
      ...sharing.filter(({ weight }) => isAbove(minimum, whole, weight, rest)),
      ...(minimum > 0n ? full : []).flatMap(limit =>
        within(filled, limit, { dust: 'pool' }).parts.filter(({ amount }) => amount < minimum),
      ),
    ]
    const dropped = namesOf(below)
    steps.push(...filled.steps, { ...NOBODY, shared: rest, parties: sharing.length, dropped })
    if (dropped.length > 0) {
      const isOpenAgain = ({ projects }: SharedLimit) => projects.some(name => dropped.includes(name))
      filling = {
        taking: without(filled.taking, dropped),
        capped,
        full: full.filter(limit => !isOpenAgain(limit)),
      }
      continue
    }
    const open = shared.filter(limit => !full.includes(limit)).map(limit => leftOf(limit, capped))
    const inside = full.map(limit => ({ name: limit.name, ...within(filled, limit) }))
    const amounts = new Map([
      ...capped,
      ...[...apportion(rest, sharing, dust, open), ...inside.flatMap(({ parts }) => parts)].map(
        ({ name, amount }) => [name, amount] as const,
      ),
    ])
    const parts = parties.map(({ name }) => ({ name, amount: amounts.get(name) ?? 0n }))
    return {
      parts,
      dust: parts.reduce((left, { amount }) => left - amount, budget),
      steps,
      full: inside.map(({ name, steps }) => ({ name, steps })),
    }
  }
}

const NOBODY = { capped: [], full: [], dropped: [] } as const

const namesOf = (parties: readonly { readonly name: string }[]): readonly string[] =>
  parties.map(({ name }) => name)

function without(parties: readonly Weighted[], names: readonly string[]): readonly Weighted[] {
  const gone = new Set(names)
  return parties.filter(({ name }) => !gone.has(name))
}

/** What of a limit those may share who are not capped. */
const leftOf = (limit: SharedLimit, capped: ReadonlyMap<string, bigint>): SharedLimit => ({
  ...limit,
  most: limit.projects.reduce((left, name) => left - (capped.get(name) ?? 0n), limit.most),
})
