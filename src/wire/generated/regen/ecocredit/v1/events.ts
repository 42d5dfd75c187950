// Written by `npm run generate` from proto/regen/ecocredit/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { OriginTx } from './types.ts'
import { type ProjectEnrollmentStatus } from './state.ts'

export const EventUpdateApplication_Action = {
  ACTION_UNSPECIFIED: 0,
  ACTION_CREATE: 1,
  ACTION_UPDATE: 2,
  ACTION_WITHDRAW: 3,
  UNRECOGNIZED: -1,
} as const
export type EventUpdateApplication_Action = (typeof EventUpdateApplication_Action)[keyof typeof EventUpdateApplication_Action]

export interface EventCreateClass {
  classId: string
}
export const EventCreateClass: Codec<EventCreateClass> = /* @__PURE__ */ message<EventCreateClass>('string classId = 1')

export interface EventCreateProject {
  projectId: string
}
export const EventCreateProject: Codec<EventCreateProject> = /* @__PURE__ */ message<EventCreateProject>('string projectId = 1')

export interface EventCreateBatch {
  batchDenom: string
  originTx: OriginTx | undefined
}
export const EventCreateBatch: Codec<EventCreateBatch> = /* @__PURE__ */ message<EventCreateBatch>('string batchDenom = 1; OriginTx originTx = 2', () => [OriginTx])

/** One per issuance entry. */
export interface EventMint {
  batchDenom: string
  tradableAmount: string
  retiredAmount: string
}
export const EventMint: Codec<EventMint> = /* @__PURE__ */ message<EventMint>('string batchDenom = 1; string tradableAmount = 2; string retiredAmount = 3')

export interface EventMintBatchCredits {
  batchDenom: string
  originTx: OriginTx | undefined
}
export const EventMintBatchCredits: Codec<EventMintBatchCredits> = /* @__PURE__ */ message<EventMintBatchCredits>('string batchDenom = 1; OriginTx originTx = 2', () => [OriginTx])

/** Sender or recipient may be a module account: issuance comes from `ecocredit`, baskets use `ecocredit-basket`. */
export interface EventTransfer {
  sender: string
  recipient: string
  batchDenom: string
  /** The unused amount is "0", but "" in basket put and take. */
  tradableAmount: string
  /** The same credits as in the EventRetire beside it. */
  retiredAmount: string
}
export const EventTransfer: Codec<EventTransfer> = /* @__PURE__ */ message<EventTransfer>('string sender = 1; string recipient = 2; string batchDenom = 3; string tradableAmount = 4; string retiredAmount = 5')

export interface EventRetire {
  /** Who holds the retired credits, which is not always who sent the message. */
  owner: string
  batchDenom: string
  amount: string
  jurisdiction: string
  reason: string
}
export const EventRetire: Codec<EventRetire> = /* @__PURE__ */ message<EventRetire>('string owner = 1; string batchDenom = 2; string amount = 3; string jurisdiction = 4; string reason = 5')

export interface EventCancel {
  owner: string
  batchDenom: string
  amount: string
  /** `bridge-<target>` when a bridge cancelled them. */
  reason: string
}
export const EventCancel: Codec<EventCancel> = /* @__PURE__ */ message<EventCancel>('string owner = 1; string batchDenom = 2; string amount = 3; string reason = 4')

export interface EventUpdateClassAdmin {
  classId: string
}
export const EventUpdateClassAdmin: Codec<EventUpdateClassAdmin> = /* @__PURE__ */ message<EventUpdateClassAdmin>('string classId = 1')

export interface EventUpdateClassIssuers {
  classId: string
}
export const EventUpdateClassIssuers: Codec<EventUpdateClassIssuers> = /* @__PURE__ */ message<EventUpdateClassIssuers>('string classId = 1')

export interface EventUpdateClassMetadata {
  classId: string
}
export const EventUpdateClassMetadata: Codec<EventUpdateClassMetadata> = /* @__PURE__ */ message<EventUpdateClassMetadata>('string classId = 1')

export interface EventUpdateProjectAdmin {
  projectId: string
}
export const EventUpdateProjectAdmin: Codec<EventUpdateProjectAdmin> = /* @__PURE__ */ message<EventUpdateProjectAdmin>('string projectId = 1')

export interface EventUpdateProjectMetadata {
  projectId: string
}
export const EventUpdateProjectMetadata: Codec<EventUpdateProjectMetadata> = /* @__PURE__ */ message<EventUpdateProjectMetadata>('string projectId = 1')

export interface EventUpdateBatchMetadata {
  batchDenom: string
}
export const EventUpdateBatchMetadata: Codec<EventUpdateBatchMetadata> = /* @__PURE__ */ message<EventUpdateBatchMetadata>('string batchDenom = 1')

export interface EventSealBatch {
  batchDenom: string
}
export const EventSealBatch: Codec<EventSealBatch> = /* @__PURE__ */ message<EventSealBatch>('string batchDenom = 1')

export interface EventAddCreditType {
  abbreviation: string
}
export const EventAddCreditType: Codec<EventAddCreditType> = /* @__PURE__ */ message<EventAddCreditType>('string abbreviation = 1')

export interface EventBridge {
  target: string
  recipient: string
  contract: string
  amount: string
  owner: string
  batchDenom: string
}
export const EventBridge: Codec<EventBridge> = /* @__PURE__ */ message<EventBridge>('string target = 1; string recipient = 2; string contract = 3; string amount = 4; string owner = 5; string batchDenom = 6')

export interface EventBridgeReceive {
  projectId: string
  batchDenom: string
  amount: string
  originTx: OriginTx | undefined
}
export const EventBridgeReceive: Codec<EventBridgeReceive> = /* @__PURE__ */ message<EventBridgeReceive>('string projectId = 1; string batchDenom = 2; string amount = 3; OriginTx originTx = 4', () => [OriginTx])

export interface EventBurnRegen {
  burner: string
  /** Whole uregen. */
  amount: string
  reason: string
}
export const EventBurnRegen: Codec<EventBurnRegen> = /* @__PURE__ */ message<EventBurnRegen>('string burner = 1; string amount = 2; string reason = 3')

/** Not emitted by v7. */
export interface EventUpdateApplication {
  projectId: string
  classId: string
  action: EventUpdateApplication_Action
  newApplicationMetadata: string
}
export const EventUpdateApplication: Codec<EventUpdateApplication> = /* @__PURE__ */ message<EventUpdateApplication>('string projectId = 1; string classId = 2; int32 action = 3; string newApplicationMetadata = 4')

/** Not emitted by v7. */
export interface EventUpdateProjectEnrollment {
  issuer: string
  projectId: string
  classId: string
  oldStatus: ProjectEnrollmentStatus
  newStatus: ProjectEnrollmentStatus
  newEnrollmentMetadata: string
}
export const EventUpdateProjectEnrollment: Codec<EventUpdateProjectEnrollment> = /* @__PURE__ */ message<EventUpdateProjectEnrollment>('string issuer = 1; string projectId = 2; string classId = 3; int32 oldStatus = 4; int32 newStatus = 5; string newEnrollmentMetadata = 6')
