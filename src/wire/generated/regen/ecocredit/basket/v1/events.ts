// Written by `npm run generate` from proto/regen/ecocredit/basket/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { BasketCredit } from './types.ts'

export interface EventCreate {
  basketDenom: string
  /** Deprecated. */
  curator: string
}
export const EventCreate: Codec<EventCreate> = /* @__PURE__ */ message<EventCreate>('string basketDenom = 1; string curator = 2')

/** The credit movements themselves are EventTransfers to the basket module account. */
export interface EventPut {
  owner: string
  basketDenom: string
  /** Deprecated, still filled. */
  credits: BasketCredit[]
  /** Deprecated, still filled. */
  amount: string
}
export const EventPut: Codec<EventPut> = /* @__PURE__ */ message<EventPut>('string owner = 1; string basketDenom = 2; BasketCredit[] credits = 3; string amount = 4', () => [BasketCredit])

export interface EventTake {
  owner: string
  basketDenom: string
  /** Deprecated, still filled. */
  credits: BasketCredit[]
  /** Deprecated, still filled. */
  amount: string
}
export const EventTake: Codec<EventTake> = /* @__PURE__ */ message<EventTake>('string owner = 1; string basketDenom = 2; BasketCredit[] credits = 3; string amount = 4', () => [BasketCredit])

export interface EventUpdateCurator {
  denom: string
}
export const EventUpdateCurator: Codec<EventUpdateCurator> = /* @__PURE__ */ message<EventUpdateCurator>('string denom = 1')

export interface EventUpdateDateCriteria {
  denom: string
}
export const EventUpdateDateCriteria: Codec<EventUpdateDateCriteria> = /* @__PURE__ */ message<EventUpdateDateCriteria>('string denom = 1')
