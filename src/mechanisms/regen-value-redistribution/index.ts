export { conviction, convictionDecay, convictionLimit, convictionThreshold } from './grants/conviction.ts'
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
} from './grants/grant.ts'
export {
  type Application,
  type GrantProgram,
  grantProgram,
  type ProgramEvent,
  type ProgramState,
} from './grants/grantProgram.ts'
export { type GroupDecision, type GroupRule, type GroupTally, groupDecision } from './grants/groupDecision.ts'
export { type Stream, streamed, streamPayouts } from './grants/stream.ts'
export { type BatchUnits, batchCertificate } from './impact/batchCertificate.ts'
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
} from './impact/certificate.ts'
export { type Claim, claimHash, fromHypercert, toHypercert } from './impact/certificateClaim.ts'
export { type Adjustment, adjustAwards, type FeedbackRule } from './impact/feedback.ts'
export { type CreditSale, costPerOutcome, impactMarket, type MarketLine } from './impact/impactMarket.ts'
export {
  attestationsOf,
  attestedCoverage,
  type Indicator,
  indicatorProgress,
  type Measurement,
  type Progress,
  type Provenance,
  type QualityGate,
} from './impact/indicators.ts'
export { endowmentSpend, runway } from './pool/endowment.ts'
export { type FundAlert, type FundFacts, fundAlerts } from './pool/fundAlerts.ts'
export {
  type BudgetSource,
  budgetFrom,
  freeBalance,
  type PoolBalance,
  type Promised,
} from './pool/poolBalance.ts'
export { type Program, type ProgramBudgets, programBudgets } from './pool/programBudgets.ts'
export {
  type Circulation,
  circulation,
  type Flow,
  type FlowBalance,
  flowBalances,
  flowLinks,
  traceValue,
} from './pool/valueFlow.ts'
export type { ClusterStyle } from './quadratic/clusterMatch.ts'
export type { Contribution, Identities } from './quadratic/contributions.ts'
export type { PairCount } from './quadratic/pairwise.ts'
export {
  type ProjectMatch,
  type QuadraticInput,
  type QuadraticResult,
  quadraticFunding,
} from './quadratic/quadraticFunding.ts'
export { QUADRATIC_DEFAULTS, type QuadraticParams } from './quadratic/quadraticParams.ts'
export { isqrt } from './quadratic/roots.ts'
export { PASSPORT_POINTS, type ScorePoint, scoreWeight } from './quadratic/scoreWeight.ts'
export { type MarginalMatch, marginalMatch, sybilGain } from './quadratic/sybilGain.ts'
export { type Tenure, tenureWeights } from './quadratic/tenureWeights.ts'
export { type Ballot, votesByProject } from './retroactive/ballots.ts'
export { type PanelResult, panelRating, type Rating } from './retroactive/panelRating.ts'
export { type RetroAward, type RetroInput, type RetroResult, retroMedian } from './retroactive/retroMedian.ts'
export {
  type MetricBallot,
  type MetricInput,
  type MetricResult,
  type Metrics,
  retroMetrics,
} from './retroactive/retroMetrics.ts'
export { RETRO_DEFAULTS, type RetroParams } from './retroactive/retroParams.ts'
export { allocate, allocateRound, type RoundInput } from './round/allocate.ts'
export {
  type Allocation,
  type AllocationReport,
  type Invariant,
  reportHash,
  type SharedLimitResult,
  type TraceStep,
} from './round/allocationReport.ts'
export { categoryBudgets, roundSize, type SplitBallot, splitBudget } from './round/categoryBudgets.ts'
export { concentrationLimits } from './round/concentrationLimits.ts'
export { diffRound, type RoundChange } from './round/diffRound.ts'
export { explainAllocation } from './round/explainAllocation.ts'
export { METHODS, type Method, parseRound, type Round, type RoundProject } from './round/round.ts'
export {
  DEFAULT_ROUND_POLICY,
  parseRoundPolicy,
  ROUND_KNOBS,
  type RoundKnob,
  type RoundPolicy,
  roundPolicyHash,
} from './round/roundPolicy.ts'
export {
  type BudgetRule,
  type Schedule,
  type ScheduledRound,
  type ScheduleFacts,
  scheduledRound,
} from './round/roundSchedule.ts'
export { decimalText } from './shares/bounds.ts'
export { effectiveNumber, gini } from './shares/concentration.ts'
export type { ShareStep } from './shares/fill.ts'
export type { DustRule, Part } from './shares/largestRemainder.ts'
export type { SharedLimit } from './shares/limits.ts'
export { median } from './shares/median.ts'
export type { Shares } from './shares/shareOut.ts'
