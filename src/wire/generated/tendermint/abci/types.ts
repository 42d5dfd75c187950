// Written by `npm run generate` from proto/tendermint/abci/types.proto. Do not edit.

import { type Codec, message } from '../../../message.ts'

export interface Event {
  type: string
  attributes: EventAttribute[]
}
export const Event: Codec<Event> = /* @__PURE__ */ message<Event>('string type = 1; EventAttribute[] attributes = 2', () => [EventAttribute])

export interface EventAttribute {
  key: string
  value: string
  index: boolean
}
export const EventAttribute: Codec<EventAttribute> = /* @__PURE__ */ message<EventAttribute>('string key = 1; string value = 2; bool index = 3')
