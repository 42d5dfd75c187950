import { parseChainFeeConfig } from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { M013_PHASES } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { PoolSplit } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { FeeRouter } from '../contracts/feeRouter.ts'
import { fieldsOf } from '../decode/fields.ts'
import { feerouterParams, feerouterPoolBalances } from '../endpoints/feeRouter.ts'
import type { NodeAt } from '../read/ask.ts'
import { query } from '../rpc/query.ts'

/**
 * Reads x/feerouter, the module of M013 (proposed: no chain has it). @see SPEC M013, Storage: FeeConfig, PoolBalance
 *
 * @example
 * const { config, phase } = await readFeeRouterModule(at)
 */
export async function readFeeRouterModule({ port, height, signal }: NodeAt): Promise<FeeRouter> {
  // One after the other: a chain without the module says so once.
  const params = await query(port, feerouterParams, {}, height, signal)
  const balances = await query(port, feerouterPoolBalances, {}, height, signal)
  const { path } = feerouterParams
  const read = fieldsOf(path)
  return read.message('config', params.config, (config, read) => {
    const denom = read.denom('denom', config.denom)
    const pools = balances.pools.map(({ pool, balance }) => ({
      pool: read.named('pool', POOLS, pool - 1),
      amount: balance.find(coin => coin.denom === denom)?.amount ?? '0',
    }))
    return {
      admin: read.address('authority', params.authority),
      config: parseChainFeeConfig({
        feeRates: {
          CreditIssuance: config.issuanceRate,
          CreditTransfer: config.transferRate,
          CreditRetirement: config.retirementRate,
          MarketplaceTrade: config.tradeRate,
        },
        shares: {
          burn: config.burnShare,
          validator: config.validatorShare,
          community: config.communityShare,
          agent: config.agentShare,
        },
        minFee: config.minFee,
        maxRate: config.maxRate,
      }),
      claimed: Object.fromEntries(
        POOLS.map(name => [
          name,
          read.whole(name, pools.find(({ pool }) => pool === name)?.amount ?? '0') as Uregen,
        ]),
      ) as PoolSplit,
      denom,
      phase: read.named('phase', M013_PHASES, config.phase - 1),
      feePayer: 'signer',
    }
  })
}
