// Written by `npm run generate` from proto/cosmos/staking/v1beta1/staking.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { Any } from '../../../google/protobuf/any.ts'
import { Duration } from '../../../google/protobuf/duration.ts'

export const BondStatus = {
  BOND_STATUS_UNSPECIFIED: 0,
  BOND_STATUS_UNBONDED: 1,
  BOND_STATUS_UNBONDING: 2,
  BOND_STATUS_BONDED: 3,
  UNRECOGNIZED: -1,
} as const
export type BondStatus = (typeof BondStatus)[keyof typeof BondStatus]

export interface CommissionRates {
  /** Times 10^18. */
  rate: string
  maxRate: string
  maxChangeRate: string
}
export const CommissionRates: Codec<CommissionRates> = /* @__PURE__ */ message<CommissionRates>('string rate = 1; string maxRate = 2; string maxChangeRate = 3')

export interface Commission {
  commissionRates: CommissionRates | undefined
  updateTime: Timestamp | undefined
}
export const Commission: Codec<Commission> = /* @__PURE__ */ message<Commission>('CommissionRates commissionRates = 1; Timestamp updateTime = 2', () => [CommissionRates, Timestamp])

export interface Description {
  moniker: string
  identity: string
  website: string
  securityContact: string
  details: string
}
export const Description: Codec<Description> = /* @__PURE__ */ message<Description>('string moniker = 1; string identity = 2; string website = 3; string securityContact = 4; string details = 5')

export interface Validator {
  operatorAddress: string
  consensusPubkey: Any | undefined
  jailed: boolean
  status: BondStatus
  tokens: string
  /** Times 10^18. */
  delegatorShares: string
  description: Description | undefined
  unbondingHeight: bigint
  unbondingTime: Timestamp | undefined
  commission: Commission | undefined
  minSelfDelegation: string
  unbondingOnHoldRefCount: bigint
  unbondingIds: bigint[]
}
export const Validator: Codec<Validator> = /* @__PURE__ */ message<Validator>('string operatorAddress = 1; Any consensusPubkey = 2; bool jailed = 3; int32 status = 4; string tokens = 5; string delegatorShares = 6; Description description = 7; int64 unbondingHeight = 8; Timestamp unbondingTime = 9; Commission commission = 10; string minSelfDelegation = 11; int64 unbondingOnHoldRefCount = 12; uint64[] unbondingIds = 13', () => [Any, Description, Timestamp, Commission])

export interface Params {
  unbondingTime: Duration | undefined
  maxValidators: number
  maxEntries: number
  historicalEntries: number
  bondDenom: string
  /** Times 10^18. */
  minCommissionRate: string
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('Duration unbondingTime = 1; uint32 maxValidators = 2; uint32 maxEntries = 3; uint32 historicalEntries = 4; string bondDenom = 5; string minCommissionRate = 6', () => [Duration])

export interface Pool {
  notBondedTokens: string
  bondedTokens: string
}
export const Pool: Codec<Pool> = /* @__PURE__ */ message<Pool>('string notBondedTokens = 1; string bondedTokens = 2')
