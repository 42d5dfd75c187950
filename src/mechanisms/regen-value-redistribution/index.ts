export { allocate, allocateRound, type RoundInput } from './allocate.ts'
export {
  type Allocation,
  type AllocationReport,
  type Invariant,
  reportHash,
  type TraceStep,
} from './allocationReport.ts'
export { type Ballot, votesByProject } from './ballots.ts'
export { type BatchUnits, batchCertificate } from './batchCertificate.ts'
export { decimalText } from './bounds.ts'
export { categoryBudgets, roundSize, type SplitBallot, splitBudget } from './categoryBudgets.ts'
export {
  type Certificate,
  certificateId,
  certificatePayout,
  type Fraction,
  fundShare,
  mergeFractions,
  mintCertificate,
  partsOfId,
  retireFraction,
  splitFraction,
  type TransferRule,
  transferFraction,
} from './certificate.ts'
export { type Claim, claimHash, fromHypercert, toHypercert } from './certificateClaim.ts'
export type { ClusterStyle } from './clusterMatch.ts'
export { effectiveNumber, gini } from './concentration.ts'
export { concentrationLimits } from './concentrationLimits.ts'
export type { Contribution, Identities } from './contributions.ts'
export { conviction, convictionDecay, convictionLimit, convictionThreshold } from './conviction.ts'
export { diffRound, type RoundChange } from './diffRound.ts'
export { endowmentSpend, runway } from './endowment.ts'
export { explainAllocation } from './explainAllocation.ts'
export { type Adjustment, adjustAwards, type FeedbackRule } from './feedback.ts'
export { type FundAlert, type FundFacts, fundAlerts } from './fundAlerts.ts'
export {
  type Grant,
  type GrantEvent,
  type GrantProgress,
  grantProgress,
  MILESTONE_STATES,
  type Milestone,
  type MilestonePlan,
  type MilestoneState,
  milestoneAmounts,
} from './grant.ts'
export {
  type Application,
  type GrantProgram,
  grantProgram,
  type ProgramEvent,
  type ProgramState,
} from './grantProgram.ts'
export { type GroupDecision, type GroupRule, type GroupTally, groupDecision } from './groupDecision.ts'
export { type CreditSale, costPerOutcome, impactMarket, type MarketLine } from './impactMarket.ts'
export {
  attestationsOf,
  attestedCoverage,
  type Indicator,
  indicatorProgress,
  type Measurement,
  type Progress,
  type Provenance,
  type QualityGate,
} from './indicators.ts'
export type { DustRule, Part } from './largestRemainder.ts'
export { median } from './median.ts'
export type { PairCount } from './pairwise.ts'
export { type PanelResult, panelRating, type Rating } from './panelRating.ts'
export { type BudgetSource, budgetFrom, freeBalance, type PoolBalance, type Promised } from './poolBalance.ts'
export { type Program, type ProgramBudgets, programBudgets } from './programBudgets.ts'
export {
  type ProjectMatch,
  type QuadraticInput,
  type QuadraticResult,
  quadraticFunding,
} from './quadraticFunding.ts'
export { QUADRATIC_DEFAULTS, type QuadraticParams } from './quadraticParams.ts'
export { type RetroAward, type RetroInput, type RetroResult, retroMedian } from './retroMedian.ts'
export {
  type MetricBallot,
  type MetricInput,
  type MetricResult,
  type Metrics,
  retroMetrics,
} from './retroMetrics.ts'
export { RETRO_DEFAULTS, type RetroParams } from './retroParams.ts'
export { isqrt } from './roots.ts'
export { METHODS, type Method, parseRound, type Round, type RoundProject } from './round.ts'
export {
  DEFAULT_ROUND_POLICY,
  parseRoundPolicy,
  ROUND_KNOBS,
  type RoundKnob,
  type RoundPolicy,
  roundPolicyHash,
} from './roundPolicy.ts'
export {
  type BudgetRule,
  type Schedule,
  type ScheduledRound,
  type ScheduleFacts,
  scheduledRound,
} from './roundSchedule.ts'
export { PASSPORT_POINTS, type ScorePoint, scoreWeight } from './scoreWeight.ts'
export type { ShareStep, Shares } from './shareOut.ts'
export { type Stream, streamed, streamPayouts } from './stream.ts'
export { type MarginalMatch, marginalMatch, sybilGain } from './sybilGain.ts'
export { type Tenure, tenureWeights } from './tenureWeights.ts'
export {
  type Circulation,
  circulation,
  type Flow,
  type FlowBalance,
  flowBalances,
  flowLinks,
  traceValue,
} from './valueFlow.ts'
