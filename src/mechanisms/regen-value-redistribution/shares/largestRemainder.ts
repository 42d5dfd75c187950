import { addressBytes, addressProblem } from '../../../primitives/address.ts'
import { type Bounds, isExact, sumBounds } from './bounds.ts'
import { limitsByName, type SharedLimit } from './limits.ts'

/** Who takes part in an apportionment, and with which weight. Ties go to the name that comes first. */
export type Weighted = { readonly name: string; readonly weight: Bounds }

/** Where the units that the floors leave go: to the largest fractions, or to nobody. */
export type DustRule = 'largest-remainder' | 'pool'

/** One part of a total, in whole units. */
export type Part = { readonly name: string; readonly amount: bigint }

/**
 * Shares a whole number of units out by weight (Hamilton's method).
 *
 *     part_p = floor( total × weight_p / Σ weight )
 *
 * With `largest-remainder`, the units that are left go one each to the largest fractions cut off; equal ones in the order of
 * the bytes of the addresses; a fraction that would bring those of a shared limit above it is passed over. With `pool` they are
 * nobody's. Nothing is shared out when nobody has a weight.
 *
 * Weights that are not exact have bounds. A part whose bounds have a whole number between them is that number, and
 * fractions that agree in 64 binary places are equal.
 */
export function apportion(
  total: bigint,
  parties: readonly Weighted[],
  dust: DustRule,
  limits: readonly SharedLimit[] = [],
): readonly Part[] {
  const whole = sumBounds(parties.map(({ weight }) => weight))
  if (whole.hi === 0n) return parties.map(({ name }) => ({ name, amount: 0n }))
  const floors = parties.map(party => floorOf(total, party, whole))
  const rest = floors.reduce((left, { amount }) => left - amount, total)
  const extra = dust === 'pool' ? new Set<string>() : largest(rest, floors, limits)
  return floors.map(({ name, amount }) => ({ name, amount: extra.has(name) ? amount + 1n : amount }))
}

/** Who gets one unit more: as many as there are units, the largest fractions first, within what each shared limit has left. */
function largest(
  units: bigint,
  floors: readonly (Part & { readonly fraction: bigint })[],
  limits: readonly SharedLimit[],
): ReadonlySet<string> {
  const limitOf = limitsByName(limits)
  const left = new Map(limits.map(limit => [limit, limit.most]))
  const take = (name: string, amount: bigint) => {
    const limit = limitOf.get(name)
    if (limit !== undefined) left.set(limit, (left.get(limit) ?? 0n) - amount)
  }
  for (const { name, amount } of floors) take(name, amount)
  const sorted = floors
    .filter(({ fraction }) => fraction > 0n)
    .sort((a, b) =>
      a.fraction === b.fraction ? compareNames(a.name, b.name) : a.fraction > b.fraction ? -1 : 1,
    )
  const chosen = new Set<string>()
  for (const { name } of sorted) {
    if (BigInt(chosen.size) >= units) break
    const limit = limitOf.get(name)
    if (limit !== undefined && (left.get(limit) ?? 0n) <= 0n) continue
    take(name, 1n)
    chosen.add(name)
  }
  return chosen
}

/** The floor of a part, and what was cut off: out of Σ weight where the weights are exact, else out of 2^64. */
function floorOf(total: bigint, { name, weight }: Weighted, whole: Bounds) {
  const product = total * weight.lo
  const amount = product / whole.lo
  if (isExact(whole)) return { name, amount, fraction: product % whole.lo }
  const atMost = (total * weight.hi) / whole.lo
  if (atMost > (total * weight.lo) / whole.hi) return { name, amount: atMost, fraction: 0n }
  return { name, amount, fraction: ((product % whole.lo) * 2n ** 65n + whole.lo) / (2n * whole.lo) }
}

/**
 * Below 0, 0 or above 0, as a comes before, is or comes after b. Addresses are in the order of their bytes, which is not the order of
 * their letters; anything else is in the order of its UTF-16 text, and after the addresses.
 */
function compareNames(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

const sortKey = (name: string): string =>
  addressProblem(name) === null
    ? `0${[...addressBytes(name)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`
    : `1${name}`
