/**
 * The formulas of M015: what an activity earns, what a score is paid, what a commitment accrues, when wash trading pays.
 * What keeps the books of a period has its own file and is used by epoch/ and policy/: admission, claims, payableScores, period,
 * records, routes, safetyValve, changeConfig.
 */
export {
  type Activity,
  activitiesIn,
  type Facilitator,
  type FeeOnly,
  type OnChain,
  type Outcome,
  type Proposal,
  type Purchase,
  purchaseValue,
  type Retirement,
  type Vote,
} from './activity.ts'
export { type ConfigProblem, changeConfig, configProblems } from './changeConfig.ts'
export type { RewardClaim } from './claims.ts'
export { type Contribution, type CreditedKind, creditActivities, type Finding } from './credit.ts'
export {
  type ActivityDistribution,
  distribute,
  distributeActivity,
  type Reward,
  type Scored,
} from './distribution/distribution.ts'
export {
  type ActivityKind,
  type ActivityWeights,
  type Clock,
  M015_V0,
  MONTH_SECONDS,
  type RewardConfig,
  YEAR_SECONDS,
} from './params.ts'
export type { PeriodResult } from './period.ts'
export {
  type DistributingFacts,
  distributingGuards,
  type Guards,
  type M015Phase,
  nextPhase,
  type TrackingGuards,
} from './phase.ts'
export type {
  DistributionRecord,
  EventActivityRecorded,
  EventRewardDistributed,
  EventStabilityCommitted,
  EventStabilityMatured,
} from './records.ts'
export { type ActivityScore, type Amounts, mergeScores, type Scores, scoreActivities } from './score.ts'
export {
  type CommitmentState,
  commit,
  exitEarly,
  mature,
  requestCommitment,
  type Settlement,
  type StabilityCommitment,
  votingTokens,
} from './stabilityTier/commitment.ts'
export {
  accrue,
  allocateStability,
  type StabilityAllocation,
  type YearParams,
} from './stabilityTier/stability.ts'
export type { BestVolume } from './washTrading/bestVolume.ts'
export { pairedPurchases } from './washTrading/pairs.ts'
export { circularPurchases } from './washTrading/rings.ts'
export type { LegCharge, PricedRoute, Route } from './washTrading/routes.ts'
export { type HonestMix, type WashTrade, washTrade } from './washTrading/washTrade.ts'
export {
  type BreakEven,
  type RouteVerdict,
  returnedShare,
  washTradeBreakEven,
} from './washTrading/washTradeBreakEven.ts'
