import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** What earns a score. @see SPEC M015, Activity Weights */
export const ACTIVITY_KINDS = ['purchase', 'retirement', 'facilitation', 'vote', 'proposal'] as const

/** A kind of activity that has a weight of its own. @see SPEC M015 */
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** The weight of each activity; they sum to exactly 1. */
export type ActivityWeights = { readonly [kind in ActivityKind]: Ratio }

/** Every point of M015 that is a choice between names, the default first. */
export const REWARD_CHOICES = {
  /**
   * `raw` adds uregen and counts as they are; `normalised-per-activity` gives each activity weight × pool to split; `counts-to-largest` adds uregen, and
   * counts as a share of the period's largest, worth one REGEN.
   */
  scoring: ['raw', 'normalised-per-activity', 'counts-to-largest'],
  /** Whether a score is exact, or each of its terms floored; shares of `normalised-per-activity` stay exact. */
  scoreRounding: ['exact', 'floored'],
  /** `fee-paid` scores the fees of a participant instead of the values. */
  scoreBasis: ['value', 'fee-paid'],
  /** What a purchase that retires at once counts as; `both` is double counting, and reported. */
  autoRetireScoring: ['purchase', 'retirement', 'both'],
  /** Whether a platform earns facilitation on a trade or retirement of its own address. */
  selfFacilitation: ['exclude', 'count'],
  /** OQ-M015-2: named in the memo and registered; registered; or facilitation earns nothing. */
  facilitationId: ['memo', 'registry', 'none'],
  /** Purchases where A buys from B and B from A within the window. */
  pairTrades: ['count', 'exclude'],
  /** What the stability cap is a share of. OQ-M015-3: the specification says the inflow. */
  stabilityCapBase: ['inflow', 'auto'],
  /** The inflow that admission to the stability tier measures against. */
  capReference: ['last', 'trailing-4', 'min-trailing'],
  /** Whether a commitment is admitted only as a whole; `everyone` is admitted at once, whatever the cap. */
  queueFill: ['whole', 'partial', 'everyone'],
  /** Whether each commitment is owed its own return, or all of them one sum that is shared out, without the dust, by amount. */
  accrual: ['per-commitment', 'pooled'],
  /** Whether a commitment earns until its lock is over, or until it is taken out. */
  accrualEnd: ['maturity', 'claim'],
  /** Whether what a period could not fund is due again in the next. */
  arrears: ['none', 'carry'],
  /** Where the rewards go that an early exit forfeits. */
  forfeitTo: ['community', 'module'],
  /** OQ-M015-1: one percentage point less after three capped periods in a row. */
  safetyValve: ['off', 'on'],
  /** Whether committed tokens count in a vote. */
  lockedTokens: ['cannot-vote', 'vote'],
  /** Who gets what the floors of the rewards leave: the largest score, or nobody. */
  rewardDust: ['largest', 'nobody'],
  /** Where an activity pool goes, or the part of it, that nobody earned. */
  noActivity: ['return-to-community', 'carry-over', 'governance-reserve'],
  /** Whether the first distribution also pays what was scored while TRACKING. */
  retroactiveTracking: ['exclude', 'include'],
  /** Whether rewards wait to be claimed or are sent. */
  payout: ['claim', 'auto'],
} as const

/**
 * How time is told: a year is `periodsPerYear` periods and a month a twelfth of them; or a period is so many seconds, a year 31,556,926 of them and a
 * month 2,629,744, as the contract drafts have it.
 */
export type Clock = { readonly kind: 'periods' } | { readonly kind: 'seconds'; readonly period: number }

/** The seconds of a year for a clock that counts in seconds, as the contract drafts have it. */
export const YEAR_SECONDS = 31_556_926n

/** The seconds of a month for a clock that counts in seconds: a twelfth of such a year, rounded up. */
export const MONTH_SECONDS = 2_629_744n

type Choices = { readonly [name in keyof typeof REWARD_CHOICES]: (typeof REWARD_CHOICES)[name][number] }

/** Every parameter of M015; bounds and governance layers are in `M015_PARAMETERS`. @see SPEC M015, Storage: RewardConfig */
export type RewardConfig = Choices & {
  readonly weights: ActivityWeights
  /** Proposal submission anti-gaming: the part of a proposal's weight earned with quorum but without a majority, 1/2. */
  readonly rejectedProposalShare: Ratio
  /** OQ-M015-4: a purchase or retirement of less earns nothing. */
  readonly minActivityValue: Uregen
  /** How far apart, in days, two opposite purchases may be to count as a pair. */
  readonly pairWindowDays: number
  /** OQ-M015-3: the part of the community inflow that is distributed automatically. */
  readonly autoShare: Ratio
  /** OQ-M015-1: the yearly return of the stability tier. */
  readonly stabilityRate: Ratio
  /** max_stability_share: the most that the stability tier gets of the inflow. */
  readonly maxStabilityShare: Ratio
  readonly minCommitment: Uregen
  readonly minLockMonths: number
  readonly maxLockMonths: number
  /** The part of the funded rewards that an early exit forfeits. */
  readonly earlyExitPenalty: Ratio
  readonly periodsPerYear: number
  /** What a year and a month are: periods, or seconds. */
  readonly clock: Clock
  /** Fewer addresses with a score than this, and nothing is distributed. */
  readonly minScorers: number
  /** λ: no reward for value above this part of one's own fees; null for no such cap. */
  readonly rewardCapPerOwnFees: Ratio | null
  readonly trackingMonths: number
}

const percent = (value: bigint): Ratio => ratio(value, 100n)

/** M015 as first specified, in weekly periods. */
export const M015_V0: RewardConfig = /* @__PURE__ */ (() => ({
  scoring: 'raw',
  scoreRounding: 'exact',
  scoreBasis: 'value',
  autoRetireScoring: 'purchase',
  selfFacilitation: 'exclude',
  facilitationId: 'memo',
  pairTrades: 'count',
  stabilityCapBase: 'inflow',
  capReference: 'last',
  queueFill: 'whole',
  accrual: 'per-commitment',
  accrualEnd: 'maturity',
  arrears: 'none',
  forfeitTo: 'community',
  safetyValve: 'off',
  lockedTokens: 'cannot-vote',
  rewardDust: 'largest',
  noActivity: 'return-to-community',
  retroactiveTracking: 'exclude',
  payout: 'claim',
  weights: {
    purchase: percent(30n),
    retirement: percent(30n),
    facilitation: percent(20n),
    vote: percent(10n),
    proposal: percent(10n),
  },
  rejectedProposalShare: percent(50n),
  minActivityValue: 1_000_000n as Uregen,
  pairWindowDays: 7,
  autoShare: percent(70n),
  stabilityRate: percent(6n),
  maxStabilityShare: percent(30n),
  minCommitment: 100_000_000n as Uregen,
  minLockMonths: 6,
  maxLockMonths: 24,
  earlyExitPenalty: percent(50n),
  periodsPerYear: 52,
  clock: { kind: 'periods' },
  minScorers: 1,
  rewardCapPerOwnFees: null,
  trackingMonths: 3,
}))()
