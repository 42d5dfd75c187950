import * as z from 'zod/mini'
import {
  type ChainFeeConfig,
  parseChainFeeConfig,
} from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { M013Phase } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { PoolSplit } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import { UregenText } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { NodeAt } from '../read/ask.ts'
import { allOf, askContract } from './askContract.ts'

/** M013 as a contract: its configuration, and what it says it has collected. */
export type FeeRouter = {
  readonly admin: string
  /** Rates of 0 to 1, capped at 10 % and listed where they are above it. */
  readonly config: ChainFeeConfig
  /** What the contract claims of each pool. It counts, and moves no coins: these are no balances. */
  readonly claimed: PoolSplit
  /** What fees are taken in, where M013 stands, and who pays. The contract is called with a value alone: it tells none of the three. */
  readonly denom: string | 'unknown'
  readonly phase: M013Phase | 'unknown'
  readonly feePayer: 'signer' | 'unknown'
}

const FeeConfigAnswer = z.object({
  admin: z.string(),
  issuance_rate: z.string(),
  transfer_rate: z.string(),
  retirement_rate: z.string(),
  trade_rate: z.string(),
  burn_share: z.string(),
  validator_share: z.string(),
  community_share: z.string(),
  agent_share: z.string(),
  min_fee: z.string(),
})

const PoolBalancesAnswer = z.object({
  burn_pool: UregenText,
  validator_fund: UregenText,
  community_pool: UregenText,
  agent_infra: UregenText,
})

/** The draft has no highest rate of its own at run time; the specification's bound stands in. */
const HIGHEST_RATE = '0.10'

/**
 * Reads M013's contract. @see SPEC M013, Storage: FeeConfig, PoolBalance
 *
 * @example
 * const feeRouter = await readFeeRouter(at, contract)
 */
export async function readFeeRouter(ledger: NodeAt, address: string): Promise<FeeRouter> {
  const [answer, pools] = await allOf([
    askContract(ledger, address, { fee_config: {} }, FeeConfigAnswer),
    askContract(ledger, address, { pool_balances: {} }, PoolBalancesAnswer),
  ])
  const config = parseChainFeeConfig({
    feeRates: {
      CreditIssuance: answer.issuance_rate,
      CreditTransfer: answer.transfer_rate,
      CreditRetirement: answer.retirement_rate,
      MarketplaceTrade: answer.trade_rate,
    },
    shares: {
      burn: answer.burn_share,
      validator: answer.validator_share,
      community: answer.community_share,
      agent: answer.agent_share,
    },
    minFee: answer.min_fee,
    maxRate: HIGHEST_RATE,
  })
  return {
    admin: answer.admin,
    config,
    claimed: {
      burn: pools.burn_pool,
      validator: pools.validator_fund,
      community: pools.community_pool,
      agent: pools.agent_infra,
    },
    denom: 'unknown',
    phase: 'unknown',
    feePayer: 'unknown',
  }
}

/** What the contract itself computes for a value: a check on our own formula. */
export type ContractFee = {
  readonly fee: Uregen
  readonly minFeeApplied: boolean
  readonly pools: PoolSplit
}

const TX_TYPE_NAMES: { readonly [txType in TxType]: string } = {
  CreditIssuance: 'credit_issuance',
  CreditTransfer: 'credit_transfer',
  CreditRetirement: 'credit_retirement',
  MarketplaceTrade: 'marketplace_trade',
}

const FeeAnswer = z.object({
  fee_amount: UregenText,
  min_fee_applied: z.boolean(),
  burn_amount: UregenText,
  validator_amount: UregenText,
  community_amount: UregenText,
  agent_amount: UregenText,
})

/**
 * Asks the contract what it would charge for a whole value in uregen. Only `collect_fee` refuses a value of 0.
 *
 * @example
 * const fee = await readContractFee(at, contract, { txType: 'MarketplaceTrade', value: 25_000_000n })
 */
export async function readContractFee(
  ledger: NodeAt,
  address: string,
  { txType, value }: { readonly txType: TxType; readonly value: bigint },
): Promise<ContractFee> {
  const answer = await askContract(
    ledger,
    address,
    { calculate_fee: { tx_type: TX_TYPE_NAMES[txType], value: `${value}` } },
    FeeAnswer,
  )
  return {
    fee: answer.fee_amount,
    minFeeApplied: answer.min_fee_applied,
    pools: {
      burn: answer.burn_amount,
      validator: answer.validator_amount,
      community: answer.community_amount,
      agent: answer.agent_amount,
    },
  }
}
