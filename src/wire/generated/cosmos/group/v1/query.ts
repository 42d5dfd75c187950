// Written by `npm run generate` from proto/cosmos/group/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { GroupInfo, GroupMember, GroupPolicyInfo, Proposal, TallyResult, Vote } from './types.ts'
import { PageRequest, PageResponse } from '../../base/query/v1beta1/pagination.ts'

export interface QueryGroupInfoRequest {
  groupId: bigint
}
export const QueryGroupInfoRequest: Codec<QueryGroupInfoRequest> = /* @__PURE__ */ message<QueryGroupInfoRequest>('uint64 groupId = 1')

export interface QueryGroupInfoResponse {
  info: GroupInfo | undefined
}
export const QueryGroupInfoResponse: Codec<QueryGroupInfoResponse> = /* @__PURE__ */ message<QueryGroupInfoResponse>('GroupInfo info = 1', () => [GroupInfo])

export interface QueryGroupPolicyInfoRequest {
  address: string
}
export const QueryGroupPolicyInfoRequest: Codec<QueryGroupPolicyInfoRequest> = /* @__PURE__ */ message<QueryGroupPolicyInfoRequest>('string address = 1')

export interface QueryGroupPolicyInfoResponse {
  info: GroupPolicyInfo | undefined
}
export const QueryGroupPolicyInfoResponse: Codec<QueryGroupPolicyInfoResponse> = /* @__PURE__ */ message<QueryGroupPolicyInfoResponse>('GroupPolicyInfo info = 1', () => [GroupPolicyInfo])

export interface QueryGroupMembersRequest {
  groupId: bigint
  pagination: PageRequest | undefined
}
export const QueryGroupMembersRequest: Codec<QueryGroupMembersRequest> = /* @__PURE__ */ message<QueryGroupMembersRequest>('uint64 groupId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryGroupMembersResponse {
  members: GroupMember[]
  pagination: PageResponse | undefined
}
export const QueryGroupMembersResponse: Codec<QueryGroupMembersResponse> = /* @__PURE__ */ message<QueryGroupMembersResponse>('GroupMember[] members = 1; PageResponse pagination = 2', () => [GroupMember, PageResponse])

export interface QueryGroupPoliciesByGroupRequest {
  groupId: bigint
  pagination: PageRequest | undefined
}
export const QueryGroupPoliciesByGroupRequest: Codec<QueryGroupPoliciesByGroupRequest> = /* @__PURE__ */ message<QueryGroupPoliciesByGroupRequest>('uint64 groupId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryGroupPoliciesByGroupResponse {
  groupPolicies: GroupPolicyInfo[]
  pagination: PageResponse | undefined
}
export const QueryGroupPoliciesByGroupResponse: Codec<QueryGroupPoliciesByGroupResponse> = /* @__PURE__ */ message<QueryGroupPoliciesByGroupResponse>('GroupPolicyInfo[] groupPolicies = 1; PageResponse pagination = 2', () => [GroupPolicyInfo, PageResponse])

export interface QueryProposalRequest {
  proposalId: bigint
}
export const QueryProposalRequest: Codec<QueryProposalRequest> = /* @__PURE__ */ message<QueryProposalRequest>('uint64 proposalId = 1')

export interface QueryProposalResponse {
  proposal: Proposal | undefined
}
export const QueryProposalResponse: Codec<QueryProposalResponse> = /* @__PURE__ */ message<QueryProposalResponse>('Proposal proposal = 1', () => [Proposal])

export interface QueryProposalsByGroupPolicyRequest {
  address: string
  pagination: PageRequest | undefined
}
export const QueryProposalsByGroupPolicyRequest: Codec<QueryProposalsByGroupPolicyRequest> = /* @__PURE__ */ message<QueryProposalsByGroupPolicyRequest>('string address = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryProposalsByGroupPolicyResponse {
  proposals: Proposal[]
  pagination: PageResponse | undefined
}
export const QueryProposalsByGroupPolicyResponse: Codec<QueryProposalsByGroupPolicyResponse> = /* @__PURE__ */ message<QueryProposalsByGroupPolicyResponse>('Proposal[] proposals = 1; PageResponse pagination = 2', () => [Proposal, PageResponse])

export interface QueryVotesByProposalRequest {
  proposalId: bigint
  pagination: PageRequest | undefined
}
export const QueryVotesByProposalRequest: Codec<QueryVotesByProposalRequest> = /* @__PURE__ */ message<QueryVotesByProposalRequest>('uint64 proposalId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryVotesByProposalResponse {
  votes: Vote[]
  pagination: PageResponse | undefined
}
export const QueryVotesByProposalResponse: Codec<QueryVotesByProposalResponse> = /* @__PURE__ */ message<QueryVotesByProposalResponse>('Vote[] votes = 1; PageResponse pagination = 2', () => [Vote, PageResponse])

export interface QueryTallyResultRequest {
  proposalId: bigint
}
export const QueryTallyResultRequest: Codec<QueryTallyResultRequest> = /* @__PURE__ */ message<QueryTallyResultRequest>('uint64 proposalId = 1')

export interface QueryTallyResultResponse {
  tally: TallyResult | undefined
}
export const QueryTallyResultResponse: Codec<QueryTallyResultResponse> = /* @__PURE__ */ message<QueryTallyResultResponse>('TallyResult tally = 1', () => [TallyResult])
