/** One period of the whole economy: fees → burn → supply, validator fund → pay, community pool → rewards. */

export type { BurnAlert } from '../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
export type { ValidatorAction } from '../mechanisms/m014-authority-validator-governance/migration/actions.ts'
export type { Account, Place } from './books/accounts.ts'
export type { Equation, Operand } from './books/conservation.ts'
export type { Movement } from './books/movements.ts'
export { type EpochStep, epochStep } from './clocks.ts'
export type { FeeTotal } from './fees/feeBook.ts'
export type {
  ChargedTransaction,
  Conversion,
  Credited,
  Decisions,
  EpochInputs,
  PoolSpend,
  ValidatorTransition,
  Volume,
} from './inputs/epochInputs.ts'
export { parseEpochInputs } from './inputs/parseEpochInputs.ts'
export type { PeriodBounds } from './periodBounds.ts'
export type { PhaseAction } from './phases/phaseActions.ts'
export type { EpochAlert } from './report/alerts.ts'
export { epochAlertSentence, type FactText } from './report/epochAlertSentence.ts'
export type { EpochEvent, EpochReport } from './report/epochReport.ts'
export { epochRawHash } from './report/rawHash.ts'
export type { PaidClaim } from './rewards/payClaims.ts'
export type { DenomDistribution } from './rewards/rewardPeriod.ts'
export { runEpoch } from './runEpoch.ts'
export type { EpochClocks, RewardClock, RunningPeriod, SupplyClock, TimeServed } from './state/epochClocks.ts'
export {
  type ByDenom,
  EPOCH_STATE_VERSION,
  type EpochPhases,
  type EpochState,
  type RewardLedger,
  type StabilityTier,
  type SupplyLedger,
} from './state/epochState.ts'
export { canonicalEpochState, epochStateHash, epochStateJson } from './state/epochStateJson.ts'
export { parseEpochState } from './state/parseEpochState.ts'
export type { DenomPay } from './validators/payValidators.ts'
export {
  type HonestPeriod,
  type HonestUnder,
  honestPeriodOf,
  honestRun,
  honestVolumes,
} from './wash/honestPeriod.ts'
export type { RouteJudgement } from './wash/judgeRoute.ts'
export { MITIGATIONS, type Mitigation } from './wash/mitigations.ts'
export { attackersOf, type WashAttack, washAttack } from './wash/washAttack.ts'
export {
  type MitigatedWash,
  type WashReport,
  type WashVerdict,
  type WashVerdicts,
  washTrading,
} from './wash/washReport.ts'
export type { WashAssumptions, WashRoute } from './wash/washRoutes.ts'
export type { WashTerms } from './wash/washTerms.ts'
