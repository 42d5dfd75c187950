// Written by `npm run generate` from proto/regen/data/v2/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { ContentHash } from './types.ts'
import { PageRequest, PageResponse } from '../../../cosmos/base/query/v1beta1/pagination.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface QueryAnchorByIRIRequest {
  iri: string
}
export const QueryAnchorByIRIRequest: Codec<QueryAnchorByIRIRequest> = /* @__PURE__ */ message<QueryAnchorByIRIRequest>('string iri = 1')

export interface QueryAnchorByIRIResponse {
  anchor: AnchorInfo | undefined
}
export const QueryAnchorByIRIResponse: Codec<QueryAnchorByIRIResponse> = /* @__PURE__ */ message<QueryAnchorByIRIResponse>('AnchorInfo anchor = 1', () => [AnchorInfo])

export interface QueryAnchorByHashRequest {
  contentHash: ContentHash | undefined
}
export const QueryAnchorByHashRequest: Codec<QueryAnchorByHashRequest> = /* @__PURE__ */ message<QueryAnchorByHashRequest>('ContentHash contentHash = 1', () => [ContentHash])

export interface QueryAnchorByHashResponse {
  anchor: AnchorInfo | undefined
}
export const QueryAnchorByHashResponse: Codec<QueryAnchorByHashResponse> = /* @__PURE__ */ message<QueryAnchorByHashResponse>('AnchorInfo anchor = 1', () => [AnchorInfo])

export interface QueryAttestationsByAttestorRequest {
  attestor: string
  pagination: PageRequest | undefined
}
export const QueryAttestationsByAttestorRequest: Codec<QueryAttestationsByAttestorRequest> = /* @__PURE__ */ message<QueryAttestationsByAttestorRequest>('string attestor = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryAttestationsByAttestorResponse {
  attestations: AttestationInfo[]
  pagination: PageResponse | undefined
}
export const QueryAttestationsByAttestorResponse: Codec<QueryAttestationsByAttestorResponse> = /* @__PURE__ */ message<QueryAttestationsByAttestorResponse>('AttestationInfo[] attestations = 1; PageResponse pagination = 2', () => [AttestationInfo, PageResponse])

export interface QueryAttestationsByIRIRequest {
  iri: string
  pagination: PageRequest | undefined
}
export const QueryAttestationsByIRIRequest: Codec<QueryAttestationsByIRIRequest> = /* @__PURE__ */ message<QueryAttestationsByIRIRequest>('string iri = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryAttestationsByIRIResponse {
  attestations: AttestationInfo[]
  pagination: PageResponse | undefined
}
export const QueryAttestationsByIRIResponse: Codec<QueryAttestationsByIRIResponse> = /* @__PURE__ */ message<QueryAttestationsByIRIResponse>('AttestationInfo[] attestations = 1; PageResponse pagination = 2', () => [AttestationInfo, PageResponse])

export interface QueryAttestationsByHashRequest {
  contentHash: ContentHash | undefined
  pagination: PageRequest | undefined
}
export const QueryAttestationsByHashRequest: Codec<QueryAttestationsByHashRequest> = /* @__PURE__ */ message<QueryAttestationsByHashRequest>('ContentHash contentHash = 1; PageRequest pagination = 2', () => [ContentHash, PageRequest])

export interface QueryAttestationsByHashResponse {
  attestations: AttestationInfo[]
  pagination: PageResponse | undefined
}
export const QueryAttestationsByHashResponse: Codec<QueryAttestationsByHashResponse> = /* @__PURE__ */ message<QueryAttestationsByHashResponse>('AttestationInfo[] attestations = 1; PageResponse pagination = 2', () => [AttestationInfo, PageResponse])

export interface QueryResolverRequest {
  id: bigint
}
export const QueryResolverRequest: Codec<QueryResolverRequest> = /* @__PURE__ */ message<QueryResolverRequest>('uint64 id = 1')

export interface QueryResolverResponse {
  resolver: ResolverInfo | undefined
}
export const QueryResolverResponse: Codec<QueryResolverResponse> = /* @__PURE__ */ message<QueryResolverResponse>('ResolverInfo resolver = 1', () => [ResolverInfo])

export interface QueryResolversByIRIRequest {
  iri: string
  pagination: PageRequest | undefined
}
export const QueryResolversByIRIRequest: Codec<QueryResolversByIRIRequest> = /* @__PURE__ */ message<QueryResolversByIRIRequest>('string iri = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryResolversByIRIResponse {
  resolvers: ResolverInfo[]
  pagination: PageResponse | undefined
}
export const QueryResolversByIRIResponse: Codec<QueryResolversByIRIResponse> = /* @__PURE__ */ message<QueryResolversByIRIResponse>('ResolverInfo[] resolvers = 1; PageResponse pagination = 2', () => [ResolverInfo, PageResponse])

export interface QueryResolversByHashRequest {
  contentHash: ContentHash | undefined
  pagination: PageRequest | undefined
}
export const QueryResolversByHashRequest: Codec<QueryResolversByHashRequest> = /* @__PURE__ */ message<QueryResolversByHashRequest>('ContentHash contentHash = 1; PageRequest pagination = 2', () => [ContentHash, PageRequest])

export interface QueryResolversByHashResponse {
  resolvers: ResolverInfo[]
  pagination: PageResponse | undefined
}
export const QueryResolversByHashResponse: Codec<QueryResolversByHashResponse> = /* @__PURE__ */ message<QueryResolversByHashResponse>('ResolverInfo[] resolvers = 1; PageResponse pagination = 2', () => [ResolverInfo, PageResponse])

export interface QueryResolversByURLRequest {
  url: string
  pagination: PageRequest | undefined
}
export const QueryResolversByURLRequest: Codec<QueryResolversByURLRequest> = /* @__PURE__ */ message<QueryResolversByURLRequest>('string url = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryResolversByURLResponse {
  resolvers: ResolverInfo[]
  pagination: PageResponse | undefined
}
export const QueryResolversByURLResponse: Codec<QueryResolversByURLResponse> = /* @__PURE__ */ message<QueryResolversByURLResponse>('ResolverInfo[] resolvers = 1; PageResponse pagination = 2', () => [ResolverInfo, PageResponse])

export interface ConvertIRIToHashRequest {
  iri: string
}
export const ConvertIRIToHashRequest: Codec<ConvertIRIToHashRequest> = /* @__PURE__ */ message<ConvertIRIToHashRequest>('string iri = 1')

export interface ConvertIRIToHashResponse {
  contentHash: ContentHash | undefined
}
export const ConvertIRIToHashResponse: Codec<ConvertIRIToHashResponse> = /* @__PURE__ */ message<ConvertIRIToHashResponse>('ContentHash contentHash = 1', () => [ContentHash])

export interface ConvertHashToIRIRequest {
  contentHash: ContentHash | undefined
}
export const ConvertHashToIRIRequest: Codec<ConvertHashToIRIRequest> = /* @__PURE__ */ message<ConvertHashToIRIRequest>('ContentHash contentHash = 1', () => [ContentHash])

export interface ConvertHashToIRIResponse {
  iri: string
}
export const ConvertHashToIRIResponse: Codec<ConvertHashToIRIResponse> = /* @__PURE__ */ message<ConvertHashToIRIResponse>('string iri = 1')

export interface AnchorInfo {
  iri: string
  contentHash: ContentHash | undefined
  timestamp: Timestamp | undefined
}
export const AnchorInfo: Codec<AnchorInfo> = /* @__PURE__ */ message<AnchorInfo>('string iri = 1; ContentHash contentHash = 2; Timestamp timestamp = 3', () => [ContentHash, Timestamp])

export interface AttestationInfo {
  iri: string
  attestor: string
  timestamp: Timestamp | undefined
}
export const AttestationInfo: Codec<AttestationInfo> = /* @__PURE__ */ message<AttestationInfo>('string iri = 1; string attestor = 2; Timestamp timestamp = 3', () => [Timestamp])

export interface ResolverInfo {
  id: bigint
  url: string
  /** Empty when the resolver is public. */
  manager: string
}
export const ResolverInfo: Codec<ResolverInfo> = /* @__PURE__ */ message<ResolverInfo>('uint64 id = 1; string url = 2; string manager = 3')
