import { RegenError } from '../../primitives/errors.ts'
import { BURN_EXCEEDS_SUPPLY } from '../../primitives/errorTable.ts'
import { type Uregen, uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import { computeMint, type MintParams } from './mint.ts'
import type { SupplyParams } from './params.ts'
import type { SupplyState } from './state.ts'

/** The parameters that one period of M012 needs: those of minting, and how it burns. */
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
 *     S[t+1] = S[t] + M[t] − B[t]        B > S + M − reserve is an error (invariant 2, Non-Negative Supply)
 *
 * M does not depend on B (invariant 4, Mint-Burn Independence). Only with burnTiming `immediate` is B taken from S before M is computed, and then it
 * may be at most S − reserve. With burnKind `reserve` B moves into the reserve, a part of S that cannot be burned again, and S does not shrink. Above
 * the cap nothing is minted, and nothing vanishes unless overCapPolicy is `clamp`: Cap Inviolability (invariant 1) reads S[t+1] ≤ max(S[t], C).
 * With aboveSupply `cut` a burn of more than there is burns what there is.
 *
 * @see SPEC M012, Supply Algorithm
 *
 * @example
 * const { minted, next } = m012.advance(supplyState, uregen(30_000_000_000n), M012_V0)
 * minted // 630000000000n
 * next.supply // 200600000000000n
 */
export function advance(state: SupplyState, asked: Uregen, params: PeriodParams): Period {
  requireBounds(params)
  const { burnKind, burnTiming, overCapPolicy, hardCap } = params
  const atOnce = burnTiming === 'immediate' ? burnable(state.supply, asked, state, params) : null
  const minted = computeMint(mintsFrom(state, atOnce ?? asked, params), params)
  const supply = (state.supply + minted) as Uregen
  const burned = atOnce ?? burnable(supply, asked, state, params)
  const next = burn(state, supply, burned, burnKind)
  const excess = overCapPolicy.kind === 'clamp' && next.supply > hardCap ? next.supply - hardCap : 0n
  next.supply = (next.supply - excess) as Uregen
  return { minted, burned, vanished: excess as Uregen, next }
}

/** What of a burn there is to burn of a supply: all of it, or an error, or with `cut` as much as there is. */
function burnable(
  supply: Uregen,
  asked: Uregen,
  { reserve = 0n as Uregen }: Pick<SupplyState, 'reserve'>,
  { aboveSupply }: Pick<SupplyParams, 'aboveSupply'>,
): Uregen {
  const available = supply - reserve
  if (uregen(asked) <= available) return asked
  if (aboveSupply === 'cut') return available as Uregen
  throw new RegenError(BURN_EXCEEDS_SUPPLY, { burned: asked, available })
}

/** The state that r and M of a period are computed from: with burnTiming `immediate` what its burn leaves, else as the period began. */
export const mintsFrom = (
  state: SupplyState,
  burned: Uregen,
  { burnTiming, burnKind }: Pick<SupplyParams, 'burnKind' | 'burnTiming'>,
): SupplyState => (burnTiming === 'immediate' ? burn(state, state.supply, burned, burnKind) : state)

/** A new state of that supply, without what is burned of it or with that in its reserve. */
function burn(
  state: SupplyState,
  supply: Uregen,
  burned: Uregen,
  burnKind: SupplyParams['burnKind'],
): { -readonly [field in keyof SupplyState]: SupplyState[field] } {
  return burnKind === 'reserve'
    ? { ...state, supply, reserve: ((state.reserve ?? 0n) + burned) as Uregen }
    : { ...state, supply: (supply - burned) as Uregen }
}
