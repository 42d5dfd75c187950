import type { M012Phase } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import type { M013Phase } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import type { EscrowedBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import type { MigrationPhase } from '../../mechanisms/m014-authority-validator-governance/migration/migration.ts'
import type { AuthorityValidator } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { RewardClaim } from '../../mechanisms/m015-contribution-weighted-rewards/claims.ts'
import type { M015Phase } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import type { ActivityScore } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { StabilityCommitment } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { EpochClocks } from './epochClocks.ts'

/** The version of this shape; a state of another is refused. */
export const EPOCH_STATE_VERSION = 1

/** One list for each denom. */
export type ByDenom<T> = { readonly [denom: string]: readonly T[] }

/** Where each mechanism stands. M014's state follows from its migration and M012's phase. */
export type EpochPhases = {
  readonly m012: { readonly phase: M012Phase; readonly consecutive: bigint }
  readonly m013: {
    readonly phase: M013Phase
    /** The UTC day on which TRANSITION began; null before. */
    readonly transitionStarted: string | null
    /** The latest UTC days with fees, at most 31. */
    readonly feeDays: readonly string[]
  }
  readonly m014: MigrationPhase
  readonly m015: M015Phase
}

/** S and what belongs to it, in uregen. */
export type SupplyLedger = {
  readonly supply: Uregen
  readonly staked: Uregen
  /** Burned tokens that governance may mint again, a part of S (OQ-M012-4 `reserve`). */
  readonly burnReserve: Uregen
  /** What was minted for the `supply-reserve`. */
  readonly mintReserve: Uregen
  /** The bank's total less S: what a circulating basis leaves out, burns that S does not count, and what `clamp` forgot. */
  readonly bankLessSupply: bigint
  /** The cap that `set-cap-to-supply` set; null: the policy's. */
  readonly hardCap: Uregen | null
  /** Delegations that fall to 0 in M014's TRANSITION (OQ-M014-5); null when they do not. */
  readonly unbonding: { readonly delegated: Uregen; readonly from: string } | null
}

/** M015’s stability tier between two periods: commitments, the inflows that admission measures against, and a lowered return. @see SPEC M015 */
export type StabilityTier = {
  /** Those that wait and those that run; what has ended is in the reports. */
  readonly commitments: readonly StabilityCommitment[]
  /** The last inflows of the community pool, at most 4, the latest last: admission measures against them. */
  readonly inflows: readonly Uregen[]
  readonly cappedPeriods: number
  /** The return after the safety valve opened, and the policy's rate that it replaces; null when it did not. */
  readonly lowered: { readonly from: Ratio; readonly to: Ratio } | null
  /** What early exits forfeited, with `forfeitTo: module`. */
  readonly forfeited: Uregen
}

/** What M015 carries from one period to the next: claims, coins without a taker, votes that were counted, and the reserve. */
export type RewardLedger = {
  readonly claims: ByDenom<RewardClaim>
  /** For the activity pool of the next period. */
  readonly carried: readonly Coin[]
  /** Who has voted on what, for as long as a vote can be open: a vote counts once per proposal, whatever the period. */
  readonly votes?: readonly { readonly proposalId: bigint; readonly voter: string; readonly time: bigint }[]
  /** What nobody earned, with `noActivity: governance-reserve`. */
  readonly governanceReserve: readonly Coin[]
  readonly tracked: {
    readonly periods: number
    readonly scoredPeriods: number
    /** Anomalies that were found and are not resolved; absent: none. */
    readonly anomalies?: number
    /** All tracked periods as one. */
    readonly scores: readonly ActivityScore[]
  }
}

/** Every ledger of the economy between two periods: plain data that goes through JSON unchanged. */
export type EpochState = {
  readonly version: typeof EPOCH_STATE_VERSION
  /** The number of the next step, and the UTC time at which it starts. */
  readonly period: number
  readonly time: string
  /** The periods that run and what waits for their ends; absent where all begin with the next step. */
  readonly clocks?: EpochClocks
  /** The policy of the last period, by its hash; null or absent before the first. Another one needs a decision. */
  readonly policyHash?: string | null
  readonly phases: EpochPhases
  readonly supply: SupplyLedger
  readonly pools: PoolBalances
  /** Fee revenue of the last distribution period in uregen: a dynamic burn share follows it (OQ-M013-5). */
  readonly revenue: Uregen
  readonly validators: readonly AuthorityValidator[]
  readonly escrow: ByDenom<EscrowedBonus>
  readonly stability: StabilityTier
  readonly rewards: RewardLedger
}
