import * as z from 'zod/mini'
import { M012_PARAMETERS } from '../mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import {
  CO2_SOURCES,
  MULTIPLIERS,
  type RegrowthRate,
} from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { RatioText, UregenText } from '../primitives/schemas.ts'
import { choice, knob } from './knob.ts'
import { AccountsText, AccountText, kinds, within } from './settings.ts'

const of = M012_PARAMETERS

/** Every open point of M012, fixed cap dynamic supply. */
export const M012_KNOBS = {
  hardCap: knob(within(UregenText, of.hardCap), '221000000000000'),
  overCapPolicy: knob(
    within(
      kinds({
        'pure-burn': {},
        'set-cap-to-supply': {},
        clamp: {},
        'one-off-burn': { amount: UregenText, holder: AccountText },
      }),
      of.overCapPolicy,
    ),
    { kind: 'pure-burn' },
  ),
  baseRate: knob(within(RatioText as unknown as z.ZodMiniType<RegrowthRate, string>, of.baseRate), '0.02'),
  multiplier: choice(MULTIPLIERS),
  ecologicalSource: choice(CO2_SOURCES),
  ecologicalReference: knob(within(RatioText, of.ecologicalReference), '50'),
  ecoMax: knob(within(RatioText, of.ecoMax), '1'),
  ecologicalMaxAgeDays: knob(within(z.int(), of.ecologicalMaxAgeDays), 30),
  minBurn: knob(
    within(kinds({ absolute: { amount: UregenText }, share: { share: RatioText } }), of.minBurn),
    { kind: 'absolute', amount: '0' },
  ),
  periodLength: knob(
    within(kinds({ days: { days: z.int() }, 'per-block': { blockMilliseconds: z.int() } }), of.periodLength),
    { kind: 'days', days: 7 },
  ),
  burnKind: choice(['permanent', 'reserve']),
  burnTiming: choice(['epoch', 'immediate']),
  burnSources: choice(['m013', 'all-bank-burns']),
  supplyBasis: knob(
    within(kinds({ 'bank-total': {}, circulating: { exclusions: AccountsText } }), of.supplyBasis),
    { kind: 'bank-total' },
  ),
  mintRecipient: knob(
    within(
      kinds({ 'community-pool': {}, 'supply-reserve': {}, 'governance-address': { address: AccountText } }),
      of.mintRecipient,
    ),
    { kind: 'community-pool' },
  ),
  countMintAsInflow: knob(z.boolean(), false),
  requireM014: choice(['ACTIVE', 'TRANSITION']),
  equilibriumPeriods: knob(within(z.int().check(z.maximum(100_000)), of.equilibriumPeriods), 12),
  equilibriumUnit: choice(['periods', 'months']),
  equilibriumThreshold: knob(
    within(
      kinds({
        cap: { share: RatioText },
        flow: { share: RatioText },
        supply: { share: RatioText },
        absolute: { amount: UregenText },
      }),
      of.equilibriumThreshold,
    ),
    { kind: 'cap', share: '0.0001' },
  ),
} as const
