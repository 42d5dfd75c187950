// Written by `npm run generate` from proto/cosmos/group/v1/types.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Duration } from '../../../google/protobuf/duration.ts'

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
