import type { Movement } from '../books/movements.ts'
import type { FeePeriod } from '../fees/feePeriod.ts'
import type { NextPhases } from '../phases/nextPhases.ts'
import type { ChangedPolicy } from '../policyChange.ts'
import type { RewardRun } from '../rewards/runRewards.ts'
import type { EpochState } from '../state/epochState.ts'
import type { SupplyRun } from '../supply/runSupply.ts'
import type { StartedM012 } from '../supply/startM012.ts'
import type { ValidatorRun } from '../validators/runValidators.ts'

/** What the mechanisms did, in their order. */
export type EpochParts = {
  readonly changed: ChangedPolicy
  readonly released: { readonly state: EpochState; readonly movements: readonly Movement[] }
  readonly moved: { readonly movements: readonly Movement[] }
  readonly collected: FeePeriod
  readonly supply: SupplyRun
  readonly validators: ValidatorRun
  readonly rewards: RewardRun
  readonly started: StartedM012
  readonly phases: NextPhases
}
