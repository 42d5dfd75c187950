import { computeMint } from '../../mechanisms/m012-fixed-cap-dynamic-supply/mint.ts'
import type { SupplyParams } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { advance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/period.ts'
import {
  type CapStatus,
  capStatus,
  type SupplyState,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** What a burn does to the supply under M012, in uregen, everything else being equal. */
export type SupplyEffect = {
  readonly burned: Uregen
  /** The burn is a lower bound, because a value is not known. */
  readonly atLeast: boolean
  readonly thisPeriod: {
    readonly minted: Uregen
    readonly supplyAfter: Uregen
    readonly supplyAfterWithout: Uregen
    readonly capStatus: CapStatus
  }
  readonly nextPeriod: {
    readonly minted: Uregen
    readonly mintedWithout: Uregen
    /** What the burn lets grow back in the next period. */
    readonly regrown: Uregen
  }
}

/**
 * What a burn B does to this period and the next, against the same two periods without it.
 *
 *     this period    S[t+1] = S[t] + M[t] − B        M[t] is the same: minting does not look at burning
 *     next period    M[t+1] = floor( r × (C − S[t+1]) ) grows with the headroom;  0 while S ≥ C
 *
 * @see SPEC M012, Supply Algorithm
 */
export function supplyEffect(
  burned: Uregen,
  { state, params, atLeast = false }: { state: SupplyState; params: SupplyParams; atLeast?: boolean },
): SupplyEffect {
  const withBurn = advance(state, burned, params)
  const without = advance(state, 0n as Uregen, params)
  const minted = computeMint(withBurn.next, params)
  const mintedWithout = computeMint(without.next, params)
  return {
    burned,
    atLeast,
    thisPeriod: {
      minted: withBurn.minted,
      supplyAfter: withBurn.next.supply,
      supplyAfterWithout: without.next.supply,
      capStatus: capStatus(withBurn.next.supply, params.hardCap),
    },
    nextPeriod: { minted, mintedWithout, regrown: (minted - mintedWithout) as Uregen },
  }
}
