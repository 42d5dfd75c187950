// Written by `npm run generate` from proto/regen/rewards/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export const Phase = {
  PHASE_UNSPECIFIED: 0,
  PHASE_INACTIVE: 1,
  PHASE_TRACKING: 2,
  PHASE_DISTRIBUTING: 3,
  UNRECOGNIZED: -1,
} as const
export type Phase = (typeof Phase)[keyof typeof Phase]

export const CommitmentState = {
  COMMITMENT_STATE_UNSPECIFIED: 0,
  COMMITMENT_STATE_COMMITTED: 1,
  COMMITMENT_STATE_MATURED: 2,
  COMMITMENT_STATE_EARLY_EXIT: 3,
  UNRECOGNIZED: -1,
} as const
export type CommitmentState = (typeof CommitmentState)[keyof typeof CommitmentState]

/** Weights and shares are decimals as text, amounts whole numbers of denom as text. */
export interface RewardConfig {
  purchaseWeight: string
  retirementWeight: string
  facilitationWeight: string
  voteWeight: string
  proposalWeight: string
  annualReturn: string
  maxStabilityShare: string
  minCommitment: string
  minLockMonths: number
  maxLockMonths: number
  earlyExitPenalty: string
  periodSeconds: bigint
  denom: string
}
export const RewardConfig: Codec<RewardConfig> = /* @__PURE__ */ message<RewardConfig>('string purchaseWeight = 1; string retirementWeight = 2; string facilitationWeight = 3; string voteWeight = 4; string proposalWeight = 5; string annualReturn = 6; string maxStabilityShare = 7; string minCommitment = 8; uint32 minLockMonths = 9; uint32 maxLockMonths = 10; string earlyExitPenalty = 11; uint64 periodSeconds = 12; string denom = 13')

export interface ActivityScore {
  address: string
  period: bigint
  purchases: string
  retirements: string
  facilitated: string
  votes: bigint
  proposals: string
  score: string
}
export const ActivityScore: Codec<ActivityScore> = /* @__PURE__ */ message<ActivityScore>('string address = 1; uint64 period = 2; string purchases = 3; string retirements = 4; string facilitated = 5; uint64 votes = 6; string proposals = 7; string score = 8')

export interface StabilityCommitment {
  id: bigint
  holder: string
  amount: string
  lockMonths: number
  committedAt: Timestamp | undefined
  maturesAt: Timestamp | undefined
  accrued: string
  state: CommitmentState
}
export const StabilityCommitment: Codec<StabilityCommitment> = /* @__PURE__ */ message<StabilityCommitment>('uint64 id = 1; string holder = 2; string amount = 3; uint32 lockMonths = 4; Timestamp committedAt = 5; Timestamp maturesAt = 6; string accrued = 7; int32 state = 8', () => [Timestamp, Timestamp])

export interface DistributionRecord {
  period: bigint
  inflow: string
  stability: string
  activityPool: string
  totalScore: string
  executedAt: Timestamp | undefined
}
export const DistributionRecord: Codec<DistributionRecord> = /* @__PURE__ */ message<DistributionRecord>('uint64 period = 1; string inflow = 2; string stability = 3; string activityPool = 4; string totalScore = 5; Timestamp executedAt = 6', () => [Timestamp])
