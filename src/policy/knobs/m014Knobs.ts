import * as z from 'zod/mini'
import { M014_PARAMETERS } from '../../mechanisms/m014-authority-validator-governance/bounds.ts'
import { RatioText, TimeText, UregenText } from '../../primitives/schemas.ts'
import { bounded, choice } from '../knob.ts'
import { kinds } from '../settings.ts'

const of = M014_PARAMETERS

const MetricName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'a metric has a plain name'))

const WeightsJson = z
  .record(MetricName, RatioText)
  .check(z.refine(weights => Object.keys(weights).length <= 20, 'at most 20 metrics'))

/** Every open point of M014, authority validator governance. */
export const M014_KNOBS = {
  minValidators: bounded(of.minValidators, z.int(), 15),
  maxValidators: bounded(of.maxValidators, z.int(), 21),
  compositionMinimum: bounded(
    of.compositionMinimum,
    z.strictObject({
      infrastructure_builders: z.int(),
      trusted_refi_partners: z.int(),
      ecological_data_stewards: z.int(),
    }),
    { infrastructure_builders: 5, trusted_refi_partners: 5, ecological_data_stewards: 5 },
  ),
  byzantineRule: choice(['gte', 'strict'], of.byzantineRule.layer),
  removalAtMinimum: choice(['allow-escalate', 'block'], of.removalAtMinimum.layer),
  termMonths: bounded(of.termMonths, z.int(), 12),
  termUnit: choice(['months', 'days365'], of.termUnit.layer),
  probationDays: bounded(of.probationDays, z.int(), 30),
  noticeDays: bounded(of.noticeDays, z.int().check(z.maximum(3_650)), 30),
  minStake: bounded(of.minStake, UregenText, '0'),
  minUptime: bounded(of.minUptime, RatioText, '0.995'),
  performanceBasis: bounded(of.performanceBasis, kinds({ uptime: {}, score: { least: RatioText } }), {
    kind: 'uptime',
  }),
  weights: bounded(of.weights, WeightsJson, {
    uptime: '0.4',
    governanceParticipation: '0.3',
    ecosystemContribution: '0.3',
  }),
  nullMetric: choice(['renormalise', 'one', 'zero'], of.nullMetric.layer),
  scoreRounding: choice(['exact', 'basis-points'], of.scoreRounding.layer),
  bonusShare: bounded(of.bonusShare, RatioText, '0.10'),
  compensationModel: choice(['split', 'literal'], of.compensationModel.layer),
  payoutBasis: bounded(
    of.payoutBasis,
    kinds({ 'period-inflow': {}, balance: {}, 'balance/N': { periods: z.int() } }),
    { kind: 'period-inflow' },
  ),
  payRounding: choice(['once', 'parts-first'], of.payRounding.layer),
  noScores: choice(['no-bonus', 'equal-parts'], of.noScores.layer),
  probationCounts: choice(['everywhere', 'nowhere'], of.probationCounts.layer),
  probationPay: bounded(of.probationPay, RatioText, '0.5'),
  probationResidual: choice(['fund', 'redistribute'], of.probationResidual.layer),
  bonusVesting: choice(['quarterly', 'none'], of.bonusVesting.layer),
  seedBy: choice(['incumbents', 'vote'], of.seedBy.layer),
  targetDate: bounded(of.targetDate, z.nullable(TimeText), null),
  unbondingDays: bounded(of.unbondingDays, z.int(), 21),
  maxPowerChange: bounded(of.maxPowerChange, RatioText, '0.3'),
} as const
