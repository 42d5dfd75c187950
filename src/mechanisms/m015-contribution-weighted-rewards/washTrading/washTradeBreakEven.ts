import { requireWithin, SHARE } from '../../../primitives/parameter.ts'
import {
  compareRatios,
  divideRatio,
  exact,
  mulRatio,
  ONE,
  type Ratio,
  ZERO,
} from '../../../primitives/ratio.ts'
import { type BestVolume, bestVolume } from './bestVolume.ts'
import { excess, restOf } from './excess.ts'
import type { PricedRoute } from './routes.ts'
import type { HonestMix } from './washTrade.ts'

/**
 * What a route comes to.
 *
 *     loss         no whole volume pays
 *     profit       every whole volume below `breakEvenVolume` pays
 *     unlimited    every volume above `breakEvenVolume` pays, without end: φ = 0 or k ≥ 1
 */
export type RouteVerdict = PricedRoute & {
  /** ρ_w = φ/ω, the fee for each point of score; null when the route scores nothing. */
  readonly rho: Ratio | null
  readonly verdict: 'loss' | 'profit' | 'unlimited'
  /** W*, exact; null for `loss`. */
  readonly breakEvenVolume: Ratio | null
  /** Null unless `profit`. */
  readonly best: BestVolume | null
}

/** Whether trading with oneself pays under a policy in a period, route by route. @see SPEC M015 */
export type BreakEven = {
  readonly k: Ratio
  /** ρ_h = Φ_h/S_h; null when nobody else has a score, so that any score takes the whole pool. */
  readonly honestRho: Ratio | null
  readonly routes: readonly RouteVerdict[]
  /** No route pays: invariant 4, Sybil Resistance, holds for this policy and this period. It is not a theorem. */
  readonly sybilResistant: boolean
}

/**
 * The part of every fee that returns through the activity pool.
 *
 *     k = communityShare × autoShare × ( 1 − stabilityShare )        stabilityShare: what the tier takes of auto
 *
 * @example
 * const [communityShare, autoShare, stabilityShare] = [parseRatio('0.25'), parseRatio('0.7'), parseRatio('0')]
 * formatRatio(returnedShare({ communityShare, autoShare, stabilityShare })) // '0.175'
 */
export const returnedShare = ({
  communityShare,
  autoShare,
  stabilityShare,
}: {
  communityShare: Ratio
  autoShare: Ratio
  stabilityShare: Ratio
}): Ratio =>
  mulRatio(
    mulRatio(
      requireWithin('communityShare', SHARE, communityShare),
      requireWithin('autoShare', SHARE, autoShare),
    ),
    restOf(requireWithin('stabilityShare', SHARE, stabilityShare)),
  )

/**
 * Whether trading with oneself pays, route by route.
 *
 *     it pays for some volume  when  k·ρ_h > ρ_w        compared as k·ω·Φ_h > φ·S_h, so that 0 needs no exception
 *     W* = (k·ω·Φ_h − φ·S_h) / (φ·ω·(1−k))
 *
 * It does not depend on how large the honest volume is, only on its mix: fees that earn no score (issuance, transfer) raise ρ_h.
 * Nobody else with a score: any volume takes the whole pool, and the least is best. A cap λ up to 1 makes every route a loss.
 * Scores are raw; the minimum fee and the minimum activity value are not looked at.
 *
 * @see SPEC M015, invariant 4, Sybil Resistance
 *
 * @example
 * const route = { name: 'one trade', feesPerVolume: parseRatio('0.01'), scorePerVolume: parseRatio('0.3') }
 * const honest = { fees: uregen(1_000_000n), score: parseRatio('30000000') }
 * washTradeBreakEven({ k: parseRatio('0.175'), honest, routes: [route] }).sybilResistant // true
 */
export function washTradeBreakEven({
  k,
  honest,
  routes,
  rewardCapPerOwnFees = null,
}: {
  k: Ratio
  honest: HonestMix
  routes: readonly PricedRoute[]
  rewardCapPerOwnFees?: Ratio | null
}): BreakEven {
  const fees = exact(honest.fees)
  const verdicts = routes.map((route): RouteVerdict => {
    const { feesPerVolume: phi, scorePerVolume: omega } = route
    const returned = mulRatio(k, mulRatio(omega, fees))
    const owed = mulRatio(phi, honest.score)
    const slope = mulRatio(phi, omega)
    const pays = compareRatios(returned, owed) > 0
    const loss: RouteVerdict = {
      ...route,
      rho: omega.num === 0n ? null : divideRatio(phi, omega),
      verdict: 'loss',
      breakEvenVolume: null,
      best: null,
    }
    const unlimited = (breakEvenVolume: Ratio): RouteVerdict => ({
      ...loss,
      verdict: 'unlimited',
      breakEvenVolume,
    })
    if (rewardCapPerOwnFees !== null && compareRatios(rewardCapPerOwnFees, ONE) <= 0) return loss
    if (k.num > k.den && slope.num > 0n)
      return unlimited(divideRatio(excess(owed, returned), mulRatio(slope, excess(k, ONE))))
    if (!pays) return loss
    if (k.num >= k.den || slope.num === 0n) return unlimited(ZERO)
    const breakEvenVolume = divideRatio(excess(returned, owed), mulRatio(slope, restOf(k)))
    if (breakEvenVolume.num <= breakEvenVolume.den) return loss
    return { ...loss, verdict: 'profit', breakEvenVolume, best: bestVolume({ k, honest, route }) }
  })
  return {
    k,
    honestRho: honest.score.num === 0n ? null : divideRatio(fees, honest.score),
    routes: verdicts,
    sybilResistant: verdicts.every(({ verdict }) => verdict === 'loss'),
  }
}
