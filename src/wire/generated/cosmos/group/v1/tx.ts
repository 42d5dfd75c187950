// Written by `npm run generate` from proto/cosmos/group/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { MemberRequest, type ProposalExecutorResult, type VoteOption } from './types.ts'
import { Any } from '../../../google/protobuf/any.ts'

export const Exec = {
  /** Runs later, by MsgExec. */
  EXEC_UNSPECIFIED: 0,
  /** Runs the inner messages in this very transaction if the votes suffice. */
  EXEC_TRY: 1,
  UNRECOGNIZED: -1,
} as const
export type Exec = (typeof Exec)[keyof typeof Exec]

export interface MsgCreateGroupWithPolicy {
  admin: string
  members: MemberRequest[]
  groupMetadata: string
  groupPolicyMetadata: string
  groupPolicyAsAdmin: boolean
  decisionPolicy: Any | undefined
}
export const MsgCreateGroupWithPolicy: Codec<MsgCreateGroupWithPolicy> = /* @__PURE__ */ message<MsgCreateGroupWithPolicy>('string admin = 1; MemberRequest[] members = 2; string groupMetadata = 3; string groupPolicyMetadata = 4; bool groupPolicyAsAdmin = 5; Any decisionPolicy = 6', () => [MemberRequest, Any])

export interface MsgCreateGroupWithPolicyResponse {
  groupId: bigint
  /** 32 bytes behind the bech32, not 20. */
  groupPolicyAddress: string
}
export const MsgCreateGroupWithPolicyResponse: Codec<MsgCreateGroupWithPolicyResponse> = /* @__PURE__ */ message<MsgCreateGroupWithPolicyResponse>('uint64 groupId = 1; string groupPolicyAddress = 2')

/** A member of weight "0" is removed. Proposals of the group that are open end with it. */
export interface MsgUpdateGroupMembers {
  admin: string
  groupId: bigint
  memberUpdates: MemberRequest[]
}
export const MsgUpdateGroupMembers: Codec<MsgUpdateGroupMembers> = /* @__PURE__ */ message<MsgUpdateGroupMembers>('string admin = 1; uint64 groupId = 2; MemberRequest[] memberUpdates = 3', () => [MemberRequest])

export interface MsgUpdateGroupMembersResponse {
}
export const MsgUpdateGroupMembersResponse: Codec<MsgUpdateGroupMembersResponse> = /* @__PURE__ */ message<MsgUpdateGroupMembersResponse>('')

/** Signed by every proposer; the inner messages are signed by the group policy account. */
export interface MsgSubmitProposal {
  groupPolicyAddress: string
  proposers: string[]
  metadata: string
  messages: Any[]
  exec: Exec
  title: string
  summary: string
}
export const MsgSubmitProposal: Codec<MsgSubmitProposal> = /* @__PURE__ */ message<MsgSubmitProposal>('string groupPolicyAddress = 1; string[] proposers = 2; string metadata = 3; Any[] messages = 4; int32 exec = 5; string title = 6; string summary = 7', () => [Any])

export interface MsgSubmitProposalResponse {
  proposalId: bigint
}
export const MsgSubmitProposalResponse: Codec<MsgSubmitProposalResponse> = /* @__PURE__ */ message<MsgSubmitProposalResponse>('uint64 proposalId = 1')

export interface MsgVote {
  proposalId: bigint
  voter: string
  option: VoteOption
  metadata: string
  exec: Exec
}
export const MsgVote: Codec<MsgVote> = /* @__PURE__ */ message<MsgVote>('uint64 proposalId = 1; string voter = 2; int32 option = 3; string metadata = 4; int32 exec = 5')

export interface MsgVoteResponse {
}
export const MsgVoteResponse: Codec<MsgVoteResponse> = /* @__PURE__ */ message<MsgVoteResponse>('')

export interface MsgExec {
  proposalId: bigint
  executor: string
}
export const MsgExec: Codec<MsgExec> = /* @__PURE__ */ message<MsgExec>('uint64 proposalId = 1; string executor = 2')

export interface MsgExecResponse {
  /** 2: the number 1 is not used. */
  result: ProposalExecutorResult
}
export const MsgExecResponse: Codec<MsgExecResponse> = /* @__PURE__ */ message<MsgExecResponse>('int32 result = 2')
