// Written by `npm run generate` from proto/cosmos/group/v1/types.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Duration } from '../../../google/protobuf/duration.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { Any } from '../../../google/protobuf/any.ts'

export const VoteOption = {
  VOTE_OPTION_UNSPECIFIED: 0,
  VOTE_OPTION_YES: 1,
  VOTE_OPTION_ABSTAIN: 2,
  VOTE_OPTION_NO: 3,
  VOTE_OPTION_NO_WITH_VETO: 4,
  UNRECOGNIZED: -1,
} as const
export type VoteOption = (typeof VoteOption)[keyof typeof VoteOption]

export const ProposalExecutorResult = {
  PROPOSAL_EXECUTOR_RESULT_UNSPECIFIED: 0,
  PROPOSAL_EXECUTOR_RESULT_NOT_RUN: 1,
  PROPOSAL_EXECUTOR_RESULT_SUCCESS: 2,
  PROPOSAL_EXECUTOR_RESULT_FAILURE: 3,
  UNRECOGNIZED: -1,
} as const
export type ProposalExecutorResult = (typeof ProposalExecutorResult)[keyof typeof ProposalExecutorResult]

export const ProposalStatus = {
  PROPOSAL_STATUS_UNSPECIFIED: 0,
  PROPOSAL_STATUS_SUBMITTED: 1,
  PROPOSAL_STATUS_ACCEPTED: 2,
  PROPOSAL_STATUS_REJECTED: 3,
  PROPOSAL_STATUS_ABORTED: 4,
  PROPOSAL_STATUS_WITHDRAWN: 5,
  UNRECOGNIZED: -1,
} as const
export type ProposalStatus = (typeof ProposalStatus)[keyof typeof ProposalStatus]

export interface MemberRequest {
  address: string
  /** Decimal text. "0" removes a member. */
  weight: string
  metadata: string
}
export const MemberRequest: Codec<MemberRequest> = /* @__PURE__ */ message<MemberRequest>('string address = 1; string weight = 2; string metadata = 3')

/** Passes at a sum of weights. */
export interface ThresholdDecisionPolicy {
  threshold: string
  windows: DecisionPolicyWindows | undefined
}
export const ThresholdDecisionPolicy: Codec<ThresholdDecisionPolicy> = /* @__PURE__ */ message<ThresholdDecisionPolicy>('string threshold = 1; DecisionPolicyWindows windows = 2', () => [DecisionPolicyWindows])

/** Passes at a share of the total weight. */
export interface PercentageDecisionPolicy {
  /** Despite its name a fraction: "0.5" is half. */
  percentage: string
  windows: DecisionPolicyWindows | undefined
}
export const PercentageDecisionPolicy: Codec<PercentageDecisionPolicy> = /* @__PURE__ */ message<PercentageDecisionPolicy>('string percentage = 1; DecisionPolicyWindows windows = 2', () => [DecisionPolicyWindows])

export interface DecisionPolicyWindows {
  votingPeriod: Duration | undefined
  minExecutionPeriod: Duration | undefined
}
export const DecisionPolicyWindows: Codec<DecisionPolicyWindows> = /* @__PURE__ */ message<DecisionPolicyWindows>('Duration votingPeriod = 1; Duration minExecutionPeriod = 2', () => [Duration, Duration])

export interface Member {
  address: string
  weight: string
  metadata: string
  addedAt: Timestamp | undefined
}
export const Member: Codec<Member> = /* @__PURE__ */ message<Member>('string address = 1; string weight = 2; string metadata = 3; Timestamp addedAt = 4', () => [Timestamp])

export interface GroupMember {
  groupId: bigint
  member: Member | undefined
}
export const GroupMember: Codec<GroupMember> = /* @__PURE__ */ message<GroupMember>('uint64 groupId = 1; Member member = 2', () => [Member])

export interface GroupInfo {
  id: bigint
  admin: string
  metadata: string
  version: bigint
  totalWeight: string
  createdAt: Timestamp | undefined
}
export const GroupInfo: Codec<GroupInfo> = /* @__PURE__ */ message<GroupInfo>('uint64 id = 1; string admin = 2; string metadata = 3; uint64 version = 4; string totalWeight = 5; Timestamp createdAt = 6', () => [Timestamp])

export interface GroupPolicyInfo {
  address: string
  groupId: bigint
  admin: string
  metadata: string
  version: bigint
  decisionPolicy: Any | undefined
  createdAt: Timestamp | undefined
}
export const GroupPolicyInfo: Codec<GroupPolicyInfo> = /* @__PURE__ */ message<GroupPolicyInfo>('string address = 1; uint64 groupId = 2; string admin = 3; string metadata = 4; uint64 version = 5; Any decisionPolicy = 6; Timestamp createdAt = 7', () => [Any, Timestamp])

export interface TallyResult {
  yesCount: string
  abstainCount: string
  noCount: string
  noWithVetoCount: string
}
export const TallyResult: Codec<TallyResult> = /* @__PURE__ */ message<TallyResult>('string yesCount = 1; string abstainCount = 2; string noCount = 3; string noWithVetoCount = 4')

export interface Proposal {
  id: bigint
  groupPolicyAddress: string
  metadata: string
  proposers: string[]
  submitTime: Timestamp | undefined
  groupVersion: bigint
  groupPolicyVersion: bigint
  status: ProposalStatus
  finalTallyResult: TallyResult | undefined
  votingPeriodEnd: Timestamp | undefined
  executorResult: ProposalExecutorResult
  messages: Any[]
  title: string
  summary: string
}
export const Proposal: Codec<Proposal> = /* @__PURE__ */ message<Proposal>('uint64 id = 1; string groupPolicyAddress = 2; string metadata = 3; string[] proposers = 4; Timestamp submitTime = 5; uint64 groupVersion = 6; uint64 groupPolicyVersion = 7; int32 status = 8; TallyResult finalTallyResult = 9; Timestamp votingPeriodEnd = 10; int32 executorResult = 11; Any[] messages = 12; string title = 13; string summary = 14', () => [Timestamp, TallyResult, Timestamp, Any])

export interface Vote {
  proposalId: bigint
  voter: string
  option: VoteOption
  metadata: string
  submitTime: Timestamp | undefined
}
export const Vote: Codec<Vote> = /* @__PURE__ */ message<Vote>('uint64 proposalId = 1; string voter = 2; int32 option = 3; string metadata = 4; Timestamp submitTime = 5', () => [Timestamp])
