// Written by `npm run generate` from proto/regen/authority/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { AuthorityValidator, Params, PerformanceRecord } from './state.ts'
import { PageRequest, PageResponse } from '../../../cosmos/base/query/v1beta1/pagination.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  authority: string
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('string authority = 1; Params params = 2', () => [Params])

export interface QueryValidatorsRequest {
  pagination: PageRequest | undefined
}
export const QueryValidatorsRequest: Codec<QueryValidatorsRequest> = /* @__PURE__ */ message<QueryValidatorsRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryValidatorsResponse {
  validators: AuthorityValidator[]
  pagination: PageResponse | undefined
}
export const QueryValidatorsResponse: Codec<QueryValidatorsResponse> = /* @__PURE__ */ message<QueryValidatorsResponse>('AuthorityValidator[] validators = 1; PageResponse pagination = 2', () => [AuthorityValidator, PageResponse])

export interface QueryPerformanceRecordRequest {
  address: string
  period: bigint
}
export const QueryPerformanceRecordRequest: Codec<QueryPerformanceRecordRequest> = /* @__PURE__ */ message<QueryPerformanceRecordRequest>('string address = 1; uint64 period = 2')

export interface QueryPerformanceRecordResponse {
  record: PerformanceRecord | undefined
}
export const QueryPerformanceRecordResponse: Codec<QueryPerformanceRecordResponse> = /* @__PURE__ */ message<QueryPerformanceRecordResponse>('PerformanceRecord record = 1', () => [PerformanceRecord])

export interface QueryFundRequest {
}
export const QueryFundRequest: Codec<QueryFundRequest> = /* @__PURE__ */ message<QueryFundRequest>('')

export interface QueryFundResponse {
  fund: Coin | undefined
  lastCompensation: Timestamp | undefined
}
export const QueryFundResponse: Codec<QueryFundResponse> = /* @__PURE__ */ message<QueryFundResponse>('Coin fund = 1; Timestamp lastCompensation = 2', () => [Coin, Timestamp])
