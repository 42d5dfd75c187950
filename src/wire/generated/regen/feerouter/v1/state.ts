// Written by `npm run generate` from proto/regen/feerouter/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'

export const Phase = {
  PHASE_UNSPECIFIED: 0,
  PHASE_FLAT_GAS: 1,
  PHASE_TRANSITION: 2,
  PHASE_VALUE_BASED: 3,
  UNRECOGNIZED: -1,
} as const
export type Phase = (typeof Phase)[keyof typeof Phase]

export const TxType = {
  TX_TYPE_UNSPECIFIED: 0,
  TX_TYPE_CREDIT_ISSUANCE: 1,
  TX_TYPE_CREDIT_TRANSFER: 2,
  TX_TYPE_CREDIT_RETIREMENT: 3,
  TX_TYPE_MARKETPLACE_TRADE: 4,
  UNRECOGNIZED: -1,
} as const
export type TxType = (typeof TxType)[keyof typeof TxType]

export const Pool = {
  POOL_UNSPECIFIED: 0,
  POOL_BURN: 1,
  POOL_VALIDATOR: 2,
  POOL_COMMUNITY: 3,
  POOL_AGENT: 4,
  UNRECOGNIZED: -1,
} as const
export type Pool = (typeof Pool)[keyof typeof Pool]

/** Rates and shares are decimals as text, 0 to 1; min_fee is a whole amount of denom. */
export interface FeeConfig {
  issuanceRate: string
  transferRate: string
  retirementRate: string
  tradeRate: string
  burnShare: string
  validatorShare: string
  communityShare: string
  agentShare: string
  minFee: string
  maxRate: string
  /** The denom that fees are taken in. */
  denom: string
  phase: Phase
}
export const FeeConfig: Codec<FeeConfig> = /* @__PURE__ */ message<FeeConfig>('string issuanceRate = 1; string transferRate = 2; string retirementRate = 3; string tradeRate = 4; string burnShare = 5; string validatorShare = 6; string communityShare = 7; string agentShare = 8; string minFee = 9; string maxRate = 10; string denom = 11; int32 phase = 12')

export interface PoolBalance {
  pool: Pool
  /** Who alone may spend it. */
  authority: string
  balance: Coin[]
}
export const PoolBalance: Codec<PoolBalance> = /* @__PURE__ */ message<PoolBalance>('int32 pool = 1; string authority = 2; Coin[] balance = 3', () => [Coin])

export interface FeeRecord {
  txHash: string
  messageIndex: number
  payer: string
  txTypes: TxType[]
  fee: string
  burn: string
  validator: string
  community: string
  agent: string
  height: bigint
}
export const FeeRecord: Codec<FeeRecord> = /* @__PURE__ */ message<FeeRecord>('string txHash = 1; uint32 messageIndex = 2; string payer = 3; int32[] txTypes = 4; string fee = 5; string burn = 6; string validator = 7; string community = 8; string agent = 9; int64 height = 10')
