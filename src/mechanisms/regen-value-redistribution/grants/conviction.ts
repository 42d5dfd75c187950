import { RegenError } from '../../../primitives/errors.ts'
import { REQUEST_TOO_LARGE, ROUND_INVALID } from '../../../primitives/errorTable.ts'
import {
  compareRatios,
  complement,
  divideRatio,
  formatRatio,
  mulFloor,
  ONE,
  type Ratio,
  ratio,
} from '../../../primitives/ratio.ts'
import { wholeRoot } from '../quadratic/roots.ts'

const BITS = 128n

/**
 * The decay of conviction in one step, for a half-life of so many steps: α with α^h = 1/2.
 *
 *     α = ( 1/2 )^( 1/h ), below by less than 2^-128
 *
 * @example
 * formatRatio(convictionDecay(1n)) // '0.5'
 */
export function convictionDecay(halfLife: bigint): Ratio {
  if (halfLife < 1n || halfLife > 10_000n)
    throw new RegenError(ROUND_INVALID, { reason: `a half-life of ${halfLife} steps is not 1 to 10000` })
  return ratio(wholeRoot(1n << (BITS * halfLife - 1n), halfLife), 1n << BITS)
}

/**
 * Conviction after some steps of support: what was there decays, and the tokens of the step are added.
 *
 *     y ← α × y + x
 *
 * Kept in 2^-64 of a token, floored in each step.
 *
 * @example
 * formatRatio(conviction([10n, 10n, 10n], parseRatio('0.5'))) // '17.5'
 */
export function conviction(tokens: readonly bigint[], decay: Ratio): Ratio {
  const one = 1n << 64n
  return ratio(
    tokens.reduce((held, staked) => mulFloor(held, decay) + staked * one, 0n),
    one,
  )
}

/**
 * Where the conviction of constant support ends: tokens / ( 1 − α ).
 *
 * @example
 * formatRatio(convictionLimit(10n, parseRatio('0.5'))) // '20'
 */
export function convictionLimit(tokens: bigint, decay: Ratio): Ratio {
  if (compareRatios(decay, ONE) >= 0)
    throw new RegenError(ROUND_INVALID, { reason: 'a decay of 1 or more has no limit' })
  return divideRatio(ratio(tokens), complement(decay))
}

/**
 * The conviction that a request needs.
 *
 *     threshold = ρ × S / ( β − r / R )²
 *
 * S is what all could stake, r what is asked for out of R, β the largest share that may ever be asked for. At r / R = β
 * no conviction is enough: refused.
 *
 * @example
 * const [maxShare, weight] = [parseRatio('0.2'), parseRatio('0.002')]
 * formatRatio(convictionThreshold({ requested: 10n, available: 100n, supply: 1_000n, maxShare, weight })) // '200'
 */
export function convictionThreshold({
  requested,
  available,
  supply,
  maxShare,
  weight,
}: {
  /** r */
  readonly requested: bigint
  /** R */
  readonly available: bigint
  /** S */
  readonly supply: bigint
  /** β */
  readonly maxShare: Ratio
  /** ρ */
  readonly weight: Ratio
}): Ratio {
  const left = maxShare.num * available - requested * maxShare.den
  if (available <= 0n || left <= 0n)
    throw new RegenError(REQUEST_TOO_LARGE, { requested, available, most: formatRatio(maxShare) })
  const gap = ratio(left, maxShare.den * available)
  return ratio(weight.num * supply * gap.den * gap.den, weight.den * gap.num * gap.num)
}
