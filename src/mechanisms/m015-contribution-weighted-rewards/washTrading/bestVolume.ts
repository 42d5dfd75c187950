import {
  compareRatios,
  divideRatio,
  exact,
  floor,
  mulRatio,
  type Ratio,
  ratio,
} from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import { excess, restOf } from './excess.ts'
import type { PricedRoute } from './routes.ts'
import { type HonestMix, washTrade } from './washTrade.ts'

/** The most profitable whole volume, in uregen, and its exact profit. */
export type BestVolume = { readonly volume: Uregen; readonly profit: Ratio }

/**
 * The whole volume with the highest profit, for k < 1 and a route that pays.
 *
 *     (S_h + ωW)² = k·S_h·(ω·Φ_h − φ·S_h) / (φ·(1−k))
 *
 * The profit has one peak, so the best whole volume is the floor of this W or the next.
 */
export function bestVolume(wash: { k: Ratio; honest: HonestMix; route: PricedRoute }): BestVolume {
  const { k, honest, route } = wash
  const { feesPerVolume: phi, scorePerVolume: omega } = route
  const gain = excess(mulRatio(omega, exact(honest.fees)), mulRatio(phi, honest.score))
  const square = divideRatio(mulRatio(mulRatio(k, honest.score), gain), mulRatio(phi, restOf(k)))
  const offset = divideRatio(honest.score, omega)
  const scaled = divideRatio(mulRatio(square, ratio(offset.den ** 2n)), mulRatio(omega, omega))
  const below = ((squareRootFloor(floor(scaled)) - offset.num) / offset.den) as Uregen
  const [here, next] = [below, (below + 1n) as Uregen].map(volume => ({
    volume,
    profit: washTrade({ ...wash, volume }).profit,
  })) as [BestVolume, BestVolume]
  return compareRatios(next.profit, here.profit) > 0 ? next : here
}

/** floor( √n ), by Newton's method from above. */
function squareRootFloor(n: bigint): bigint {
  let root = 1n << BigInt(2 * n.toString(16).length)
  while (root * root > n) root = (root + n / root) >> 1n
  return root
}
