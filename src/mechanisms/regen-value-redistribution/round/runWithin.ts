import { exactly } from '../shares/bounds.ts'
import { apportion } from '../shares/largestRemainder.ts'
import { type SharedLimit, togetherOf } from '../shares/limits.ts'

type Row = { readonly project: string; readonly amount: bigint }

/**
 * Runs a method in every category of a round so that no shared limit is exceeded, also one whose projects are in several parts.
 *
 *     1  every part runs, with the limits whose projects are all in it
 *     2  a limit that is exceeded over several parts is split over them, by what its projects got in each, and each part keeps to its
 *        piece; 1 again, until none is exceeded
 *
 *     piece_s,g = limit_s × Σ over p of s in g of amount_p / Σ over p of s of amount_p      largest remainder
 *
 * A limit that is split stays split, so there is at most one run more than there are such limits.
 */
export function runWithin<
  Part extends { readonly category: string | null; readonly projects: readonly { readonly id: string }[] },
  Run extends { readonly rows: readonly Row[] },
>(
  parts: readonly Part[],
  limits: readonly SharedLimit[],
  run: (part: Part, limits: readonly SharedLimit[]) => Run,
): readonly Run[] {
  const ids = parts.map(part => new Set(part.projects.map(({ id }) => id)))
  const inPart = (index: number, { projects }: SharedLimit) => projects.filter(id => ids[index]?.has(id))
  const isSpread = (limit: SharedLimit) =>
    parts.filter((_, index) => inPart(index, limit).length > 0).length > 1
  const spread = limits.filter(isSpread)
  const pieces = new Map<SharedLimit, readonly bigint[]>()
  for (;;) {
    const runs = parts.map((part, index) =>
      run(
        part,
        limits.flatMap(limit => {
          const projects = inPart(index, limit)
          const most = spread.includes(limit) ? pieces.get(limit)?.[index] : limit.most
          return most === undefined || projects.length === 0 ? [] : [{ ...limit, projects, most }]
        }),
      ),
    )
    const exceeded = spread.filter(
      limit =>
        !pieces.has(limit) &&
        togetherOf(
          limit,
          runs.flatMap(({ rows }) => rows),
        ) > limit.most,
    )
    if (exceeded.length === 0) return runs
    for (const limit of exceeded) {
      const weights = runs.map(({ rows }, index) => ({
        name: parts[index]?.category ?? '',
        weight: exactly(togetherOf(limit, rows)),
      }))
      pieces.set(
        limit,
        apportion(limit.most, weights, 'largest-remainder').map(({ amount }) => amount),
      )
    }
  }
}
