import { RegenError } from '../../primitives/errors.ts'
import { BURN_EXCEEDS_SUPPLY } from '../../primitives/errorTable.ts'
import { floor, minRatio, mulCeil, ONE, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { regrow } from './mint.ts'
import type { SupplyParams } from './params.ts'

/** A supply under constant burning and a constant rate r; amounts in uregen. */
export type SteadyBurn = {
  readonly supply: Uregen
  readonly burnedPerPeriod: Uregen
  readonly rate: Ratio
  readonly cap: Uregen
}

/**
 * The supply at which M = B, in uregen, floored; null when r is 0 or S* would be below 0.
 *
 *     S* = C − B / min( r, 1 )        M is at most C − S
 *
 * @see SPEC M012, Supply Algorithm, Key property
 *
 * @example
 * equilibriumSupply(uregen(20_000_000_000n), parseRatio('0.02'), uregen(221_000_000_000_000n)) // 220000000000000n
 */
export function equilibriumSupply(burnedPerPeriod: Uregen, rate: Ratio, cap: Uregen): Uregen | null {
  const { num, den } = minRatio(rate, ONE)
  const left = cap * num - burnedPerPeriod * den
  return num === 0n || left < 0n ? null : (floor({ num: left, den: num }) as Uregen)
}

/**
 * The periods of pure burning until a supply above the cap is no longer above it; 0 when it is not above it, null when nothing is burned.
 *
 *     ceil( (S − C) / B )
 *
 * @example
 * const above = { supply: uregen(224_000_000_000_000n), cap: uregen(221_000_000_000_000n) }
 * periodsToCap({ ...above, burnedPerPeriod: uregen(20_000_000_000n) }) // 150n
 */
export function periodsToCap({ supply, burnedPerPeriod, cap }: Omit<SteadyBurn, 'rate'>): bigint | null {
  if (supply <= cap) return 0n
  return burnedPerPeriod === 0n ? null : mulCeil<bigint>(supply - cap, { num: 1n, den: burnedPerPeriod })
}

/** What of a burn lowers the supply, in uregen: all of it, or with burnKind `reserve` nothing, for the reserve is a part of S. */
export const loweringBurn = (burned: Uregen, { burnKind }: Pick<SupplyParams, 'burnKind'>): Uregen =>
  burnKind === 'reserve' ? (0n as Uregen) : burned

/**
 * The supply at which a policy comes to rest between two periods, in uregen, floored; null where it comes to rest at none.
 *
 *     S* = C − L / min( r, 1 )            L: what of B lowers the supply
 *     S* = C − L / min( r, 1 ) + L        with burnTiming `immediate`: M is computed from S − L
 */
export function restingSupply(
  burned: Uregen,
  rate: Ratio,
  params: Pick<SupplyParams, 'hardCap' | 'burnKind' | 'burnTiming'>,
): Uregen | null {
  const lowering = loweringBurn(burned, params)
  const rest = equilibriumSupply(lowering, rate, params.hardCap)
  return rest === null || params.burnTiming === 'epoch' ? rest : ((rest + lowering) as Uregen)
}

/**
 * The supply after a number of periods, in uregen; the mint of each is floored. BURN_EXCEEDS_SUPPLY when a period burns more than there is.
 *
 * @example
 * const steady = { supply: uregen(900n), burnedPerPeriod: uregen(1n), rate: parseRatio('0.1'), cap: uregen(1_000n) }
 * supplyAfter(steady, 2) // 917n
 */
export function supplyAfter(steady: SteadyBurn, periods: number): Uregen {
  let { supply } = steady
  for (let period = 0; period < periods; period++) supply = step(supply, steady)
  return supply
}

/** After how many periods the supply is near S*, or null; and how many periods were looked at. */
export type Convergence = { readonly periods: number | null; readonly searched: number }

/**
 * The periods until the supply is within a share x of its equilibrium: runs the integers.
 *
 *     |S − S*| ≤ x × S*
 *
 * Null when there is no equilibrium, when the supply comes to rest elsewhere, or when `searchUpTo` periods were not enough.
 *
 * @example
 * const steady = { supply: uregen(900n), burnedPerPeriod: uregen(1n), rate: parseRatio('0.1'), cap: uregen(1_000n) }
 * periodsToWithin(steady, parseRatio('0.05'), 100) // { periods: 6, searched: 6 }
 */
export function periodsToWithin(steady: SteadyBurn, share: Ratio, searchUpTo: number): Convergence {
  const target = equilibriumSupply(steady.burnedPerPeriod, steady.rate, steady.cap)
  if (target === null) return { periods: null, searched: 0 }
  let { supply } = steady
  for (let period = 0; ; period++) {
    const distance = supply > target ? supply - target : target - supply
    if (distance * share.den <= target * share.num) return { periods: period, searched: period }
    if (period >= searchUpTo) return { periods: null, searched: period }
    const next = step(supply, steady)
    if (next === supply) return { periods: null, searched: period }
    supply = next
  }
}

function step(supply: Uregen, { burnedPerPeriod: burned, rate, cap }: SteadyBurn): Uregen {
  const available = supply + regrow(supply, rate, cap)
  if (burned > available) throw new RegenError(BURN_EXCEEDS_SUPPLY, { burned, available })
  return (available - burned) as Uregen
}
