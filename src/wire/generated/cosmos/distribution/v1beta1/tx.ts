// Written by `npm run generate` from proto/cosmos/distribution/v1beta1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'

/** Signed by governance. On v7 it passes the vote and then fails: use protocolpool's. */
export interface MsgCommunityPoolSpend {
  authority: string
  recipient: string
  amount: Coin[]
}
export const MsgCommunityPoolSpend: Codec<MsgCommunityPoolSpend> = /* @__PURE__ */ message<MsgCommunityPoolSpend>('string authority = 1; string recipient = 2; Coin[] amount = 3', () => [Coin])

export interface MsgCommunityPoolSpendResponse {
}
export const MsgCommunityPoolSpendResponse: Codec<MsgCommunityPoolSpendResponse> = /* @__PURE__ */ message<MsgCommunityPoolSpendResponse>('')

export interface MsgWithdrawDelegatorReward {
  delegatorAddress: string
  validatorAddress: string
}
export const MsgWithdrawDelegatorReward: Codec<MsgWithdrawDelegatorReward> = /* @__PURE__ */ message<MsgWithdrawDelegatorReward>('string delegatorAddress = 1; string validatorAddress = 2')

export interface MsgWithdrawDelegatorRewardResponse {
  amount: Coin[]
}
export const MsgWithdrawDelegatorRewardResponse: Codec<MsgWithdrawDelegatorRewardResponse> = /* @__PURE__ */ message<MsgWithdrawDelegatorRewardResponse>('Coin[] amount = 1', () => [Coin])
