// Written by `npm run generate` from proto/regen/feerouter/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { FeeConfig, PoolBalance } from './state.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  authority: string
  config: FeeConfig | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('string authority = 1; FeeConfig config = 2', () => [FeeConfig])

export interface QueryPoolBalancesRequest {
}
export const QueryPoolBalancesRequest: Codec<QueryPoolBalancesRequest> = /* @__PURE__ */ message<QueryPoolBalancesRequest>('')

export interface QueryPoolBalancesResponse {
  pools: PoolBalance[]
}
export const QueryPoolBalancesResponse: Codec<QueryPoolBalancesResponse> = /* @__PURE__ */ message<QueryPoolBalancesResponse>('PoolBalance[] pools = 1', () => [PoolBalance])
