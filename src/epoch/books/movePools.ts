import type { Pool } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { type PoolBalances, withdraw } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import { POOL_ACCOUNT } from './accounts.ts'
import { type Movement, move } from './movements.ts'

/** Coins into one pool; anybody may give. */
export function depositTo(pools: PoolBalances, pool: Pool, coins: readonly Coin[]): PoolBalances {
  if (coins.every(({ amount }) => amount === 0n)) return pools
  const after: { -readonly [name in Pool]: PoolBalances[name] } = { ...pools }
  after[pool] = { ...pools[pool], coins: sumCoins([...pools[pool].coins, ...coins]) }
  return after
}

/** A coin out of one pool by the pool’s own rule: the burn of M012, the pay of M014, the distribution of M015. */
export const payFrom = (pools: PoolBalances, pool: Pool, amount: bigint, denom = 'uregen'): PoolBalances =>
  amount === 0n ? pools : withdraw(pools, { pool, by: pools[pool].authority, coin: { denom, amount } })

/** What waits in two of the pools for the end of the distribution period. */
export type Waiting = { readonly validator: readonly Coin[]; readonly community: readonly Coin[] }

/** Does something with the pools that must not touch what waits in them for the end of the distribution period. */
export function besideWaiting<Result extends { readonly pools: PoolBalances }>(
  pools: PoolBalances,
  waiting: Waiting,
  act: (free: PoolBalances) => Result,
): Result {
  if (waiting.validator.length + waiting.community.length === 0) return act(pools)
  const out = (coins: readonly Coin[]) => coins.map(({ denom, amount }) => ({ denom, amount: -amount }))
  const shift = (of: PoolBalances, change: (coins: readonly Coin[]) => readonly Coin[]): PoolBalances =>
    depositTo(depositTo(of, 'validator', change(waiting.validator)), 'community', change(waiting.community))
  const done = act(shift(pools, out))
  return { ...done, pools: shift(done.pools, coins => coins) }
}

/** The pools as somebody may spend them: with `community-tag` the agents’ coins are the community pool’s to give (OQ-M013-4). */
const governed = (pools: PoolBalances, { agentFund }: Pick<M013Policy, 'agentFund'>): PoolBalances =>
  agentFund.kind === 'community-tag'
    ? { ...pools, agent: { ...pools.agent, authority: pools.community.authority } }
    : pools

/**
 * What people and authorities did with the pools, before the fees of the period come in: deposits, then conversions, then
 * spends. Only a pool’s own authority may take from it (M013, invariant 5, Pool Isolation).
 */
export function movePools(
  opening: PoolBalances,
  { deposits, conversions, spends }: Pick<EpochInputs, 'deposits' | 'conversions' | 'spends'>,
  knobs: Pick<M013Policy, 'agentFund'>,
): { readonly pools: PoolBalances; readonly movements: readonly Movement[] } {
  let pools = governed(opening, knobs)
  const movements: Movement[] = []
  for (const { pool, coin } of deposits) {
    pools = depositTo(pools, pool, [coin])
    movements.push(...move('everybody else', POOL_ACCOUNT[pool], coin.amount, 'deposit', coin.denom))
  }
  for (const { pool, by, from, received } of conversions) {
    pools = depositTo(withdraw(pools, { pool, by, coin: from }), pool, [
      { denom: 'uregen', amount: received },
    ])
    movements.push(
      ...move(POOL_ACCOUNT[pool], 'everybody else', from.amount, 'conversion', from.denom),
      ...move('everybody else', POOL_ACCOUNT[pool], received, 'conversion'),
    )
  }
  for (const { pool, by, coin } of spends) {
    pools = withdraw(pools, { pool, by, coin })
    movements.push(...move(POOL_ACCOUNT[pool], 'everybody else', coin.amount, 'spend', coin.denom))
  }
  return { pools: { ...pools, agent: { ...pools.agent, authority: opening.agent.authority } }, movements }
}
