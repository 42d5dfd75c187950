// Written by `npm run generate` from proto/cosmos/distribution/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Params } from './distribution.ts'
import { DecCoin } from '../../base/v1beta1/coin.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('Params params = 1', () => [Params])

/** v7 refuses it: ask protocolpool. */
export interface QueryCommunityPoolRequest {
}
export const QueryCommunityPoolRequest: Codec<QueryCommunityPoolRequest> = /* @__PURE__ */ message<QueryCommunityPoolRequest>('')

export interface QueryCommunityPoolResponse {
  pool: DecCoin[]
}
export const QueryCommunityPoolResponse: Codec<QueryCommunityPoolResponse> = /* @__PURE__ */ message<QueryCommunityPoolResponse>('DecCoin[] pool = 1', () => [DecCoin])
