import { type Bounds, boundsOf } from '../../primitives/parameter.ts'
import { isOne, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import { ACTIVITY_KINDS, type Clock, REWARD_CHOICES, type RewardConfig } from './params.ts'

/** Least and most of each fraction, in per cent. */
export const PERCENT_BOUNDS = {
  rejectedProposalShare: [0n, 100n],
  autoShare: [0n, 100n],
  stabilityRate: [2n, 12n],
  maxStabilityShare: [0n, 30n],
  earlyExitPenalty: [0n, 50n],
} as const

/** Least and most of each count. */
export const COUNT_BOUNDS = {
  pairWindowDays: [0, 366],
  minLockMonths: [1, 120],
  maxLockMonths: [1, 120],
  periodsPerYear: [1, 366],
  minScorers: [1, 1_000_000],
  trackingMonths: [0, 120],
} as const

/** Below, at or above a per cent value, by sign. */
export const percentOf = ({ num, den }: Ratio, percent: bigint): bigint => 100n * num - percent * den

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

const isAmount = { bounds: '0 or more', holds: (amount: bigint) => amount >= 0n }

/** Periods, or seconds of at most a year. */
export const CLOCK = {
  bounds: 'periods, or seconds with a period of 1 second to a year',
  holds: (clock: Clock) => clock.kind === 'periods' || isWhole(clock.period, 1, 31_536_000),
}

/** What the formulas hold their parameters against; a period may be a block, of which a year has millions. */
export const M015_BOUNDS = /* @__PURE__ */ (() => ({
  ...Object.fromEntries(
    Object.entries(PERCENT_BOUNDS).map(([name, [least, most]]): [string, Bounds<Ratio>] => [
      name,
      {
        bounds: `${least} % to ${most} %`,
        holds: value => percentOf(value, least) >= 0n && percentOf(value, most) <= 0n,
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(COUNT_BOUNDS).map(([name, [least, most]]): [string, Bounds<number>] => [
      name,
      {
        bounds: `a whole number from ${least} to ${most}`,
        holds: value => isWhole(value, least, name === 'periodsPerYear' ? Infinity : most),
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(REWARD_CHOICES).map(([name, choices]): [string, Bounds<string>] => [
      name,
      { bounds: choices.join(' or '), holds: value => (choices as readonly string[]).includes(value) },
    ]),
  ),
  clock: CLOCK,
  minActivityValue: isAmount,
  minCommitment: isAmount,
  rewardCapPerOwnFees: {
    bounds: '0 or more and below 1, or null',
    holds: (cap: Ratio | null) => cap === null || (cap.num >= 0n && cap.num < cap.den),
  },
  weights: {
    bounds: 'five weights of 0.05 or more that sum to 1',
    holds: (weights: RewardConfig['weights']) =>
      ACTIVITY_KINDS.every(kind => percentOf(weights[kind], 5n) >= 0n) &&
      isOne(sumRatios(...ACTIVITY_KINDS.map(kind => weights[kind]))),
  },
}))() as { readonly [field in keyof RewardConfig]?: Bounds<RewardConfig[field]> }

/** Refuses parameters outside of their bounds. */
export const requireBounds = /* @__PURE__ */ boundsOf<RewardConfig>(M015_BOUNDS)

/** A fraction of 0 to 1. */
export const PART: Bounds<Ratio> = /* @__PURE__ */ (() => ({
  bounds: '0 to 1',
  holds: ({ num, den }: Ratio) => num >= 0n && num <= den,
}))()
