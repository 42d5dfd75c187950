import * as z from 'zod/mini'
import { REWARD_CHOICES as of } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { RatioText, UregenText } from '../primitives/schemas.ts'
import { choice, knob } from './knob.ts'

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
  ),
  rejectedProposalShare: knob(RatioText, '0.5'),
  scoring: choice(of.scoring),
  scoreBasis: choice(of.scoreBasis),
  minActivityValue: knob(UregenText, '1000000'),
  autoRetireScoring: choice(of.autoRetireScoring),
  facilitationId: choice(of.facilitationId),
  selfFacilitation: choice(of.selfFacilitation),
  pairTrades: choice(of.pairTrades),
  pairWindowDays: knob(z.int(), 7),
  rewardCapPerOwnFees: knob(z.nullable(RatioText), null),
  minScorers: knob(z.int(), 1),
  noActivity: choice(of.noActivity),
  autoShare: knob(RatioText, '0.70'),
  stabilityRate: knob(RatioText, '0.06'),
  safetyValve: choice(of.safetyValve),
  maxStabilityShare: knob(RatioText, '0.30'),
  stabilityCapBase: choice(of.stabilityCapBase),
  capReference: choice(of.capReference),
  queueFill: choice(of.queueFill),
  arrears: choice(of.arrears),
  minCommitment: knob(UregenText, '100000000'),
  minLockMonths: knob(z.int(), 6),
  maxLockMonths: knob(z.int(), 24),
  earlyExitPenalty: knob(RatioText, '0.50'),
  forfeitTo: choice(of.forfeitTo),
  lockedTokens: choice(of.lockedTokens),
  periodsPerYear: knob(z.int(), 52),
  trackingMonths: knob(z.int(), 3),
  retroactiveTracking: choice(of.retroactiveTracking),
  payout: choice(of.payout),
} as const
