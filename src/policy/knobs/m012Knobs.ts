import * as z from 'zod/mini'
import { M012_PARAMETERS } from '../../mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import {
  CO2_SOURCES,
  MULTIPLIERS,
  type RegrowthRate,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { RatioText, UregenText } from '../../primitives/schemas.ts'
import { bounded, choice, knob } from '../knob.ts'
import { AccountsText, AccountText, kinds } from '../settings.ts'

const of = M012_PARAMETERS

/** Every open point of M012, fixed cap dynamic supply. */
export const M012_KNOBS = {
  hardCap: bounded(of.hardCap, UregenText, '221000000000000'),
  overCapPolicy: bounded(
    of.overCapPolicy,
    kinds({
      'pure-burn': {},
      'set-cap-to-supply': {},
      clamp: {},
      refuse: {},
      'one-off-burn': { amount: UregenText, holder: AccountText },
    }),
    { kind: 'pure-burn' },
  ),
  baseRate: bounded(of.baseRate, RatioText as unknown as z.ZodMiniType<RegrowthRate, string>, '0.02'),
  multiplier: choice(MULTIPLIERS, of.multiplier.layer),
  rateRounding: choice(['exact', 'decimals-18'], of.rateRounding.layer),
  ecologicalSource: choice(CO2_SOURCES, of.ecologicalSource.layer),
  ecologicalReference: bounded(of.ecologicalReference, RatioText, '50'),
  ecoMax: bounded(of.ecoMax, RatioText, '1'),
  ecologicalMaxAgeDays: bounded(of.ecologicalMaxAgeDays, z.int(), 30),
  ecologicalWindowDays: bounded(of.ecologicalWindowDays, z.int(), 30),
  ecologicalLeastSources: bounded(of.ecologicalLeastSources, z.int(), 1),
  ecologicalMostChange: bounded(of.ecologicalMostChange, RatioText, '500'),
  minBurn: bounded(of.minBurn, kinds({ absolute: { amount: UregenText }, share: { share: RatioText } }), {
    kind: 'absolute',
    amount: '0',
  }),
  periodLength: bounded(
    of.periodLength,
    kinds({ days: { days: z.int() }, 'per-block': { blockMilliseconds: z.int() } }),
    { kind: 'days', days: 7 },
  ),
  burnKind: choice(['permanent', 'reserve'], of.burnKind.layer),
  burnTiming: choice(['epoch', 'immediate'], of.burnTiming.layer),
  aboveSupply: choice(['error', 'cut'], of.aboveSupply.layer),
  burnSources: choice(['m013', 'all-bank-burns'], of.burnSources.layer),
  supplyBasis: bounded(
    of.supplyBasis,
    kinds({ 'bank-total': {}, circulating: { exclusions: AccountsText } }),
    { kind: 'bank-total' },
  ),
  mintRecipient: bounded(
    of.mintRecipient,
    kinds({ 'community-pool': {}, 'supply-reserve': {}, 'governance-address': { address: AccountText } }),
    { kind: 'community-pool' },
  ),
  countMintAsInflow: knob(z.boolean(), false, of.countMintAsInflow.layer),
  transitionMint: choice(['none', 'regrowth'], of.transitionMint.layer),
  dynamicStart: choice(['all-guards', 'first-burn'], of.dynamicStart.layer),
  requireM014: choice(['ACTIVE', 'TRANSITION'], of.requireM014.layer),
  equilibriumPeriods: bounded(of.equilibriumPeriods, z.int().check(z.maximum(100_000)), 12),
  equilibriumUnit: choice(['periods', 'months'], of.equilibriumUnit.layer),
  equilibriumThreshold: bounded(
    of.equilibriumThreshold,
    kinds({
      cap: { share: RatioText },
      flow: { share: RatioText },
      supply: { share: RatioText },
      absolute: { amount: UregenText },
    }),
    { kind: 'cap', share: '0.0001' },
  ),
} as const
