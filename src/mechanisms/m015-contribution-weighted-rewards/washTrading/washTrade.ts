import {
  addRatio,
  divideRatio,
  exact,
  minRatio,
  mulRatio,
  type Ratio,
  ratio,
  ZERO,
} from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import { excess } from './excess.ts'
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
 * What a volume W of wash trade earns and costs, exactly, in uregen.
 *
 *     cost = φW,   pool = k(Φ_h + φW),   reward = pool × ωW / (S_h + ωW),   profit = reward − cost
 *
 * With a cap λ the reward is at most λ × cost.
 *
 * @example
 * const route = { name: 'one trade', feesPerVolume: parseRatio('0.01'), scorePerVolume: parseRatio('0.3') }
 * const honest = { fees: uregen(1_000_000n), score: parseRatio('30000000') }
 * formatRatio(washTrade({ k: parseRatio('0.175'), honest, route, volume: uregen(100_000_000n) }).loss) // '825000'
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
  const earned = score.num === 0n ? ZERO : mulRatio(pool, divideRatio(score, addRatio(honest.score, score)))
  const reward = cap === null ? earned : minRatio(earned, mulRatio(cap, cost))
  return { cost, pool, reward, profit: excess(reward, cost), loss: excess(cost, reward) }
}
