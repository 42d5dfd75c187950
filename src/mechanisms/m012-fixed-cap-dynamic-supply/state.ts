import type { M014State } from '../../primitives/m014States.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Co2Change } from './ecologicalMultiplier.ts'

/**
 * The supply and what its regrowth depends on, at the start of one period; amounts in uregen.
 *
 * @see SPEC M012, Storage: SupplyState (whose cap and parameters are `SupplyParams` here)
 */
export type SupplyState = {
  /** S */
  readonly supply: Uregen
  /** S_staked */
  readonly staked: Uregen
  /** S_stability_committed, from M015 */
  readonly stabilityCommitted: Uregen
  /** m014.state */
  readonly m014Phase: M014State
  /** Burned tokens that governance may re-mint, a part of S (OQ-M012-4 `reserve`); absent is none. */
  readonly reserve?: Uregen
  /** For the multiplier `validator-participation` (OQ-M012-5). */
  readonly validators?: { readonly active: number; readonly max: number }
  /** ΔCO₂, for an ecological multiplier that is switched on. */
  readonly co2?: Co2Change
}

/** Where the supply stands beside the hard cap. */
export type CapStatus = 'above' | 'at' | 'below'

/**
 * Where a supply stands to the cap.
 *
 * @example
 * capStatus(uregen(224_000_000_000_000n), M012_V0.hardCap) // 'above'
 */
export const capStatus = (supply: Uregen, hardCap: Uregen): CapStatus =>
  supply === hardCap ? 'at' : supply > hardCap ? 'above' : 'below'

/** C − S, and 0 above the cap. */
export const headroomOf = (supply: Uregen, hardCap: Uregen): Uregen =>
  (supply < hardCap ? hardCap - supply : 0n) as Uregen
