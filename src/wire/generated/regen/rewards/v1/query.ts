// Written by `npm run generate` from proto/regen/rewards/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { ActivityScore, DistributionRecord, RewardConfig, StabilityCommitment, type Phase } from './state.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  authority: string
  config: RewardConfig | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('string authority = 1; RewardConfig config = 2', () => [RewardConfig])

export interface QueryStateRequest {
}
export const QueryStateRequest: Codec<QueryStateRequest> = /* @__PURE__ */ message<QueryStateRequest>('')

export interface QueryStateResponse {
  phase: Phase
  currentPeriod: bigint
  trackingStart: Timestamp | undefined
  /** 0 before the first. */
  lastDistribution: bigint
  /** What is committed in all, in denom. */
  committed: string
}
export const QueryStateResponse: Codec<QueryStateResponse> = /* @__PURE__ */ message<QueryStateResponse>('int32 phase = 1; uint64 currentPeriod = 2; Timestamp trackingStart = 3; uint64 lastDistribution = 4; string committed = 5', () => [Timestamp])

export interface QueryActivityScoreRequest {
  address: string
  period: bigint
}
export const QueryActivityScoreRequest: Codec<QueryActivityScoreRequest> = /* @__PURE__ */ message<QueryActivityScoreRequest>('string address = 1; uint64 period = 2')

export interface QueryActivityScoreResponse {
  score: ActivityScore | undefined
  claimable: string
}
export const QueryActivityScoreResponse: Codec<QueryActivityScoreResponse> = /* @__PURE__ */ message<QueryActivityScoreResponse>('ActivityScore score = 1; string claimable = 2', () => [ActivityScore])

export interface QueryStabilityCommitmentRequest {
  id: bigint
}
export const QueryStabilityCommitmentRequest: Codec<QueryStabilityCommitmentRequest> = /* @__PURE__ */ message<QueryStabilityCommitmentRequest>('uint64 id = 1')

export interface QueryStabilityCommitmentResponse {
  commitment: StabilityCommitment | undefined
}
export const QueryStabilityCommitmentResponse: Codec<QueryStabilityCommitmentResponse> = /* @__PURE__ */ message<QueryStabilityCommitmentResponse>('StabilityCommitment commitment = 1', () => [StabilityCommitment])

export interface QueryDistributionRecordRequest {
  period: bigint
}
export const QueryDistributionRecordRequest: Codec<QueryDistributionRecordRequest> = /* @__PURE__ */ message<QueryDistributionRecordRequest>('uint64 period = 1')

export interface QueryDistributionRecordResponse {
  record: DistributionRecord | undefined
}
export const QueryDistributionRecordResponse: Codec<QueryDistributionRecordResponse> = /* @__PURE__ */ message<QueryDistributionRecordResponse>('DistributionRecord record = 1', () => [DistributionRecord])
