// Written by `npm run generate` from proto/regen/ecocredit/v1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { PageRequest, PageResponse } from '../../../cosmos/base/query/v1beta1/pagination.ts'
import { CreditType, ProjectEnrollment } from './state.ts'
import { Params } from './types.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export interface QueryClassesRequest {
  pagination: PageRequest | undefined
}
export const QueryClassesRequest: Codec<QueryClassesRequest> = /* @__PURE__ */ message<QueryClassesRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryClassesResponse {
  classes: ClassInfo[]
  pagination: PageResponse | undefined
}
export const QueryClassesResponse: Codec<QueryClassesResponse> = /* @__PURE__ */ message<QueryClassesResponse>('ClassInfo[] classes = 1; PageResponse pagination = 2', () => [ClassInfo, PageResponse])

export interface QueryClassesByAdminRequest {
  admin: string
  pagination: PageRequest | undefined
}
export const QueryClassesByAdminRequest: Codec<QueryClassesByAdminRequest> = /* @__PURE__ */ message<QueryClassesByAdminRequest>('string admin = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryClassesByAdminResponse {
  classes: ClassInfo[]
  pagination: PageResponse | undefined
}
export const QueryClassesByAdminResponse: Codec<QueryClassesByAdminResponse> = /* @__PURE__ */ message<QueryClassesByAdminResponse>('ClassInfo[] classes = 1; PageResponse pagination = 2', () => [ClassInfo, PageResponse])

export interface QueryClassRequest {
  classId: string
}
export const QueryClassRequest: Codec<QueryClassRequest> = /* @__PURE__ */ message<QueryClassRequest>('string classId = 1')

export interface QueryClassResponse {
  class: ClassInfo | undefined
}
export const QueryClassResponse: Codec<QueryClassResponse> = /* @__PURE__ */ message<QueryClassResponse>('ClassInfo class = 1', () => [ClassInfo])

export interface QueryClassIssuersRequest {
  classId: string
  pagination: PageRequest | undefined
}
export const QueryClassIssuersRequest: Codec<QueryClassIssuersRequest> = /* @__PURE__ */ message<QueryClassIssuersRequest>('string classId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryClassIssuersResponse {
  issuers: string[]
  pagination: PageResponse | undefined
}
export const QueryClassIssuersResponse: Codec<QueryClassIssuersResponse> = /* @__PURE__ */ message<QueryClassIssuersResponse>('string[] issuers = 1; PageResponse pagination = 2', () => [PageResponse])

export interface QueryProjectsRequest {
  pagination: PageRequest | undefined
}
export const QueryProjectsRequest: Codec<QueryProjectsRequest> = /* @__PURE__ */ message<QueryProjectsRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryProjectsResponse {
  projects: ProjectInfo[]
  pagination: PageResponse | undefined
}
export const QueryProjectsResponse: Codec<QueryProjectsResponse> = /* @__PURE__ */ message<QueryProjectsResponse>('ProjectInfo[] projects = 1; PageResponse pagination = 2', () => [ProjectInfo, PageResponse])

export interface QueryProjectsByClassRequest {
  classId: string
  pagination: PageRequest | undefined
}
export const QueryProjectsByClassRequest: Codec<QueryProjectsByClassRequest> = /* @__PURE__ */ message<QueryProjectsByClassRequest>('string classId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryProjectsByClassResponse {
  projects: ProjectInfo[]
  pagination: PageResponse | undefined
}
export const QueryProjectsByClassResponse: Codec<QueryProjectsByClassResponse> = /* @__PURE__ */ message<QueryProjectsByClassResponse>('ProjectInfo[] projects = 1; PageResponse pagination = 2', () => [ProjectInfo, PageResponse])

export interface QueryProjectsByReferenceIdRequest {
  referenceId: string
  pagination: PageRequest | undefined
}
export const QueryProjectsByReferenceIdRequest: Codec<QueryProjectsByReferenceIdRequest> = /* @__PURE__ */ message<QueryProjectsByReferenceIdRequest>('string referenceId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryProjectsByReferenceIdResponse {
  projects: ProjectInfo[]
  pagination: PageResponse | undefined
}
export const QueryProjectsByReferenceIdResponse: Codec<QueryProjectsByReferenceIdResponse> = /* @__PURE__ */ message<QueryProjectsByReferenceIdResponse>('ProjectInfo[] projects = 1; PageResponse pagination = 2', () => [ProjectInfo, PageResponse])

export interface QueryProjectsByAdminRequest {
  admin: string
  pagination: PageRequest | undefined
}
export const QueryProjectsByAdminRequest: Codec<QueryProjectsByAdminRequest> = /* @__PURE__ */ message<QueryProjectsByAdminRequest>('string admin = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryProjectsByAdminResponse {
  projects: ProjectInfo[]
  pagination: PageResponse | undefined
}
export const QueryProjectsByAdminResponse: Codec<QueryProjectsByAdminResponse> = /* @__PURE__ */ message<QueryProjectsByAdminResponse>('ProjectInfo[] projects = 1; PageResponse pagination = 2', () => [ProjectInfo, PageResponse])

export interface QueryProjectRequest {
  projectId: string
}
export const QueryProjectRequest: Codec<QueryProjectRequest> = /* @__PURE__ */ message<QueryProjectRequest>('string projectId = 1')

export interface QueryProjectResponse {
  project: ProjectInfo | undefined
}
export const QueryProjectResponse: Codec<QueryProjectResponse> = /* @__PURE__ */ message<QueryProjectResponse>('ProjectInfo project = 1', () => [ProjectInfo])

export interface QueryBatchesRequest {
  pagination: PageRequest | undefined
}
export const QueryBatchesRequest: Codec<QueryBatchesRequest> = /* @__PURE__ */ message<QueryBatchesRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryBatchesResponse {
  batches: BatchInfo[]
  pagination: PageResponse | undefined
}
export const QueryBatchesResponse: Codec<QueryBatchesResponse> = /* @__PURE__ */ message<QueryBatchesResponse>('BatchInfo[] batches = 1; PageResponse pagination = 2', () => [BatchInfo, PageResponse])

export interface QueryBatchesByIssuerRequest {
  issuer: string
  pagination: PageRequest | undefined
}
export const QueryBatchesByIssuerRequest: Codec<QueryBatchesByIssuerRequest> = /* @__PURE__ */ message<QueryBatchesByIssuerRequest>('string issuer = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryBatchesByIssuerResponse {
  batches: BatchInfo[]
  pagination: PageResponse | undefined
}
export const QueryBatchesByIssuerResponse: Codec<QueryBatchesByIssuerResponse> = /* @__PURE__ */ message<QueryBatchesByIssuerResponse>('BatchInfo[] batches = 1; PageResponse pagination = 2', () => [BatchInfo, PageResponse])

export interface QueryBatchesByClassRequest {
  classId: string
  pagination: PageRequest | undefined
}
export const QueryBatchesByClassRequest: Codec<QueryBatchesByClassRequest> = /* @__PURE__ */ message<QueryBatchesByClassRequest>('string classId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryBatchesByClassResponse {
  batches: BatchInfo[]
  pagination: PageResponse | undefined
}
export const QueryBatchesByClassResponse: Codec<QueryBatchesByClassResponse> = /* @__PURE__ */ message<QueryBatchesByClassResponse>('BatchInfo[] batches = 1; PageResponse pagination = 2', () => [BatchInfo, PageResponse])

export interface QueryBatchesByProjectRequest {
  projectId: string
  pagination: PageRequest | undefined
}
export const QueryBatchesByProjectRequest: Codec<QueryBatchesByProjectRequest> = /* @__PURE__ */ message<QueryBatchesByProjectRequest>('string projectId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryBatchesByProjectResponse {
  batches: BatchInfo[]
  pagination: PageResponse | undefined
}
export const QueryBatchesByProjectResponse: Codec<QueryBatchesByProjectResponse> = /* @__PURE__ */ message<QueryBatchesByProjectResponse>('BatchInfo[] batches = 1; PageResponse pagination = 2', () => [BatchInfo, PageResponse])

export interface QueryBatchRequest {
  batchDenom: string
}
export const QueryBatchRequest: Codec<QueryBatchRequest> = /* @__PURE__ */ message<QueryBatchRequest>('string batchDenom = 1')

export interface QueryBatchResponse {
  batch: BatchInfo | undefined
}
export const QueryBatchResponse: Codec<QueryBatchResponse> = /* @__PURE__ */ message<QueryBatchResponse>('BatchInfo batch = 1', () => [BatchInfo])

export interface QueryBalanceRequest {
  address: string
  batchDenom: string
}
export const QueryBalanceRequest: Codec<QueryBalanceRequest> = /* @__PURE__ */ message<QueryBalanceRequest>('string address = 1; string batchDenom = 2')

/** An unknown holder is "0" in all three amounts; an unknown batch is an error. */
export interface QueryBalanceResponse {
  balance: BatchBalanceInfo | undefined
}
export const QueryBalanceResponse: Codec<QueryBalanceResponse> = /* @__PURE__ */ message<QueryBalanceResponse>('BatchBalanceInfo balance = 1', () => [BatchBalanceInfo])

export interface QueryBalancesRequest {
  address: string
  pagination: PageRequest | undefined
}
export const QueryBalancesRequest: Codec<QueryBalancesRequest> = /* @__PURE__ */ message<QueryBalancesRequest>('string address = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryBalancesResponse {
  balances: BatchBalanceInfo[]
  pagination: PageResponse | undefined
}
export const QueryBalancesResponse: Codec<QueryBalancesResponse> = /* @__PURE__ */ message<QueryBalancesResponse>('BatchBalanceInfo[] balances = 1; PageResponse pagination = 2', () => [BatchBalanceInfo, PageResponse])

export interface QueryBalancesByBatchRequest {
  batchDenom: string
  pagination: PageRequest | undefined
}
export const QueryBalancesByBatchRequest: Codec<QueryBalancesByBatchRequest> = /* @__PURE__ */ message<QueryBalancesByBatchRequest>('string batchDenom = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryBalancesByBatchResponse {
  balances: BatchBalanceInfo[]
  pagination: PageResponse | undefined
}
export const QueryBalancesByBatchResponse: Codec<QueryBalancesByBatchResponse> = /* @__PURE__ */ message<QueryBalancesByBatchResponse>('BatchBalanceInfo[] balances = 1; PageResponse pagination = 2', () => [BatchBalanceInfo, PageResponse])

export interface QueryAllBalancesRequest {
  pagination: PageRequest | undefined
}
export const QueryAllBalancesRequest: Codec<QueryAllBalancesRequest> = /* @__PURE__ */ message<QueryAllBalancesRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryAllBalancesResponse {
  balances: BatchBalanceInfo[]
  pagination: PageResponse | undefined
}
export const QueryAllBalancesResponse: Codec<QueryAllBalancesResponse> = /* @__PURE__ */ message<QueryAllBalancesResponse>('BatchBalanceInfo[] balances = 1; PageResponse pagination = 2', () => [BatchBalanceInfo, PageResponse])

export interface QuerySupplyRequest {
  batchDenom: string
}
export const QuerySupplyRequest: Codec<QuerySupplyRequest> = /* @__PURE__ */ message<QuerySupplyRequest>('string batchDenom = 1')

/** The three add up to what was issued. */
export interface QuerySupplyResponse {
  tradableAmount: string
  retiredAmount: string
  cancelledAmount: string
}
export const QuerySupplyResponse: Codec<QuerySupplyResponse> = /* @__PURE__ */ message<QuerySupplyResponse>('string tradableAmount = 1; string retiredAmount = 2; string cancelledAmount = 3')

export interface QueryCreditTypesRequest {
}
export const QueryCreditTypesRequest: Codec<QueryCreditTypesRequest> = /* @__PURE__ */ message<QueryCreditTypesRequest>('')

export interface QueryCreditTypesResponse {
  creditTypes: CreditType[]
}
export const QueryCreditTypesResponse: Codec<QueryCreditTypesResponse> = /* @__PURE__ */ message<QueryCreditTypesResponse>('CreditType[] creditTypes = 1', () => [CreditType])

export interface QueryParamsRequest {
}
export const QueryParamsRequest: Codec<QueryParamsRequest> = /* @__PURE__ */ message<QueryParamsRequest>('')

export interface QueryParamsResponse {
  params: Params | undefined
}
export const QueryParamsResponse: Codec<QueryParamsResponse> = /* @__PURE__ */ message<QueryParamsResponse>('Params params = 1', () => [Params])

export interface QueryCreditTypeRequest {
  abbreviation: string
}
export const QueryCreditTypeRequest: Codec<QueryCreditTypeRequest> = /* @__PURE__ */ message<QueryCreditTypeRequest>('string abbreviation = 1')

export interface QueryCreditTypeResponse {
  creditType: CreditType | undefined
}
export const QueryCreditTypeResponse: Codec<QueryCreditTypeResponse> = /* @__PURE__ */ message<QueryCreditTypeResponse>('CreditType creditType = 1', () => [CreditType])

export interface QueryClassCreatorAllowlistRequest {
}
export const QueryClassCreatorAllowlistRequest: Codec<QueryClassCreatorAllowlistRequest> = /* @__PURE__ */ message<QueryClassCreatorAllowlistRequest>('')

export interface QueryClassCreatorAllowlistResponse {
  enabled: boolean
}
export const QueryClassCreatorAllowlistResponse: Codec<QueryClassCreatorAllowlistResponse> = /* @__PURE__ */ message<QueryClassCreatorAllowlistResponse>('bool enabled = 1')

export interface QueryAllowedClassCreatorsRequest {
  pagination: PageRequest | undefined
}
export const QueryAllowedClassCreatorsRequest: Codec<QueryAllowedClassCreatorsRequest> = /* @__PURE__ */ message<QueryAllowedClassCreatorsRequest>('PageRequest pagination = 1', () => [PageRequest])

export interface QueryAllowedClassCreatorsResponse {
  classCreators: string[]
  pagination: PageResponse | undefined
}
export const QueryAllowedClassCreatorsResponse: Codec<QueryAllowedClassCreatorsResponse> = /* @__PURE__ */ message<QueryAllowedClassCreatorsResponse>('string[] classCreators = 1; PageResponse pagination = 2', () => [PageResponse])

export interface QueryClassFeeRequest {
}
export const QueryClassFeeRequest: Codec<QueryClassFeeRequest> = /* @__PURE__ */ message<QueryClassFeeRequest>('')

export interface QueryClassFeeResponse {
  fee: Coin | undefined
}
export const QueryClassFeeResponse: Codec<QueryClassFeeResponse> = /* @__PURE__ */ message<QueryClassFeeResponse>('Coin fee = 1', () => [Coin])

export interface QueryAllowedBridgeChainsRequest {
}
export const QueryAllowedBridgeChainsRequest: Codec<QueryAllowedBridgeChainsRequest> = /* @__PURE__ */ message<QueryAllowedBridgeChainsRequest>('')

export interface QueryAllowedBridgeChainsResponse {
  allowedBridgeChains: string[]
}
export const QueryAllowedBridgeChainsResponse: Codec<QueryAllowedBridgeChainsResponse> = /* @__PURE__ */ message<QueryAllowedBridgeChainsResponse>('string[] allowedBridgeChains = 1')

/** v7 answers "not implemented". */
export interface QueryProjectEnrollmentRequest {
  projectId: string
  classId: string
}
export const QueryProjectEnrollmentRequest: Codec<QueryProjectEnrollmentRequest> = /* @__PURE__ */ message<QueryProjectEnrollmentRequest>('string projectId = 1; string classId = 2')

export interface QueryProjectEnrollmentResponse {
  projectClass: ProjectEnrollment | undefined
}
export const QueryProjectEnrollmentResponse: Codec<QueryProjectEnrollmentResponse> = /* @__PURE__ */ message<QueryProjectEnrollmentResponse>('ProjectEnrollment projectClass = 1', () => [ProjectEnrollment])

/** v7 answers "not implemented". */
export interface QueryProjectEnrollmentsRequest {
  projectId: string
  pagination: PageRequest | undefined
}
export const QueryProjectEnrollmentsRequest: Codec<QueryProjectEnrollmentsRequest> = /* @__PURE__ */ message<QueryProjectEnrollmentsRequest>('string projectId = 1; PageRequest pagination = 2', () => [PageRequest])

export interface QueryProjectEnrollmentsResponse {
  enrollments: ProjectEnrollment[]
  pagination: PageResponse | undefined
}
export const QueryProjectEnrollmentsResponse: Codec<QueryProjectEnrollmentsResponse> = /* @__PURE__ */ message<QueryProjectEnrollmentsResponse>('ProjectEnrollment[] enrollments = 1; PageResponse pagination = 2', () => [ProjectEnrollment, PageResponse])

export interface ClassInfo {
  id: string
  admin: string
  metadata: string
  creditTypeAbbrev: string
}
export const ClassInfo: Codec<ClassInfo> = /* @__PURE__ */ message<ClassInfo>('string id = 1; string admin = 2; string metadata = 3; string creditTypeAbbrev = 4')

export interface ProjectInfo {
  id: string
  admin: string
  classId: string
  jurisdiction: string
  metadata: string
  referenceId: string
}
export const ProjectInfo: Codec<ProjectInfo> = /* @__PURE__ */ message<ProjectInfo>('string id = 1; string admin = 2; string classId = 3; string jurisdiction = 4; string metadata = 5; string referenceId = 6')

export interface BatchInfo {
  issuer: string
  projectId: string
  denom: string
  metadata: string
  startDate: Timestamp | undefined
  endDate: Timestamp | undefined
  issuanceDate: Timestamp | undefined
  open: boolean
}
export const BatchInfo: Codec<BatchInfo> = /* @__PURE__ */ message<BatchInfo>('string issuer = 1; string projectId = 2; string denom = 3; string metadata = 4; Timestamp startDate = 5; Timestamp endDate = 6; Timestamp issuanceDate = 7; bool open = 8', () => [Timestamp, Timestamp, Timestamp])

export interface BatchBalanceInfo {
  address: string
  batchDenom: string
  tradableAmount: string
  retiredAmount: string
  /** On sale, so neither spendable nor part of tradable_amount. */
  escrowedAmount: string
}
export const BatchBalanceInfo: Codec<BatchBalanceInfo> = /* @__PURE__ */ message<BatchBalanceInfo>('string address = 1; string batchDenom = 2; string tradableAmount = 3; string retiredAmount = 4; string escrowedAmount = 5')
