import { mulCeil, mulFloor, ONE, type Ratio, ratio } from '../../primitives/ratio.ts'
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
  | 'rateRounding'
  | 'aboveSupply'
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
 * With rateRounding `decimals-18` r_base, K / S, ΔCO₂ / reference and each product are cut to 18 decimals, as the contract drafts do.
 *
 * @see SPEC M012, Supply Algorithm
 *
 * @example
 * computeMint(supplyState, M012_V0) // 630000000000n
 */
export const computeMint = (state: SupplyState, params: MintParams): Uregen =>
  regrow(state.supply, rateOf(state, params), params.hardCap)

/**
 * r of this period: the base rate times both multipliers, exact and in lowest terms.
 *
 * @example
 * formatRatio(effectiveRate(supplyState, M012_V0)) // '0.03'
 */
export function effectiveRate(state: SupplyState, params: MintParams): Ratio {
  const { num, den } = rateOf(state, params)
  return ratio(num, den)
}

/** M = min( C − S, floor( r × (C − S) ) ) for a given r; 0 when S ≥ C. In uregen. */
export function regrow(supply: Uregen, rate: Ratio, hardCap: Uregen): Uregen {
  const headroom = headroomOf(supply, hardCap)
  const regrowth = mulFloor(headroom, rate)
  return regrowth < headroom ? regrowth : headroom
}

function rateOf(state: SupplyState, params: MintParams): Ratio {
  requireBounds(params)
  const { baseRate, multiplier, aboveSupply, rateRounding } = params
  const share = backingShare(state, multiplier, aboveSupply)
  const eco = ecologicalMultiplier(state.co2, params)
  const times = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.num, den: a.den * b.den })
  const plusOne = ({ num, den }: Ratio): Ratio => ({ num: den + num, den })
  if (rateRounding === 'exact') {
    const rate = eco === ONE ? baseRate : times(baseRate, eco)
    return share.num === 0n ? rate : times(rate, plusOne(share))
  }
  const backed = floorDecimals(times(floorDecimals(baseRate), plusOne(floorDecimals(share))))
  return floorDecimals(times(backed, ceilDecimals(eco)))
}

/** The decimals that contracts compute with. */
const UNIT = 10n ** 18n

/** A fraction cut to 18 decimals. */
const floorDecimals = (value: Ratio): Ratio => ({ num: mulFloor(UNIT, value), den: UNIT })

/** A fraction rounded up to 18 decimals: 1 − x, where x is cut to 18 decimals. */
const ceilDecimals = (value: Ratio): Ratio => ({ num: mulCeil(UNIT, value), den: UNIT })
