// Written by `npm run generate` from proto/regen/ecocredit/marketplace/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Coin } from '../../../../cosmos/base/v1beta1/coin.ts'

export interface EventSell {
  sellOrderId: bigint
}
export const EventSell: Codec<EventSell> = /* @__PURE__ */ message<EventSell>('uint64 sellOrderId = 1')

/** Closes the events of one bought order. Names neither batch, quantity nor price. */
export interface EventBuyDirect {
  sellOrderId: bigint
  seller: string
  /** Each fee is cut to a whole unit on its own; their sum can be one less than what the fee pool got. */
  sellerFeePaid: Coin | undefined
  buyer: string
  buyerFeePaid: Coin | undefined
}
export const EventBuyDirect: Codec<EventBuyDirect> = /* @__PURE__ */ message<EventBuyDirect>('uint64 sellOrderId = 1; string seller = 2; Coin sellerFeePaid = 3; string buyer = 4; Coin buyerFeePaid = 5', () => [Coin, Coin])

export interface EventUpdateSellOrder {
  sellOrderId: bigint
}
export const EventUpdateSellOrder: Codec<EventUpdateSellOrder> = /* @__PURE__ */ message<EventUpdateSellOrder>('uint64 sellOrderId = 1')

export interface EventCancelSellOrder {
  sellOrderId: bigint
}
export const EventCancelSellOrder: Codec<EventCancelSellOrder> = /* @__PURE__ */ message<EventCancelSellOrder>('uint64 sellOrderId = 1')

export interface EventAllowDenom {
  denom: string
}
export const EventAllowDenom: Codec<EventAllowDenom> = /* @__PURE__ */ message<EventAllowDenom>('string denom = 1')

export interface EventRemoveAllowedDenom {
  denom: string
}
export const EventRemoveAllowedDenom: Codec<EventRemoveAllowedDenom> = /* @__PURE__ */ message<EventRemoveAllowedDenom>('string denom = 1')
