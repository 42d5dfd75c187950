import { mulFloor, type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { backingShare } from './backing.ts'
import { requireBounds } from './bounds.ts'
import { ecologicalMultiplier } from './ecologicalMultiplier.ts'
import type { SupplyParams } from './params.ts'
import { headroomOf, type SupplyState } from './state.ts'

/** The parameters that a mint depends on. */
export type MintParams = Pick<
  SupplyParams,
  | 'hardCap'
  | 'baseRate'
  | 'multiplier'
  | 'ecologicalSource'
  | 'ecologicalReference'
  | 'ecoMax'
  | 'ecologicalMaxAgeDays'
>

/**
 * The tokens minted in one period (regrowth), in uregen.
 *
 *     M = min( C − S, floor( r × (C − S) ) )        0 when S ≥ C
 *     r = r_base × (1 + K / S) × ecological_multiplier
 *
 * r stays a fraction, so the one division comes last: 1/13 has no finite decimal, and an early division loses a uregen.
 *
 * @see SPEC M012, Supply Algorithm
 */
export const computeMint = (state: SupplyState, params: MintParams): Uregen =>
  regrow(state.supply, exactRate(state, params), params.hardCap)

/** r of this period: the base rate times both multipliers, exact and in lowest terms. */
export function effectiveRate(state: SupplyState, params: MintParams): Ratio {
  const { num, den } = exactRate(state, params)
  return ratio(num, den)
}

/** M = min( C − S, floor( r × (C − S) ) ) for a given r; 0 when S ≥ C. In uregen. */
export function regrow(supply: Uregen, rate: Ratio, hardCap: Uregen): Uregen {
  const headroom = headroomOf(supply, hardCap)
  const regrowth = mulFloor(headroom, rate)
  return regrowth < headroom ? regrowth : headroom
}

function exactRate(state: SupplyState, params: MintParams): Ratio {
  requireBounds(params)
  const share = backingShare(state, params.multiplier)
  const eco = ecologicalMultiplier(state.co2, params)
  return {
    num: params.baseRate.num * eco.num * (share.den + share.num),
    den: params.baseRate.den * eco.den * share.den,
  }
}
