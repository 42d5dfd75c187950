// Written by `npm run generate` from proto/regen/authority/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

export const Category = {
  CATEGORY_UNSPECIFIED: 0,
  CATEGORY_INFRASTRUCTURE_BUILDERS: 1,
  CATEGORY_TRUSTED_REFI_PARTNERS: 2,
  CATEGORY_ECOLOGICAL_DATA_STEWARDS: 3,
  UNRECOGNIZED: -1,
} as const
export type Category = (typeof Category)[keyof typeof Category]

export const Status = {
  STATUS_UNSPECIFIED: 0,
  STATUS_CANDIDATE: 1,
  STATUS_APPROVED: 2,
  STATUS_ACTIVE: 3,
  STATUS_PROBATION: 4,
  STATUS_REMOVED: 5,
  STATUS_TERM_EXPIRED: 6,
  UNRECOGNIZED: -1,
} as const
export type Status = (typeof Status)[keyof typeof Status]

/** Shares, weights and metrics are decimals as text, 0 to 1. */
export interface Params {
  minValidators: number
  maxValidators: number
  minPerCategory: number
  termSeconds: bigint
  probationSeconds: bigint
  minUptime: string
  performanceThreshold: string
  baseShare: string
  bonusShare: string
  uptimeWeight: string
  governanceWeight: string
  ecosystemWeight: string
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('uint32 minValidators = 1; uint32 maxValidators = 2; uint32 minPerCategory = 3; uint64 termSeconds = 4; uint64 probationSeconds = 5; string minUptime = 6; string performanceThreshold = 7; string baseShare = 8; string bonusShare = 9; string uptimeWeight = 10; string governanceWeight = 11; string ecosystemWeight = 12')

export interface AuthorityValidator {
  address: string
  category: Category
  status: Status
  termStart: Timestamp | undefined
  termEnd: Timestamp | undefined
  probationStart: Timestamp | undefined
  /** Empty where nothing was measured. */
  performance: string
  compensationDue: string
}
export const AuthorityValidator: Codec<AuthorityValidator> = /* @__PURE__ */ message<AuthorityValidator>('string address = 1; int32 category = 2; int32 status = 3; Timestamp termStart = 4; Timestamp termEnd = 5; Timestamp probationStart = 6; string performance = 7; string compensationDue = 8', () => [Timestamp, Timestamp, Timestamp])

export interface ValidatorApplication {
  address: string
  category: Category
  submitted: Timestamp | undefined
  /** The ids of the criteria that the applicant shows. */
  shown: string[]
}
export const ValidatorApplication: Codec<ValidatorApplication> = /* @__PURE__ */ message<ValidatorApplication>('string address = 1; int32 category = 2; Timestamp submitted = 3; string[] shown = 4', () => [Timestamp])

export interface PerformanceRecord {
  address: string
  period: bigint
  uptime: string
  governanceParticipation: string
  ecosystemContribution: string
  score: string
  recordedAt: Timestamp | undefined
}
export const PerformanceRecord: Codec<PerformanceRecord> = /* @__PURE__ */ message<PerformanceRecord>('string address = 1; uint64 period = 2; string uptime = 3; string governanceParticipation = 4; string ecosystemContribution = 5; string score = 6; Timestamp recordedAt = 7', () => [Timestamp])
