// Written by `npm run generate` from proto/cosmos/protocolpool/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface MsgFundCommunityPool {
  depositor: string
  amount: Coin[]
}
export const MsgFundCommunityPool: Codec<MsgFundCommunityPool> = /* @__PURE__ */ message<MsgFundCommunityPool>('string depositor = 1; Coin[] amount = 2', () => [Coin])

export interface MsgFundCommunityPoolResponse {
}
export const MsgFundCommunityPoolResponse: Codec<MsgFundCommunityPoolResponse> = /* @__PURE__ */ message<MsgFundCommunityPoolResponse>('')

/** Signed by governance. */
export interface MsgCommunityPoolSpend {
  authority: string
  recipient: string
  amount: Coin[]
}
export const MsgCommunityPoolSpend: Codec<MsgCommunityPoolSpend> = /* @__PURE__ */ message<MsgCommunityPoolSpend>('string authority = 1; string recipient = 2; Coin[] amount = 3', () => [Coin])

export interface MsgCommunityPoolSpendResponse {
}
export const MsgCommunityPoolSpendResponse: Codec<MsgCommunityPoolSpendResponse> = /* @__PURE__ */ message<MsgCommunityPoolSpendResponse>('')

/** Signed by governance. */
export interface MsgCreateContinuousFund {
  authority: string
  recipient: string
  /** Times 10^18. */
  percentage: string
  expiry: Timestamp | undefined
}
export const MsgCreateContinuousFund: Codec<MsgCreateContinuousFund> = /* @__PURE__ */ message<MsgCreateContinuousFund>('string authority = 1; string recipient = 2; string percentage = 3; Timestamp expiry = 4', () => [Timestamp])

export interface MsgCreateContinuousFundResponse {
}
export const MsgCreateContinuousFundResponse: Codec<MsgCreateContinuousFundResponse> = /* @__PURE__ */ message<MsgCreateContinuousFundResponse>('')

/** Signed by governance. */
export interface MsgCancelContinuousFund {
  authority: string
  recipient: string
}
export const MsgCancelContinuousFund: Codec<MsgCancelContinuousFund> = /* @__PURE__ */ message<MsgCancelContinuousFund>('string authority = 1; string recipient = 2')

export interface MsgCancelContinuousFundResponse {
  canceledTime: Timestamp | undefined
  canceledHeight: bigint
  recipient: string
}
export const MsgCancelContinuousFundResponse: Codec<MsgCancelContinuousFundResponse> = /* @__PURE__ */ message<MsgCancelContinuousFundResponse>('Timestamp canceledTime = 1; uint64 canceledHeight = 2; string recipient = 3', () => [Timestamp])
