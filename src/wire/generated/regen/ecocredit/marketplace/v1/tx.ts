// Written by `npm run generate` from proto/regen/ecocredit/marketplace/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Coin } from '../../../../cosmos/base/v1beta1/coin.ts'
import { Timestamp } from '../../../../google/protobuf/timestamp.ts'
import { FeeParams } from './state.ts'

/** Signed by seller. Puts the quantity into escrow. */
export interface MsgSell {
  seller: string
  orders: MsgSell_Order[]
}
export const MsgSell: Codec<MsgSell> = /* @__PURE__ */ message<MsgSell>('string seller = 1; MsgSell_Order[] orders = 2', () => [MsgSell_Order])

export interface MsgSell_Order {
  batchDenom: string
  quantity: string
  askPrice: Coin | undefined
  /** False: whoever buys, buys to retire. */
  disableAutoRetire: boolean
  expiration: Timestamp | undefined
}
export const MsgSell_Order: Codec<MsgSell_Order> = /* @__PURE__ */ message<MsgSell_Order>('string batchDenom = 1; string quantity = 2; Coin askPrice = 3; bool disableAutoRetire = 4; Timestamp expiration = 5', () => [Coin, Timestamp])

export interface MsgSellResponse {
  sellOrderIds: bigint[]
}
export const MsgSellResponse: Codec<MsgSellResponse> = /* @__PURE__ */ message<MsgSellResponse>('uint64[] sellOrderIds = 1')

/** Signed by seller. Not a patch: quantity and price must be sent again even when they stay. */
export interface MsgUpdateSellOrders {
  seller: string
  updates: MsgUpdateSellOrders_Update[]
}
export const MsgUpdateSellOrders: Codec<MsgUpdateSellOrders> = /* @__PURE__ */ message<MsgUpdateSellOrders>('string seller = 1; MsgUpdateSellOrders_Update[] updates = 2', () => [MsgUpdateSellOrders_Update])

export interface MsgUpdateSellOrders_Update {
  sellOrderId: bigint
  newQuantity: string
  newAskPrice: Coin | undefined
  /** Always overwrites: leaving it out sets it to false. */
  disableAutoRetire: boolean
  /** Can be moved, not cleared. */
  newExpiration: Timestamp | undefined
}
export const MsgUpdateSellOrders_Update: Codec<MsgUpdateSellOrders_Update> = /* @__PURE__ */ message<MsgUpdateSellOrders_Update>('uint64 sellOrderId = 1; string newQuantity = 2; Coin newAskPrice = 3; bool disableAutoRetire = 4; Timestamp newExpiration = 5', () => [Coin, Timestamp])

export interface MsgUpdateSellOrdersResponse {
}
export const MsgUpdateSellOrdersResponse: Codec<MsgUpdateSellOrdersResponse> = /* @__PURE__ */ message<MsgUpdateSellOrdersResponse>('')

export interface MsgCancelSellOrder {
  seller: string
  sellOrderId: bigint
}
export const MsgCancelSellOrder: Codec<MsgCancelSellOrder> = /* @__PURE__ */ message<MsgCancelSellOrder>('string seller = 1; uint64 sellOrderId = 2')

export interface MsgCancelSellOrderResponse {
}
export const MsgCancelSellOrderResponse: Codec<MsgCancelSellOrderResponse> = /* @__PURE__ */ message<MsgCancelSellOrderResponse>('')

/** Signed by buyer. Orders are filled in sequence; one failure undoes all. */
export interface MsgBuyDirect {
  buyer: string
  orders: MsgBuyDirect_Order[]
}
export const MsgBuyDirect: Codec<MsgBuyDirect> = /* @__PURE__ */ message<MsgBuyDirect>('string buyer = 1; MsgBuyDirect_Order[] orders = 2', () => [MsgBuyDirect_Order])

/** Numbers start at 2. */
export interface MsgBuyDirect_Order {
  sellOrderId: bigint
  quantity: string
  /** The most the buyer accepts per credit; what is paid is the ask. */
  bidPrice: Coin | undefined
  disableAutoRetire: boolean
  /** Required unless disable_auto_retire is true. */
  retirementJurisdiction: string
  retirementReason: string
  /** Cap on the buyer's marketplace fee. Unset means zero, so under a buyer fee the purchase fails without it. */
  maxFeeAmount: Coin | undefined
}
export const MsgBuyDirect_Order: Codec<MsgBuyDirect_Order> = /* @__PURE__ */ message<MsgBuyDirect_Order>('uint64 sellOrderId = 2; string quantity = 3; Coin bidPrice = 4; bool disableAutoRetire = 5; string retirementJurisdiction = 6; string retirementReason = 7; Coin maxFeeAmount = 8', () => [Coin, Coin])

export interface MsgBuyDirectResponse {
}
export const MsgBuyDirectResponse: Codec<MsgBuyDirectResponse> = /* @__PURE__ */ message<MsgBuyDirectResponse>('')

/** Signed by governance. */
export interface MsgAddAllowedDenom {
  authority: string
  bankDenom: string
  displayDenom: string
  exponent: number
}
export const MsgAddAllowedDenom: Codec<MsgAddAllowedDenom> = /* @__PURE__ */ message<MsgAddAllowedDenom>('string authority = 1; string bankDenom = 2; string displayDenom = 3; uint32 exponent = 4')

export interface MsgAddAllowedDenomResponse {
}
export const MsgAddAllowedDenomResponse: Codec<MsgAddAllowedDenomResponse> = /* @__PURE__ */ message<MsgAddAllowedDenomResponse>('')

/** Signed by governance. */
export interface MsgRemoveAllowedDenom {
  authority: string
  denom: string
}
export const MsgRemoveAllowedDenom: Codec<MsgRemoveAllowedDenom> = /* @__PURE__ */ message<MsgRemoveAllowedDenom>('string authority = 1; string denom = 2')

export interface MsgRemoveAllowedDenomResponse {
}
export const MsgRemoveAllowedDenomResponse: Codec<MsgRemoveAllowedDenomResponse> = /* @__PURE__ */ message<MsgRemoveAllowedDenomResponse>('')

/** Signed by governance. */
export interface MsgGovSetFeeParams {
  authority: string
  fees: FeeParams | undefined
}
export const MsgGovSetFeeParams: Codec<MsgGovSetFeeParams> = /* @__PURE__ */ message<MsgGovSetFeeParams>('string authority = 1; FeeParams fees = 2', () => [FeeParams])

export interface MsgGovSetFeeParamsResponse {
}
export const MsgGovSetFeeParamsResponse: Codec<MsgGovSetFeeParamsResponse> = /* @__PURE__ */ message<MsgGovSetFeeParamsResponse>('')

/** Signed by governance. */
export interface MsgGovSendFromFeePool {
  authority: string
  recipient: string
  coins: Coin[]
}
export const MsgGovSendFromFeePool: Codec<MsgGovSendFromFeePool> = /* @__PURE__ */ message<MsgGovSendFromFeePool>('string authority = 1; string recipient = 2; Coin[] coins = 3', () => [Coin])

export interface MsgGovSendFromFeePoolResponse {
}
export const MsgGovSendFromFeePoolResponse: Codec<MsgGovSendFromFeePoolResponse> = /* @__PURE__ */ message<MsgGovSendFromFeePoolResponse>('')
