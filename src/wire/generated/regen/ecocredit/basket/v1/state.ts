// Written by `npm run generate` from proto/regen/ecocredit/basket/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { DateCriteria } from './types.ts'
import { Timestamp } from '../../../../google/protobuf/timestamp.ts'
import { Coin } from '../../../../cosmos/base/v1beta1/coin.ts'

export interface Basket {
  id: bigint
  basketDenom: string
  name: string
  /** False: credits taken out are retired at once. */
  disableAutoRetire: boolean
  creditTypeAbbrev: string
  dateCriteria: DateCriteria | undefined
  /** Deprecated. */
  exponent: number
  curator: Uint8Array
}
export const Basket: Codec<Basket> = /* @__PURE__ */ message<Basket>('uint64 id = 1; string basketDenom = 2; string name = 3; bool disableAutoRetire = 4; string creditTypeAbbrev = 5; DateCriteria dateCriteria = 6; uint32 exponent = 7; bytes curator = 8', () => [DateCriteria])

export interface BasketClass {
  basketId: bigint
  classId: string
}
export const BasketClass: Codec<BasketClass> = /* @__PURE__ */ message<BasketClass>('uint64 basketId = 1; string classId = 2')

export interface BasketBalance {
  basketId: bigint
  batchDenom: string
  balance: string
  batchStartDate: Timestamp | undefined
}
export const BasketBalance: Codec<BasketBalance> = /* @__PURE__ */ message<BasketBalance>('uint64 basketId = 1; string batchDenom = 2; string balance = 3; Timestamp batchStartDate = 4', () => [Timestamp])

/** Singleton, raw key 070104. */
export interface BasketFee {
  /** Unset: creating a basket is free. */
  fee: Coin | undefined
}
export const BasketFee: Codec<BasketFee> = /* @__PURE__ */ message<BasketFee>('Coin fee = 1', () => [Coin])
