// Written by `npm run generate` from proto/regen/supply/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { MintBurnRecord, Params, SupplyState } from './state.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  authority: string
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('string authority = 1; Params params = 2', () => [Params])

export interface QuerySupplyStateRequest {
}
export const QuerySupplyStateRequest: Codec<QuerySupplyStateRequest> = /* @__PURE__ */ message<QuerySupplyStateRequest>('')

export interface QuerySupplyStateResponse {
  state: SupplyState | undefined
}
export const QuerySupplyStateResponse: Codec<QuerySupplyStateResponse> = /* @__PURE__ */ message<QuerySupplyStateResponse>('SupplyState state = 1', () => [SupplyState])

export interface QueryMintBurnRecordRequest {
  period: bigint
}
export const QueryMintBurnRecordRequest: Codec<QueryMintBurnRecordRequest> = /* @__PURE__ */ message<QueryMintBurnRecordRequest>('uint64 period = 1')

export interface QueryMintBurnRecordResponse {
  record: MintBurnRecord | undefined
}
export const QueryMintBurnRecordResponse: Codec<QueryMintBurnRecordResponse> = /* @__PURE__ */ message<QueryMintBurnRecordResponse>('MintBurnRecord record = 1', () => [MintBurnRecord])
