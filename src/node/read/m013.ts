import {
  type ChainFeeConfig,
  parseChainFeeConfig,
} from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { type FeeConfig, M013_V0 } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { MODULE_ACCOUNTS } from '../../messages/keeper/moduleAccounts.ts'
import type { Coin } from '../../primitives/coin.ts'
import { isRegenError } from '../../primitives/errors.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import { query } from '../rpc/query.ts'
import type { NodeAt } from './ask.ts'
import { readCoinBalance, readCommunityPool } from './bank.ts'

/** A fee schedule, and whether the chain enforces it. */
export type FeeSchedule =
  | { readonly status: 'in-force'; readonly config: ChainFeeConfig; readonly height: bigint }
  | { readonly status: 'proposed'; readonly config: FeeConfig }

/** Where the parameters of x/feerouter would be, once a chain has that module. */
export const FEE_ROUTER_PARAMS = '/regen.feerouter.v1.Query/Params'

/**
 * Reads x/feerouter's parameters; on a chain without that module, the M013 v0 proposal. Only "this chain has no such module" leads
 * to the proposal: a failing node fails. The module is itself only proposed, so its codec is the caller's.
 *
 * @example
 * const decode = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
 * const path = '/regen.feerouter.v1.Query/Params'
 * const schedule = await readFeeSchedule(at, { path, encode: () => new Uint8Array(), decode })
 */
export async function readFeeSchedule(
  { port, height, signal }: NodeAt,
  params: Endpoint<object, unknown>,
): Promise<FeeSchedule> {
  try {
    const config = parseChainFeeConfig(await query(port, params, {}, height, signal))
    return { status: 'in-force', config, height }
  } catch (error) {
    if (isRegenError(error, 'MODULE_MISSING')) return { status: 'proposed', config: M013_V0 }
    throw error
  }
}

/** What the chain has today of the pools that M013 speaks of. It has no validator fund and no agent fund. */
export type TodaysPools = {
  readonly communityPool: readonly Coin[]
  /** Marketplace fees in other denoms than uregen: those in uregen are burned at once. */
  readonly marketplaceFeePool: readonly Coin[]
}

/**
 * What the pools of today hold: the community pool, and the fee pool of the marketplace.
 *
 * @example
 * const pools = await readPools(at)
 */
export async function readPools(ledger: NodeAt): Promise<TodaysPools> {
  const [communityPool, feePool] = await Promise.all([
    readCommunityPool(ledger),
    readCoinBalance(ledger, MODULE_ACCOUNTS['marketplace-feepool']),
  ])
  return { communityPool, marketplaceFeePool: feePool.coins }
}
