import * as z from 'zod/mini'
import { WASH_ROUTES } from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import {
  Count,
  Fraction,
  Named,
  People,
  Periods,
  Price,
  Shape,
  SignedFraction,
  ZeroOrMore,
} from './numberSchemas.ts'

const byType = <Schema>(each: Schema) => ({
  CreditIssuance: each,
  CreditTransfer: each,
  CreditRetirement: each,
  MarketplaceTrade: each,
})

const sumsToOne = (mix: { readonly [type: string]: number }): boolean => {
  const sum = Object.values(mix).reduce((total, part) => total + part, 0)
  return sum > 1 - 1e-9 && sum < 1 + 1e-9
}

/** Issuers, buyers and retirees as one market: how much is traded, of what, by how many messages. @see ESS 2.3 P1, 7.1 */
export const MarketSettings = z.strictObject({
  /** USD a period. */
  volume: ZeroOrMore,
  least: z._default(ZeroOrMore, 0),
  most: z._default(ZeroOrMore, 1e12),
  /** The parts of the volume that are charged as each type; they sum to 1. */
  mix: z.strictObject(byType(Fraction)).check(z.refine(sumsToOne, 'the parts sum to 1')),
  /** Messages a period by type: each pays a minimum fee. */
  messages: z.strictObject(byType(ZeroOrMore)),
  /** σ of the logarithm of the volume, and how much of its deviation lasts from one period to the next. */
  sigma: z._default(ZeroOrMore, 0),
  autocorrelation: z._default(Fraction, 0),
  growth: z._default(SignedFraction, 0),
  season: z._default(z.strictObject({ amplitude: Fraction, periods: Periods }), {
    amplitude: 0,
    periods: 52,
  }),
  /** The part of trades and retirements that goes through a registered platform. */
  facilitated: z._default(Fraction, 0),
  /** Off-chain share = 1 / (1 + exp(−steepness × (rate − threshold))), with the fee rate of the policy; null for none. */
  elasticity: z._default(z.nullable(z.strictObject({ steepness: ZeroOrMore, threshold: Fraction })), null),
})

/** The price of REGEN in USD. @see ESS 7.7 */
export const PriceSettings = z.strictObject({
  start: ZeroOrMore,
  drift: z._default(SignedFraction, 0),
  volatility: z._default(ZeroOrMore, 0),
  /** How much of the distance to the target is gone after a period. */
  reversion: z._default(Fraction, 0),
  target: z._default(ZeroOrMore, 0),
  least: z._default(Price, 0.001),
  most: z._default(Price, 10),
})

/** Validators that leave when pay is below cost, and those that apply. @see ESS 2.3 P7, 2.5 Agent Type 4, 7.4 */
export const ValidatorSettings = z.strictObject({
  /** The share that leaves in a quarter, before the factor for pay. */
  quarterlyExit: z._default(Fraction, 0),
  /** USD a year that a validator costs. */
  cost: z._default(ZeroOrMore, 15_000),
  factorBelow: z._default(ZeroOrMore, 1.5),
  factorAbove: z._default(ZeroOrMore, 0.5),
  applicationsPerQuarter: z._default(Count, 0),
})

/** Holders that lock REGEN in the stability tier. @see ESS 7.5 */
export const StabilitySettings = z.strictObject({
  /** New depositors follow a logistic curve: capacity / (1 + exp(−rate × (period − midpoint))); null for none. */
  adoption: z._default(
    z.nullable(z.strictObject({ capacity: People, rate: ZeroOrMore, midpoint: Periods })),
    null,
  ),
  /** REGEN a deposit: the median, and σ of its logarithm. */
  median: z._default(ZeroOrMore, 25_000),
  sigma: z._default(ZeroOrMore, 0.8),
  least: z._default(ZeroOrMore, 100),
  most: z._default(ZeroOrMore, 5_000_000),
  locks: z._default(z.array(z.strictObject({ months: Periods, weight: Fraction })).check(z.minLength(1)), [
    { months: 6, weight: 0.3 },
    { months: 9, weight: 0.15 },
    { months: 12, weight: 0.35 },
    { months: 18, weight: 0.1 },
    { months: 24, weight: 0.1 },
  ]),
  /** The share of commitments that leave early in a period. */
  earlyExit: z._default(Fraction, 0),
})

/** Those who trade with themselves. @see ESS 5, SC-003; M015, invariant 4 */
export const WashSettings = z.strictObject({
  /** USD a period. */
  volume: z._default(ZeroOrMore, 0),
  route: z._default(z.enum(WASH_ROUTES.map(({ name }) => name) as [string, ...string[]]), 'published-cycle'),
  /** `when-profitable`: only while that very trade pays, by the rule of a period’s verdict on wash trading. */
  rule: z._default(z.enum(['always', 'when-profitable']), 'always'),
  messages: z._default(ZeroOrMore, 100),
})

/** Voters, proposals, and changes of the policy that are put to a vote. @see ESS 7.6; readings 2.5, Governance layers */
export const GovernanceSettings = z.strictObject({
  /** A fixed share of those who may vote, or the whole parameters of a beta distribution. */
  participation: z._default(z.union([Fraction, z.strictObject({ alpha: Shape, beta: Shape })]), 0.5),
  /** Expected proposals a period; drawn when `random`. */
  proposals: z._default(Count, 0),
  random: z._default(z.boolean(), false),
  /** The part of the votes that says yes. */
  approval: z._default(Fraction, 0.8),
  changes: z._default(
    z.array(z.strictObject({ at: Periods, name: Named, policy: z.record(z.string(), z.unknown()) })),
    [],
  ),
})
