import * as z from 'zod/mini'
import { addressProblem, normalizeAddress } from '../../../primitives/address.ts'
import { DENOM } from '../../../primitives/coin.ts'
import { compareRatios, ONE } from '../../../primitives/ratio.ts'
import { parseInput, RatioText, TimeText, WholeAmount } from '../../../primitives/schemas.ts'
import type { SharedLimit } from '../shares/limits.ts'
import { RoundPolicyJson } from './roundPolicy.ts'

const Name = z.string().check(z.minLength(1), z.maxLength(200))

const Address = z.pipe(
  z
    .string()
    .check(z.refine(text => addressProblem(text) === null, 'expected an address that begins with "regen1"')),
  z.transform(normalizeAddress),
)

const Share = RatioText.check(z.refine(share => compareRatios(share, ONE) <= 0, 'a weight is at most 1'))

/** A candidate of a round. One that is excluded takes no part, unless an appeal was accepted; it appeals once. */
const ProjectJson = z.strictObject({
  id: Name,
  recipient: Address,
  name: z.optional(z.string()),
  category: z.optional(Name),
  excluded: z.optional(z.string()),
  appeal: z.optional(z.strictObject({ evidence: z.string(), accepted: z.boolean() })),
})

const ContributionJson = z.strictObject({ contributor: Name, project: Name, amount: WholeAmount })

const BallotJson = z.strictObject({ voter: Name, votes: z.record(Name, WholeAmount) })

const MetricBallotJson = z.strictObject({ voter: Name, weights: z.record(Name, RatioText) })

/** What a round is to reach, declared before it: an indicator with its unit, and a target where one is promised. */
const GoalJson = z.strictObject({
  indicator: Name,
  unit: Name,
  target: z.optional(RatioText),
  by: z.optional(TimeText),
})

/** The most for some projects together, under the name of what they have in common: a recipient, a category. */
export const SharedLimitJson = z.strictObject({
  name: Name,
  projects: z.array(Name).check(z.minLength(1)),
  most: WholeAmount,
})

/** How a round can share out its budget. */
export const METHODS = ['quadratic', 'retro-median', 'retro-metrics'] as const

/** How a round shares out its budget. */
export type Method = (typeof METHODS)[number]

/** Where the budget is from, so that a reader can ask again: what is not known is left out, never guessed. */
const SourceJson = z.strictObject({
  pool: z.string(),
  chainId: z.optional(z.string()),
  height: z.optional(WholeAmount),
  query: z.optional(z.string()),
  /** What the pool held, and what of it was promised already. */
  balance: z.optional(WholeAmount),
  promised: z.optional(WholeAmount),
})

/** A round of value redistribution, as a file: everything that its result depends on. */
export const RoundJson = z.strictObject({
  version: z.literal(1),
  id: Name,
  title: z.optional(z.string()),
  method: z.enum(METHODS),
  denom: z.string().check(z.regex(DENOM, 'expected a bank denom such as "uregen"')),
  budget: WholeAmount,
  source: z.optional(SourceJson),
  goals: z.optional(z.array(GoalJson)),
  opens: z.optional(TimeText),
  closes: z.optional(TimeText),
  /** Who decides: governance of the chain, or an x/group; and the layer of the decision. */
  decidedBy: z.optional(
    z.strictObject({
      kind: z.enum(['gov', 'group']),
      policy: z.optional(Address),
      layer: z.optional(z.enum(['L1', 'L2', 'L3', 'L4'])),
    }),
  ),
  projects: z.array(ProjectJson).check(
    z.minLength(1),
    z.refine(
      projects => new Set(projects.map(({ id }) => id)).size === projects.length,
      'a project is listed twice',
    ),
  ),
  /** category → share of the budget; the method then runs in each category. */
  categories: z.optional(z.record(Name, RatioText)),
  contributions: z.optional(z.array(ContributionJson)),
  identities: z.optional(z.record(Name, Name)),
  weights: z.optional(z.record(Name, Share)),
  groups: z.optional(z.record(Name, z.array(Name))),
  /** Who may vote; everybody where it is left out. */
  voters: z.optional(z.array(Address)),
  ballots: z.optional(z.array(BallotJson)),
  metrics: z.optional(z.record(Name, z.record(Name, RatioText))),
  metricBallots: z.optional(z.array(MetricBallotJson)),
  multipliers: z.optional(z.record(Name, RatioText)),
  /** The most for single projects, such as what their recipients may still get after earlier rounds. */
  limits: z.optional(z.record(Name, WholeAmount)),
  /** The most for several projects together, such as those of one recipient or of one category; a project is in at most one of them. */
  sharedLimits: z.optional(z.array(SharedLimitJson)),
  policy: z.prefault(RoundPolicyJson, {}),
})

/** A round of funding as its file has it: method, projects, budget, dates, and what was voted or given. */
export type Round = Omit<z.output<typeof RoundJson>, 'sharedLimits'> & {
  readonly sharedLimits?: readonly SharedLimit[] | undefined
}

/** A project of a round: who is paid for it, and what it is. */
export type RoundProject = z.output<typeof ProjectJson>

/** Whether a project takes no part: it is excluded, and no appeal was accepted. */
export const isExcluded = ({ excluded, appeal }: RoundProject): boolean =>
  excluded !== undefined && appeal?.accepted !== true

/**
 * Reads a round from JSON; every wrong field is named.
 *
 * @example
 * const round = parseRound(exampleJson('fund/quadratic.json'))
 */
export const parseRound = (json: unknown): Round => parseInput(RoundJson, 'round', json)
