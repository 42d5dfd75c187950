import { addressBytes, addressProblem } from '../../../primitives/address.ts'
import { type Bounds, isExact, sumBounds } from './bounds.ts'

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
 * the bytes of the addresses. With `pool` they are nobody's. Nothing is shared out when nobody has a weight.
 *
 * Weights that are not exact have bounds. A part whose bounds have a whole number between them is that number, and
 * fractions that agree in 64 binary places are equal.
 */
export function apportion(total: bigint, parties: readonly Weighted[], dust: DustRule): readonly Part[] {
  const whole = sumBounds(parties.map(({ weight }) => weight))
  if (whole.hi === 0n) return parties.map(({ name }) => ({ name, amount: 0n }))
  const floors = parties.map(party => floorOf(total, party, whole))
  const rest = floors.reduce((left, { amount }) => left - amount, total)
  const extra =
    dust === 'pool' || rest <= 0n
      ? new Set<string>()
      : new Set(
          floors
            .filter(({ fraction }) => fraction > 0n)
            .sort((a, b) =>
              a.fraction === b.fraction ? compareNames(a.name, b.name) : a.fraction > b.fraction ? -1 : 1,
            )
            .filter((_, index) => BigInt(index) < rest)
            .map(({ name }) => name),
        )
  return floors.map(({ name, amount }) => ({ name, amount: extra.has(name) ? amount + 1n : amount }))
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
