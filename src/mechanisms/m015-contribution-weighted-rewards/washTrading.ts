import {
  addRatio,
  compareRatios,
  floor,
  minRatio,
  mulRatio,
  ONE,
  type Ratio,
  ratio,
  ZERO,
} from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { PricedRoute } from './routes.ts'

/** What everybody else did in the period: the fees Φ_h they paid, in uregen, and their score S_h. */
export type HonestMix = { readonly fees: Uregen | Ratio; readonly score: Ratio }

/** A volume of wash trade: what it costs and earns, in uregen. One of profit and loss is 0. */
export type WashTrade = {
  readonly cost: Ratio
  /** The activity pool, the attacker's own fees included. */
  readonly pool: Ratio
  readonly reward: Ratio
  readonly profit: Ratio
  readonly loss: Ratio
}

/**
 * What a route comes to.
 *
 *     loss         no volume pays
 *     profit       every volume below `breakEvenVolume` pays
 *     unlimited    every volume above `breakEvenVolume` pays, without end: φ = 0 or k ≥ 1
 */
export type RouteVerdict = PricedRoute & {
  /** ρ_w = φ/ω, the fee for each point of score; null when the route scores nothing. */
  readonly rho: Ratio | null
  readonly verdict: 'loss' | 'profit' | 'unlimited'
  /** W*, exact; null for `loss`. */
  readonly breakEvenVolume: Ratio | null
  /** The most profitable whole volume and its exact profit; null unless `profit`. */
  readonly best: { readonly volume: Uregen; readonly profit: Ratio } | null
}

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
 */
export const returnedShare = ({
  communityShare,
  autoShare,
  stabilityShare,
}: {
  communityShare: Ratio
  autoShare: Ratio
  stabilityShare: Ratio
}): Ratio => mulRatio(mulRatio(communityShare, autoShare), restOf(stabilityShare))

/**
 * What a volume W of wash trade earns and costs, exactly, in uregen.
 *
 *     cost = φW,   pool = k(Φ_h + φW),   reward = pool × ωW / (S_h + ωW),   profit = reward − cost
 *
 * With a cap λ the reward is at most λ × cost.
 */
export function washTrade({
  k,
  honest,
  route: { feesPerVolume, scorePerVolume },
  volume,
  rewardCapPerOwnFees: cap = null,
}: {
  k: Ratio
  honest: HonestMix
  route: PricedRoute
  volume: Uregen
  rewardCapPerOwnFees?: Ratio | null
}): WashTrade {
  const cost = mulRatio(feesPerVolume, ratio(volume))
  const score = mulRatio(scorePerVolume, ratio(volume))
  const pool = mulRatio(k, addRatio(exact(honest.fees), cost))
  const earned = score.num === 0n ? ZERO : mulRatio(pool, divide(score, addRatio(honest.score, score)))
  const reward = cap === null ? earned : minRatio(earned, mulRatio(cap, cost))
  return { cost, pool, reward, profit: excess(reward, cost), loss: excess(cost, reward) }
}

/**
 * Whether trading with oneself pays, route by route.
 *
 *     it pays for some volume  when  k·ρ_h > ρ_w        compared as k·ω·Φ_h > φ·S_h, so that 0 needs no exception
 *     W* = (k·ω·Φ_h − φ·S_h) / (φ·ω·(1−k))
 *
 * It does not depend on how large the honest volume is, only on its mix: fees that earn no score (issuance, transfer) raise ρ_h.
 * Nobody else with a score: any volume takes the whole pool, and the least is best. A cap λ up to 1 makes every route a loss.
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
      rho: omega.num === 0n ? null : divide(phi, omega),
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
      return unlimited(divide(excess(owed, returned), mulRatio(slope, excess(k, ONE))))
    if (!pays) return loss
    if (k.num >= k.den || slope.num === 0n) return unlimited(ZERO)
    return {
      ...loss,
      verdict: 'profit',
      breakEvenVolume: divide(excess(returned, owed), mulRatio(slope, restOf(k))),
      best: bestVolume({ k, honest, route }),
    }
  })
  return {
    k,
    honestRho: honest.score.num === 0n ? null : divide(fees, honest.score),
    routes: verdicts,
    sybilResistant: verdicts.every(({ verdict }) => verdict === 'loss'),
  }
}

/**
 * The whole volume with the highest profit, for k < 1 and a route that pays.
 *
 *     (S_h + ωW)² = k·S_h·(ω·Φ_h − φ·S_h) / (φ·(1−k))
 *
 * The profit has one peak, so the best whole volume is the floor of this W or the next.
 */
function bestVolume(wash: { k: Ratio; honest: HonestMix; route: PricedRoute }): RouteVerdict['best'] {
  const { k, honest, route } = wash
  const { feesPerVolume: phi, scorePerVolume: omega } = route
  const gain = excess(mulRatio(omega, exact(honest.fees)), mulRatio(phi, honest.score))
  const square = divide(mulRatio(mulRatio(k, honest.score), gain), mulRatio(phi, restOf(k)))
  const offset = divide(honest.score, omega)
  const scaled = divide(mulRatio(square, ratio(offset.den ** 2n)), mulRatio(omega, omega))
  const below = ((squareRootFloor(floor(scaled)) - offset.num) / offset.den) as Uregen
  const [here, next] = [below, (below + 1n) as Uregen].map(volume => ({
    volume,
    profit: washTrade({ ...wash, volume }).profit,
  })) as [NonNullable<RouteVerdict['best']>, NonNullable<RouteVerdict['best']>]
  return compareRatios(next.profit, here.profit) > 0 ? next : here
}

/** floor( √n ), by Newton's method from above. */
function squareRootFloor(n: bigint): bigint {
  let root = 1n << BigInt(2 * n.toString(16).length)
  while (root * root > n) root = (root + n / root) >> 1n
  return root
}

const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num)

/** a − b, or 0 when b is larger. */
const excess = (a: Ratio, b: Ratio): Ratio =>
  compareRatios(a, b) > 0 ? ratio(a.num * b.den - b.num * a.den, a.den * b.den) : ZERO

/** 1 − share, or 0 when the share is above 1. */
const restOf = (share: Ratio): Ratio => excess(ONE, share)

const exact = (amount: bigint | Ratio): Ratio => (typeof amount === 'bigint' ? ratio(amount) : amount)
