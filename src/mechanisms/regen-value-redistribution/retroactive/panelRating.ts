import type { Ratio } from '../../../primitives/ratio.ts'
import { median } from '../shares/median.ts'

/** What one evaluator says of one project; who has a declared interest in it says nothing that counts. */
export type Rating = {
  readonly evaluator: string
  readonly project: string
  readonly value: bigint
  readonly conflict?: boolean
}

/** What a panel's ratings of a project come to. */
export type PanelResult = {
  readonly project: string
  /** Null below the quorum: not rated, which is not 0. */
  readonly median: Ratio | null
  readonly counted: number
  readonly conflicts: number
}

/**
 * How a panel rates projects: the median of the ratings of its members without a declared conflict, at least a quorum of them.
 *
 * Ratings of people who are not of the panel do not count; of two by one member, the last one does.
 *
 * @param panel the members, such as those of an x/group
 *
 * @example
 * const ratings = [{ evaluator: 'ada', project: 'soil', value: 4n }, { evaluator: 'ben', project: 'soil', value: 7n }]
 * panelRating(ratings, ['ada', 'ben'], 2) // [ { project: 'soil', median: { num: 11n, den: 2n }, counted: 2, conflicts: 0 } ]
 */
export function panelRating(
  ratings: readonly Rating[],
  panel: readonly string[],
  quorum: number,
): readonly PanelResult[] {
  const projects = [...new Set(ratings.map(({ project }) => project))]
  return projects.map(project => {
    const last = new Map(
      ratings
        .filter(rating => rating.project === project && panel.includes(rating.evaluator))
        .map(rating => [rating.evaluator, rating]),
    )
    const free = [...last.values()].filter(({ conflict }) => conflict !== true)
    return {
      project,
      median: free.length < quorum ? null : median(free.map(({ value }) => value)),
      counted: free.length,
      conflicts: last.size - free.length,
    }
  })
}
