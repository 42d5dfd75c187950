import * as z from 'zod/mini'
import { M015_PARAMETERS, WEIGHT } from '../../mechanisms/m015-contribution-weighted-rewards/bounds.ts'
import { M015_V0 } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { RatioText, UregenText, within } from '../../primitives/schemas.ts'
import { kinds } from '../kinds.ts'
import { knobsOf } from '../knob.ts'

const WeightText = RatioText.check(within(WEIGHT))

/** Every open point of M015, contribution-weighted rewards. */
export const M015_KNOBS = knobsOf(M015_PARAMETERS, M015_V0, {
  weights: {
    schema: z.strictObject({
      purchase: WeightText,
      retirement: WeightText,
      facilitation: WeightText,
      vote: WeightText,
      proposal: WeightText,
    }),
    question: null,
    source: 'SPEC M015, Activity Weights',
    alternatives: ['0.05 or more each, sum 1; one change moves a weight by at most 0.10'],
  },
  rejectedProposalShare: {
    schema: RatioText,
    question: null,
    source: 'SPEC M015, Governance Proposal: 0.05 of 0.10 with quorum alone',
    alternatives: ['0 to 1'],
  },
  scoring: {
    question: null,
    source: 'readings 2.4 #1: uregen and counts are added as they are',
    alternatives: [
      'normalised-per-activity',
      'counts-to-largest: votes and proposals as a share of the period’s largest (contract drafts)',
    ],
  },
  scoreRounding: {
    question: null,
    source: 'readings, introduction: one floor, last',
    alternatives: ['floored: each term of a score is floored (contract drafts)'],
  },
  scoreBasis: { question: 'OQ-M015-4', source: 'SPEC M015, Activity Scoring; readings 3.5' },
  minActivityValue: {
    schema: UregenText,
    question: 'OQ-M015-4',
    source: 'OQ-M015-4: 1 REGEN',
    alternatives: ['0 or more'],
  },
  autoRetireScoring: {
    question: null,
    source: 'readings 2.2 #10; SPEC M015, invariant 5, No Double-Counting',
  },
  facilitationId: { question: 'OQ-M015-2', source: 'OQ-M015-2: metadata and registry' },
  selfFacilitation: { question: 'OQ-M015-4', source: 'readings 2.4 #10: the cheapest wash multiplier' },
  pairTrades: { question: 'OQ-M015-4', source: 'readings 3.5: same-controller pair detection' },
  pairWindowDays: {
    schema: z.int(),
    question: 'OQ-M015-4',
    source: 'readings 3.5',
    alternatives: ['0 to 366'],
  },
  rewardCapPerOwnFees: {
    schema: z.nullable(RatioText),
    question: 'OQ-M015-4',
    source: 'readings 3.5: below 1 no wash trade pays, whatever the mix',
    alternatives: ['below 1'],
  },
  minScorers: {
    schema: z.int(),
    question: 'OQ-M015-4',
    source: 'readings 3.5: with fewer scorers nothing is distributed',
    alternatives: ['1 or more'],
  },
  rewardDust: {
    question: null,
    source: 'readings 2.4: the dust of the floors goes to the largest exact score',
    alternatives: ['nobody: it stays where it is (contract drafts)'],
  },
  noActivity: { question: null, source: 'readings 2.4 #2: "≤ inflow" stays true' },
  autoShare: {
    schema: RatioText,
    question: 'OQ-M015-3',
    source: 'OQ-M015-3: 70/30, before the stability cap',
    alternatives: ['1', '0 to 1'],
  },
  stabilityRate: {
    schema: RatioText,
    question: 'OQ-M015-1',
    source: 'SPEC M015, annual_return: 6 %',
    alternatives: ['0.02 to 0.12'],
  },
  safetyValve: { question: 'OQ-M015-1', source: '5.2: one percentage point less after three capped periods' },
  maxStabilityShare: {
    schema: RatioText,
    question: null,
    source: 'SPEC M015, invariant 2, Stability Cap',
    alternatives: ['0 to 0.30'],
  },
  stabilityCapBase: { question: 'OQ-M015-3', source: 'readings 2.4 #8: the specification says the inflow' },
  capReference: { question: null, source: 'readings 2.4 #4' },
  queueFill: {
    question: null,
    source: 'readings 2.4 #4',
    alternatives: ['partial', 'everyone: without a queue (contract drafts)'],
  },
  accrual: {
    question: null,
    source: 'readings 2.4 #4: each commitment is promised its own return',
    alternatives: ['pooled: one sum for all, shared out by amount (contract drafts)'],
  },
  accrualEnd: {
    question: null,
    source: 'SPEC M015, COMMITTED → MATURED: the return is for the lock',
    alternatives: ['claim: until it is taken out (contract drafts)'],
  },
  arrears: { question: null, source: 'readings 2.4 #4: what a period cannot fund is not owed' },
  minCommitment: {
    schema: UregenText,
    question: null,
    source: 'SPEC M015, UNCOMMITTED → COMMITTED: 100 REGEN',
    alternatives: ['0 or more'],
  },
  minLockMonths: {
    schema: z.int(),
    question: null,
    source: 'SPEC M015, min_lock_period',
    alternatives: ['1 to maxLockMonths'],
  },
  maxLockMonths: {
    schema: z.int(),
    question: null,
    source: 'SPEC M015, max_lock_period',
    alternatives: ['minLockMonths to 120'],
  },
  earlyExitPenalty: {
    schema: RatioText,
    question: null,
    source: 'SPEC M015, early_exit_penalty: of the rewards, never of the principal',
    alternatives: ['0 to 0.50'],
  },
  forfeitTo: { question: null, source: 'readings 2.4 #5' },
  lockedTokens: { question: null, source: 'readings 2.4 #14' },
  periodsPerYear: {
    schema: z.int(),
    question: null,
    source: 'readings 2.4 #6: weeks, floor(365 / 52) days each; a month is a twelfth of them',
    alternatives: ['1 to 366'],
  },
  clock: {
    schema: kinds({ periods: {}, seconds: { period: z.int() } }),
    question: null,
    source: 'readings 2.4 #6: periods, of which `periodsPerYear` are a year',
    alternatives: [
      'seconds: a period of so many; a year is 31,556,926 and a month 2,629,744 (contract drafts)',
    ],
  },
  trackingMonths: {
    schema: z.int(),
    question: null,
    source: 'SPEC M015, TRACKING → DISTRIBUTING',
    alternatives: ['0 to 120'],
  },
  retroactiveTracking: { question: null, source: 'readings 2.4 #12: calibration before payouts' },
  payout: { question: null, source: 'readings 2.4 #13; SPEC M015, claims' },
})
