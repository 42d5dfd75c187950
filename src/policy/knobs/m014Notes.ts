import type { Notes } from '../knob.ts'
import type { M014_KNOBS } from './m014Knobs.ts'

/** The question behind each knob of M014, authority validator governance: where its default comes from, and who may change it. */
export const M014_NOTES: Notes<typeof M014_KNOBS> = {
  minValidators: {
    question: 'OQ-M014-1',
    source: 'SPEC M014, min_validators',
    alternatives: ['1 to maxValidators'],
  },
  maxValidators: {
    question: 'OQ-M014-1',
    source: 'SPEC M014, max_validators',
    alternatives: ['minValidators or more'],
  },
  compositionMinimum: {
    question: null,
    source: 'SPEC M014, composition_ratios: 5/5/5',
    alternatives: ['4/4/4 while the set is built up'],
  },
  byzantineRule: {
    question: null,
    source: 'readings 2.3 #6: n ≥ 3f + 1, as in CometBFT',
  },
  removalAtMinimum: {
    question: null,
    source: 'readings 2.3 #7; SPEC M014, invariant 6, Graceful Degradation',
  },
  termMonths: {
    question: null,
    source: 'SPEC M014, term_length',
    alternatives: ['1 month or more'],
  },
  termUnit: {
    question: null,
    source: 'readings 2.3 #8: calendar months in UTC',
  },
  probationDays: {
    question: null,
    source: 'SPEC M014, probation_period',
    alternatives: ['1 day or more'],
  },
  noticeDays: {
    question: null,
    source: 'SPEC M014, early_exit: 30-day notice',
    alternatives: ['0 days or more'],
  },
  minStake: {
    question: null,
    source: 'readings 2.3 #13: proof of authority has power and no stake',
    alternatives: ['any amount'],
  },
  minUptime: {
    question: null,
    source: 'SPEC M014, min_uptime',
    alternatives: ['0 to 1'],
  },
  performanceBasis: {
    question: null,
    source: 'SPEC M014, ACTIVE → PROBATION: performance below threshold; min_uptime is the only one there is',
    alternatives: ['score of 0.70 (contract drafts)'],
  },
  weights: {
    question: 'OQ-M014-2',
    source: 'SPEC M014, performance_bonus: metrics',
    alternatives: ['other metrics, such as uptime, governance and block production; sum 1'],
  },
  nullMetric: {
    question: null,
    source: 'readings 2.3 #4: what was not measured is left out',
  },
  scoreRounding: {
    question: null,
    source: 'readings, introduction: one floor, last',
    alternatives: ['basis-points: a score is cut to whole basis points (contract drafts)'],
  },
  bonusShare: {
    question: 'OQ-M014-2',
    source: 'SPEC M014, performance_bonus_share',
    alternatives: ['0: equal pay', 'up to 1'],
  },
  compensationModel: {
    question: null,
    source: 'readings 2.3 #1: 90 % base and 10 % bonus; literal is 110 % of the fund',
  },
  payoutBasis: {
    question: null,
    source: 'readings 2.3 #2: the "/ period" of the specification',
    alternatives: ['balance', 'balance/N'],
  },
  payRounding: {
    question: null,
    source: 'readings 2.3 #1: base and bonus are floored once each',
    alternatives: [
      'parts-first: the 90 % and the 10 % are floored before they are shared out (contract drafts)',
    ],
  },
  noScores: {
    question: null,
    source: 'readings 2.3 #4: a bonus is for a score, and nobody has one',
    alternatives: ['equal-parts (contract drafts)'],
  },
  probationCounts: {
    question: null,
    source: 'readings 2.3 #3: a validator in PROBATION serves',
    alternatives: ['nowhere: neither in the composition nor in the pay (contract drafts)'],
  },
  probationPay: {
    question: null,
    source: 'readings 2.3 #3',
    alternatives: ['0 to 1'],
  },
  probationResidual: {
    question: null,
    source: 'readings 2.3 #3',
  },
  bonusVesting: {
    question: null,
    source: 'readings 2.3 #11: an early exit forfeits the bonus of the quarter',
  },
  seedBy: {
    question: 'OQ-M014-3',
    source: 'OQ-M014-3: active validators that meet the criteria',
  },
  targetDate: {
    question: 'OQ-M014-4',
    source: 'readings §7: not set',
    alternatives: ['a UTC date'],
  },
  unbondingDays: {
    question: 'OQ-M014-5',
    source: 'the unbonding time of the chain',
    alternatives: ['1 day or more'],
  },
  maxPowerChange: {
    question: null,
    source: 'readings 2.3 #13: an authority module’s limit for one block',
    alternatives: ['0 to 1'],
  },
}
