export { M014_STATES, type M014State } from '../../primitives/m014States.ts'
export { checkParams } from './bounds.ts'
export { addDays, addMonths, quarterOf, termEndOf } from './calendar.ts'
export {
  type Compensation,
  type CompensationParams,
  compensate,
  type PaidValidator,
  type Payment,
} from './compensation.ts'
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
} from './migration/guards.ts'
export {
  type MigrationPhase,
  m014State,
} from './migration/migration.ts'
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
export { candidate, hasGoodRecord, reapply } from './validatorSet/application.ts'
export { byzantineTolerance } from './validatorSet/byzantine.ts'
export { parseCategory } from './validatorSet/category.ts'
export {
  type Composition,
  checkComposition,
  checkRemoval,
  type Escalation,
  type Member,
  type SetParams,
  slotAvailable,
} from './validatorSet/composition.ts'
export { CRITERIA, type Criterion, criteriaOf, meetsCriteria } from './validatorSet/criteria.ts'
export { type Decision, decisionDue, expireTerms, LIFECYCLE, transition } from './validatorSet/lifecycle.ts'
export { powerUpdates, type ValidatorPower } from './validatorSet/powerUpdates.ts'
export { type SeatTally, type SeatVote, type TrackTally, tallySeat } from './validatorSet/seatVote.ts'
export { type SeedSet, seedValidators } from './validatorSet/seedSet.ts'
export {
  type AuthorityValidator,
  isServing,
  VALIDATOR_STATUSES,
  type ValidatorApplication,
  type ValidatorStatus,
} from './validatorSet/validator.ts'
