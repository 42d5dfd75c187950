// Written by `npm run generate` from proto/regen/rewards/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface EventActivityRecorded {
  period: bigint
  address: string
  kind: string
  amount: string
}
export const EventActivityRecorded: Codec<EventActivityRecorded> = /* @__PURE__ */ message<EventActivityRecorded>('uint64 period = 1; string address = 2; string kind = 3; string amount = 4')

export interface EventRewardDistributed {
  period: bigint
  address: string
  amount: string
}
export const EventRewardDistributed: Codec<EventRewardDistributed> = /* @__PURE__ */ message<EventRewardDistributed>('uint64 period = 1; string address = 2; string amount = 3')

export interface EventStabilityCommitted {
  id: bigint
  holder: string
  amount: string
  lockMonths: number
}
export const EventStabilityCommitted: Codec<EventStabilityCommitted> = /* @__PURE__ */ message<EventStabilityCommitted>('uint64 id = 1; string holder = 2; string amount = 3; uint32 lockMonths = 4')

export interface EventStabilityMatured {
  id: bigint
  holder: string
  principal: string
  reward: string
}
export const EventStabilityMatured: Codec<EventStabilityMatured> = /* @__PURE__ */ message<EventStabilityMatured>('uint64 id = 1; string holder = 2; string principal = 3; string reward = 4')
