import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { Decided } from '../../policy/votes/passesDecision.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** A period that runs, as UTC text; its end is not in it. */
export type RunningPeriod = { readonly start: string; readonly end: string }

/** How long a validator served, in nanoseconds. */
export type TimeServed = {
  readonly address: string
  readonly active: bigint
  readonly probation: bigint
}

/** M012’s period before its end, and what waits for the mint and the burn; amounts in uregen. */
export type SupplyClock = RunningPeriod & {
  /** What the multiplier reads, as it was when the period began: what is committed, and how many validators serve. */
  readonly committed: Uregen
  readonly serving: number
  readonly revenue: Uregen
  /** Burns beside the burn pool. */
  readonly otherBurns: Uregen
}

/** The distribution period before its end, and what waits for M014’s pay and M015’s distribution. */
export type RewardClock = RunningPeriod & {
  /** Fee revenue in uregen. */
  readonly revenue: Uregen
  /** What the validator fund and the community pool received. It lies in them, and nobody spends it before the period ends. */
  readonly inflow: { readonly validator: readonly Coin[]; readonly community: readonly Coin[] }
  /** What people did, to be scored. */
  readonly activities: readonly Activity[]
  readonly resolvedAnomalies: number
  /** How the start of M015 was decided: its phase moves with its period. */
  readonly approved: Decided | null
  readonly served: readonly TimeServed[]
  /** Who was measured, and who left early. */
  readonly scores: readonly { readonly address: string; readonly score: Ratio | null }[]
  readonly left: readonly string[]
}

/** Where the clocks stand between two steps; a period that is null begins with the next step. */
export type EpochClocks = {
  readonly m012: SupplyClock | null
  readonly m015: RewardClock | null
  /** What M014 paid at the end of the last distribution period, in uregen. */
  readonly paid: Uregen
}
