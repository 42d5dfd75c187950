// Written by `npm run generate` from proto/cosmos/protocolpool/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'

export interface QueryCommunityPoolRequest {
}
export const QueryCommunityPoolRequest: Codec<QueryCommunityPoolRequest> = /* @__PURE__ */ message<QueryCommunityPoolRequest>('')

export interface QueryCommunityPoolResponse {
  /** Whole coins, unlike the decimal coins of x/distribution. */
  pool: Coin[]
}
export const QueryCommunityPoolResponse: Codec<QueryCommunityPoolResponse> = /* @__PURE__ */ message<QueryCommunityPoolResponse>('Coin[] pool = 1', () => [Coin])
