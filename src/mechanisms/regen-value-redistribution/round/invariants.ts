import { RegenError } from '../../../primitives/errors.ts'
import { CONSERVATION_BROKEN } from '../../../primitives/errorTable.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import { capOf, togetherOf } from '../shares/limits.ts'
import type { Allocation, Invariant } from './allocationReport.ts'
import type { Method, Round } from './round.ts'
import type { RoundPolicy } from './roundPolicy.ts'

/** What every result keeps. One that did not would be a defect, and is an error. */
export function invariantsOf(
  { budget, limits = {}, sharedLimits = [] }: Pick<Round, 'budget' | 'limits' | 'sharedLimits'>,
  runs: readonly { readonly category: string | null; readonly budget: bigint }[],
  { allocations, dust }: { readonly allocations: readonly Allocation[]; readonly dust: bigint },
  method: Method,
  policy: RoundPolicy,
): readonly Invariant[] {
  // A match has no minimum.
  const minimum = method === 'quadratic' ? 0n : policy.minimum
  const amounts = allocations.map(({ amount }) => amount)
  const total = amounts.reduce((sum, amount) => sum + amount, dust)
  const paid = amounts.filter(amount => amount > 0n)
  const least = paid.reduce((low, amount) => (amount < low ? amount : low), paid[0] ?? minimum)
  const caps = runs.flatMap(({ category, budget: own }): Invariant[] => {
    const cap = capOf(own, policy)
    const inside = allocations.filter(allocation => category === null || allocation.category === category)
    const most = inside.reduce((high, { amount }) => (amount > high ? amount : high), 0n)
    return cap === null ? [] : [line('largest allocation is at most the cap', most, '≤', cap)]
  })
  return [
    line('Σ allocations + dust = budget', total, '=', budget),
    line('nothing is negative', dust < least ? dust : least, '≥', 0n),
    ...caps,
    ...allocations.flatMap(({ project, amount }) =>
      Object.hasOwn(limits, project)
        ? [line(`${sanitize(project)} gets at most its own limit`, amount, '≤', limits[project] ?? 0n)]
        : [],
    ),
    ...sharedLimits.map(limit =>
      line(
        `the projects of ${sanitize(limit.name)} together get at most their limit`,
        togetherOf(limit, allocations),
        '≤',
        limit.most,
      ),
    ),
    ...(minimum > 0n
      ? [line('smallest allocation above 0 is at least the minimum', least, '≥', minimum)]
      : []),
  ]
}

function line(name: string, left: bigint, relation: Invariant['relation'], right: bigint): Invariant {
  const holds = relation === '=' ? left === right : relation === '≤' ? left <= right : left >= right
  if (!holds) throw new RegenError(CONSERVATION_BROKEN, { label: name, left, right })
  return { name, left: left.toString(), relation, right: right.toString() }
}
