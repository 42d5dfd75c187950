import { requireWithin, SHARE } from '../../primitives/parameter.ts'
import { mulFloor, type Ratio } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { PoolShares } from './params.ts'
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
