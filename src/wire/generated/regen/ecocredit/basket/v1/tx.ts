// Written by `npm run generate` from proto/regen/ecocredit/basket/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { BasketCredit, DateCriteria } from './types.ts'
import { Coin } from '../../../../cosmos/base/v1beta1/coin.ts'

/** Signed by curator. */
export interface MsgCreate {
  curator: string
  name: string
  description: string
  /** Deprecated. */
  exponent: number
  disableAutoRetire: boolean
  creditTypeAbbrev: string
  allowedClasses: string[]
  dateCriteria: DateCriteria | undefined
  /** None or one coin. As with classes, only the basket fee itself is taken, and burned. */
  fee: Coin[]
}
export const MsgCreate: Codec<MsgCreate> = /* @__PURE__ */ message<MsgCreate>('string curator = 1; string name = 2; string description = 3; uint32 exponent = 4; bool disableAutoRetire = 5; string creditTypeAbbrev = 6; string[] allowedClasses = 7; DateCriteria dateCriteria = 8; Coin[] fee = 9', () => [DateCriteria, Coin])

export interface MsgCreateResponse {
  basketDenom: string
}
export const MsgCreateResponse: Codec<MsgCreateResponse> = /* @__PURE__ */ message<MsgCreateResponse>('string basketDenom = 1')

/** Signed by owner. */
export interface MsgPut {
  owner: string
  basketDenom: string
  credits: BasketCredit[]
}
export const MsgPut: Codec<MsgPut> = /* @__PURE__ */ message<MsgPut>('string owner = 1; string basketDenom = 2; BasketCredit[] credits = 3', () => [BasketCredit])

export interface MsgPutResponse {
  /** Whole basket tokens. */
  amountReceived: string
}
export const MsgPutResponse: Codec<MsgPutResponse> = /* @__PURE__ */ message<MsgPutResponse>('string amountReceived = 1')

/** Signed by owner. The oldest batch goes first. */
export interface MsgTake {
  owner: string
  basketDenom: string
  /** Whole basket tokens, not credits. */
  amount: string
  /** Deprecated name of retirement_jurisdiction. */
  retirementLocation: string
  retireOnTake: boolean
  retirementJurisdiction: string
  retirementReason: string
}
export const MsgTake: Codec<MsgTake> = /* @__PURE__ */ message<MsgTake>('string owner = 1; string basketDenom = 2; string amount = 3; string retirementLocation = 4; bool retireOnTake = 5; string retirementJurisdiction = 6; string retirementReason = 7')

export interface MsgTakeResponse {
  credits: BasketCredit[]
}
export const MsgTakeResponse: Codec<MsgTakeResponse> = /* @__PURE__ */ message<MsgTakeResponse>('BasketCredit[] credits = 1', () => [BasketCredit])

/** Signed by governance. */
export interface MsgUpdateBasketFee {
  authority: string
  /** Unset removes the fee. */
  fee: Coin | undefined
}
export const MsgUpdateBasketFee: Codec<MsgUpdateBasketFee> = /* @__PURE__ */ message<MsgUpdateBasketFee>('string authority = 1; Coin fee = 2', () => [Coin])

export interface MsgUpdateBasketFeeResponse {
}
export const MsgUpdateBasketFeeResponse: Codec<MsgUpdateBasketFeeResponse> = /* @__PURE__ */ message<MsgUpdateBasketFeeResponse>('')

export interface MsgUpdateCurator {
  curator: string
  denom: string
  newCurator: string
}
export const MsgUpdateCurator: Codec<MsgUpdateCurator> = /* @__PURE__ */ message<MsgUpdateCurator>('string curator = 1; string denom = 2; string newCurator = 3')

export interface MsgUpdateCuratorResponse {
}
export const MsgUpdateCuratorResponse: Codec<MsgUpdateCuratorResponse> = /* @__PURE__ */ message<MsgUpdateCuratorResponse>('')

/** Cannot be signed in v7: its signer is declared as a field it does not have. */
export interface MsgUpdateDateCriteria {
  authority: string
  denom: string
  /** 8: the numbers between are not used. */
  newDateCriteria: DateCriteria | undefined
}
export const MsgUpdateDateCriteria: Codec<MsgUpdateDateCriteria> = /* @__PURE__ */ message<MsgUpdateDateCriteria>('string authority = 1; string denom = 2; DateCriteria newDateCriteria = 8', () => [DateCriteria])

export interface MsgUpdateDateCriteriaResponse {
}
export const MsgUpdateDateCriteriaResponse: Codec<MsgUpdateDateCriteriaResponse> = /* @__PURE__ */ message<MsgUpdateDateCriteriaResponse>('')
