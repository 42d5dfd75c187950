import { minRatio, mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import type { Progress } from './indicators.ts'

/** How the next round follows from what this one came to; declared before the round, never chosen after it. */
export type FeedbackRule = {
  /** The most that a met target may multiply the next award with. */
  readonly mostFactor: Ratio
  /** What becomes of the award where progress is not known: it stays, or nothing is awarded until it is known. */
  readonly unknown: 'keep' | 'withhold'
}

/** One change, with what it was made from: a line of a policy diff. */
export type Adjustment = {
  readonly project: string
  readonly before: bigint
  readonly after: bigint
  readonly because: string
}

/**
 * The next award from the last one.
 *
 *     next = floor( base × min( mostFactor, progress ) )        progress: of `indicatorProgress`, counted from the baseline
 *
 * Without a target the award stays. Where progress is unknown it stays or becomes 0, as `unknown` says.
 *
 * @example
 * const found = indicatorProgress([trees], [counted], { attestors: ['ada'], least: 1 })
 * const awards = found.map(progress => ({ project: 'soil', base: 1_000n, progress }))
 * adjustAwards(awards, { mostFactor: parseRatio('1.5'), unknown: 'keep' }) // [ { project: 'soil', before: 1000n, after: 800n, because: 'trees: missed' } ]
 */
export function adjustAwards(
  awards: readonly { readonly project: string; readonly base: bigint; readonly progress: Progress }[],
  rule: FeedbackRule,
): readonly Adjustment[] {
  return awards.map(({ project, base, progress: { progress, outcome, indicator } }) => {
    const after =
      progress !== null
        ? mulFloor(base, minRatio(rule.mostFactor, progress))
        : rule.unknown === 'keep' || outcome === 'no-target'
          ? base
          : 0n
    return { project, before: base, after, because: `${indicator}: ${outcome}` }
  })
}
