import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { type QuadraticInput, type QuadraticResult, quadraticFunding } from './quadraticFunding.ts'
import type { QuadraticParams } from './quadraticParams.ts'

/**
 * The subsidy that one contribution earns when it is split over n accounts that count as n givers.
 *
 *     ( n × √( c / n ) )² − c = ( n − 1 ) × c
 *
 * 100 split in two earn 100, in ten 900: why contributions are summed over an identity first.
 *
 * @example
 * sybilGain(100n, 10n) // 900n
 */
export function sybilGain(amount: bigint, accounts: bigint): bigint {
  if (accounts < 1n || amount < 0n)
    throw new RegenError(ROUND_INVALID, { reason: `${amount} cannot be split over ${accounts} accounts` })
  return (accounts - 1n) * amount
}

/** What one more contribution changes: the match of its project, and of all others together. */
export type MarginalMatch = { readonly own: bigint; readonly others: bigint }

/**
 * What one more contribution would change in a round, in smallest units; the others lose what a saturated budget gives to one.
 *
 * @example
 * marginalMatch(quadratic, QUADRATIC_DEFAULTS, { contributor: 'cleo', project: 'soil', amount: 100n }) // { own: 400n, others: 0n }
 */
export function marginalMatch(
  input: QuadraticInput,
  params: QuadraticParams,
  more: { readonly contributor: string; readonly project: string; readonly amount: bigint },
): MarginalMatch {
  const before = quadraticFunding(input, params)
  const after = quadraticFunding({ ...input, contributions: [...input.contributions, more] }, params)
  const own = matchOf(after, more.project) - matchOf(before, more.project)
  return { own, others: after.matched - before.matched - own }
}

const matchOf = ({ projects }: QuadraticResult, project: string): bigint =>
  projects.find(found => found.project === project)?.match ?? 0n
