import * as z from 'zod/mini'
import { M014_PARAMETERS } from '../../mechanisms/m014-authority-validator-governance/bounds.ts'
import { M014_V0 } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { RatioText, TimeText, UregenText } from '../../primitives/schemas.ts'
import { kinds } from '../kinds.ts'
import { knobsOf } from '../knob.ts'

const MetricName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'a metric has a plain name'))

const WeightsJson = z
  .record(MetricName, RatioText)
  .check(z.refine(weights => Object.keys(weights).length <= 20, 'at most 20 metrics'))

/** Every open point of M014, authority validator governance. */
export const M014_KNOBS = knobsOf(M014_PARAMETERS, M014_V0, {
  minValidators: {
    schema: z.int(),
    question: 'OQ-M014-1',
    source: 'SPEC M014, min_validators',
    alternatives: ['1 to maxValidators'],
  },
  maxValidators: {
    schema: z.int(),
    question: 'OQ-M014-1',
    source: 'SPEC M014, max_validators',
    alternatives: ['minValidators or more'],
  },
  compositionMinimum: {
    schema: z.strictObject({
      infrastructure_builders: z.int(),
      trusted_refi_partners: z.int(),
      ecological_data_stewards: z.int(),
    }),
    question: null,
    source: 'SPEC M014, composition_ratios: 5/5/5',
    alternatives: ['4/4/4 while the set is built up'],
  },
  byzantineRule: { question: null, source: 'readings 2.3 #6: n ≥ 3f + 1, as in CometBFT' },
  removalAtMinimum: {
    question: null,
    source: 'readings 2.3 #7; SPEC M014, invariant 6, Graceful Degradation',
  },
  termMonths: {
    schema: z.int(),
    question: null,
    source: 'SPEC M014, term_length',
    alternatives: ['1 month or more'],
  },
  termUnit: { question: null, source: 'readings 2.3 #8: calendar months in UTC' },
  probationDays: {
    schema: z.int(),
    question: null,
    source: 'SPEC M014, probation_period',
    alternatives: ['1 day or more'],
  },
  noticeDays: {
    schema: z.int().check(z.maximum(3_650)),
    question: null,
    source: 'SPEC M014, early_exit: 30-day notice',
    alternatives: ['0 days or more'],
  },
  minStake: {
    schema: UregenText,
    question: null,
    source: 'readings 2.3 #13: proof of authority has power and no stake',
    alternatives: ['any amount'],
  },
  minUptime: { schema: RatioText, question: null, source: 'SPEC M014, min_uptime', alternatives: ['0 to 1'] },
  performanceBasis: {
    schema: kinds({ uptime: {}, score: { least: RatioText } }),
    question: null,
    source: 'SPEC M014, ACTIVE → PROBATION: performance below threshold; min_uptime is the only one there is',
    alternatives: ['score of 0.70 (contract drafts)'],
  },
  weights: {
    schema: WeightsJson,
    question: 'OQ-M014-2',
    source: 'SPEC M014, performance_bonus: metrics',
    alternatives: ['other metrics, such as uptime, governance and block production; sum 1'],
  },
  nullMetric: { question: null, source: 'readings 2.3 #4: what was not measured is left out' },
  scoreRounding: {
    question: null,
    source: 'readings, introduction: one floor, last',
    alternatives: ['basis-points: a score is cut to whole basis points (contract drafts)'],
  },
  bonusShare: {
    schema: RatioText,
    question: 'OQ-M014-2',
    source: 'SPEC M014, performance_bonus_share',
    alternatives: ['0: equal pay', 'up to 1'],
  },
  compensationModel: {
    question: null,
    source: 'readings 2.3 #1: 90 % base and 10 % bonus; literal is 110 % of the fund',
  },
  payoutBasis: {
    schema: kinds({ 'period-inflow': {}, balance: {}, 'balance/N': { periods: z.int() } }),
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
  probationPay: { schema: RatioText, question: null, source: 'readings 2.3 #3', alternatives: ['0 to 1'] },
  probationResidual: { question: null, source: 'readings 2.3 #3' },
  bonusVesting: {
    question: null,
    source: 'readings 2.3 #11: an early exit forfeits the bonus of the quarter',
  },
  seedBy: { question: 'OQ-M014-3', source: 'OQ-M014-3: active validators that meet the criteria' },
  targetDate: {
    schema: z.nullable(TimeText),
    question: 'OQ-M014-4',
    source: 'readings §7: not set',
    alternatives: ['a UTC date'],
  },
  unbondingDays: {
    schema: z.int(),
    question: 'OQ-M014-5',
    source: 'the unbonding time of the chain',
    alternatives: ['1 day or more'],
  },
  maxPowerChange: {
    schema: RatioText,
    question: null,
    source: 'readings 2.3 #13: an authority module’s limit for one block',
    alternatives: ['0 to 1'],
  },
})
