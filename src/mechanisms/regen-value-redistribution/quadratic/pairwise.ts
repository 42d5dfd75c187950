import { RegenError } from '../../../primitives/errors.ts'
import { PAIRS_TOO_MANY } from '../../../primitives/errorTable.ts'
import type { Ratio } from '../../../primitives/ratio.ts'
import { type Bounds, NOTHING } from '../shares/bounds.ts'
import type { Gift, ProjectGifts } from './contributions.ts'
import { isqrt } from './roots.ts'

/** The work grows with the square of the givers to one project. */
const MAX_PAIRS = 2_000_000

/** Whether each two givers count twice, as in Σ over i ≠ j, or once. The second is half of the first. */
export type PairCount = 'ordered' | 'unordered'

/**
 * Quadratic funding that trusts two givers less, the more they give to the same projects.
 *
 *     S_p  = Σ over i ≠ j of k_ij × √( c_ip × c_jp )
 *     k_ij = M / ( M + Σ over projects q of √( c_iq × c_jq ) )
 *
 * So no two givers get more than 2 M together out of all projects (M where each two count once). M is in the unit of the gifts.
 * With R for the sum over projects, a part is M × r / ( M + R ), computed as one fraction; its error is below that of its roots.
 *
 * @see Buterin 2019, Pairwise coordination subsidies
 */
export function pairwiseSubsidies(
  projects: ReadonlyMap<string, ProjectGifts>,
  { m, pairs, bits }: { readonly m: Ratio; readonly pairs: PairCount; readonly bits: bigint },
): ReadonlyMap<string, Bounds> {
  const count = [...projects.values()].reduce(
    (sum, { gifts: { length } }) => sum + (length * (length - 1)) / 2,
    0,
  )
  if (count > MAX_PAIRS) throw new RegenError(PAIRS_TOO_MANY, { pairs: count, most: MAX_PAIRS })
  const together = new Map<string, { sum: bigint; projects: bigint }>()
  const roots = [...projects].map(([project, { gifts }]) => ({
    project,
    pairs: pairsOf(gifts, bits).map(({ pair, root }) => {
      const before = together.get(pair)
      together.set(pair, { sum: (before?.sum ?? 0n) + root, projects: (before?.projects ?? 0n) + 1n })
      return { pair, root }
    }),
  }))
  const times = pairs === 'ordered' ? 2n : 1n
  const one = m.num << bits
  return new Map(
    roots.map(({ project, pairs }) => {
      const subsidy = pairs.reduce((total: Bounds, { pair, root }) => {
        const { sum, projects } = together.get(pair) ?? { sum: root, projects: 1n }
        const [over, under] = [m.num * root, one + m.den * sum]
        const part = (over << bits) / under
        // Roots that are whole, and a quotient without a rest, leave no error.
        const isWhole = (over << bits) % under === 0n && ((sum | root) & ((1n << bits) - 1n)) === 0n
        const error = isWhole ? 0n : projects + 2n
        return { lo: total.lo + part, hi: total.hi + part + error }
      }, NOTHING)
      return [project, { lo: subsidy.lo * times, hi: subsidy.hi * times }]
    }),
  )
}

function pairsOf(gifts: readonly Gift[], bits: bigint) {
  const sorted = [...gifts].sort((a, b) => (a.identity < b.identity ? -1 : 1))
  return sorted.flatMap((a, index) =>
    sorted.slice(index + 1).map(b => ({
      pair: JSON.stringify([a.identity, b.identity]),
      root: isqrt((a.amount * b.amount) << (2n * bits)),
    })),
  )
}
