// Written by `npm run generate` from proto/regen/ecocredit/marketplace/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { PageRequest, PageResponse } from '../../../../cosmos/base/query/v1beta1/pagination.ts'
import { AllowedDenom } from './state.ts'
import { Timestamp } from '../../../../google/protobuf/timestamp.ts'

export interface QuerySellOrderRequest {
  sellOrderId: bigint
}
export const QuerySellOrderRequest: Codec<QuerySellOrderRequest> = /* @__PURE__ */ message<QuerySellOrderRequest>('uint64 sellOrderId = 1')

export interface QuerySellOrderResponse {
  sellOrder: SellOrderInfo | undefined
}
export const QuerySellOrderResponse: Codec<QuerySellOrderResponse> = /* @__PURE__ */ message<QuerySellOrderResponse>('SellOrderInfo sellOrder = 1', () => [SellOrderInfo])

/** In order of id; not by price. */
export interface QuerySellOrdersRequest {
  pagination: PageRequest | undefined
}
export const QuerySellOrdersRequest: Codec<QuerySellOrdersRequest> = /* @__PURE__ */ message<QuerySellOrdersRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QuerySellOrdersResponse {
  sellOrders: SellOrderInfo[]
  pagination: PageResponse | undefined
}
export const QuerySellOrdersResponse: Codec<QuerySellOrdersResponse> = /* @__PURE__ */ message<QuerySellOrdersResponse>('SellOrderInfo[] sellOrders = 1; PageResponse pagination = 2', () => [SellOrderInfo, PageResponse])

export interface QuerySellOrdersByBatchRequest {
  batchDenom: string
  pagination: PageRequest | undefined
}
export const QuerySellOrdersByBatchRequest: Codec<QuerySellOrdersByBatchRequest> = /* @__PURE__ */ message<QuerySellOrdersByBatchRequest>('string batchDenom = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QuerySellOrdersByBatchResponse {
  sellOrders: SellOrderInfo[]
  pagination: PageResponse | undefined
}
export const QuerySellOrdersByBatchResponse: Codec<QuerySellOrdersByBatchResponse> = /* @__PURE__ */ message<QuerySellOrdersByBatchResponse>('SellOrderInfo[] sellOrders = 1; PageResponse pagination = 2', () => [SellOrderInfo, PageResponse])

export interface QuerySellOrdersBySellerRequest {
  seller: string
  pagination: PageRequest | undefined
}
export const QuerySellOrdersBySellerRequest: Codec<QuerySellOrdersBySellerRequest> = /* @__PURE__ */ message<QuerySellOrdersBySellerRequest>('string seller = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QuerySellOrdersBySellerResponse {
  sellOrders: SellOrderInfo[]
  pagination: PageResponse | undefined
}
export const QuerySellOrdersBySellerResponse: Codec<QuerySellOrdersBySellerResponse> = /* @__PURE__ */ message<QuerySellOrdersBySellerResponse>('SellOrderInfo[] sellOrders = 1; PageResponse pagination = 2', () => [SellOrderInfo, PageResponse])

export interface QueryAllowedDenomsRequest {
  pagination: PageRequest | undefined
}
export const QueryAllowedDenomsRequest: Codec<QueryAllowedDenomsRequest> = /* @__PURE__ */ message<QueryAllowedDenomsRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryAllowedDenomsResponse {
  allowedDenoms: AllowedDenom[]
  pagination: PageResponse | undefined
}
export const QueryAllowedDenomsResponse: Codec<QueryAllowedDenomsResponse> = /* @__PURE__ */ message<QueryAllowedDenomsResponse>('AllowedDenom[] allowedDenoms = 1; PageResponse pagination = 2', () => [AllowedDenom, PageResponse])

export interface SellOrderInfo {
  id: bigint
  seller: string
  batchDenom: string
  quantity: string
  askDenom: string
  /** Price of one whole credit, in whole base units of ask_denom. */
  askAmount: string
  disableAutoRetire: boolean
  /** Past or not, the order can be bought: leave expired orders out yourself. */
  expiration: Timestamp | undefined
}
export const SellOrderInfo: Codec<SellOrderInfo> = /* @__PURE__ */ message<SellOrderInfo>('uint64 id = 1; string seller = 2; string batchDenom = 3; string quantity = 4; string askDenom = 5; string askAmount = 6; bool disableAutoRetire = 7; Timestamp expiration = 9', () => [Timestamp])
