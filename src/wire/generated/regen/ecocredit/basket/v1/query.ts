// Written by `npm run generate` from proto/regen/ecocredit/basket/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Basket, BasketBalance } from './state.ts'
import { PageRequest, PageResponse } from '../../../../cosmos/base/query/v1beta1/pagination.ts'
import { Coin } from '../../../../cosmos/base/v1beta1/coin.ts'
import { DateCriteria } from './types.ts'

export interface QueryBasketRequest {
  basketDenom: string
}
export const QueryBasketRequest: Codec<QueryBasketRequest> = /* @__PURE__ */ message<QueryBasketRequest>('string basketDenom = 1')

/** The same basket twice: as stored (addresses as bytes) and readable. */
export interface QueryBasketResponse {
  basket: Basket | undefined
  classes: string[]
  basketInfo: BasketInfo | undefined
}
export const QueryBasketResponse: Codec<QueryBasketResponse> = /* @__PURE__ */ message<QueryBasketResponse>('Basket basket = 1; string[] classes = 2; BasketInfo basketInfo = 3', () => [Basket, BasketInfo])

export interface QueryBasketsRequest {
  pagination: PageRequest | undefined
}
export const QueryBasketsRequest: Codec<QueryBasketsRequest> = /* @__PURE__ */ message<QueryBasketsRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryBasketsResponse {
  baskets: Basket[]
  pagination: PageResponse | undefined
  basketsInfo: BasketInfo[]
}
export const QueryBasketsResponse: Codec<QueryBasketsResponse> = /* @__PURE__ */ message<QueryBasketsResponse>('Basket[] baskets = 1; PageResponse pagination = 2; BasketInfo[] basketsInfo = 3', () => [Basket, PageResponse, BasketInfo])

export interface QueryBasketBalancesRequest {
  basketDenom: string
  pagination: PageRequest | undefined
}
export const QueryBasketBalancesRequest: Codec<QueryBasketBalancesRequest> = /* @__PURE__ */ message<QueryBasketBalancesRequest>('string basketDenom = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryBasketBalancesResponse {
  /** Only these have the start date that decides which batch is taken first. */
  balances: BasketBalance[]
  pagination: PageResponse | undefined
  balancesInfo: BasketBalanceInfo[]
}
export const QueryBasketBalancesResponse: Codec<QueryBasketBalancesResponse> = /* @__PURE__ */ message<QueryBasketBalancesResponse>('BasketBalance[] balances = 1; PageResponse pagination = 2; BasketBalanceInfo[] balancesInfo = 3', () => [BasketBalance, PageResponse, BasketBalanceInfo])

export interface QueryBasketBalanceRequest {
  basketDenom: string
  batchDenom: string
}
export const QueryBasketBalanceRequest: Codec<QueryBasketBalanceRequest> = /* @__PURE__ */ message<QueryBasketBalanceRequest>('string basketDenom = 1; string batchDenom = 2')

export interface QueryBasketBalanceResponse {
  balance: string
}
export const QueryBasketBalanceResponse: Codec<QueryBasketBalanceResponse> = /* @__PURE__ */ message<QueryBasketBalanceResponse>('string balance = 1')

export interface QueryBasketFeeRequest {
}
export const QueryBasketFeeRequest: Codec<QueryBasketFeeRequest> = /* @__PURE__ */ message<QueryBasketFeeRequest>('')

export interface QueryBasketFeeResponse {
  fee: Coin | undefined
}
export const QueryBasketFeeResponse: Codec<QueryBasketFeeResponse> = /* @__PURE__ */ message<QueryBasketFeeResponse>('Coin fee = 1', () => [Coin])

export interface BasketInfo {
  basketDenom: string
  name: string
  disableAutoRetire: boolean
  creditTypeAbbrev: string
  dateCriteria: DateCriteria | undefined
  /** Deprecated. */
  exponent: number
  curator: string
}
export const BasketInfo: Codec<BasketInfo> = /* @__PURE__ */ message<BasketInfo>('string basketDenom = 1; string name = 2; bool disableAutoRetire = 3; string creditTypeAbbrev = 4; DateCriteria dateCriteria = 5; uint32 exponent = 6; string curator = 7', () => [DateCriteria])

export interface BasketBalanceInfo {
  batchDenom: string
  balance: string
}
export const BasketBalanceInfo: Codec<BasketBalanceInfo> = /* @__PURE__ */ message<BasketBalanceInfo>('string batchDenom = 1; string balance = 2')
