// Written by `npm run generate` from proto/regen/ecocredit/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { CreditType, type ProjectEnrollmentStatus } from './state.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'
import { BatchIssuance, Credits, OriginTx } from './types.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

/** Signed by governance. */
export interface MsgAddCreditType {
  authority: string
  creditType: CreditType | undefined
}
export const MsgAddCreditType: Codec<MsgAddCreditType> = /* @__PURE__ */ message<MsgAddCreditType>('string authority = 1; CreditType creditType = 2', () => [CreditType])

export interface MsgAddCreditTypeResponse {
}
export const MsgAddCreditTypeResponse: Codec<MsgAddCreditTypeResponse> = /* @__PURE__ */ message<MsgAddCreditTypeResponse>('')

/** Signed by admin. */
export interface MsgCreateClass {
  admin: string
  issuers: string[]
  metadata: string
  creditTypeAbbrev: string
  /** At least the class fee, in its denom; only the class fee itself is taken, and burned. */
  fee: Coin | undefined
}
export const MsgCreateClass: Codec<MsgCreateClass> = /* @__PURE__ */ message<MsgCreateClass>('string admin = 1; string[] issuers = 2; string metadata = 3; string creditTypeAbbrev = 4; Coin fee = 5', () => [Coin])

export interface MsgCreateClassResponse {
  classId: string
}
export const MsgCreateClassResponse: Codec<MsgCreateClassResponse> = /* @__PURE__ */ message<MsgCreateClassResponse>('string classId = 1')

/** Signed by admin, who must be an issuer of the class. */
export interface MsgCreateProject {
  admin: string
  classId: string
  metadata: string
  jurisdiction: string
  referenceId: string
  /** Ignored by v7. */
  fee: Coin | undefined
}
export const MsgCreateProject: Codec<MsgCreateProject> = /* @__PURE__ */ message<MsgCreateProject>('string admin = 1; string classId = 2; string metadata = 3; string jurisdiction = 4; string referenceId = 5; Coin fee = 6', () => [Coin])

export interface MsgCreateProjectResponse {
  projectId: string
}
export const MsgCreateProjectResponse: Codec<MsgCreateProjectResponse> = /* @__PURE__ */ message<MsgCreateProjectResponse>('string projectId = 1')

/** v7 refuses every one of these ("implement me"). */
export interface MsgCreateUnregisteredProject {
  admin: string
  metadata: string
  jurisdiction: string
  referenceId: string
  fee: Coin | undefined
}
export const MsgCreateUnregisteredProject: Codec<MsgCreateUnregisteredProject> = /* @__PURE__ */ message<MsgCreateUnregisteredProject>('string admin = 1; string metadata = 2; string jurisdiction = 3; string referenceId = 4; Coin fee = 5', () => [Coin])

export interface MsgCreateUnregisteredProjectResponse {
  projectId: string
}
export const MsgCreateUnregisteredProjectResponse: Codec<MsgCreateUnregisteredProjectResponse> = /* @__PURE__ */ message<MsgCreateUnregisteredProjectResponse>('string projectId = 1')

/** v7 refuses every one of these ("implement me"). */
export interface MsgCreateOrUpdateApplication {
  projectAdmin: string
  projectId: string
  classId: string
  metadata: string
  withdraw: boolean
}
export const MsgCreateOrUpdateApplication: Codec<MsgCreateOrUpdateApplication> = /* @__PURE__ */ message<MsgCreateOrUpdateApplication>('string projectAdmin = 1; string projectId = 2; string classId = 3; string metadata = 4; bool withdraw = 5')

export interface MsgCreateOrUpdateApplicationResponse {
}
export const MsgCreateOrUpdateApplicationResponse: Codec<MsgCreateOrUpdateApplicationResponse> = /* @__PURE__ */ message<MsgCreateOrUpdateApplicationResponse>('')

/** v7 refuses every one of these ("implement me"). */
export interface MsgUpdateProjectEnrollment {
  issuer: string
  projectId: string
  classId: string
  newStatus: ProjectEnrollmentStatus
  metadata: string
}
export const MsgUpdateProjectEnrollment: Codec<MsgUpdateProjectEnrollment> = /* @__PURE__ */ message<MsgUpdateProjectEnrollment>('string issuer = 1; string projectId = 2; string classId = 3; int32 newStatus = 4; string metadata = 5')

export interface MsgUpdateProjectEnrollmentResponse {
}
export const MsgUpdateProjectEnrollmentResponse: Codec<MsgUpdateProjectEnrollmentResponse> = /* @__PURE__ */ message<MsgUpdateProjectEnrollmentResponse>('')

/** Signed by issuer. */
export interface MsgCreateBatch {
  issuer: string
  projectId: string
  issuance: BatchIssuance[]
  metadata: string
  startDate: Timestamp | undefined
  endDate: Timestamp | undefined
  /** Open batches can be minted to later. */
  open: boolean
  originTx: OriginTx | undefined
  /** Ignored by v7. */
  classId: string
}
export const MsgCreateBatch: Codec<MsgCreateBatch> = /* @__PURE__ */ message<MsgCreateBatch>('string issuer = 1; string projectId = 2; BatchIssuance[] issuance = 3; string metadata = 4; Timestamp startDate = 5; Timestamp endDate = 6; bool open = 7; OriginTx originTx = 8; string classId = 9', () => [BatchIssuance, Timestamp, Timestamp, OriginTx])

export interface MsgCreateBatchResponse {
  batchDenom: string
}
export const MsgCreateBatchResponse: Codec<MsgCreateBatchResponse> = /* @__PURE__ */ message<MsgCreateBatchResponse>('string batchDenom = 1')

/** Signed by the issuer of the batch, which must be open. */
export interface MsgMintBatchCredits {
  issuer: string
  batchDenom: string
  issuance: BatchIssuance[]
  originTx: OriginTx | undefined
}
export const MsgMintBatchCredits: Codec<MsgMintBatchCredits> = /* @__PURE__ */ message<MsgMintBatchCredits>('string issuer = 1; string batchDenom = 2; BatchIssuance[] issuance = 3; OriginTx originTx = 4', () => [BatchIssuance, OriginTx])

export interface MsgMintBatchCreditsResponse {
}
export const MsgMintBatchCreditsResponse: Codec<MsgMintBatchCreditsResponse> = /* @__PURE__ */ message<MsgMintBatchCreditsResponse>('')

/** Cannot be undone. */
export interface MsgSealBatch {
  issuer: string
  batchDenom: string
}
export const MsgSealBatch: Codec<MsgSealBatch> = /* @__PURE__ */ message<MsgSealBatch>('string issuer = 1; string batchDenom = 2')

export interface MsgSealBatchResponse {
}
export const MsgSealBatchResponse: Codec<MsgSealBatchResponse> = /* @__PURE__ */ message<MsgSealBatchResponse>('')

/** Signed by sender. An entry may send and retire at once. */
export interface MsgSend {
  sender: string
  recipient: string
  credits: MsgSend_SendCredits[]
}
export const MsgSend: Codec<MsgSend> = /* @__PURE__ */ message<MsgSend>('string sender = 1; string recipient = 2; MsgSend_SendCredits[] credits = 3', () => [MsgSend_SendCredits])

export interface MsgSend_SendCredits {
  batchDenom: string
  tradableAmount: string
  /** Arrives retired: taken from the sender's tradable balance, kept by the recipient. */
  retiredAmount: string
  retirementJurisdiction: string
  retirementReason: string
}
export const MsgSend_SendCredits: Codec<MsgSend_SendCredits> = /* @__PURE__ */ message<MsgSend_SendCredits>('string batchDenom = 1; string tradableAmount = 2; string retiredAmount = 3; string retirementJurisdiction = 4; string retirementReason = 5')

export interface MsgSendResponse {
}
export const MsgSendResponse: Codec<MsgSendResponse> = /* @__PURE__ */ message<MsgSendResponse>('')

/** Signed by owner. Final. */
export interface MsgRetire {
  owner: string
  credits: Credits[]
  jurisdiction: string
  reason: string
}
export const MsgRetire: Codec<MsgRetire> = /* @__PURE__ */ message<MsgRetire>('string owner = 1; Credits[] credits = 2; string jurisdiction = 3; string reason = 4', () => [Credits])

export interface MsgRetireResponse {
}
export const MsgRetireResponse: Codec<MsgRetireResponse> = /* @__PURE__ */ message<MsgRetireResponse>('')

/** Signed by owner. Final, and not a retirement: the credits leave the chain. */
export interface MsgCancel {
  owner: string
  credits: Credits[]
  reason: string
}
export const MsgCancel: Codec<MsgCancel> = /* @__PURE__ */ message<MsgCancel>('string owner = 1; Credits[] credits = 2; string reason = 3', () => [Credits])

export interface MsgCancelResponse {
}
export const MsgCancelResponse: Codec<MsgCancelResponse> = /* @__PURE__ */ message<MsgCancelResponse>('')

export interface MsgUpdateClassAdmin {
  admin: string
  classId: string
  newAdmin: string
}
export const MsgUpdateClassAdmin: Codec<MsgUpdateClassAdmin> = /* @__PURE__ */ message<MsgUpdateClassAdmin>('string admin = 1; string classId = 2; string newAdmin = 3')

export interface MsgUpdateClassAdminResponse {
}
export const MsgUpdateClassAdminResponse: Codec<MsgUpdateClassAdminResponse> = /* @__PURE__ */ message<MsgUpdateClassAdminResponse>('')

export interface MsgUpdateClassIssuers {
  admin: string
  classId: string
  addIssuers: string[]
  removeIssuers: string[]
}
export const MsgUpdateClassIssuers: Codec<MsgUpdateClassIssuers> = /* @__PURE__ */ message<MsgUpdateClassIssuers>('string admin = 1; string classId = 2; string[] addIssuers = 3; string[] removeIssuers = 4')

export interface MsgUpdateClassIssuersResponse {
}
export const MsgUpdateClassIssuersResponse: Codec<MsgUpdateClassIssuersResponse> = /* @__PURE__ */ message<MsgUpdateClassIssuersResponse>('')

export interface MsgUpdateClassMetadata {
  admin: string
  classId: string
  newMetadata: string
}
export const MsgUpdateClassMetadata: Codec<MsgUpdateClassMetadata> = /* @__PURE__ */ message<MsgUpdateClassMetadata>('string admin = 1; string classId = 2; string newMetadata = 3')

export interface MsgUpdateClassMetadataResponse {
}
export const MsgUpdateClassMetadataResponse: Codec<MsgUpdateClassMetadataResponse> = /* @__PURE__ */ message<MsgUpdateClassMetadataResponse>('')

export interface MsgUpdateProjectAdmin {
  admin: string
  projectId: string
  newAdmin: string
}
export const MsgUpdateProjectAdmin: Codec<MsgUpdateProjectAdmin> = /* @__PURE__ */ message<MsgUpdateProjectAdmin>('string admin = 1; string projectId = 2; string newAdmin = 3')

export interface MsgUpdateProjectAdminResponse {
}
export const MsgUpdateProjectAdminResponse: Codec<MsgUpdateProjectAdminResponse> = /* @__PURE__ */ message<MsgUpdateProjectAdminResponse>('')

export interface MsgUpdateProjectMetadata {
  admin: string
  projectId: string
  newMetadata: string
}
export const MsgUpdateProjectMetadata: Codec<MsgUpdateProjectMetadata> = /* @__PURE__ */ message<MsgUpdateProjectMetadata>('string admin = 1; string projectId = 2; string newMetadata = 3')

export interface MsgUpdateProjectMetadataResponse {
}
export const MsgUpdateProjectMetadataResponse: Codec<MsgUpdateProjectMetadataResponse> = /* @__PURE__ */ message<MsgUpdateProjectMetadataResponse>('')

/** Cancels credits here so that a bridge can release them on the target chain. */
export interface MsgBridge {
  owner: string
  target: string
  /** Address on the target chain: 0x and 40 hexadecimal digits. */
  recipient: string
  credits: Credits[]
}
export const MsgBridge: Codec<MsgBridge> = /* @__PURE__ */ message<MsgBridge>('string owner = 1; string target = 2; string recipient = 3; Credits[] credits = 4', () => [Credits])

export interface MsgBridgeResponse {
}
export const MsgBridgeResponse: Codec<MsgBridgeResponse> = /* @__PURE__ */ message<MsgBridgeResponse>('')

/** Open batches only. */
export interface MsgUpdateBatchMetadata {
  issuer: string
  batchDenom: string
  newMetadata: string
}
export const MsgUpdateBatchMetadata: Codec<MsgUpdateBatchMetadata> = /* @__PURE__ */ message<MsgUpdateBatchMetadata>('string issuer = 1; string batchDenom = 2; string newMetadata = 3')

export interface MsgUpdateBatchMetadataResponse {
}
export const MsgUpdateBatchMetadataResponse: Codec<MsgUpdateBatchMetadataResponse> = /* @__PURE__ */ message<MsgUpdateBatchMetadataResponse>('')

/** Signed by issuer, usually a bridge. Mints to an existing batch, or creates project and batch as needed. */
export interface MsgBridgeReceive {
  issuer: string
  classId: string
  project: MsgBridgeReceive_Project | undefined
  batch: MsgBridgeReceive_Batch | undefined
  originTx: OriginTx | undefined
}
export const MsgBridgeReceive: Codec<MsgBridgeReceive> = /* @__PURE__ */ message<MsgBridgeReceive>('string issuer = 1; string classId = 2; MsgBridgeReceive_Project project = 3; MsgBridgeReceive_Batch batch = 4; OriginTx originTx = 5', () => [MsgBridgeReceive_Project, MsgBridgeReceive_Batch, OriginTx])

export interface MsgBridgeReceive_Batch {
  recipient: string
  amount: string
  startDate: Timestamp | undefined
  endDate: Timestamp | undefined
  metadata: string
}
export const MsgBridgeReceive_Batch: Codec<MsgBridgeReceive_Batch> = /* @__PURE__ */ message<MsgBridgeReceive_Batch>('string recipient = 1; string amount = 2; Timestamp startDate = 3; Timestamp endDate = 4; string metadata = 5', () => [Timestamp, Timestamp])

export interface MsgBridgeReceive_Project {
  referenceId: string
  jurisdiction: string
  metadata: string
}
export const MsgBridgeReceive_Project: Codec<MsgBridgeReceive_Project> = /* @__PURE__ */ message<MsgBridgeReceive_Project>('string referenceId = 1; string jurisdiction = 2; string metadata = 3')

export interface MsgBridgeReceiveResponse {
  batchDenom: string
  projectId: string
}
export const MsgBridgeReceiveResponse: Codec<MsgBridgeReceiveResponse> = /* @__PURE__ */ message<MsgBridgeReceiveResponse>('string batchDenom = 1; string projectId = 2')

/** Signed by governance. */
export interface MsgAddClassCreator {
  authority: string
  creator: string
}
export const MsgAddClassCreator: Codec<MsgAddClassCreator> = /* @__PURE__ */ message<MsgAddClassCreator>('string authority = 1; string creator = 2')

export interface MsgAddClassCreatorResponse {
}
export const MsgAddClassCreatorResponse: Codec<MsgAddClassCreatorResponse> = /* @__PURE__ */ message<MsgAddClassCreatorResponse>('')

/** Signed by governance. */
export interface MsgSetClassCreatorAllowlist {
  authority: string
  enabled: boolean
}
export const MsgSetClassCreatorAllowlist: Codec<MsgSetClassCreatorAllowlist> = /* @__PURE__ */ message<MsgSetClassCreatorAllowlist>('string authority = 1; bool enabled = 2')

export interface MsgSetClassCreatorAllowlistResponse {
}
export const MsgSetClassCreatorAllowlistResponse: Codec<MsgSetClassCreatorAllowlistResponse> = /* @__PURE__ */ message<MsgSetClassCreatorAllowlistResponse>('')

/** Signed by governance. */
export interface MsgRemoveClassCreator {
  authority: string
  creator: string
}
export const MsgRemoveClassCreator: Codec<MsgRemoveClassCreator> = /* @__PURE__ */ message<MsgRemoveClassCreator>('string authority = 1; string creator = 2')

export interface MsgRemoveClassCreatorResponse {
}
export const MsgRemoveClassCreatorResponse: Codec<MsgRemoveClassCreatorResponse> = /* @__PURE__ */ message<MsgRemoveClassCreatorResponse>('')

/** Signed by governance. */
export interface MsgUpdateClassFee {
  authority: string
  /** Unset removes the fee. */
  fee: Coin | undefined
}
export const MsgUpdateClassFee: Codec<MsgUpdateClassFee> = /* @__PURE__ */ message<MsgUpdateClassFee>('string authority = 1; Coin fee = 2', () => [Coin])

export interface MsgUpdateClassFeeResponse {
}
export const MsgUpdateClassFeeResponse: Codec<MsgUpdateClassFeeResponse> = /* @__PURE__ */ message<MsgUpdateClassFeeResponse>('')

/** Signed by governance. v7 has no handler for it. */
export interface MsgUpdateProjectFee {
  authority: string
  fee: Coin | undefined
}
export const MsgUpdateProjectFee: Codec<MsgUpdateProjectFee> = /* @__PURE__ */ message<MsgUpdateProjectFee>('string authority = 1; Coin fee = 2', () => [Coin])

export interface MsgUpdateProjectFeeResponse {
}
export const MsgUpdateProjectFeeResponse: Codec<MsgUpdateProjectFeeResponse> = /* @__PURE__ */ message<MsgUpdateProjectFeeResponse>('')

/** Signed by governance. */
export interface MsgAddAllowedBridgeChain {
  authority: string
  chainName: string
}
export const MsgAddAllowedBridgeChain: Codec<MsgAddAllowedBridgeChain> = /* @__PURE__ */ message<MsgAddAllowedBridgeChain>('string authority = 1; string chainName = 2')

export interface MsgAddAllowedBridgeChainResponse {
}
export const MsgAddAllowedBridgeChainResponse: Codec<MsgAddAllowedBridgeChainResponse> = /* @__PURE__ */ message<MsgAddAllowedBridgeChainResponse>('')

/** Signed by governance. */
export interface MsgRemoveAllowedBridgeChain {
  authority: string
  chainName: string
}
export const MsgRemoveAllowedBridgeChain: Codec<MsgRemoveAllowedBridgeChain> = /* @__PURE__ */ message<MsgRemoveAllowedBridgeChain>('string authority = 1; string chainName = 2')

export interface MsgRemoveAllowedBridgeChainResponse {
}
export const MsgRemoveAllowedBridgeChainResponse: Codec<MsgRemoveAllowedBridgeChainResponse> = /* @__PURE__ */ message<MsgRemoveAllowedBridgeChainResponse>('')

/** Signed by burner. */
export interface MsgBurnRegen {
  burner: string
  /** Whole uregen as text; there is no denom. */
  amount: string
  reason: string
}
export const MsgBurnRegen: Codec<MsgBurnRegen> = /* @__PURE__ */ message<MsgBurnRegen>('string burner = 1; string amount = 2; string reason = 3')

export interface MsgBurnRegenResponse {
}
export const MsgBurnRegenResponse: Codec<MsgBurnRegenResponse> = /* @__PURE__ */ message<MsgBurnRegenResponse>('')
