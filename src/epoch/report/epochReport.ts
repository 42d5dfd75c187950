import type { EventParameterUpdate } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/parameterUpdates.ts'
import type {
  EventEquilibriumReached,
  EventSupplyBurn,
  EventSupplyMint,
  MintBurnRecord,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import type { PoolShares } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type {
  EventFeeCollected,
  EventFeeDistributed,
  EventRateUpdated,
  FeeRecord,
} from '../../mechanisms/m013-value-based-fee-routing/records.ts'
import type { ValidatorAction } from '../../mechanisms/m014-authority-validator-governance/migration/actions.ts'
import type {
  EventCompensationDistributed,
  EventTermExpired,
  EventValidatorApproved,
  EventValidatorRemoved,
} from '../../mechanisms/m014-authority-validator-governance/records.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import type { Composition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import type { ValidatorPower } from '../../mechanisms/m014-authority-validator-governance/validatorSet/powerUpdates.ts'
import type {
  DistributionRecord,
  EventActivityRecorded,
  EventRewardDistributed,
  EventStabilityCommitted,
  EventStabilityMatured,
} from '../../mechanisms/m015-contribution-weighted-rewards/records.ts'
import type { ActivityScore } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type {
  Settlement,
  StabilityCommitment,
} from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Account } from '../books/accounts.ts'
import type { Equation } from '../books/conservation.ts'
import type { Movement } from '../books/movements.ts'
import type { EpochStep } from '../clocks.ts'
import type { FeeTotal } from '../fees/feeBook.ts'
import type { PhaseAction } from '../phases/phaseActions.ts'
import type { PaidClaim } from '../rewards/payClaims.ts'
import type { DenomDistribution } from '../rewards/rewardPeriod.ts'
import type { EpochPhases } from '../state/epochState.ts'
import type { DenomPay } from '../validators/payValidators.ts'
import type { EpochAlert } from './alerts.ts'

/** What happened, under the names of the specification. */
export type EpochEvent =
  | EventParameterUpdate
  | EventRateUpdated
  | EventFeeCollected
  | EventFeeDistributed
  | EventSupplyMint
  | EventSupplyBurn
  | EventEquilibriumReached
  | EventValidatorApproved
  | EventValidatorRemoved
  | EventTermExpired
  | EventCompensationDistributed
  | EventActivityRecorded
  | EventRewardDistributed
  | EventStabilityCommitted
  | EventStabilityMatured

/** One step of the whole economy, as data; where all clocks have one length, a period. Amounts are in the smallest unit of their denom, uregen where none is named. */
export type EpochReport = {
  readonly period: number
  readonly start: string
  readonly end: string
  /** The periods that the step lies in, and whether they end with it; M012’s is null while it is INFLATIONARY. */
  readonly clocks: Pick<EpochStep, 'm012' | 'm015'>
  readonly policyHash: string
  /** The phases the period ran in, and those of the next. */
  readonly phases: {
    readonly during: EpochPhases
    readonly next: EpochPhases
    /** What the steps between them ask somebody to do. */
    readonly actions: readonly PhaseAction[]
  }
  readonly fees: {
    readonly totals: readonly FeeTotal[]
    /** All in uregen, at the rates of the period. */
    readonly revenue: Uregen
    readonly pools: {
      readonly burn: readonly Coin[]
      readonly validator: readonly Coin[]
      readonly community: readonly Coin[]
      readonly agent: readonly Coin[]
    }
    readonly records: readonly FeeRecord[]
    /** The shares by which the period was routed; a dynamic burn share follows the revenue before it. */
    readonly shares: PoolShares
    /** What of the community’s part M015 may distribute. */
    readonly rewarded: readonly Coin[]
    /** What the community pool received of the fees for purchases and retirements. */
    readonly scored: readonly Coin[]
  }
  readonly supply: {
    readonly before: Uregen
    readonly minted: Uregen
    readonly after: Uregen
    /** Null while M012 is INFLATIONARY, and before its period ends. */
    readonly record: MintBurnRecord | null
  }
  readonly validators: {
    readonly composition: Composition
    readonly pays: readonly DenomPay[]
    readonly performance: readonly PerformanceRecord[]
    /** What the steps of the period ask somebody to do. */
    readonly actions: readonly ValidatorAction[]
    /** The updates of voting power that lead to the set of the end, block by block. */
    readonly power: readonly (readonly ValidatorPower[])[]
  }
  readonly rewards: {
    /** All of it 0 before the distribution period ends. */
    readonly record: DistributionRecord
    readonly others: readonly DenomDistribution[]
    readonly scores: readonly ActivityScore[]
    /** What was tracked before, where a first distribution pays it as well. */
    readonly retroactive: readonly ActivityScore[]
    /** What was due to the stability tier, in uregen. */
    readonly stabilityDue: Uregen
    readonly admitted: readonly StabilityCommitment[]
    readonly settlements: readonly Settlement[]
    readonly claims: readonly PaidClaim[]
  }
  /** What waits in an account at the end. */
  readonly carriedOver: readonly ({ readonly account: Account } & Coin)[]
  readonly movements: readonly Movement[]
  /** That not one unit appeared or disappeared, with the operands. A period that does not add up is an error. */
  readonly conservation: readonly Equation[]
  readonly alerts: readonly EpochAlert[]
  readonly events: readonly EpochEvent[]
}
