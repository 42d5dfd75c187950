export { M014_STATES, type M014State } from '../../primitives/m014States.ts'
export { candidate, hasGoodRecord, reapply } from './application.ts'
export { checkParams } from './bounds.ts'
export { byzantineTolerance } from './byzantine.ts'
export { addDays, addMonths, quarterOf, termEndOf } from './calendar.ts'
export { parseCategory } from './category.ts'
export {
  type Compensation,
  type CompensationParams,
  compensate,
  type PaidValidator,
  type Payment,
} from './compensation.ts'
export {
  type Composition,
  checkComposition,
  checkRemoval,
  type Escalation,
  type Member,
  type SetParams,
  slotAvailable,
} from './composition.ts'
export { CRITERIA, type Criterion, criteriaOf, meetsCriteria } from './criteria.ts'
export {
  type EscrowedBonus,
  earlyExitGuards,
  escrowBonuses,
  forfeitBonus,
  releaseBonuses,
} from './escrow.ts'
export {
  activationGuards,
  approvalGuards,
  expiryGuards,
  type Guards,
  probationGuards,
  removalGuards,
  restorationGuards,
} from './guards.ts'
export { type Decision, decisionDue, expireTerms, LIFECYCLE, transition } from './lifecycle.ts'
export {
  type MigrationPhase,
  m014State,
} from './migration.ts'
export {
  CATEGORIES,
  type Category,
  COMPOSITION_5_5_5,
  M014_V0,
  type PayoutBasis,
  type PerCategory,
  PHASE_IN_4_4_4,
  type ValidatorParams,
  type Weights,
} from './params.ts'
export { payoutOf } from './payout.ts'
export { powerUpdates, type ValidatorPower } from './powerUpdates.ts'
export type {
  EventCompensationDistributed,
  EventTermExpired,
  EventValidatorApproved,
  EventValidatorRemoved,
} from './records.ts'
export {
  type Metrics,
  type PerformanceRecord,
  type PerformanceStatus,
  performanceScore,
  performanceStatus,
  type Score,
} from './score.ts'
export { type SeatTally, type SeatVote, type TrackTally, tallySeat } from './seatVote.ts'
export { type SeedSet, seedValidators } from './seedSet.ts'
export {
  type AuthorityValidator,
  isServing,
  VALIDATOR_STATUSES,
  type ValidatorApplication,
  type ValidatorStatus,
} from './validator.ts'
