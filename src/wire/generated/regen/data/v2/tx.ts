// Written by `npm run generate` from proto/regen/data/v2/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { ContentHash, ContentHash_Graph } from './types.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

/** Signed by sender. Proves when data existed, not that it is true. */
export interface MsgAnchor {
  sender: string
  contentHash: ContentHash | undefined
}
export const MsgAnchor: Codec<MsgAnchor> = /* @__PURE__ */ message<MsgAnchor>('string sender = 1; ContentHash contentHash = 2', () => [ContentHash])

export interface MsgAnchorResponse {
  iri: string
  timestamp: Timestamp | undefined
}
export const MsgAnchorResponse: Codec<MsgAnchorResponse> = /* @__PURE__ */ message<MsgAnchorResponse>('string iri = 1; Timestamp timestamp = 2', () => [Timestamp])

/** Signed by attestor, who vouches for the data. Graph data only; anchors what is not anchored yet. */
export interface MsgAttest {
  attestor: string
  contentHashes: ContentHash_Graph[]
}
export const MsgAttest: Codec<MsgAttest> = /* @__PURE__ */ message<MsgAttest>('string attestor = 1; ContentHash_Graph[] contentHashes = 2', () => [ContentHash_Graph])

export interface MsgAttestResponse {
  /** Newly attested only. */
  iris: string[]
  timestamp: Timestamp | undefined
}
export const MsgAttestResponse: Codec<MsgAttestResponse> = /* @__PURE__ */ message<MsgAttestResponse>('string[] iris = 1; Timestamp timestamp = 2', () => [Timestamp])

/** Signed by definer. */
export interface MsgDefineResolver {
  definer: string
  resolverUrl: string
  /** True: anyone may register data with it. */
  public: boolean
}
export const MsgDefineResolver: Codec<MsgDefineResolver> = /* @__PURE__ */ message<MsgDefineResolver>('string definer = 1; string resolverUrl = 2; bool public = 3')

export interface MsgDefineResolverResponse {
  resolverId: bigint
}
export const MsgDefineResolverResponse: Codec<MsgDefineResolverResponse> = /* @__PURE__ */ message<MsgDefineResolverResponse>('uint64 resolverId = 1')

/** Signed by signer. */
export interface MsgRegisterResolver {
  signer: string
  resolverId: bigint
  contentHashes: ContentHash[]
}
export const MsgRegisterResolver: Codec<MsgRegisterResolver> = /* @__PURE__ */ message<MsgRegisterResolver>('string signer = 1; uint64 resolverId = 2; ContentHash[] contentHashes = 3', () => [ContentHash])

export interface MsgRegisterResolverResponse {
}
export const MsgRegisterResolverResponse: Codec<MsgRegisterResolverResponse> = /* @__PURE__ */ message<MsgRegisterResolverResponse>('')
