import { amountOf, type Coin, sumCoins } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { POOL_ISOLATION, POOL_TOO_SMALL } from '../../primitives/errorTable.ts'
import { POOLS, type Pool } from './params.ts'
import type { PoolSplit } from './split.ts'

/** What one pool holds, denom by denom, and who alone may spend it. @see SPEC M013, Storage: PoolBalance */
export type PoolBalance = {
  readonly pool: Pool
  /** The address or name that may withdraw from this pool. */
  readonly authority: string
  readonly coins: readonly Coin[]
}

/** What each pool holds, denom by denom. */
export type PoolBalances = { readonly [pool in Pool]: PoolBalance }

/**
 * Four empty pools, each with its own authority.
 *
 * @example
 * const pools = emptyPools({ burn: 'burner', validator: 'validators', community: 'governance', agent: 'agents' })
 * pools.community // { pool: 'community', authority: 'governance', coins: [] }
 */
export const emptyPools = (authorities: { readonly [pool in Pool]: string }): PoolBalances =>
  mapPools(pool => ({ pool, authority: authorities[pool], coins: [] }))

/**
 * Adds one split fee, collected in `denom`, to the four pools.
 *
 * @example
 * const empty = emptyPools({ burn: 'burner', validator: 'validators', community: 'governance', agent: 'agents' })
 * creditPools(empty, splitFee(uregen(1_000_000n), MODEL_A)).burn.coins // [ { denom: 'uregen', amount: 300000n } ]
 */
export const creditPools = (pools: PoolBalances, split: PoolSplit, denom = 'uregen'): PoolBalances =>
  mapPools(pool => ({
    ...pools[pool],
    coins: sumCoins([...pools[pool].coins, { denom, amount: split[pool] }]),
  }))

/**
 * Takes one coin out of one pool.
 *
 * Only the pool's own authority may (invariant 5, Pool Isolation), and only what is there.
 *
 * @example
 * const empty = emptyPools({ burn: 'burner', validator: 'validators', community: 'governance', agent: 'agents' })
 * const pools = creditPools(empty, splitFee(uregen(1_000_000n), MODEL_A))
 * const coin = { denom: 'uregen', amount: 50_000n }
 * withdraw(pools, { pool: 'community', by: 'governance', coin }).community.coins // [ { denom: 'uregen', amount: 200000n } ]
 */
export function withdraw(
  pools: PoolBalances,
  { pool, by, coin: { denom, amount } }: { pool: Pool; by: string; coin: Coin },
): PoolBalances {
  const { authority, coins } = pools[pool]
  if (by !== authority) throw new RegenError(POOL_ISOLATION, { pool, by, authority })
  const available = amountOf(coins, denom)
  if (amount < 0n || amount > available)
    throw new RegenError(POOL_TOO_SMALL, { pool, denom, amount, available })
  const rest = sumCoins([...coins, { denom, amount: -amount }])
  return { ...pools, [pool]: { pool, authority, coins: rest } }
}

const mapPools = <T>(each: (pool: Pool) => T) =>
  Object.fromEntries(POOLS.map(pool => [pool, each(pool)])) as { [pool in Pool]: T }
