import { RegenError } from '../../../primitives/errors.ts'
import { BUDGET_INVALID } from '../../../primitives/errorTable.ts'
import {
  compareRatios,
  floor,
  minRatio,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../../primitives/ratio.ts'
import { capOf, requireSharedLimits, type SharedLimit } from '../shares/limits.ts'
import { median } from '../shares/median.ts'
import { type Shares, shareOut } from '../shares/shareOut.ts'
import { weightsOf } from '../shares/weights.ts'
import { type Ballot, votesByProject } from './ballots.ts'
import type { RetroParams } from './retroParams.ts'

/** A retroactive round by ballots on amounts; amounts in smallest units. */
export type RetroInput = {
  readonly budget: bigint
  readonly projects: readonly string[]
  readonly ballots: Iterable<Ballot>
  /** The most for single projects, beside the cap for all. */
  readonly limits?: { readonly [project: string]: bigint } | undefined
  /** The most for several projects together; each in at most one of them. */
  readonly sharedLimits?: readonly SharedLimit[] | undefined
}

/** What a project's ballots come to, and what it gets. */
export type RetroAward = {
  readonly project: string
  readonly voters: number
  /** Median, mean or sum of the votes that were cast; null where nobody voted. */
  readonly score: Ratio | null
  /** Why it takes no part; null where it does. */
  readonly excluded: 'no-votes' | 'quorum' | 'minimum' | null
  readonly award: bigint
}

/** A retroactive round as it ends: awards in smallest units, and how they were cut. */
export type RetroResult = {
  readonly projects: readonly RetroAward[]
  readonly awarded: bigint
  readonly dust: bigint
  readonly shares: Shares
}

/**
 * Rewards what was done, by the votes of badge holders.
 *
 *     score_p = median of the votes that were cast for p (or their mean, or their sum), at most step(number of votes)
 *     p takes part where it has the quorum of votes, and score_p ≥ minimum
 *     award_p = budget × score_p / Σ score, at most the cap, nothing or at least the minimum
 *
 * An abstention is no vote. A minority cannot move a median beyond what the others voted.
 * With scale `down-only` a score is an amount: a project gets it, and all are scaled down only where the budget does not suffice.
 *
 * @see Optimism RPGF3: quorum 17, minimum 1,500, 30,000,000 in all
 *
 * @example
 * const ballots = [{ voter: 'ada', votes: { soil: 20n, forest: 40n } }, { voter: 'ben', votes: { soil: 40n } }]
 * const { projects } = retroMedian({ budget: 700n, projects: ['soil', 'forest'], ballots }, RETRO_DEFAULTS)
 * projects.map(({ project, award }) => [project, award]) // [ [ 'soil', 300n ], [ 'forest', 400n ] ]
 */
export function retroMedian(input: RetroInput, params: RetroParams): RetroResult {
  if (input.budget <= 0n) throw new RegenError(BUDGET_INVALID, { budget: input.budget })
  requireSharedLimits(input.sharedLimits, input.projects)
  const votes = votesByProject(input.ballots, input.projects)
  const scored = input.projects.map(project => {
    const cast = votes.get(project) ?? []
    const score = scoreOf(cast, params)
    return { project, voters: cast.length, score, excluded: exclusionOf(cast.length, score, params) }
  })
  const scores = scored.map(({ project, score, excluded }) => ({
    name: project,
    score: excluded === null && score !== null ? score : ZERO,
  }))
  const wanted = floor(sumRatios(...scores.map(({ score }) => score)))
  const shared = params.scale === 'always' || wanted > input.budget ? input.budget : wanted
  const shares = shareOut(shared, weightsOf(scores), {
    cap: capOf(input.budget, params),
    minimum: params.minimum,
    dust: params.dust,
    own: input.limits,
    shared: input.sharedLimits,
  })
  const awards = new Map(shares.parts.map(({ name, amount }) => [name, amount]))
  const projects = scored.map(row => ({ ...row, award: awards.get(row.project) ?? 0n }))
  const awarded = projects.reduce((sum, { award }) => sum + award, 0n)
  return { projects, awarded, dust: input.budget - awarded, shares }
}

function scoreOf(votes: readonly bigint[], { style, step }: RetroParams): Ratio | null {
  const middle = median(votes)
  if (middle === null) return null
  const sum = votes.reduce((total, vote) => total + vote, 0n)
  const score = { median: middle, average: ratio(sum, BigInt(votes.length)), sum: ratio(sum) }[style]
  const most = step?.[votes.length]
  return most === undefined ? score : minRatio(score, ratio(most))
}

function exclusionOf(
  voters: number,
  score: Ratio | null,
  { quorum, minimum }: RetroParams,
): RetroAward['excluded'] {
  if (score === null) return 'no-votes'
  if (voters < quorum) return 'quorum'
  return compareRatios(score, ratio(minimum)) < 0 ? 'minimum' : null
}
