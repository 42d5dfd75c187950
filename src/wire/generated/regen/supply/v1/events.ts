// Written by `npm run generate` from proto/regen/supply/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface EventSupplyMint {
  period: bigint
  amount: string
  recipient: string
}
export const EventSupplyMint: Codec<EventSupplyMint> = /* @__PURE__ */ message<EventSupplyMint>('uint64 period = 1; string amount = 2; string recipient = 3')

export interface EventSupplyBurn {
  period: bigint
  amount: string
}
export const EventSupplyBurn: Codec<EventSupplyBurn> = /* @__PURE__ */ message<EventSupplyBurn>('uint64 period = 1; string amount = 2')

export interface EventParameterUpdate {
  name: string
  before: string
  after: string
}
export const EventParameterUpdate: Codec<EventParameterUpdate> = /* @__PURE__ */ message<EventParameterUpdate>('string name = 1; string before = 2; string after = 3')

export interface EventEquilibriumReached {
  period: bigint
  supply: string
  consecutive: bigint
}
export const EventEquilibriumReached: Codec<EventEquilibriumReached> = /* @__PURE__ */ message<EventEquilibriumReached>('uint64 period = 1; string supply = 2; uint64 consecutive = 3')
