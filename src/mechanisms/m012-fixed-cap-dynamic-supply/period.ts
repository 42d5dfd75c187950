import { RegenError } from '../../primitives/errors.ts'
import { BURN_EXCEEDS_SUPPLY } from '../../primitives/errorTable.ts'
import { type Uregen, uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import { computeMint, type MintParams } from './mint.ts'
import type { SupplyParams } from './params.ts'
import type { SupplyState } from './state.ts'

export type PeriodParams = MintParams & Pick<SupplyParams, 'overCapPolicy' | 'burnKind' | 'burnTiming'>

/** One period; amounts in uregen. */
export type Period = {
  readonly minted: Uregen
  readonly burned: Uregen
  /** What `clamp` makes disappear with neither burn nor owner, as the published reference does; else 0. */
  readonly vanished: Uregen
  readonly next: SupplyState
}

/**
 * The supply after one period, in uregen.
 *
 *     S[t+1] = S[t] + M[t] − B[t]        B > S + M is an error, never clamped (invariant 2, Non-Negative Supply)
 *
 * M does not depend on B (invariant 4, Mint-Burn Independence), except with burnTiming `immediate`, where the burned
 * tokens are gone before the period ends. With burnKind `reserve` B moves into the reserve, a part of S that cannot
 * be burned again, and S does not shrink. Above the cap nothing is minted and nothing vanishes, so
 * Cap Inviolability (invariant 1) reads S[t+1] ≤ max(S[t], C).
 *
 * @see SPEC M012, Supply Algorithm
 */
export function advance(state: SupplyState, burned: Uregen, params: PeriodParams): Period {
  requireBounds(params)
  const { burnKind, burnTiming, overCapPolicy, hardCap } = params
  const burnFrom = (from: SupplyState) => burn(from, burned, burnKind)
  const minted = computeMint(burnTiming === 'immediate' ? burnFrom(state) : state, params)
  const after = burnFrom({ ...state, supply: (state.supply + minted) as Uregen })
  const excess = overCapPolicy.kind === 'clamp' && after.supply > hardCap ? after.supply - hardCap : 0n
  return {
    minted,
    burned,
    vanished: excess as Uregen,
    next: { ...after, supply: (after.supply - excess) as Uregen },
  }
}

function burn(state: SupplyState, burned: Uregen, burnKind: SupplyParams['burnKind']): SupplyState {
  const { supply, reserve = 0n } = state
  const available = supply - reserve
  if (uregen(burned) > available) throw new RegenError(BURN_EXCEEDS_SUPPLY, { burned, available })
  return burnKind === 'reserve'
    ? { ...state, reserve: (reserve + burned) as Uregen }
    : { ...state, supply: (supply - burned) as Uregen }
}
