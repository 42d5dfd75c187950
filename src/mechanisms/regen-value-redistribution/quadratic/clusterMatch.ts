import { RegenError } from '../../../primitives/errors.ts'
import { GROUPS_MISSING } from '../../../primitives/errorTable.ts'
import { type Bounds, NOTHING } from '../shares/bounds.ts'
import type { Gift, ProjectGifts } from './contributions.ts'
import { isqrt } from './roots.ts'

/** How the part k of a gift counts, by which its giver is close to the other group: `harsh` not at all, `soft` with the root of the gift. */
export type ClusterStyle = 'harsh' | 'soft'

export type Groups = { readonly [identity: string]: readonly string[] }

/** Binary places beyond those asked for, so that what the floors lose on the way does not reach them. */
const GUARD_BITS = 96n

/**
 * Connection-oriented cluster match: only agreement between groups is matched.
 *
 *     N_ig  = 1 / (groups of i) where i belongs to g, else 0
 *     k_ig  = 1 where i belongs to g, else the chance to get from i to g by: a group of i, a member of it, a group of that member
 *     K_ig  = ( 1 − k_ig ) × c_i                       harsh
 *             k_ig × √c_i + ( 1 − k_ig ) × c_i         soft
 *     P_gh  = Σ over i of K_ig × N_ih
 *     S     = Σ over g ≠ h of √( P_gh × P_hg )
 *
 * Givers in groups of their own give what plain quadratic funding gives; givers of one group, nothing. The soft form adds roots to
 * amounts: its result depends on the unit of account, and can be above plain quadratic funding.
 *
 * @param unit what one unit of the round is in the units of the gifts, for √c of the soft form
 * @see Miller, Weyl, Erichsen, Beyond collusion resistance
 */
export const clusterSubsidies = (
  projects: ReadonlyMap<string, ProjectGifts>,
  groups: Groups,
  options: ClusterOptions,
): ReadonlyMap<string, Bounds> =>
  new Map(
    [...clusterConnections(projects, groups, options)].map(([project, { table }]) => [
      project,
      agreement(table),
    ]),
  )

export type ClusterOptions = {
  readonly style: ClusterStyle
  readonly bits: bigint
  readonly unit: bigint
}

/** P of one project: group → group → what is given there, times 2^places. */
export type Connections = {
  readonly table: ReadonlyMap<string, ReadonlyMap<string, bigint>>
  readonly places: bigint
}

/** P of every project. P_gh is what members of h give, each gift without the part by which its giver is close to g. */
export function clusterConnections(
  projects: ReadonlyMap<string, ProjectGifts>,
  groups: Groups,
  { style, bits, unit }: ClusterOptions,
): ReadonlyMap<string, Connections> {
  const places = bits + GUARD_BITS
  const similarity = similarities(projects, groups, places)
  return new Map(
    [...projects].map(([project, { gifts }]) => [
      project,
      { table: connections(gifts, similarity, { style, places, unit }), places },
    ]),
  )
}

type Similarity = {
  readonly groups: readonly string[]
  /** identity → its groups */
  readonly own: ReadonlyMap<string, readonly string[]>
  /** identity → group → k, times 2^places; 0 where it is not named */
  readonly k: ReadonlyMap<string, ReadonlyMap<string, bigint>>
}

function similarities(
  projects: ReadonlyMap<string, ProjectGifts>,
  groups: Groups,
  places: bigint,
): Similarity {
  const givers = new Set([...projects.values()].flatMap(({ gifts }) => gifts.map(({ identity }) => identity)))
  const own = new Map([...givers].map(giver => [giver, groupsOf(giver, groups)]))
  const members = new Map<string, string[]>()
  for (const [giver, names] of own)
    for (const name of names) members.set(name, [...(members.get(name) ?? []), giver])
  const one = 1n << places
  // From a group: to one of its members, then to one of that member's groups.
  const onward = new Map(
    [...members].map(([name, inside]) => {
      const reached = new Map<string, bigint>()
      for (const member of inside) {
        const names = own.get(member) ?? []
        const chance = one / (BigInt(inside.length) * BigInt(names.length))
        for (const next of names) reached.set(next, (reached.get(next) ?? 0n) + chance)
      }
      return [name, reached]
    }),
  )
  const k = new Map(
    [...own].map(([giver, names]) => {
      const reached = new Map<string, bigint>()
      for (const name of names)
        for (const [next, chance] of onward.get(name) ?? [])
          reached.set(next, (reached.get(next) ?? 0n) + chance / BigInt(names.length))
      for (const name of names) reached.set(name, one)
      return [giver, reached]
    }),
  )
  return { groups: [...members.keys()], own, k }
}

function groupsOf(giver: string, groups: Groups): readonly string[] {
  const names = [...new Set(Object.hasOwn(groups, giver) ? groups[giver] : [])]
  if (names.length === 0) throw new RegenError(GROUPS_MISSING, { identity: giver })
  return names
}

function connections(
  gifts: readonly Gift[],
  { groups, own, k }: Similarity,
  { style, places, unit }: { style: ClusterStyle; places: bigint; unit: bigint },
): ReadonlyMap<string, ReadonlyMap<string, bigint>> {
  const one = 1n << places
  const table = new Map(groups.map(group => [group, new Map<string, bigint>()]))
  for (const { identity, amount } of gifts) {
    const names = own.get(identity) ?? []
    const root = style === 'soft' ? isqrt((amount * unit) << (2n * places)) : 0n
    for (const [group, row] of table) {
      const near = k.get(identity)?.get(group) ?? 0n
      const counted = (one - near) * amount + ((near * root) >> places)
      if (counted > 0n)
        for (const name of names) row.set(name, (row.get(name) ?? 0n) + counted / BigInt(names.length))
    }
  }
  return table
}

/** Σ over g ≠ h of √( P_gh × P_hg ). Where something is cut off, the bounds are one unit below and two above it, at the last place. */
function agreement(table: ReadonlyMap<string, ReadonlyMap<string, bigint>>): Bounds {
  let sum = 0n
  for (const [g, row] of table)
    for (const [h, there] of row) if (g < h) sum += 2n * isqrt(there * (table.get(h)?.get(g) ?? 0n))
  if (sum === 0n) return NOTHING
  const value = sum >> GUARD_BITS
  return sum % (1n << GUARD_BITS) === 0n ? { lo: value, hi: value } : { lo: value - 1n, hi: value + 2n }
}
