import { type Bounds, type ParameterTable, requireWithin } from '../../primitives/parameter.ts'
import { isOne, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import { type FeeConfig, POOLS, type PoolShares, TX_TYPES } from './params.ts'

/** A rate is never negative; above `maxRate` it is capped where it is used. */
export const RATE: Bounds<Ratio> = { bounds: '0 or more', holds: ({ num }) => num >= 0n }

export const MAX_RATE: Bounds<Ratio> = {
  bounds: '0 to 0.10',
  invariant: 'invariant 4, Rate Bound Safety',
  holds: ({ num, den }) => num >= 0n && num * 10n <= den,
}

/** Invariant 3, Non-Negative Fees. */
export const MIN_FEE: Bounds<bigint> = { bounds: '0 or more', holds: fee => fee >= 0n }

const SHARES: Bounds<PoolShares> = {
  bounds: 'four shares of 0 to 1 that sum to 1',
  invariant: 'invariant 2, Share Sum Unity',
  holds: shares =>
    POOLS.every(pool => shares[pool].num >= 0n) && isOne(sumRatios(...POOLS.map(pool => shares[pool]))),
}

/** Bounds and governance layer of each parameter. @see SPEC M013, Governance Parameters; readings 2.5, parameter map */
export const M013_PARAMETERS: ParameterTable<FeeConfig> = /* @__PURE__ */ (() => ({
  // The most is another parameter: `ratesWithinMaxRate` holds one against the other.
  feeRates: {
    layer: 'L3',
    bounds: '0 to maxRate',
    holds: rates => TX_TYPES.every(txType => RATE.holds(rates[txType])),
  },
  shares: { layer: 'L2', ...SHARES },
  minFee: { layer: 'L2', ...MIN_FEE },
  maxRate: { layer: 'L3', ...MAX_RATE },
}))()

const WHOLE = /* @__PURE__ */ new WeakSet<PoolShares>()

/** Refuses shares that do not sum to 1; each object is looked at once. */
export function requireWhole(shares: PoolShares): void {
  if (WHOLE.has(shares)) return
  requireWithin('shares', SHARES, shares)
  WHOLE.add(shares)
}
