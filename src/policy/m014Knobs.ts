import * as z from 'zod/mini'
import { M014_PARAMETERS } from '../mechanisms/m014-authority-validator-governance/bounds.ts'
import { RatioText, TimeText, UregenText } from '../primitives/schemas.ts'
import { choice, knob } from './knob.ts'
import { kinds, within } from './settings.ts'

const of = M014_PARAMETERS

const MetricName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'a metric has a plain name'))

/** Every open point of M014, authority validator governance. */
export const M014_KNOBS = {
  minValidators: knob(within(z.int(), of.minValidators), 15),
  maxValidators: knob(within(z.int(), of.maxValidators), 21),
  compositionMinimum: knob(
    within(
      z.strictObject({
        infrastructure_builders: z.int(),
        trusted_refi_partners: z.int(),
        ecological_data_stewards: z.int(),
      }),
      of.compositionMinimum,
    ),
    { infrastructure_builders: 5, trusted_refi_partners: 5, ecological_data_stewards: 5 },
  ),
  byzantineRule: choice(['gte', 'strict']),
  removalAtMinimum: choice(['allow-escalate', 'block']),
  termMonths: knob(within(z.int(), of.termMonths), 12),
  termUnit: choice(['months', 'days365']),
  probationDays: knob(within(z.int(), of.probationDays), 30),
  noticeDays: knob(within(z.int().check(z.maximum(3_650)), of.noticeDays), 30),
  minStake: knob(within(UregenText, of.minStake), '0'),
  minUptime: knob(within(RatioText, of.minUptime), '0.995'),
  weights: knob(within(z.record(MetricName, RatioText), of.weights), {
    uptime: '0.4',
    governanceParticipation: '0.3',
    ecosystemContribution: '0.3',
  }),
  nullMetric: choice(['renormalise', 'one', 'zero']),
  bonusShare: knob(within(RatioText, of.bonusShare), '0.10'),
  compensationModel: choice(['split', 'literal']),
  payoutBasis: knob(
    within(kinds({ 'period-inflow': {}, balance: {}, 'balance/N': { periods: z.int() } }), of.payoutBasis),
    { kind: 'period-inflow' },
  ),
  probationPay: knob(within(RatioText, of.probationPay), '0.5'),
  probationResidual: choice(['fund', 'redistribute']),
  bonusVesting: choice(['quarterly', 'none']),
  seedBy: choice(['incumbents', 'vote']),
  targetDate: knob(within(z.nullable(TimeText), of.targetDate), null),
  unbondingDays: knob(within(z.int(), of.unbondingDays), 21),
  maxPowerChange: knob(within(RatioText, of.maxPowerChange), '0.3'),
} as const
