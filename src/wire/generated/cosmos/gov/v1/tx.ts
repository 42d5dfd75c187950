// Written by `npm run generate` from proto/cosmos/gov/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { WeightedVoteOption, type VoteOption } from './gov.ts'

/** The messages run as the governance account if the vote passes; only the deposit moves now. */
export interface MsgSubmitProposal {
  messages: Any[]
  initialDeposit: Coin[]
  proposer: string
  metadata: string
  title: string
  summary: string
  expedited: boolean
}
export const MsgSubmitProposal: Codec<MsgSubmitProposal> = /* @__PURE__ */ message<MsgSubmitProposal>('Any[] messages = 1; Coin[] initialDeposit = 2; string proposer = 3; string metadata = 4; string title = 5; string summary = 6; bool expedited = 7', () => [Any, Coin])

export interface MsgSubmitProposalResponse {
  proposalId: bigint
}
export const MsgSubmitProposalResponse: Codec<MsgSubmitProposalResponse> = /* @__PURE__ */ message<MsgSubmitProposalResponse>('uint64 proposalId = 1')

export interface MsgVote {
  proposalId: bigint
  voter: string
  option: VoteOption
  metadata: string
}
export const MsgVote: Codec<MsgVote> = /* @__PURE__ */ message<MsgVote>('uint64 proposalId = 1; string voter = 2; int32 option = 3; string metadata = 4')

export interface MsgVoteResponse {
}
export const MsgVoteResponse: Codec<MsgVoteResponse> = /* @__PURE__ */ message<MsgVoteResponse>('')

/** The weights add up to 1. */
export interface MsgVoteWeighted {
  proposalId: bigint
  voter: string
  options: WeightedVoteOption[]
  metadata: string
}
export const MsgVoteWeighted: Codec<MsgVoteWeighted> = /* @__PURE__ */ message<MsgVoteWeighted>('uint64 proposalId = 1; string voter = 2; WeightedVoteOption[] options = 3; string metadata = 4', () => [WeightedVoteOption])

export interface MsgVoteWeightedResponse {
}
export const MsgVoteWeightedResponse: Codec<MsgVoteWeightedResponse> = /* @__PURE__ */ message<MsgVoteWeightedResponse>('')

export interface MsgDeposit {
  proposalId: bigint
  depositor: string
  amount: Coin[]
}
export const MsgDeposit: Codec<MsgDeposit> = /* @__PURE__ */ message<MsgDeposit>('uint64 proposalId = 1; string depositor = 2; Coin[] amount = 3', () => [Coin])

export interface MsgDepositResponse {
}
export const MsgDepositResponse: Codec<MsgDepositResponse> = /* @__PURE__ */ message<MsgDepositResponse>('')
