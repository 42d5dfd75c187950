import { requireWithin, SHARE } from '../../primitives/parameter.ts'
import { complement, divideRatio, interpolate, mulRatio, type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { requireWhole } from './bounds.ts'
import type { PoolShares, Share } from './params.ts'

type BurnPoint = { readonly revenue: Uregen; readonly share: Share }

/** Whether the burn share is fixed or follows the revenue. */
export type BurnShare =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'dynamic'; readonly points: readonly BurnPoint[] }

/**
 * The four shares of a period with so much fee revenue, in uregen (OQ-M013-5).
 *
 *     fixed      the shares as they are
 *     dynamic    burn = linear between the points, level outside of them;  other = share × (1 − burn) / (1 − fixed burn)
 *
 * Exact, and they sum to 1. A period is routed by the revenue of the one before it, which is known when it starts.
 *
 * @example
 * const points = [
 *   { revenue: uregen(0n), share: MODEL_B_30_20_50.burn },
 *   { revenue: uregen(1_000_000n), share: MODEL_B_30_20_50.community },
 * ]
 * sharesAt({ shares: MODEL_A, burnShare: { kind: 'dynamic', points } }, uregen(500_000n)).burn // { num: 2n, den: 5n }
 */
export function sharesAt(
  { shares, burnShare }: { readonly shares: PoolShares; readonly burnShare: BurnShare },
  revenue: Uregen,
): PoolShares {
  requireWhole(shares)
  if (burnShare.kind === 'fixed') return shares
  for (const { share } of burnShare.points) requireWithin('burnShare', SHARE, share)
  requireWithin('burnShare', NOT_ALL, shares.burn)
  const burn = burnShareAt(burnShare.points, revenue)
  const scale = divideRatio(complement(burn), complement(shares.burn))
  const scaled = (share: Share) => mulRatio(share, scale) as Share
  return {
    burn,
    validator: scaled(shares.validator),
    community: scaled(shares.community),
    agent: scaled(shares.agent),
  }
}

/** Where all is burned there is no other share to take from. */
const NOT_ALL = { bounds: 'beside a fixed burn share below 1', holds: ({ num, den }: Ratio) => num < den }

function burnShareAt(points: readonly BurnPoint[], revenue: Uregen): Share {
  const above = points.findIndex(point => point.revenue > revenue)
  const to = points.at(above)
  const from = points[above - 1]
  if (!to || above < 1 || !from) return (above === 0 ? to : points.at(-1))?.share as Share
  const part = ratio(revenue - from.revenue, to.revenue - from.revenue)
  return interpolate(from.share, to.share, part) as Share
}
