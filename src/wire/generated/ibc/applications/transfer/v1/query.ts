// Written by `npm run generate` from proto/ibc/applications/transfer/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'

/** Where a token came from: its name on its own chain, and the channels it came through, the last one first. */
export interface Denom {
  base: string
  trace: Hop[]
}
export const Denom: Codec<Denom> = /* @__PURE__ */ message<Denom>('string base = 1; Hop[] trace = 3', () => [Hop])

export interface Hop {
  portId: string
  channelId: string
}
export const Hop: Codec<Hop> = /* @__PURE__ */ message<Hop>('string portId = 1; string channelId = 2')

export interface QueryDenomRequest {
  /** Hexadecimal, with or without ibc/ before it. */
  hash: string
}
export const QueryDenomRequest: Codec<QueryDenomRequest> = /* @__PURE__ */ message<QueryDenomRequest>('string hash = 1')

export interface QueryDenomResponse {
  denom: Denom | undefined
}
export const QueryDenomResponse: Codec<QueryDenomResponse> = /* @__PURE__ */ message<QueryDenomResponse>('Denom denom = 1', () => [Denom])
