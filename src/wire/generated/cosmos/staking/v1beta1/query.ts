// Written by `npm run generate` from proto/cosmos/staking/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { PageRequest, PageResponse } from '../../base/query/v1beta1/pagination.ts'
import { Params, Pool, Validator } from './staking.ts'

export interface QueryValidatorsRequest {
  /** The name of a BondStatus, or "" for all. */
  status: string
  pagination: PageRequest | undefined
}
export const QueryValidatorsRequest: Codec<QueryValidatorsRequest> = /* @__PURE__ */ message<QueryValidatorsRequest>('string status = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryValidatorsResponse {
  validators: Validator[]
  pagination: PageResponse | undefined
}
export const QueryValidatorsResponse: Codec<QueryValidatorsResponse> = /* @__PURE__ */ message<QueryValidatorsResponse>('Validator[] validators = 1; PageResponse pagination = 2', () => [Validator, PageResponse])

export interface QueryPoolRequest {
}
export const QueryPoolRequest: Codec<QueryPoolRequest> = /* @__PURE__ */ message<QueryPoolRequest>('')

export interface QueryPoolResponse {
  pool: Pool | undefined
}
export const QueryPoolResponse: Codec<QueryPoolResponse> = /* @__PURE__ */ message<QueryPoolResponse>('Pool pool = 1', () => [Pool])

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('Params params = 1', () => [Params])
