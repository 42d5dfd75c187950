import type { Co2Change } from '../../mechanisms/m012-fixed-cap-dynamic-supply/ecologicalMultiplier.ts'
import type { Pool, TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { MigrationPhase } from '../../mechanisms/m014-authority-validator-governance/migration/migration.ts'
import type { Metrics } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import type { SeatVote } from '../../mechanisms/m014-authority-validator-governance/validatorSet/seatVote.ts'
import type { SeedSet } from '../../mechanisms/m014-authority-validator-governance/validatorSet/seedSet.ts'
import type { ValidatorApplication } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { Activity, Facilitator } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { StabilityCommitment } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Decided } from '../../policy/votes/passesDecision.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** What a charged transaction is credited as (M015): a purchase to the buyer, a retirement to the retirer. */
export type Credited =
  | {
      readonly kind: 'purchase'
      readonly seller: string
      readonly autoRetired: boolean
      /** What its retirement is worth in uregen where that is charged as well (`autoRetire: both`); null: as the purchase. */
      readonly retirementValue?: Ratio | null
      readonly facilitator: Facilitator | null
    }
  | {
      readonly kind: 'retirement'
      /** The account it is made for; null: whoever pays. */
      readonly retirer?: string | null
      readonly facilitator: Facilitator | null
    }

/** One charged part of a message. Parts of one message share its hash and index, and its minimum fee. */
export type ChargedTransaction = {
  readonly txHash: string
  readonly messageIndex: number
  readonly part: number
  /** Block time in seconds since 1970, and height. */
  readonly time: bigint
  readonly height: bigint
  /** Who pays the fee: the buyer, the owner, the sender, the issuer. Who is credited, unless `credited` names another. */
  readonly payer: string
  readonly txType: TxType
  /** The value, exact, in the smallest unit of `denom`. */
  readonly denom: string
  readonly value: Ratio
  readonly credited: Credited | null
}

/** Many messages of one type as one value: charged as that many of equal value. It earns nobody a score. */
export type Volume = {
  readonly txType: TxType
  readonly denom: string
  readonly value: Ratio
  readonly messages: bigint
}

/** A coin that the authority `by` of a pool spends. */
export type PoolSpend = {
  readonly pool: Pool
  readonly by: string
  readonly coin: Coin
  readonly to: string
}

/** A coin of a pool that its authority changed into uregen on a market. */
export type Conversion = {
  readonly pool: Pool
  readonly by: string
  readonly from: Coin
  readonly received: Uregen
}

/**
 * A step of one validator that somebody asks for. Its guards are computed: from the set, dates, applications, measured performance and
 * the votes. Only what people alone can see is stated. A term ends by itself, and who applies again does so by an application.
 */
export type ValidatorTransition = {
  readonly address: string
  readonly to: 'APPROVED' | 'ACTIVE' | 'PROBATION' | 'REMOVED'
  /** Within the period. */
  readonly at: string
  /** The votes on a seat: of validators that serve, and of holders with their tokens. */
  readonly votes: readonly SeatVote[]
  /** What governance decided: a motion for a probation, or that a removal is confirmed. */
  readonly decided: Decided | null
  readonly seen: {
    readonly noActiveConflicts: boolean
    readonly nodeOperational: boolean
    readonly uptimeTested: boolean
    readonly keyManagementAudited: boolean
    /** AGENT-004 reported a performance below the threshold, or confirms that it is restored. */
    readonly agentReport: boolean
    readonly agentConfirms: boolean
    readonly bonded: Uregen
  }
}

/**
 * What governance and those who watch for it decided in the period. A proposal is how it was decided, which is held against its layer:
 * null is none. What people alone can see is stated.
 */
export type Decisions = {
  /** M012 begins: Layer 4, for it sets the cap. */
  readonly m012Approved: Decided | null
  readonly m013: {
    readonly approved: Decided | null
    readonly feeCollectorDeployed: boolean
    readonly poolAddressesConfigured: boolean
    readonly accelerated: Decided | null
  }
  readonly m015Approved: Decided | null
  /** The phase of M014's migration from the next period on: Layer 4, for it changes who secures the chain. Null: as it is. */
  readonly m014Migration: { readonly to: MigrationPhase; readonly decided: Decided | null } | null
  /** Anomalies of M015's tracking that somebody saw, and how many of all that were found are resolved. */
  readonly unresolvedAnomalies: number
  readonly resolvedAnomalies?: number
  /** Why this period has another policy than the one before it: the policy before, and how the change was decided. */
  readonly policyChange?: { readonly before: PolicyConfig; readonly decided: Decided | null } | null
  /** From a reserve to the community pool, in uregen, by Layer 3. From `burn reserve` it is minted again (OQ-M012-4). */
  readonly releases: readonly {
    readonly from: 'burn reserve' | 'mint reserve' | 'governance reserve' | 'forfeited rewards'
    readonly amount: Uregen
    readonly decided: Decided | null
  }[]
}

/** Everything that one period takes from outside. */
export type EpochInputs = {
  readonly transactions: readonly ChargedTransaction[]
  readonly volumes: readonly Volume[]
  /** Votes, proposals, and what `volumes` charged but somebody did. Those outside of the period are left out. */
  readonly activities: readonly Activity[]
  /** uregen for one smallest unit of each denom. */
  readonly rates: Rates
  /** UTC days with fees beside those of `transactions`. */
  readonly feeDays: readonly string[]
  /** S_staked; null: as it was, or as unbonding leaves it. */
  readonly staked: Uregen | null
  /** Burns that did not come from the burn pool: class fees, MsgBurnRegen … */
  readonly otherBurns: Uregen
  /** What x/mint issued; only while M012 is INFLATIONARY. */
  readonly inflation: Uregen
  readonly co2: Co2Change | null
  readonly validators: {
    readonly applications: readonly ValidatorApplication[]
    readonly transitions: readonly ValidatorTransition[]
    /** The first validators, while there are none (OQ-M014-3). */
    readonly seed?: (SeedSet & { readonly decided: Decided | null }) | null
    /** Early exits, each with the time of its notice, and when it leaves: at the end of the period, unless it says so. */
    readonly exits: readonly {
      readonly address: string
      readonly notice: string | null
      readonly at?: string | null
    }[]
    readonly metrics: { readonly [address: string]: Metrics }
  }
  readonly stability: {
    readonly requests: readonly Pick<StabilityCommitment, 'id' | 'holder' | 'amount' | 'lockMonths'>[]
    readonly exits: readonly string[]
  }
  /** Who claims all it can. `regen` changes other denoms into REGEN, with the bonus of `recipient-choice`. */
  readonly claims: readonly { readonly address: string; readonly as: 'collected' | 'regen' }[]
  readonly deposits: readonly { readonly pool: Pool; readonly coin: Coin }[]
  readonly spends: readonly PoolSpend[]
  readonly conversions: readonly Conversion[]
  readonly decisions: Decisions
}
