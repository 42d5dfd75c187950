import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** The three categories of validators. @see SPEC M014, Validator Composition */
export const CATEGORIES = [
  'infrastructure_builders',
  'trusted_refi_partners',
  'ecological_data_stewards',
] as const

/** A category of validators: each has a least number of seats. @see SPEC M014 */
export type Category = (typeof CATEGORIES)[number]

/** A number of validators for each category. */
export type PerCategory = { readonly [category in Category]: number }

/**
 * What a score is made of, and how much each part weighs; the weights sum to 1. The specification's three are
 * uptime_score, governance_participation and ecosystem_contribution.
 */
export type Weights = { readonly [metric: string]: Ratio }

/** How much of the validator fund a period pays out. */
export type PayoutBasis =
  | { readonly kind: 'period-inflow' | 'balance' }
  | { readonly kind: 'balance/N'; readonly periods: number }

/** Every parameter of M014; bounds and governance layers are in `M014_PARAMETERS`. @see SPEC M014, Governance Parameters */
export type ValidatorParams = {
  /** min_validators (OQ-M014-1) */
  readonly minValidators: number
  /** max_validators (OQ-M014-1) */
  readonly maxValidators: number
  /** composition_ratios: the least of each category */
  readonly compositionMinimum: PerCategory
  readonly byzantineRule: 'gte' | 'strict'
  readonly removalAtMinimum: 'allow-escalate' | 'block'
  /** term_length in months */
  readonly termMonths: number
  /** Calendar months in UTC, or years of 365 days. */
  readonly termUnit: 'months' | 'days365'
  /** probation_period in days */
  readonly probationDays: number
  /** Days between the notice and an early exit. */
  readonly noticeDays: number
  /** The bonded minimum; proof of authority has power and no stake. */
  readonly minStake: Uregen
  /** min_uptime */
  readonly minUptime: Ratio
  /** What `performance below threshold` looks at: the uptime against min_uptime, or the score against a threshold. */
  readonly performanceBasis: { readonly kind: 'uptime' } | { readonly kind: 'score'; readonly least: Ratio }
  readonly weights: Weights
  /** A metric that was not measured: left out, or counted as 1 or 0. */
  readonly nullMetric: 'renormalise' | 'one' | 'zero'
  /** Whether a score is exact, or cut to whole basis points, as a contract keeps it. */
  readonly scoreRounding: 'exact' | 'basis-points'
  /** performance_bonus_share of the fund; 0 pays everybody the same (OQ-M014-2) */
  readonly bonusShare: Ratio
  /** `literal` pays the base from the whole fund and the bonus on top of it, which is more than there is. */
  readonly compensationModel: 'split' | 'literal'
  readonly payoutBasis: PayoutBasis
  /** Whether a pay is floored once, or the two parts of the fund are floored before they are shared out. */
  readonly payRounding: 'once' | 'parts-first'
  /** The bonus of a period in which nobody has a score: none, or equal parts. */
  readonly noScores: 'no-bonus' | 'equal-parts'
  /** Whether a validator in PROBATION counts, in the composition and in the pay, or is left out of both. */
  readonly probationCounts: 'everywhere' | 'nowhere'
  /** The share of its pay that a validator keeps in PROBATION. */
  readonly probationPay: Ratio
  /** Where the rest of that pay goes: back to the fund, or to those who are ACTIVE. */
  readonly probationResidual: 'fund' | 'redistribute'
  readonly bonusVesting: 'quarterly' | 'none'
  /** Who the first validators are (OQ-M014-3). */
  readonly seedBy: 'incumbents' | 'vote'
  /** When proof of authority should be in force, as a UTC date; null is not set (OQ-M014-4). */
  readonly targetDate: string | null
  /** Days over which delegations fall to 0 in TRANSITION (OQ-M014-5). */
  readonly unbondingDays: number
  /** The share of all power that may change in one block. */
  readonly maxPowerChange: Ratio
}

const ofEach = (least: number): PerCategory => ({
  infrastructure_builders: least,
  trusted_refi_partners: least,
  ecological_data_stewards: least,
})

/** At least five of each category. */
export const COMPOSITION_5_5_5: PerCategory = /* @__PURE__ */ ofEach(5)

/** At least four of each category, while the set is built up. */
export const PHASE_IN_4_4_4: PerCategory = /* @__PURE__ */ ofEach(4)

/** M014 as first specified, with the readings this SDK starts from. */
export const M014_V0: ValidatorParams = /* @__PURE__ */ (() => ({
  minValidators: 15,
  maxValidators: 21,
  compositionMinimum: COMPOSITION_5_5_5,
  byzantineRule: 'gte',
  removalAtMinimum: 'allow-escalate',
  termMonths: 12,
  termUnit: 'months',
  probationDays: 30,
  noticeDays: 30,
  minStake: 0n as Uregen,
  minUptime: ratio(995n, 1_000n),
  performanceBasis: { kind: 'uptime' },
  weights: {
    uptime: ratio(4n, 10n),
    governanceParticipation: ratio(3n, 10n),
    ecosystemContribution: ratio(3n, 10n),
  },
  nullMetric: 'renormalise',
  scoreRounding: 'exact',
  bonusShare: ratio(1n, 10n),
  compensationModel: 'split',
  payoutBasis: { kind: 'period-inflow' },
  payRounding: 'once',
  noScores: 'no-bonus',
  probationCounts: 'everywhere',
  probationPay: ratio(1n, 2n),
  probationResidual: 'fund',
  bonusVesting: 'quarterly',
  seedBy: 'incumbents',
  targetDate: null,
  unbondingDays: 21,
  maxPowerChange: ratio(3n, 10n),
}))()
