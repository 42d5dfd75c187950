import { type Ratio, ratio } from '../../../primitives/ratio.ts'
import type { DustRule } from '../shares/largestRemainder.ts'
import type { ClusterStyle } from './clusterMatch.ts'
import type { PairCount } from './pairwise.ts'

/** How contributions are matched; every choice is one field, so that a round can name it. */
export type QuadraticParams = {
  /** Plain, capital-constrained, pairwise-bounded, or connection-oriented cluster match. */
  readonly variant: 'qf' | 'clr' | 'pairwise' | 'cocm'
  /** For `qf`: what the match is shared out by, S = F − Σ c or F = (Σ √c)². With F a single giver is matched as well. */
  readonly basis: 'subsidy' | 'square'
  /** `whole` floors each root, as contracts without fractions do: only for comparing with them. */
  readonly roots: 'exact' | 'whole'
  /** What becomes of a budget above Σ S: it stays in the pool, or all matches grow. With `clr` it always stays. */
  readonly saturation: 'keep' | 'scale-up'
  /** For `clr`: a budget above Σ S is matched with α = 1, or refused as the contract of clr.fund does. */
  readonly alphaAboveOne: 'cap' | 'refuse'
  /** The most that one project may get, in smallest units and as a share of the budget; the smaller one holds. */
  readonly cap: bigint | null
  readonly capShare: Ratio | null
  /** A contribution below it is not counted. */
  readonly minimumContribution: bigint
  /** For `pairwise`: M, in smallest units. */
  readonly pairwiseM: Ratio
  readonly pairs: PairCount
  /** For `cocm`. */
  readonly cluster: ClusterStyle
  readonly dust: DustRule
}

/** Plain quadratic funding that keeps what it does not need. */
export const QUADRATIC_DEFAULTS: QuadraticParams = {
  variant: 'qf',
  basis: 'subsidy',
  roots: 'exact',
  saturation: 'keep',
  alphaAboveOne: 'cap',
  cap: null,
  capShare: null,
  minimumContribution: 0n,
  pairwiseM: /* @__PURE__ */ ratio(1n, 100n),
  pairs: 'ordered',
  cluster: 'harsh',
  dust: 'largest-remainder',
}
