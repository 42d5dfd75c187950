import * as z from 'zod/mini'
import { REWARD_CHOICES as of } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { RatioText, UregenText } from '../../primitives/schemas.ts'
import { choice, knob } from '../knob.ts'
import { kinds } from '../settings.ts'

/** Every open point of M015, contribution-weighted rewards. Bounds are those of `configProblems`, for the section as a whole. */
export const M015_KNOBS = {
  weights: knob(
    z.strictObject({
      purchase: RatioText,
      retirement: RatioText,
      facilitation: RatioText,
      vote: RatioText,
      proposal: RatioText,
    }),
    { purchase: '0.30', retirement: '0.30', facilitation: '0.20', vote: '0.10', proposal: '0.10' },
    'L2',
  ),
  rejectedProposalShare: knob(RatioText, '0.5', 'L2'),
  scoring: choice(of.scoring, 'L3'),
  scoreRounding: choice(of.scoreRounding, 'L3'),
  scoreBasis: choice(of.scoreBasis, 'L3'),
  minActivityValue: knob(UregenText, '1000000', 'L2'),
  autoRetireScoring: choice(of.autoRetireScoring, 'L3'),
  facilitationId: choice(of.facilitationId, 'L3'),
  selfFacilitation: choice(of.selfFacilitation, 'L3'),
  pairTrades: choice(of.pairTrades, 'L3'),
  pairWindowDays: knob(z.int(), 7, 'L2'),
  rewardCapPerOwnFees: knob(z.nullable(RatioText), null, 'L3'),
  minScorers: knob(z.int(), 1, 'L2'),
  rewardDust: choice(of.rewardDust, 'L3'),
  noActivity: choice(of.noActivity, 'L3'),
  autoShare: knob(RatioText, '0.70', 'L3'),
  stabilityRate: knob(RatioText, '0.06', 'L3'),
  safetyValve: choice(of.safetyValve, 'L3'),
  maxStabilityShare: knob(RatioText, '0.30', 'L3'),
  stabilityCapBase: choice(of.stabilityCapBase, 'L3'),
  capReference: choice(of.capReference, 'L2'),
  queueFill: choice(of.queueFill, 'L2'),
  accrual: choice(of.accrual, 'L3'),
  accrualEnd: choice(of.accrualEnd, 'L3'),
  arrears: choice(of.arrears, 'L3'),
  minCommitment: knob(UregenText, '100000000', 'L3'),
  minLockMonths: knob(z.int(), 6, 'L3'),
  maxLockMonths: knob(z.int(), 24, 'L3'),
  earlyExitPenalty: knob(RatioText, '0.50', 'L3'),
  forfeitTo: choice(of.forfeitTo, 'L3'),
  lockedTokens: choice(of.lockedTokens, 'L3'),
  periodsPerYear: knob(z.int(), 52, 'L2'),
  clock: knob(kinds({ periods: {}, seconds: { period: z.int() } }), { kind: 'periods' }, 'L2'),
  trackingMonths: knob(z.int(), 3, 'L3'),
  retroactiveTracking: choice(of.retroactiveTracking, 'L3'),
  payout: choice(of.payout, 'L2'),
} as const
