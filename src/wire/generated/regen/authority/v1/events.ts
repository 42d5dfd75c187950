// Written by `npm run generate` from proto/regen/authority/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { type Category } from './state.ts'

export interface EventValidatorApproved {
  address: string
  category: Category
}
export const EventValidatorApproved: Codec<EventValidatorApproved> = /* @__PURE__ */ message<EventValidatorApproved>('string address = 1; int32 category = 2')

export interface EventValidatorRemoved {
  address: string
  category: Category
}
export const EventValidatorRemoved: Codec<EventValidatorRemoved> = /* @__PURE__ */ message<EventValidatorRemoved>('string address = 1; int32 category = 2')

export interface EventTermExpired {
  address: string
}
export const EventTermExpired: Codec<EventTermExpired> = /* @__PURE__ */ message<EventTermExpired>('string address = 1')

export interface EventCompensationDistributed {
  period: bigint
  fund: string
  paid: string
  remaining: string
}
export const EventCompensationDistributed: Codec<EventCompensationDistributed> = /* @__PURE__ */ message<EventCompensationDistributed>('uint64 period = 1; string fund = 2; string paid = 3; string remaining = 4')
