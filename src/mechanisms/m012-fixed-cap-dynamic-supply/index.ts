export { M014_STATES, type M014State } from '../../primitives/m014States.ts'
export type { Layer } from '../../primitives/parameter.ts'
export { backingShare } from './backing.ts'
export { checkParams, M012_PARAMETERS } from './bounds.ts'
export { changeHardCap } from './changes/changeHardCap.ts'
export { changePeriodLength, type RateWarning } from './changes/changePeriodLength.ts'
export type { EventParameterUpdate } from './changes/parameterUpdates.ts'
export {
  type ActivationFacts,
  activationGuards,
  afterPeriod,
  countBalance,
  type DynamicFacts,
  dynamicGuards,
  type Guards,
  M012_PHASES,
  type M012Phase,
  nextPhase,
  type PhaseProgress,
} from './changes/phase.ts'
export { type Co2Change, ecologicalMultiplier, type SignedRatio } from './ecologicalMultiplier.ts'
export {
  type Convergence,
  equilibriumSupply,
  periodsToCap,
  periodsToWithin,
  type SteadyBurn,
  supplyAfter,
} from './equilibrium.ts'
export { supplyOn } from './flows.ts'
export { computeMint, effectiveRate, type MintParams } from './mint.ts'
export { type CapSettlement, settleCap } from './overCap.ts'
export {
  type Co2Source,
  type EquilibriumThreshold,
  M012_V0,
  type MinBurn,
  type MintRecipient,
  type Multiplier,
  type OverCapPolicy,
  type PeriodLength,
  type RegrowthRate,
  type SupplyBasis,
  type SupplyParams,
} from './params.ts'
export { advance, type Period, type PeriodParams } from './period.ts'
export { equilibriumNeeds, periodsPerYear } from './periodLength.ts'
export type { EventEquilibriumReached, EventSupplyBurn, EventSupplyMint, MintBurnRecord } from './records.ts'
export { type CapStatus, capStatus, type SupplyState } from './state.ts'
export {
  type BalanceFacts,
  isNearBalance,
  type ThresholdWarning,
  thresholdOf,
  thresholdWarnings,
} from './threshold.ts'
