// Written by `npm run generate` from proto/cosmos/mint/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Params } from './mint.ts'

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('Params params = 1', () => [Params])

export interface QueryInflationRequest {
}
export const QueryInflationRequest: Codec<QueryInflationRequest> = /* @__PURE__ */ message<QueryInflationRequest>('')

export interface QueryInflationResponse {
  /** The ASCII digits of the decimal times 10^18, as bytes. */
  inflation: Uint8Array
}
export const QueryInflationResponse: Codec<QueryInflationResponse> = /* @__PURE__ */ message<QueryInflationResponse>('bytes inflation = 1')

export interface QueryAnnualProvisionsRequest {
}
export const QueryAnnualProvisionsRequest: Codec<QueryAnnualProvisionsRequest> = /* @__PURE__ */ message<QueryAnnualProvisionsRequest>('')

export interface QueryAnnualProvisionsResponse {
  /** The ASCII digits of the decimal times 10^18, as bytes. */
  annualProvisions: Uint8Array
}
export const QueryAnnualProvisionsResponse: Codec<QueryAnnualProvisionsResponse> = /* @__PURE__ */ message<QueryAnnualProvisionsResponse>('bytes annualProvisions = 1')
