import { expect } from 'vitest'
import { formatRatio, m013, type PolicyConfig, parseRatio, uregen } from '../../../../src/index.ts'
import { contracts } from '../../../support/contracts.ts'
import type { ContractTx } from '../../../support/contractTxs.ts'
import { type Answers, type Json, text, txsOf, variantOf } from './recorded.ts'

export function feeRouter(policy: PolicyConfig): Answers {
  const [first, ...rest] = txsOf(contracts.feeRouter)
  const { msg: config, sender: admin } = first as ContractTx
  const share = (name: string) => formatRatio(parseRatio(config[name] as string))
  const rules = {
    ...policy.m013,
    ...m013.parseFeeConfig({
      feeRates: {
        CreditIssuance: config['issuance_rate'],
        CreditTransfer: config['transfer_rate'],
        CreditRetirement: config['retirement_rate'],
        MarketplaceTrade: config['trade_rate'],
      },
      shares: {
        burn: config['burn_share'],
        validator: config['validator_share'],
        community: config['community_share'],
        agent: config['agent_share'],
      },
      minFee: config['min_fee'],
      maxRate: '0.10',
    }),
  }
  const charge = (args: Json) => {
    const txType = (args['tx_type'] as string)
      .split('_')
      .map(word => word.charAt(0).toUpperCase() + word.slice(1))
      .join('') as m013.TxType
    const value = { num: BigInt(args['value'] as string), den: 1n }
    const [fee] = m013.chargeTransaction([[{ txType, value }]], rules)
    const pools = m013.routeFee(fee?.atLeast ?? uregen(0n), rules)
    return { fee: fee?.atLeast ?? uregen(0n), minFeeApplied: fee?.minFeeApplied ?? false, pools }
  }
  let pools = m013.sumPools([])
  for (const tx of rest) {
    const { fee, minFeeApplied, pools: split } = charge(variantOf(tx)[1])
    expect([tx.said['fee_amount'], tx.said['min_fee_applied']]).toEqual([text(fee), `${minFeeApplied}`])
    for (const pool of m013.POOLS) expect(tx.said[pool]).toBe(text(split[pool]))
    pools = m013.sumPools([pools, split])
  }
  return {
    fee_config: () => ({
      admin,
      ...Object.fromEntries(
        Object.keys(config)
          .filter(name => name !== 'min_fee')
          .map(name => [name, share(name)]),
      ),
      min_fee: config['min_fee'],
    }),
    pool_balances: () => ({
      burn_pool: text(pools.burn),
      validator_fund: text(pools.validator),
      community_pool: text(pools.community),
      agent_infra: text(pools.agent),
    }),
    calculate_fee: args => {
      const { fee, minFeeApplied, pools } = charge(args)
      return {
        fee_amount: text(fee),
        min_fee_applied: minFeeApplied,
        burn_amount: text(pools.burn),
        validator_amount: text(pools.validator),
        community_amount: text(pools.community),
        agent_amount: text(pools.agent),
      }
    },
  }
}
