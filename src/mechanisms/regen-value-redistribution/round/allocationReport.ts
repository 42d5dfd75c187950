import { canonicalHash } from '../../../primitives/canonicalHash.ts'
import type { SharedLimit } from '../shares/limits.ts'
import type { Method } from './round.ts'
import type { RoundPolicy } from './roundPolicy.ts'

/** What one project gets of a round. */
export type Allocation = {
  readonly project: string
  readonly recipient: string
  readonly amount: bigint
  readonly category: string | null
  /** Subsidy, score or share that the amount was shared out by, as decimal text of at most 18 places. */
  readonly weight: string
  /** How many gave or voted. */
  readonly voices: number
  /** What was given to it; null where the method has no gifts. */
  readonly given: bigint | null
  /** How much more splitting accounts would have earned; null where the method has no gifts. */
  readonly sybilGain: string | null
  /** Why it gets nothing, where a rule says so. */
  readonly note: string | null
}

/** One step of the computation, with what it was computed from. */
export type TraceStep = { readonly step: string; readonly operands: { readonly [name: string]: string } }

/** An equation or a bound that the result keeps, with its operands. */
export type Invariant = {
  readonly name: string
  readonly left: string
  readonly relation: '=' | '≤' | '≥'
  readonly right: string
}

/** A limit that several projects share, and what came of it. */
export type SharedLimitResult = SharedLimit & {
  /** What they get together. */
  readonly allocated: bigint
  /** Whether they would exceed it without it; a unit that rounding would give them alone does not count. */
  readonly binds: boolean
}

/** The result of a round. As JSON, equal rounds give equal bytes. */
export type AllocationReport = {
  readonly version: 1
  readonly round: string
  readonly method: Method
  readonly denom: string
  readonly budget: bigint
  readonly allocations: readonly Allocation[]
  readonly excluded: readonly { readonly project: string; readonly reason: string }[]
  readonly allocated: bigint
  /** Stays where the budget is from. */
  readonly dust: bigint
  /** Left out where the round has none. */
  readonly sharedLimits?: readonly SharedLimitResult[] | undefined
  /** What subsidies are multiplied with before caps, as decimal text of at most 18 places; null where nothing is matched, and for several categories. */
  readonly alpha: string | null
  readonly inputHash: string
  /** Over all contributions or ballots, in an order of its own, so that it does not depend on theirs. */
  readonly ballotsRoot: string
  readonly policyHash: string
  readonly policy: RoundPolicy
  readonly invariants: readonly Invariant[]
  readonly trace: readonly TraceStep[]
}

/**
 * The SHA-256 of the report's canonical JSON: what is anchored, and named in the proposals.
 *
 * @example
 * reportHash(report) === reportHash(allocateRound(round)) // true
 */
export const reportHash = (report: AllocationReport): string => canonicalHash(report)
