// Written by `npm run generate` from proto/regen/ecocredit/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'

export const ProjectEnrollmentStatus = {
  /** Applied, not yet judged. */
  PROJECT_ENROLLMENT_STATUS_UNSPECIFIED: 0,
  PROJECT_ENROLLMENT_STATUS_ACCEPTED: 1,
  PROJECT_ENROLLMENT_STATUS_CHANGES_REQUESTED: 2,
  PROJECT_ENROLLMENT_STATUS_REJECTED: 3,
  PROJECT_ENROLLMENT_STATUS_TERMINATED: 4,
  UNRECOGNIZED: -1,
} as const
export type ProjectEnrollmentStatus = (typeof ProjectEnrollmentStatus)[keyof typeof ProjectEnrollmentStatus]

export interface CreditType {
  /** One to three capital letters. */
  abbreviation: string
  name: string
  unit: string
  /** Decimals of a credit amount: 6 for every type the chain accepts. */
  precision: number
}
export const CreditType: Codec<CreditType> = /* @__PURE__ */ message<CreditType>('string abbreviation = 1; string name = 2; string unit = 3; uint32 precision = 4')

export interface Class {
  key: bigint
  id: string
  admin: Uint8Array
  metadata: string
  creditTypeAbbrev: string
}
export const Class: Codec<Class> = /* @__PURE__ */ message<Class>('uint64 key = 1; string id = 2; bytes admin = 3; string metadata = 4; string creditTypeAbbrev = 5')

export interface ClassIssuer {
  classKey: bigint
  issuer: Uint8Array
}
export const ClassIssuer: Codec<ClassIssuer> = /* @__PURE__ */ message<ClassIssuer>('uint64 classKey = 1; bytes issuer = 2')

export interface Project {
  key: bigint
  id: string
  admin: Uint8Array
  classKey: bigint
  jurisdiction: string
  metadata: string
  referenceId: string
}
export const Project: Codec<Project> = /* @__PURE__ */ message<Project>('uint64 key = 1; string id = 2; bytes admin = 3; uint64 classKey = 4; string jurisdiction = 5; string metadata = 6; string referenceId = 7')

export interface Batch {
  key: bigint
  issuer: Uint8Array
  projectKey: bigint
  denom: string
  metadata: string
  startDate: Timestamp | undefined
  endDate: Timestamp | undefined
  issuanceDate: Timestamp | undefined
  open: boolean
  /** New in v7. */
  classKey: bigint
}
export const Batch: Codec<Batch> = /* @__PURE__ */ message<Batch>('uint64 key = 1; bytes issuer = 2; uint64 projectKey = 3; string denom = 4; string metadata = 5; Timestamp startDate = 6; Timestamp endDate = 7; Timestamp issuanceDate = 8; bool open = 9; uint64 classKey = 10', () => [Timestamp, Timestamp, Timestamp])

export interface ClassSequence {
  creditTypeAbbrev: string
  nextSequence: bigint
}
export const ClassSequence: Codec<ClassSequence> = /* @__PURE__ */ message<ClassSequence>('string creditTypeAbbrev = 1; uint64 nextSequence = 2')

export interface ProjectSequence {
  classKey: bigint
  nextSequence: bigint
}
export const ProjectSequence: Codec<ProjectSequence> = /* @__PURE__ */ message<ProjectSequence>('uint64 classKey = 1; uint64 nextSequence = 2')

export interface BatchSequence {
  projectKey: bigint
  nextSequence: bigint
}
export const BatchSequence: Codec<BatchSequence> = /* @__PURE__ */ message<BatchSequence>('uint64 projectKey = 1; uint64 nextSequence = 2')

export interface BatchBalance {
  batchKey: bigint
  address: Uint8Array
  tradableAmount: string
  retiredAmount: string
  /** On sale, so neither spendable nor part of tradable_amount. */
  escrowedAmount: string
}
export const BatchBalance: Codec<BatchBalance> = /* @__PURE__ */ message<BatchBalance>('uint64 batchKey = 1; bytes address = 2; string tradableAmount = 3; string retiredAmount = 4; string escrowedAmount = 5')

export interface BatchSupply {
  batchKey: bigint
  /** Counts escrowed and basket-held credits too. */
  tradableAmount: string
  retiredAmount: string
  cancelledAmount: string
}
export const BatchSupply: Codec<BatchSupply> = /* @__PURE__ */ message<BatchSupply>('uint64 batchKey = 1; string tradableAmount = 2; string retiredAmount = 3; string cancelledAmount = 4')

export interface OriginTxIndex {
  classKey: bigint
  id: string
  source: string
}
export const OriginTxIndex: Codec<OriginTxIndex> = /* @__PURE__ */ message<OriginTxIndex>('uint64 classKey = 1; string id = 2; string source = 3')

export interface BatchContract {
  batchKey: bigint
  classKey: bigint
  contract: string
}
export const BatchContract: Codec<BatchContract> = /* @__PURE__ */ message<BatchContract>('uint64 batchKey = 1; uint64 classKey = 2; string contract = 3')

/** Singleton, raw key 07020d. */
export interface ClassCreatorAllowlist {
  enabled: boolean
}
export const ClassCreatorAllowlist: Codec<ClassCreatorAllowlist> = /* @__PURE__ */ message<ClassCreatorAllowlist>('bool enabled = 1')

export interface AllowedClassCreator {
  address: Uint8Array
}
export const AllowedClassCreator: Codec<AllowedClassCreator> = /* @__PURE__ */ message<AllowedClassCreator>('bytes address = 1')

/** Singleton, raw key 07020f. */
export interface ClassFee {
  /** Unset: creating a class is free. */
  fee: Coin | undefined
}
export const ClassFee: Codec<ClassFee> = /* @__PURE__ */ message<ClassFee>('Coin fee = 1', () => [Coin])

export interface AllowedBridgeChain {
  /** Lower case. */
  chainName: string
}
export const AllowedBridgeChain: Codec<AllowedBridgeChain> = /* @__PURE__ */ message<AllowedBridgeChain>('string chainName = 1')

/** Declared by v7; nothing writes it yet. */
export interface ProjectEnrollment {
  projectKey: bigint
  /** 3: the number 2 is not used. */
  classKey: bigint
  status: ProjectEnrollmentStatus
  applicationMetadata: string
  enrollmentMetadata: string
}
export const ProjectEnrollment: Codec<ProjectEnrollment> = /* @__PURE__ */ message<ProjectEnrollment>('uint64 projectKey = 1; uint64 classKey = 3; int32 status = 4; string applicationMetadata = 5; string enrollmentMetadata = 6')

/** Singleton, raw key 070212. Declared by v7, never written or charged. */
export interface ProjectFee {
  fee: Coin | undefined
}
export const ProjectFee: Codec<ProjectFee> = /* @__PURE__ */ message<ProjectFee>('Coin fee = 1', () => [Coin])
