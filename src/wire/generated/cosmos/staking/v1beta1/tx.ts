// Written by `npm run generate` from proto/cosmos/staking/v1beta1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { CommissionRates, Description } from './staking.ts'
import { Any } from '../../../google/protobuf/any.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface MsgCreateValidator {
  description: Description | undefined
  commission: CommissionRates | undefined
  minSelfDelegation: string
  /** Deprecated: the validator address names the same account. */
  delegatorAddress: string
  validatorAddress: string
  pubkey: Any | undefined
  value: Coin | undefined
}
export const MsgCreateValidator: Codec<MsgCreateValidator> = /* @__PURE__ */ message<MsgCreateValidator>('Description description = 1; CommissionRates commission = 2; string minSelfDelegation = 3; string delegatorAddress = 4; string validatorAddress = 5; Any pubkey = 6; Coin value = 7', () => [Description, CommissionRates, Any, Coin])

export interface MsgCreateValidatorResponse {
}
export const MsgCreateValidatorResponse: Codec<MsgCreateValidatorResponse> = /* @__PURE__ */ message<MsgCreateValidatorResponse>('')

export interface MsgDelegate {
  delegatorAddress: string
  validatorAddress: string
  amount: Coin | undefined
}
export const MsgDelegate: Codec<MsgDelegate> = /* @__PURE__ */ message<MsgDelegate>('string delegatorAddress = 1; string validatorAddress = 2; Coin amount = 3', () => [Coin])

export interface MsgDelegateResponse {
}
export const MsgDelegateResponse: Codec<MsgDelegateResponse> = /* @__PURE__ */ message<MsgDelegateResponse>('')

export interface MsgUndelegate {
  delegatorAddress: string
  validatorAddress: string
  amount: Coin | undefined
}
export const MsgUndelegate: Codec<MsgUndelegate> = /* @__PURE__ */ message<MsgUndelegate>('string delegatorAddress = 1; string validatorAddress = 2; Coin amount = 3', () => [Coin])

export interface MsgUndelegateResponse {
  completionTime: Timestamp | undefined
  amount: Coin | undefined
}
export const MsgUndelegateResponse: Codec<MsgUndelegateResponse> = /* @__PURE__ */ message<MsgUndelegateResponse>('Timestamp completionTime = 1; Coin amount = 2', () => [Timestamp, Coin])

export interface MsgBeginRedelegate {
  delegatorAddress: string
  validatorSrcAddress: string
  validatorDstAddress: string
  amount: Coin | undefined
}
export const MsgBeginRedelegate: Codec<MsgBeginRedelegate> = /* @__PURE__ */ message<MsgBeginRedelegate>('string delegatorAddress = 1; string validatorSrcAddress = 2; string validatorDstAddress = 3; Coin amount = 4', () => [Coin])

export interface MsgBeginRedelegateResponse {
  completionTime: Timestamp | undefined
}
export const MsgBeginRedelegateResponse: Codec<MsgBeginRedelegateResponse> = /* @__PURE__ */ message<MsgBeginRedelegateResponse>('Timestamp completionTime = 1', () => [Timestamp])
