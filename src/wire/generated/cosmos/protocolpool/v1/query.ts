// Written by `npm run generate` from proto/cosmos/protocolpool/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { ContinuousFund, Params } from './types.ts'

export interface QueryCommunityPoolRequest {
}
export const QueryCommunityPoolRequest: Codec<QueryCommunityPoolRequest> = /* @__PURE__ */ message<QueryCommunityPoolRequest>('')

export interface QueryCommunityPoolResponse {
  /** Whole coins, unlike the decimal coins of x/distribution. */
  pool: Coin[]
}
export const QueryCommunityPoolResponse: Codec<QueryCommunityPoolResponse> = /* @__PURE__ */ message<QueryCommunityPoolResponse>('Coin[] pool = 1', () => [Coin])

export interface QueryContinuousFundRequest {
  recipient: string
}
export const QueryContinuousFundRequest: Codec<QueryContinuousFundRequest> = /* @__PURE__ */ message<QueryContinuousFundRequest>('string recipient = 1')

export interface QueryContinuousFundResponse {
  continuousFund: ContinuousFund | undefined
}
export const QueryContinuousFundResponse: Codec<QueryContinuousFundResponse> = /* @__PURE__ */ message<QueryContinuousFundResponse>('ContinuousFund continuousFund = 1', () => [ContinuousFund])

export interface QueryContinuousFundsRequest {
}
export const QueryContinuousFundsRequest: Codec<QueryContinuousFundsRequest> = /* @__PURE__ */ message<QueryContinuousFundsRequest>('')

export interface QueryContinuousFundsResponse {
  continuousFunds: ContinuousFund[]
}
export const QueryContinuousFundsResponse: Codec<QueryContinuousFundsResponse> = /* @__PURE__ */ message<QueryContinuousFundsResponse>('ContinuousFund[] continuousFunds = 1', () => [ContinuousFund])

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('Params params = 1', () => [Params])
