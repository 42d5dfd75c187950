import * as z from 'zod/mini'
import { canonicalHash } from '../../../primitives/canonicalHash.ts'
import { compareRatios, ONE } from '../../../primitives/ratio.ts'
import { parseInput, RatioText, WholeAmount } from '../../../primitives/schemas.ts'

/** One open choice of a round: what it may be, what it is when nothing is said, where that is from, and what else there is. */
export type RoundKnob<S extends z.ZodMiniType = z.ZodMiniType> = {
  readonly schema: S
  readonly default: z.input<S>
  readonly source: string
  readonly alternatives: string
}

const knob = <S extends z.ZodMiniType>(
  schema: S,
  value: z.input<S>,
  source: string,
  alternatives: string,
): RoundKnob<S> => ({ schema, default: value, source, alternatives })

const Share = RatioText.check(
  z.refine(share => compareRatios(share, ONE) <= 0, 'a share is at most 1'),
) as typeof RatioText

const SEED = 'the specification names the mechanism and gives no rule'

/** Every choice of a round of value redistribution, under the name that a round file has for it. */
export const ROUND_KNOBS = {
  variant: knob(
    z.enum(['qf', 'clr', 'pairwise', 'cocm']),
    'qf',
    'Buterin, Hitzig, Weyl 2018',
    'clr: α = budget / Σ S, as clr.fund; pairwise: Buterin 2019; cocm: Miller, Weyl, Erichsen',
  ),
  basis: knob(
    z.enum(['subsidy', 'square']),
    'subsidy',
    'Buterin, Hitzig, Weyl 2018: a single giver is not matched',
    'square: (Σ√c)², as cw-quadratic-funding',
  ),
  roots: knob(
    z.enum(['exact', 'whole']),
    'exact',
    'the formula itself',
    'whole: each root floored, as contracts without fractions; off by up to a unit in each',
  ),
  saturation: knob(
    z.enum(['keep', 'scale-up']),
    'keep',
    'pluralistic.js: where the budget suffices, a match is its subsidy',
    'scale-up: the whole budget is paid (its ignoreSaturation)',
  ),
  alphaAboveOne: knob(
    z.enum(['cap', 'refuse']),
    'cap',
    SEED,
    'refuse: the contract of clr.fund reverts with InvalidBudget',
  ),
  cap: knob(
    z.nullable(WholeAmount),
    null,
    SEED,
    'smallest units; RF4: 500,000 of 10,000,000; RPGF3: 5,000,000',
  ),
  capShare: knob(
    z.nullable(Share),
    null,
    SEED,
    'a share of the budget; Retro Funding 5 and 6: 0.125, seasons 7 and 8: 0.05',
  ),
  minimumContribution: knob(WholeAmount, '0', SEED, 'smallest units; a contribution below it is not counted'),
  pairwiseM: knob(
    RatioText,
    '0.01',
    'the default of the Gitcoin code',
    'smallest units; the larger, the nearer to qf',
  ),
  pairs: knob(
    z.enum(['ordered', 'unordered']),
    'ordered',
    'Buterin 2019: Σ over i ≠ j',
    'unordered: each pair once, as the older Gitcoin code; half the value',
  ),
  cluster: knob(
    z.enum(['harsh', 'soft']),
    'harsh',
    'the default of the Gitcoin code',
    'soft: keeps √c of one’s own groups; depends on the unit of account',
  ),
  style: knob(
    z.enum(['median', 'average', 'sum']),
    'median',
    'Optimism RPGF3',
    'average and sum: easy-retro-pgf',
  ),
  quorum: knob(z.int().check(z.minimum(0), z.maximum(1_000_000)), 1, SEED, 'RPGF3: 17'),
  minimum: knob(
    WholeAmount,
    '0',
    SEED,
    'smallest units, of a score and of an award; RPGF3: 1,500; RF4: 1,000',
  ),
  scale: knob(
    z.enum(['always', 'down-only']),
    'always',
    'Optimism RPGF3: medians are scaled to the total',
    'down-only: a score is an amount, and is scaled only where the budget does not suffice',
  ),
  step: knob(
    z.nullable(z.record(z.string().check(z.regex(/^[1-9]\d{0,6}$/)), WholeAmount)),
    null,
    SEED,
    'the highest score for a number of votes, as the allocator of RPGF3 has it',
  ),
  dust: knob(
    z.enum(['largest-remainder', 'pool']),
    'largest-remainder',
    'Hamilton’s method: the budget is used up',
    'pool: floors only, as pluralistic.js and cw-quadratic-funding; what is left stays',
  ),
  maxRecipientsPerProposal: knob(
    z.int().check(z.minimum(1), z.maximum(500)),
    25,
    'what a block’s gas allows with room to spare',
    'all payments of one proposal succeed or fail together, those of two do not',
  ),
} as const

type Knobs = typeof ROUND_KNOBS

/** The choices of a round, all of them. */
export type RoundPolicy = { readonly [name in keyof Knobs]: z.output<Knobs[name]['schema']> }

/** A policy as JSON: what it leaves out has its default, an unknown name is an error. */
export const RoundPolicyJson = z.strictObject(
  Object.fromEntries(
    Object.entries(ROUND_KNOBS).map(([name, { schema, default: value }]) => [
      name,
      z.prefault(schema, value as never),
    ]),
  ),
) as unknown as z.ZodMiniType<
  RoundPolicy,
  { readonly [name in keyof Knobs]?: z.input<Knobs[name]['schema']> | undefined }
>

/**
 * Reads the policy of a round.
 *
 * @example
 * const { quorum } = parseRoundPolicy({ quorum: 17, minimum: '1500000000' })
 */
export const parseRoundPolicy = (json: unknown): RoundPolicy => parseInput(RoundPolicyJson, 'policy', json)

/** The policy of a round with every knob at its default. */
export const DEFAULT_ROUND_POLICY: RoundPolicy = /* @__PURE__ */ parseRoundPolicy({})

/**
 * The SHA-256 of a policy's canonical JSON: two rounds with one hash were computed by one rule.
 *
 * @example
 * roundPolicyHash(parseRoundPolicy({ quorum: 1 })) === roundPolicyHash(DEFAULT_ROUND_POLICY) // true
 */
export const roundPolicyHash = (policy: RoundPolicy): string => canonicalHash(policy)
