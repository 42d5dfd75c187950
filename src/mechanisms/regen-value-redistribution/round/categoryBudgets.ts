import { floor, type Ratio, ratio } from '../../../primitives/ratio.ts'
import { apportion, type DustRule } from '../shares/largestRemainder.ts'
import { median } from '../shares/median.ts'
import { weightsOf } from '../shares/weights.ts'

/** One voter's split of the round over its categories, in parts of any size; and, where it is voted, the size of the round. */
export type SplitBallot = {
  readonly voter: string
  readonly parts: { readonly [category: string]: bigint }
  readonly size?: bigint
}

/**
 * The size of a round by vote: the median of the sizes that were voted, within what the round allows.
 *
 *     size = min( most, max( least, floor( median ) ) )
 *
 * Where nobody voted for a size, it is the least.
 *
 * @example
 * const votes = [10n, 20n, 90n].map(size => ({ voter: `voter of ${size}`, parts: {}, size }))
 * roundSize(votes, { least: 15n, most: 50n }) // 20n
 */
export function roundSize(
  ballots: readonly SplitBallot[],
  { least, most }: { readonly least: bigint; readonly most: bigint },
): bigint {
  const voted = floor(median(ballots.flatMap(({ size }) => size ?? [])) ?? ratio(least))
  return voted < least ? least : voted > most ? most : voted
}

/**
 * A round's budget by category: the median of what the voters give each, normalised.
 *
 *     part_v,g = part of voter v for g / Σ of v's parts
 *     share_g  = median over v of part_v,g / Σ over h of that median
 *
 * A category that a ballot leaves out has part 0 of it.
 *
 * @see Optimism Retro Funding 5
 *
 * @example
 * const ada = { voter: 'ada', parts: { water: 1n, soil: 3n } }
 * categoryBudgets(100n, ['water', 'soil'], [ada], 'largest-remainder') // Map(2) { 'water' => 25n, 'soil' => 75n }
 */
export function categoryBudgets(
  budget: bigint,
  categories: readonly string[],
  ballots: readonly SplitBallot[],
  dust: DustRule,
): ReadonlyMap<string, bigint> {
  const sums = ballots.map(({ parts }) => categories.reduce((sum, name) => sum + (parts[name] ?? 0n), 0n))
  const common = sums.reduce((product, sum) => (sum === 0n ? product : product * ratio(product, sum).den), 1n)
  const scores = categories.map(name => {
    const parts = ballots.flatMap(({ parts }, index) => {
      const sum = sums[index] ?? 0n
      return sum === 0n ? [] : [((parts[name] ?? 0n) * common) / sum]
    })
    return { name, score: median(parts) ?? ratio(0n) }
  })
  return new Map(apportion(budget, weightsOf(scores), dust).map(({ name, amount }) => [name, amount]))
}

/**
 * A budget by program; the shares need not add up to 1. With `largest-remainder` nothing is left, with `pool` the units that the floors leave.
 *
 * @example
 * splitBudget(100n, { water: parseRatio('0.25'), soil: parseRatio('0.75') }) // Map(2) { 'water' => 25n, 'soil' => 75n }
 */
export const splitBudget = (
  budget: bigint,
  shares: { readonly [program: string]: Ratio },
  dust: DustRule = 'largest-remainder',
): ReadonlyMap<string, bigint> =>
  new Map(
    apportion(budget, weightsOf(Object.entries(shares).map(([name, score]) => ({ name, score }))), dust).map(
      ({ name, amount }) => [name, amount],
    ),
  )
