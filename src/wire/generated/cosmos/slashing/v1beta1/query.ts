// Written by `npm run generate` from proto/cosmos/slashing/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Params, ValidatorSigningInfo } from './slashing.ts'
import { PageRequest, PageResponse } from '../../base/query/v1beta1/pagination.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('Params params = 1', () => [Params])

export interface QuerySigningInfosRequest {
  pagination: PageRequest | undefined
}
export const QuerySigningInfosRequest: Codec<QuerySigningInfosRequest> = /* @__PURE__ */ message<QuerySigningInfosRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QuerySigningInfosResponse {
  info: ValidatorSigningInfo[]
  pagination: PageResponse | undefined
}
export const QuerySigningInfosResponse: Codec<QuerySigningInfosResponse> = /* @__PURE__ */ message<QuerySigningInfosResponse>('ValidatorSigningInfo[] info = 1; PageResponse pagination = 2', () => [ValidatorSigningInfo, PageResponse])
