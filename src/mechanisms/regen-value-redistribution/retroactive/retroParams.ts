import type { Ratio } from '../../../primitives/ratio.ts'
import type { DustRule } from '../shares/largestRemainder.ts'

/** How past impact is rewarded; every choice is one field, so that a round can name it. */
export type RetroParams = {
  /** What the votes of a project come to. */
  readonly style: 'median' | 'average' | 'sum'
  /** The fewest votes with which a project takes part. */
  readonly quorum: number
  /** The least score with which it takes part, and the least award, in smallest units. */
  readonly minimum: bigint
  /** The most for one project, in smallest units and as a share of the budget; the smaller one holds. */
  readonly cap: bigint | null
  readonly capShare: Ratio | null
  /** Whether scores are always scaled to the budget, or only where it does not suffice for them. */
  readonly scale: 'always' | 'down-only'
  /** The highest score that a project with so many votes can have; a number of votes that is not named has no such limit. */
  readonly step: { readonly [votes: number]: bigint } | null
  readonly dust: DustRule
}

/** A median of at least one vote, scaled to the budget. */
export const RETRO_DEFAULTS: RetroParams = {
  style: 'median',
  quorum: 1,
  minimum: 0n,
  cap: null,
  capShare: null,
  scale: 'always',
  step: null,
  dust: 'largest-remainder',
}
