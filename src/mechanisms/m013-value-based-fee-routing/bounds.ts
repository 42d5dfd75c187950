import { type Bounds, requireWithin } from '../../primitives/parameter.ts'
import { formatRatio, isOne, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import { POOLS, type PoolShares } from './params.ts'

/** A rate is never negative; above `maxRate` it is capped where it is used. */
export const RATE: Bounds<Ratio> = { bounds: '0 or more', holds: ({ num }) => num >= 0n }

/** Invariant 4, Rate Bound Safety. */
export const MAX_RATE: Bounds<Ratio> = {
  bounds: '0 to 0.10',
  holds: ({ num, den }) => num >= 0n && num * 10n <= den,
}

/** Invariant 3, Non-Negative Fees. */
export const MIN_FEE: Bounds<bigint> = { bounds: '0 or more', holds: fee => fee >= 0n }

/** A share of a fee or of a pool. */
export const SHARE: Bounds<Ratio> = { bounds: '0 to 1', holds: ({ num, den }) => num >= 0n && num <= den }

const WHOLE = /* @__PURE__ */ new WeakSet<PoolShares>()

/** Refuses shares that do not sum to 1 (invariant 2, Share Sum Unity); each object is looked at once. */
export function requireWhole(shares: PoolShares): void {
  if (WHOLE.has(shares)) return
  const sum = sumRatios(shares.burn, shares.validator, shares.community, shares.agent)
  const bounds = {
    bounds: 'four shares of 0 or more that sum to 1',
    holds: () => isOne(sum) && POOLS.every(pool => shares[pool].num >= 0n),
  }
  requireWithin('shares', bounds, formatRatio(sum))
  WHOLE.add(shares)
}
