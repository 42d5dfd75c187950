// Written by `npm run generate` from proto/cosmos/authz/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { PageRequest, PageResponse } from '../../base/query/v1beta1/pagination.ts'
import { Grant, GrantAuthorization } from './authz.ts'

export interface QueryGrantsRequest {
  granter: string
  grantee: string
  /** "" for every type. */
  msgTypeUrl: string
  pagination: PageRequest | undefined
}
export const QueryGrantsRequest: Codec<QueryGrantsRequest> = /* @__PURE__ */ message<QueryGrantsRequest>('string granter = 1; string grantee = 2; string msgTypeUrl = 3; PageRequest pagination = 4', () => [PageRequest])

export interface QueryGrantsResponse {
  grants: Grant[]
  pagination: PageResponse | undefined
}
export const QueryGrantsResponse: Codec<QueryGrantsResponse> = /* @__PURE__ */ message<QueryGrantsResponse>('Grant[] grants = 1; PageResponse pagination = 2', () => [Grant, PageResponse])

export interface QueryGranterGrantsRequest {
  granter: string
  pagination: PageRequest | undefined
}
export const QueryGranterGrantsRequest: Codec<QueryGranterGrantsRequest> = /* @__PURE__ */ message<QueryGranterGrantsRequest>('string granter = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryGranterGrantsResponse {
  grants: GrantAuthorization[]
  pagination: PageResponse | undefined
}
export const QueryGranterGrantsResponse: Codec<QueryGranterGrantsResponse> = /* @__PURE__ */ message<QueryGranterGrantsResponse>('GrantAuthorization[] grants = 1; PageResponse pagination = 2', () => [GrantAuthorization, PageResponse])
