import { RegenError } from '../../../primitives/errors.ts'
import { BUDGET_INVALID, NOTHING_TO_MATCH } from '../../../primitives/errorTable.ts'
import { compareRatios, ONE, type Ratio, ratio, ZERO } from '../../../primitives/ratio.ts'
import { type Bounds, exactly, isExact, NOTHING, sumBounds, toRatio, wholePart } from '../shares/bounds.ts'
import { capOf, requireSharedLimits, type SharedLimit } from '../shares/limits.ts'
import { payInFull } from '../shares/payInFull.ts'
import { type Shares, shareOut } from '../shares/shareOut.ts'
import { clusterSubsidies } from './clusterMatch.ts'
import {
  type Contribution,
  type Gathered,
  gatherContributions,
  type Identities,
  type ProjectGifts,
} from './contributions.ts'
import { pairwiseSubsidies } from './pairwise.ts'
import type { QuadraticParams } from './quadraticParams.ts'
import { quadraticSubsidy, squareOfRoots, wholeRootSubsidy } from './subsidy.ts'

/** A quadratic round: what there is, for which projects, and who gave what. */
export type QuadraticInput = Identities & {
  /** What there is to match with, in smallest units. */
  readonly budget: bigint
  /** The projects of the round; each name once. */
  readonly projects: readonly string[]
  readonly contributions: Iterable<Contribution>
  /** The most for single projects, beside the cap for all. */
  readonly limits?: { readonly [project: string]: bigint } | undefined
  /** The most for several projects together; each in at most one of them. */
  readonly sharedLimits?: readonly SharedLimit[] | undefined
}

/** What one project gets, and why. */
export type ProjectMatch = {
  readonly project: string
  /** Identities that gave, after the minimum and the weights. */
  readonly givers: number
  /** Everything that was given and counted, without weights. */
  readonly given: bigint
  /** What the match is shared out by, S or F as the basis says; exact where `exact`, else the middle of its bounds. */
  readonly subsidy: Ratio
  readonly exact: boolean
  readonly match: bigint
  /** How much larger the subsidy would be if each account were an identity of its own; 0 where no identity has two. */
  readonly sybilGain: Ratio
}

/** A quadratic round as it ends: matches in smallest units, and by what the subsidies were scaled. */
export type QuadraticResult = {
  readonly projects: readonly ProjectMatch[]
  readonly matched: bigint
  /** Stays in the pool. */
  readonly dust: bigint
  /** Σ subsidy. */
  readonly subsidies: Ratio
  /** min( 1, budget / Σ subsidy ): what each subsidy is multiplied with before caps; more with `scale-up`. Null where there is no subsidy. */
  readonly alpha: Ratio | null
  /** Whether the budget is too small to pay every subsidy in full. */
  readonly saturated: boolean
  readonly shares: Shares
}

/**
 * Matches contributions from a budget.
 *
 *     match_p = budget × S_p / Σ S                 where the budget does not suffice for Σ S, or is to be used up
 *     match_p = floor( S_p )                       otherwise
 *
 * S is the subsidy of the variant; with the variant `qf` and the basis `square` it is F, which contains what was given. With `clr` a budget above
 * Σ S is never used up. Then cap, limits and rounding, as shareOut says: nobody gets more than the cap, those of a shared limit together not more than it, and Σ match + dust = budget.
 *
 * @see Buterin, Hitzig, Weyl 2018, §5, for α
 *
 * @example
 * quadraticFunding(quadratic, QUADRATIC_DEFAULTS).projects.map(({ project, match }) => [project, match]) // [ [ 'soil', 200n ], [ 'forest', 0n ] ]
 */
export function quadraticFunding(input: QuadraticInput, params: QuadraticParams): QuadraticResult {
  if (input.budget <= 0n) throw new RegenError(BUDGET_INVALID, { budget: input.budget })
  requireSharedLimits(input.sharedLimits, input.projects)
  const gathered = gatherContributions(input.contributions, input.projects, input, params.minimumContribution)
  const bits = 64n + bitLength(input.budget) + bitLength(giftsIn(gathered))
  const subsidies = subsidiesOf(gathered, input, params, bits)
  const scale = gathered.unit << bits
  const whole = sumBounds([...subsidies.values()])
  const most = wholePart(whole, scale)
  if (params.variant === 'clr' && whole.hi === 0n) throw new RegenError(NOTHING_TO_MATCH, {})
  const saturated = whole.lo > input.budget * scale
  const alpha = whole.hi === 0n ? null : alphaOf(input.budget, whole, scale)
  if (
    alpha !== null &&
    params.variant === 'clr' &&
    params.alphaAboveOne === 'refuse' &&
    compareRatios(alpha, ONE) > 0
  )
    throw new RegenError(BUDGET_INVALID, { budget: input.budget, most })
  const rules = {
    cap: capOf(input.budget, params),
    minimum: 0n,
    dust: params.dust,
    own: input.limits,
    shared: input.sharedLimits,
  }
  const parties = [...subsidies].map(([name, weight]) => ({ name, weight }))
  const inFull = !saturated && (params.saturation === 'keep' || params.variant === 'clr')
  const shares = inFull
    ? payInFull(parties, scale, input.budget, rules)
    : shareOut(input.budget, parties, rules)
  const amounts = new Map(shares.parts.map(({ name, amount }) => [name, amount]))
  return {
    projects: input.projects.map(project => {
      const subsidy = subsidies.get(project) ?? NOTHING
      const counted = gathered.projects.get(project) ?? NO_GIFTS
      return {
        project,
        givers: counted.gifts.length,
        given: total(counted.sums),
        subsidy: toRatio(subsidy, scale),
        exact: isExact(subsidy),
        match: amounts.get(project) ?? 0n,
        sybilGain: gainOf(counted, bits),
      }
    }),
    matched: input.budget - shares.dust,
    dust: shares.dust,
    subsidies: toRatio(whole, scale),
    alpha: alpha === null || compareRatios(alpha, ONE) < 0 ? alpha : ONE,
    saturated,
    shares,
  }
}

/** α = budget / Σ S, not capped. */
const alphaOf = (budget: bigint, whole: Bounds, scale: bigint): Ratio =>
  ratio(2n * budget * scale, whole.lo + whole.hi)

function subsidiesOf(
  { projects, unit }: Gathered,
  { groups = {} }: Identities,
  params: QuadraticParams,
  bits: bigint,
): ReadonlyMap<string, Bounds> {
  const { variant, roots } = params
  const basis = variant === 'clr' ? 'subsidy' : params.basis
  if (variant === 'pairwise') {
    const m = ratio(params.pairwiseM.num * unit, params.pairwiseM.den)
    return pairwiseSubsidies(projects, { m, pairs: params.pairs, bits })
  }
  if (variant === 'cocm') return clusterSubsidies(projects, groups, { style: params.cluster, bits, unit })
  return new Map(
    [...projects].map(([project, { gifts }]) => {
      const amounts = gifts.map(({ amount }) => amount)
      if (roots === 'whole') return [project, exactly(wholeRootSubsidy(amounts, basis) << bits)]
      return [project, basis === 'square' ? squareOfRoots(amounts, bits) : quadraticSubsidy(amounts, bits)]
    }),
  )
}

const NO_GIFTS: ProjectGifts = { gifts: [], sums: [], accounts: [] }

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)

const giftsIn = ({ projects }: Gathered): bigint =>
  [...projects.values()].reduce((sum, { gifts }) => sum + BigInt(gifts.length), 1n)

/** S of the accounts − S of the identities, of plain quadratic funding and without weights. */
function gainOf({ sums, accounts }: ProjectGifts, bits: bigint): Ratio {
  if (accounts.length === sums.length) return ZERO
  const [apart, summed] = [accounts, sums].map(gifts => quadraticSubsidy(gifts, bits))
  const gain = (apart?.lo ?? 0n) + (apart?.hi ?? 0n) - (summed?.lo ?? 0n) - (summed?.hi ?? 0n)
  return ratio(gain < 0n ? 0n : gain, 2n << bits)
}

const bitLength = (n: bigint): bigint => BigInt(n.toString(2).length)
