import {
  type Bounds,
  boundsOf,
  isWhole,
  type Layer,
  oneOf,
  type ParameterTable,
} from '../../primitives/parameter.ts'
import { isOne, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import { ACTIVITY_KINDS, REWARD_CHOICES as names, type RewardConfig } from './params.ts'

/** Below, at or above a per cent value, by sign. */
const percentOf = ({ num, den }: Ratio, percent: bigint): bigint => 100n * num - percent * den

const percent = (layer: Layer, least: bigint, most: bigint) => ({
  layer,
  bounds: `${least} % to ${most} %`,
  holds: (value: Ratio) => percentOf(value, least) >= 0n && percentOf(value, most) <= 0n,
})

const count = (layer: Layer, least: number, most: number) => ({
  layer,
  bounds: `a whole number from ${least} to ${most}`,
  holds: (value: number) => isWhole(value, least, most),
})

const amount = (layer: Layer) => ({ layer, bounds: '0 or more', holds: (value: bigint) => value >= 0n })

/** What holds of each weight by itself. */
export const WEIGHT: Bounds<Ratio> = {
  bounds: '0.05 or more',
  holds: weight => percentOf(weight, 5n) >= 0n,
}

/** Bounds and governance layer of each parameter. @see SPEC M015, Governance Parameters and invariant 2, Stability Cap */
export const M015_PARAMETERS: ParameterTable<RewardConfig> = {
  weights: {
    layer: 'L2',
    bounds: `five weights of ${WEIGHT.bounds} that sum to 1`,
    holds: weights =>
      ACTIVITY_KINDS.every(kind => WEIGHT.holds(weights[kind])) &&
      isOne(sumRatios(...ACTIVITY_KINDS.map(kind => weights[kind]))),
  },
  rejectedProposalShare: percent('L2', 0n, 100n),
  scoring: oneOf('L3', ...names.scoring),
  scoreRounding: oneOf('L3', ...names.scoreRounding),
  scoreBasis: oneOf('L3', ...names.scoreBasis),
  minActivityValue: amount('L2'),
  autoRetireScoring: oneOf('L3', ...names.autoRetireScoring),
  facilitationId: oneOf('L3', ...names.facilitationId),
  selfFacilitation: oneOf('L3', ...names.selfFacilitation),
  pairTrades: oneOf('L3', ...names.pairTrades),
  pairWindowDays: count('L2', 0, 366),
  rewardCapPerOwnFees: {
    layer: 'L3',
    bounds: '0 or more and below 1, or null',
    // From 1 on it would cap nothing that matters.
    holds: cap => cap === null || (cap.num >= 0n && cap.num < cap.den),
  },
  minScorers: count('L2', 1, 1_000_000),
  rewardDust: oneOf('L3', ...names.rewardDust),
  noActivity: oneOf('L3', ...names.noActivity),
  autoShare: percent('L3', 0n, 100n),
  stabilityRate: percent('L3', 2n, 12n),
  safetyValve: oneOf('L3', ...names.safetyValve),
  maxStabilityShare: percent('L3', 0n, 30n),
  stabilityCapBase: oneOf('L3', ...names.stabilityCapBase),
  capReference: oneOf('L2', ...names.capReference),
  queueFill: oneOf('L2', ...names.queueFill),
  accrual: oneOf('L3', ...names.accrual),
  accrualEnd: oneOf('L3', ...names.accrualEnd),
  arrears: oneOf('L3', ...names.arrears),
  minCommitment: amount('L3'),
  minLockMonths: count('L3', 1, 120),
  maxLockMonths: count('L3', 1, 120),
  earlyExitPenalty: percent('L3', 0n, 50n),
  forfeitTo: oneOf('L3', ...names.forfeitTo),
  lockedTokens: oneOf('L3', ...names.lockedTokens),
  periodsPerYear: count('L2', 1, 366),
  clock: {
    layer: 'L2',
    bounds: 'periods, or seconds with a period of 1 second to a year',
    holds: clock => clock.kind === 'periods' || isWhole(clock.period, 1, 31_536_000),
  },
  trackingMonths: count('L3', 0, 120),
  retroactiveTracking: oneOf('L3', ...names.retroactiveTracking),
  payout: oneOf('L2', ...names.payout),
}

/** Refuses parameters outside of their bounds. For a formula a period may also be a block, of which a year has millions. */
export const requireBounds = /* @__PURE__ */ boundsOf<RewardConfig>({
  ...M015_PARAMETERS,
  periodsPerYear: { bounds: 'a whole number of 1 or more', holds: value => isWhole(value, 1) },
})
