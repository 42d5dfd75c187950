// Written by `npm run generate` from proto/regen/ecocredit/marketplace/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Timestamp } from '../../../../google/protobuf/timestamp.ts'

export interface SellOrder {
  id: bigint
  seller: Uint8Array
  batchKey: bigint
  quantity: string
  marketId: bigint
  /** Price of one whole credit, in whole base units of the market's denom. */
  askAmount: string
  disableAutoRetire: boolean
  /** v7 never removes an expired order, and it can still be bought. */
  expiration: Timestamp | undefined
  maker: boolean
}
export const SellOrder: Codec<SellOrder> = /* @__PURE__ */ message<SellOrder>('uint64 id = 1; bytes seller = 2; uint64 batchKey = 3; string quantity = 4; uint64 marketId = 5; string askAmount = 6; bool disableAutoRetire = 7; Timestamp expiration = 9; bool maker = 10', () => [Timestamp])

export interface AllowedDenom {
  bankDenom: string
  displayDenom: string
  exponent: number
}
export const AllowedDenom: Codec<AllowedDenom> = /* @__PURE__ */ message<AllowedDenom>('string bankDenom = 1; string displayDenom = 2; uint32 exponent = 3')

export interface Market {
  id: bigint
  creditTypeAbbrev: string
  bankDenom: string
  precisionModifier: number
}
export const Market: Codec<Market> = /* @__PURE__ */ message<Market>('uint64 id = 1; string creditTypeAbbrev = 2; string bankDenom = 3; uint32 precisionModifier = 4')

/** Singleton, raw key 070305. No query and no event shows it. */
export interface FeeParams {
  /** A fraction despite its name: "0.03" is three percent. "" means no fee; "0" makes every purchase fail. */
  buyerPercentageFee: string
  sellerPercentageFee: string
}
export const FeeParams: Codec<FeeParams> = /* @__PURE__ */ message<FeeParams>('string buyerPercentageFee = 1; string sellerPercentageFee = 2')
