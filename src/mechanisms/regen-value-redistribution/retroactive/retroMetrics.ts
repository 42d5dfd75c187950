import { RegenError } from '../../../primitives/errors.ts'
import { BALLOT_REFUSED, BUDGET_INVALID, ROUND_INVALID } from '../../../primitives/errorTable.ts'
import {
  addRatio,
  compareRatios,
  divideRatio,
  mulRatio,
  ONE,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../../primitives/ratio.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import { capOf, requireSharedLimits, type SharedLimit } from '../shares/limits.ts'
import { type Shares, shareOut } from '../shares/shareOut.ts'
import { weightsOf } from '../shares/weights.ts'
import type { RetroParams } from './retroParams.ts'

/** How much of each metric a project has; a project that is not named has none. */
export type Metrics = { readonly [metric: string]: { readonly [project: string]: Ratio } }

/** One voter's weights, by metric; they need not add up to 1. */
export type MetricBallot = { readonly voter: string; readonly weights: { readonly [metric: string]: Ratio } }

/** A retroactive round by metrics: ballots weigh the metrics, the metrics share the budget. */
export type MetricInput = {
  readonly budget: bigint
  readonly projects: readonly string[]
  readonly metrics: Metrics
  readonly ballots: readonly MetricBallot[]
  /** What a project's share is multiplied with, such as for open source; 1 where none is given. */
  readonly multipliers?: { readonly [project: string]: Ratio }
  /** The most for single projects, beside the cap for all. */
  readonly limits?: { readonly [project: string]: bigint } | undefined
  /** The most for several projects together; each in at most one of them. */
  readonly sharedLimits?: readonly SharedLimit[] | undefined
}

/** A retroactive round by metrics as it ends: weights, shares and awards in smallest units. */
export type MetricResult = {
  /** The median of the ballots, normalised to 1. */
  readonly weights: { readonly [metric: string]: Ratio }
  readonly projects: readonly { readonly project: string; readonly share: Ratio; readonly award: bigint }[]
  readonly awarded: bigint
  readonly dust: bigint
  readonly shares: Shares
}

/**
 * Rewards what was measured; voters weigh the metrics, not the projects.
 *
 *     w_m     = median of the ballots' weights of m, over the sum of these medians
 *     share_p = Σ over m of w_m × x_pm / Σ over q of x_qm, times p's multiplier, normalised
 *     award_p = budget × share_p, at most the cap, nothing or at least the minimum
 *
 * A ballot that names no weight for a metric abstains from it. A metric that no project has anything of has no weight.
 *
 * @see Optimism Retro Funding 4: 10,000,000 in all, at most 500,000 and at least 1,000 for one project
 *
 * @example
 * const metrics = { 'credits retired': { soil: parseRatio('80'), forest: parseRatio('20') } }
 * const ballots = [{ voter: 'ada', weights: { 'credits retired': parseRatio('1') } }]
 * const { projects } = retroMetrics({ budget: 700n, projects: ['soil', 'forest'], metrics, ballots }, RETRO_DEFAULTS)
 * projects.map(({ project, award }) => [project, award]) // [ [ 'soil', 560n ], [ 'forest', 140n ] ]
 */
export function retroMetrics(
  input: MetricInput,
  params: Pick<RetroParams, 'cap' | 'capShare' | 'minimum' | 'dust'>,
): MetricResult {
  const { budget, projects, metrics, ballots, multipliers = {} } = input
  if (budget <= 0n) throw new RegenError(BUDGET_INVALID, { budget })
  requireKnown(input)
  requireSharedLimits(input.sharedLimits, projects)
  const totals = Object.entries(metrics).map(([metric, values]) => ({
    metric,
    values,
    total: sumRatios(...Object.values(values)),
    weight: medianOf(ballots.flatMap(({ weights }) => weights[metric] ?? [])),
  }))
  const used = totals.filter(({ total, weight }) => total.num > 0n && weight.num > 0n)
  const sum = sumRatios(...used.map(({ weight }) => weight))
  const weights = Object.fromEntries(
    totals.map(({ metric, total, weight }) => [
      metric,
      sum.num === 0n || total.num === 0n ? ZERO : divideRatio(weight, sum),
    ]),
  )
  const scores = projects.map(name => {
    const own = used.map(({ metric, values, total }) =>
      mulRatio(weights[metric] ?? ZERO, divideRatio(values[name] ?? ZERO, total)),
    )
    return { name, score: mulRatio(sumRatios(...own), multipliers[name] ?? ONE) }
  })
  const whole = sumRatios(...scores.map(({ score }) => score))
  const shares = shareOut(budget, weightsOf(scores), {
    ...params,
    cap: capOf(budget, params),
    own: input.limits,
    shared: input.sharedLimits,
  })
  const awards = new Map(shares.parts.map(({ name, amount }) => [name, amount]))
  return {
    weights,
    projects: scores.map(({ name, score }) => ({
      project: name,
      share: whole.num === 0n ? ZERO : divideRatio(score, whole),
      award: awards.get(name) ?? 0n,
    })),
    awarded: budget - shares.dust,
    dust: shares.dust,
    shares,
  }
}

/** The median of fractions; 0 for none. */
function medianOf(values: readonly Ratio[]): Ratio {
  const sorted = [...values].sort(compareRatios)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? ZERO
  const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? ZERO)
  return mulRatio(addRatio(lower, upper), ratio(1n, 2n))
}

function requireKnown({ projects, metrics, ballots, multipliers = {} }: MetricInput): void {
  const known = new Set(projects)
  const refuse = (reason: string) => {
    throw new RegenError(ROUND_INVALID, { reason })
  }
  for (const project of [
    ...Object.values(metrics).flatMap(values => Object.keys(values)),
    ...Object.keys(multipliers),
  ])
    if (!known.has(project)) refuse(`"${sanitize(project)}" is measured and is no project of it`)
  const voters = new Set<string>()
  for (const { voter, weights } of ballots) {
    if (voters.has(voter))
      throw new RegenError(BALLOT_REFUSED, {
        voter,
        rule: 'one-ballot',
        reason: 'there is another one of this voter',
      })
    voters.add(voter)
    for (const metric of Object.keys(weights))
      if (!Object.hasOwn(metrics, metric))
        refuse(`"${sanitize(metric)}" gets a weight and is no metric of it`)
  }
}
