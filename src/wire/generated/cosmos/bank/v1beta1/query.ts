// Written by `npm run generate` from proto/cosmos/bank/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { PageRequest, PageResponse } from '../../base/query/v1beta1/pagination.ts'
import { Metadata } from './bank.ts'

export interface QueryBalanceRequest {
  address: string
  denom: string
}
export const QueryBalanceRequest: Codec<QueryBalanceRequest> = /* @__PURE__ */ message<QueryBalanceRequest>('string address = 1; string denom = 2')

export interface QueryBalanceResponse {
  balance: Coin | undefined
}
export const QueryBalanceResponse: Codec<QueryBalanceResponse> = /* @__PURE__ */ message<QueryBalanceResponse>('Coin balance = 1', () => [Coin])

export interface QueryAllBalancesRequest {
  address: string
  pagination: PageRequest | undefined
  resolveDenom: boolean
}
export const QueryAllBalancesRequest: Codec<QueryAllBalancesRequest> = /* @__PURE__ */ message<QueryAllBalancesRequest>('string address = 1; PageRequest pagination = 2; bool resolveDenom = 3', () => [PageRequest])

export interface QueryAllBalancesResponse {
  balances: Coin[]
  pagination: PageResponse | undefined
}
export const QueryAllBalancesResponse: Codec<QueryAllBalancesResponse> = /* @__PURE__ */ message<QueryAllBalancesResponse>('Coin[] balances = 1; PageResponse pagination = 2', () => [Coin, PageResponse])

/** What an account may send: without what still vests. */
export interface QuerySpendableBalancesRequest {
  address: string
  pagination: PageRequest | undefined
}
export const QuerySpendableBalancesRequest: Codec<QuerySpendableBalancesRequest> = /* @__PURE__ */ message<QuerySpendableBalancesRequest>('string address = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QuerySpendableBalancesResponse {
  balances: Coin[]
  pagination: PageResponse | undefined
}
export const QuerySpendableBalancesResponse: Codec<QuerySpendableBalancesResponse> = /* @__PURE__ */ message<QuerySpendableBalancesResponse>('Coin[] balances = 1; PageResponse pagination = 2', () => [Coin, PageResponse])

export interface QueryTotalSupplyRequest {
  pagination: PageRequest | undefined
}
export const QueryTotalSupplyRequest: Codec<QueryTotalSupplyRequest> = /* @__PURE__ */ message<QueryTotalSupplyRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryTotalSupplyResponse {
  supply: Coin[]
  pagination: PageResponse | undefined
}
export const QueryTotalSupplyResponse: Codec<QueryTotalSupplyResponse> = /* @__PURE__ */ message<QueryTotalSupplyResponse>('Coin[] supply = 1; PageResponse pagination = 2', () => [Coin, PageResponse])

export interface QuerySupplyOfRequest {
  denom: string
}
export const QuerySupplyOfRequest: Codec<QuerySupplyOfRequest> = /* @__PURE__ */ message<QuerySupplyOfRequest>('string denom = 1')

export interface QuerySupplyOfResponse {
  amount: Coin | undefined
}
export const QuerySupplyOfResponse: Codec<QuerySupplyOfResponse> = /* @__PURE__ */ message<QuerySupplyOfResponse>('Coin amount = 1', () => [Coin])

export interface QueryDenomMetadataRequest {
  denom: string
}
export const QueryDenomMetadataRequest: Codec<QueryDenomMetadataRequest> = /* @__PURE__ */ message<QueryDenomMetadataRequest>('string denom = 1')

export interface QueryDenomMetadataResponse {
  metadata: Metadata | undefined
}
export const QueryDenomMetadataResponse: Codec<QueryDenomMetadataResponse> = /* @__PURE__ */ message<QueryDenomMetadataResponse>('Metadata metadata = 1', () => [Metadata])
