import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { floor, mulFloor, type Ratio } from '../../../primitives/ratio.ts'

/**
 * What a pool may spend in a period, so that it lasts: a share of its mean balance, and never what is reserved.
 *
 *     spend = min( floor( x × mean of the last N balances ), balance − reserve )
 *
 * Balances of 100, 200 and 300 and x of 5 % give 10; with a reserve of 295, 5. The last balance is today's.
 *
 * @example
 * endowmentSpend([100n, 200n, 300n], parseRatio('0.05'), 295n) // 5n
 */
export function endowmentSpend(balances: readonly bigint[], share: Ratio, reserve: bigint): bigint {
  const balance = balances.at(-1)
  if (balance === undefined)
    throw new RegenError(ROUND_INVALID, { reason: 'no balance of the pool is given' })
  const sum = balances.reduce((total, each) => total + each, 0n)
  const byShare = mulFloor(sum, { num: share.num, den: share.den * BigInt(balances.length) })
  const free = balance > reserve ? balance - reserve : 0n
  return byShare < free ? byShare : free
}

/**
 * How many whole periods a balance lasts with the same spending and inflow; null where it never runs out.
 *
 * @example
 * runway(1_000n, 150n, 50n) // 10n
 */
export const runway = (balance: bigint, spend: bigint, inflow = 0n): bigint | null =>
  spend <= inflow ? null : floor({ num: balance, den: spend - inflow })
