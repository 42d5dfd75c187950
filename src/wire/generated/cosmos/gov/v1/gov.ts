// Written by `npm run generate` from proto/cosmos/gov/v1/gov.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
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

export const ProposalStatus = {
  PROPOSAL_STATUS_UNSPECIFIED: 0,
  PROPOSAL_STATUS_DEPOSIT_PERIOD: 1,
  PROPOSAL_STATUS_VOTING_PERIOD: 2,
  PROPOSAL_STATUS_PASSED: 3,
  PROPOSAL_STATUS_REJECTED: 4,
  /** Passed, and then its messages failed. */
  PROPOSAL_STATUS_FAILED: 5,
  UNRECOGNIZED: -1,
} as const
export type ProposalStatus = (typeof ProposalStatus)[keyof typeof ProposalStatus]

export interface WeightedVoteOption {
  option: VoteOption
  /** Plain decimal text such as "1.000000000000000000", unlike the decimals of x/staking. */
  weight: string
}
export const WeightedVoteOption: Codec<WeightedVoteOption> = /* @__PURE__ */ message<WeightedVoteOption>('int32 option = 1; string weight = 2')

export interface Proposal {
  id: bigint
  messages: Any[]
  status: ProposalStatus
  /** All zero until the vote has ended: ask TallyResult before that. */
  finalTallyResult: TallyResult | undefined
  submitTime: Timestamp | undefined
  depositEndTime: Timestamp | undefined
  totalDeposit: Coin[]
  votingStartTime: Timestamp | undefined
  votingEndTime: Timestamp | undefined
  metadata: string
  title: string
  summary: string
  proposer: string
  expedited: boolean
  failedReason: string
}
export const Proposal: Codec<Proposal> = /* @__PURE__ */ message<Proposal>('uint64 id = 1; Any[] messages = 2; int32 status = 3; TallyResult finalTallyResult = 4; Timestamp submitTime = 5; Timestamp depositEndTime = 6; Coin[] totalDeposit = 7; Timestamp votingStartTime = 8; Timestamp votingEndTime = 9; string metadata = 10; string title = 11; string summary = 12; string proposer = 13; bool expedited = 14; string failedReason = 15', () => [Any, TallyResult, Timestamp, Timestamp, Coin, Timestamp, Timestamp])

/** Voting power in base units of the bond denom. */
export interface TallyResult {
  yesCount: string
  abstainCount: string
  noCount: string
  noWithVetoCount: string
}
export const TallyResult: Codec<TallyResult> = /* @__PURE__ */ message<TallyResult>('string yesCount = 1; string abstainCount = 2; string noCount = 3; string noWithVetoCount = 4')

/** Deleted at the tally: an ended proposal has no votes left to read. */
export interface Vote {
  proposalId: bigint
  voter: string
  options: WeightedVoteOption[]
  metadata: string
}
export const Vote: Codec<Vote> = /* @__PURE__ */ message<Vote>('uint64 proposalId = 1; string voter = 2; WeightedVoteOption[] options = 4; string metadata = 5', () => [WeightedVoteOption])

/** Kept for old clients; Params has it all. */
export interface DepositParams {
  minDeposit: Coin[]
  maxDepositPeriod: Duration | undefined
}
export const DepositParams: Codec<DepositParams> = /* @__PURE__ */ message<DepositParams>('Coin[] minDeposit = 1; Duration maxDepositPeriod = 2', () => [Coin, Duration])

export interface VotingParams {
  votingPeriod: Duration | undefined
}
export const VotingParams: Codec<VotingParams> = /* @__PURE__ */ message<VotingParams>('Duration votingPeriod = 1', () => [Duration])

export interface TallyParams {
  quorum: string
  threshold: string
  vetoThreshold: string
}
export const TallyParams: Codec<TallyParams> = /* @__PURE__ */ message<TallyParams>('string quorum = 1; string threshold = 2; string vetoThreshold = 3')

/** Ratios are plain decimal text. */
export interface Params {
  minDeposit: Coin[]
  maxDepositPeriod: Duration | undefined
  votingPeriod: Duration | undefined
  quorum: string
  threshold: string
  vetoThreshold: string
  minInitialDepositRatio: string
  proposalCancelRatio: string
  proposalCancelDest: string
  expeditedVotingPeriod: Duration | undefined
  expeditedThreshold: string
  expeditedMinDeposit: Coin[]
  burnVoteQuorum: boolean
  burnProposalDepositPrevote: boolean
  burnVoteVeto: boolean
  minDepositRatio: string
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('Coin[] minDeposit = 1; Duration maxDepositPeriod = 2; Duration votingPeriod = 3; string quorum = 4; string threshold = 5; string vetoThreshold = 6; string minInitialDepositRatio = 7; string proposalCancelRatio = 8; string proposalCancelDest = 9; Duration expeditedVotingPeriod = 10; string expeditedThreshold = 11; Coin[] expeditedMinDeposit = 12; bool burnVoteQuorum = 13; bool burnProposalDepositPrevote = 14; bool burnVoteVeto = 15; string minDepositRatio = 16', () => [Coin, Duration, Duration, Duration, Coin])
