import { requireWithin, SHARE } from '../../primitives/parameter.ts'
import { mulFloor, type Ratio } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { PoolShares, TxType } from './params.ts'
import { type PoolSplit, type Remainder, splitFee } from './split.ts'

/** How a fee is routed: the shares, who gets the remainder, and whether agents are a part of the community pool (OQ-M013-4). */
export type Routing = {
  readonly shares: PoolShares
  readonly remainder: Remainder
  readonly agentFund:
    | { readonly kind: 'module' }
    | { readonly kind: 'multisig'; readonly below: Uregen }
    | { readonly kind: 'community-tag'; readonly share: Ratio }
}

/**
 * Routes one fee to the four pools, with what the community pool sets apart for agents.
 *
 *     community-tag    agent = floor( community × share ),  community = the rest        fee by fee
 *
 * @example
 * const agentFund = { kind: 'community-tag', share: parseRatio('0.1') } as const
 * routeFee(uregen(1_000_000n), { shares: MODEL_A, remainder: 'validator', agentFund }) // { burn: 300000n, validator: 400000n, community: 225000n, agent: 75000n }
 */
export function routeFee(fee: Uregen, { shares, remainder, agentFund }: Routing): PoolSplit {
  const pools = splitFee(fee, shares, remainder)
  if (agentFund.kind !== 'community-tag') return pools
  const tagged = mulFloor(pools.community, requireWithin('agentFund.share', SHARE, agentFund.share))
  return {
    ...pools,
    community: (pools.community - tagged) as Uregen,
    agent: (pools.agent + tagged) as Uregen,
  }
}

/** The types whose fees earn a score under M015: trades and retirements. */
export const SCORED: readonly TxType[] = ['MarketplaceTrade', 'CreditRetirement']

/**
 * The part of a fee’s community share that M015 may distribute, floored where a message has scored lines and others.
 *
 *     all-fees       all of it
 *     scored-fees    floor( community × Σ fees of trades and retirements / Σ fees )
 *
 * @example
 * const lines = [{ txType: 'MarketplaceTrade', fee: 3_000_000n }, { txType: 'CreditTransfer', fee: 1_000_000n }] as const
 * rewardedPart(uregen(1_000_000n), lines, 'scored-fees') // 750000n
 */
export function rewardedPart(
  community: Uregen,
  lines: readonly { readonly txType: TxType; readonly fee: bigint }[],
  autoInflow: 'all-fees' | 'scored-fees',
): Uregen {
  const scored = lines.filter(({ txType }) => SCORED.includes(txType))
  if (autoInflow === 'all-fees' || scored.length === lines.length) return community
  const sum = (of: typeof lines) => of.reduce((total, { fee }) => total + fee, 0n)
  const all = sum(lines)
  return all === 0n ? (0n as Uregen) : mulFloor(community, { num: sum(scored), den: all })
}

/**
 * The pools of several fees, added pool by pool.
 *
 * @example
 * sumPools([splitFee(uregen(1_000_000n), MODEL_A), splitFee(uregen(101n), MODEL_A)]) // { burn: 300030n, validator: 400041n, community: 250025n, agent: 50005n }
 */
export const sumPools = (splits: readonly PoolSplit[]): PoolSplit => ({
  burn: sumUregen(...splits.map(({ burn }) => burn)),
  validator: sumUregen(...splits.map(({ validator }) => validator)),
  community: sumUregen(...splits.map(({ community }) => community)),
  agent: sumUregen(...splits.map(({ agent }) => agent)),
})
