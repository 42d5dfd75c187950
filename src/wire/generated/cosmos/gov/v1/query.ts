// Written by `npm run generate` from proto/cosmos/gov/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { DepositParams, Params, Proposal, TallyParams, TallyResult, Vote, VotingParams, type ProposalStatus } from './gov.ts'
import { PageRequest, PageResponse } from '../../base/query/v1beta1/pagination.ts'

export interface QueryProposalRequest {
  proposalId: bigint
}
export const QueryProposalRequest: Codec<QueryProposalRequest> = /* @__PURE__ */ message<QueryProposalRequest>('uint64 proposalId = 1')

export interface QueryProposalResponse {
  proposal: Proposal | undefined
}
export const QueryProposalResponse: Codec<QueryProposalResponse> = /* @__PURE__ */ message<QueryProposalResponse>('Proposal proposal = 1', () => [Proposal])

export interface QueryProposalsRequest {
  proposalStatus: ProposalStatus
  voter: string
  depositor: string
  pagination: PageRequest | undefined
}
export const QueryProposalsRequest: Codec<QueryProposalsRequest> = /* @__PURE__ */ message<QueryProposalsRequest>('int32 proposalStatus = 1; string voter = 2; string depositor = 3; PageRequest pagination = 4', () => [PageRequest])

export interface QueryProposalsResponse {
  proposals: Proposal[]
  pagination: PageResponse | undefined
}
export const QueryProposalsResponse: Codec<QueryProposalsResponse> = /* @__PURE__ */ message<QueryProposalsResponse>('Proposal[] proposals = 1; PageResponse pagination = 2', () => [Proposal, PageResponse])

export interface QueryVotesRequest {
  proposalId: bigint
  pagination: PageRequest | undefined
}
export const QueryVotesRequest: Codec<QueryVotesRequest> = /* @__PURE__ */ message<QueryVotesRequest>('uint64 proposalId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryVotesResponse {
  votes: Vote[]
  pagination: PageResponse | undefined
}
export const QueryVotesResponse: Codec<QueryVotesResponse> = /* @__PURE__ */ message<QueryVotesResponse>('Vote[] votes = 1; PageResponse pagination = 2', () => [Vote, PageResponse])

export interface QueryParamsRequest {
  /** "voting", "deposit" or "tally": which of the old three to fill. `params` always comes. */
  paramsType: string
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('string paramsType = 1')

export interface QueryParamsResponse {
  votingParams: VotingParams | undefined
  depositParams: DepositParams | undefined
  tallyParams: TallyParams | undefined
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('VotingParams votingParams = 1; DepositParams depositParams = 2; TallyParams tallyParams = 3; Params params = 4', () => [VotingParams, DepositParams, TallyParams, Params])

export interface QueryTallyResultRequest {
  proposalId: bigint
}
export const QueryTallyResultRequest: Codec<QueryTallyResultRequest> = /* @__PURE__ */ message<QueryTallyResultRequest>('uint64 proposalId = 1')

export interface QueryTallyResultResponse {
  tally: TallyResult | undefined
}
export const QueryTallyResultResponse: Codec<QueryTallyResultResponse> = /* @__PURE__ */ message<QueryTallyResultResponse>('TallyResult tally = 1', () => [TallyResult])
