import { mulFloor, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { requireWhole } from './bounds.ts'
import { POOLS, type Pool, type PoolShares } from './params.ts'

/** A fee cut into what each pool gets, in uregen. Their sum is the fee. @see SPEC M013 */
export type PoolSplit = { readonly [pool in Pool]: Uregen }

/** Who gets the 0 to 3 uregen that four floors leave over. Default: the validator fund. */
export const REMAINDERS = [
  'validator',
  'validator-always',
  'agent',
  'burn',
  'largest-remainder',
  'round-robin',
] as const

/** Which pool gets what is left when shares are cut to whole uregen. */
export type Remainder = (typeof REMAINDERS)[number]

/**
 * Routes one fee to the four pools, in uregen.
 *
 *     pool = floor( fee × share ),  validator = what is left        burn_share, validator_share, community_share, agent_share
 *
 * The parts always add up to the fee (invariant 1, Fee Conservation). With another `remainder` the validator share is floored too, and what the four
 * floors leave goes
 *
 *     agent, burn          to that pool
 *     largest-remainder    one uregen each to the largest fractional parts, ties in the order burn, validator, community, agent
 *     round-robin          one uregen each in that order, for every fee anew
 *
 * A pool whose share is 0 gets nothing: where `remainder` names it, the rule is `largest-remainder`. With `validator-always` the validator fund gets
 * what is left even when its share is 0.
 *
 * Shares that do not sum to 1 are PARAMETER_OUT_OF_BOUNDS (invariant 2, Share Sum Unity).
 *
 * @see SPEC M013, Fee Distribution
 *
 * @example
 * splitFee(uregen(101n), MODEL_A) // { burn: 30n, validator: 41n, community: 25n, agent: 5n }
 */
export function splitFee(fee: Uregen, shares: PoolShares, remainder: Remainder = 'validator'): PoolSplit {
  requireWhole(shares)
  const burn = mulFloor(fee, shares.burn)
  const community = mulFloor(fee, shares.community)
  const agent = mulFloor(fee, shares.agent)
  if (remainder === 'validator-always' || (remainder === 'validator' && shares.validator.num > 0n)) {
    return { burn, validator: (fee - burn - community - agent) as Uregen, community, agent }
  }
  const floors: PoolSplit = { burn, validator: mulFloor(fee, shares.validator), community, agent }
  const rest = fee - floors.burn - floors.validator - community - agent
  if ((remainder === 'agent' || remainder === 'burn') && shares[remainder].num > 0n) {
    return { ...floors, [remainder]: (floors[remainder] + rest) as Uregen }
  }
  const order =
    remainder === 'round-robin' ? POOLS.filter(pool => shares[pool].num > 0n) : byFraction(fee, shares)
  return give(floors, order, rest)
}

/** One uregen each to the first `rest` pools of the order. */
const give = (floors: PoolSplit, order: readonly Pool[], rest: bigint): PoolSplit => {
  const lucky = order.filter((_, place) => BigInt(place) < rest)
  return Object.fromEntries(
    POOLS.map(pool => [pool, lucky.includes(pool) ? floors[pool] + 1n : floors[pool]]),
  ) as PoolSplit
}

/** The pools by what their floor cut off, largest first. */
function byFraction(fee: Uregen, shares: PoolShares): readonly Pool[] {
  const cut = ({ num, den }: Ratio) => ({ num: (fee * num) % den, den })
  return [...POOLS].sort((a, b) => {
    const [x, y] = [cut(shares[a]), cut(shares[b])]
    const difference = y.num * x.den - x.num * y.den
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  })
}
