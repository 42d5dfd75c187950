// Written by `npm run generate` from proto/regen/data/v2/events.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface EventAnchor {
  iri: string
}
export const EventAnchor: Codec<EventAnchor> = /* @__PURE__ */ message<EventAnchor>('string iri = 1')

export interface EventAttest {
  iri: string
  attestor: string
}
export const EventAttest: Codec<EventAttest> = /* @__PURE__ */ message<EventAttest>('string iri = 1; string attestor = 2')

export interface EventDefineResolver {
  id: bigint
}
export const EventDefineResolver: Codec<EventDefineResolver> = /* @__PURE__ */ message<EventDefineResolver>('uint64 id = 1')

export interface EventRegisterResolver {
  id: bigint
  iri: string
}
export const EventRegisterResolver: Codec<EventRegisterResolver> = /* @__PURE__ */ message<EventRegisterResolver>('uint64 id = 1; string iri = 2')
