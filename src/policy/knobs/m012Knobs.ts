import * as z from 'zod/mini'
import { M012_PARAMETERS } from '../../mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { M012_V0, type RegrowthRate } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { RatioText, UregenText } from '../../primitives/schemas.ts'
import { AccountsText, AccountText, kinds } from '../kinds.ts'
import { knobsOf } from '../knob.ts'

/** Every open point of M012, fixed cap dynamic supply. */
export const M012_KNOBS = knobsOf(M012_PARAMETERS, M012_V0, {
  hardCap: {
    schema: UregenText,
    question: 'OQ-M012-1',
    source: 'SPEC M012, Governance Parameters: 221M REGEN',
    alternatives: ['any amount above 0, such as the supply of today or a round number'],
  },
  overCapPolicy: {
    schema: kinds({
      'pure-burn': {},
      'set-cap-to-supply': {},
      clamp: {},
      refuse: {},
      'one-off-burn': { amount: UregenText, holder: AccountText },
    }),
    question: 'OQ-M012-1',
    source: 'readings 2.1 #1: above the cap nothing is minted, and nothing vanishes',
    alternatives: [
      'one-off-burn of an amount by a holder',
      'set-cap-to-supply',
      'clamp (reference code)',
      'refuse: M012 does not start above its cap (contract drafts)',
    ],
  },
  baseRate: {
    schema: RatioText as unknown as z.ZodMiniType<RegrowthRate, string>,
    question: null,
    source: 'SPEC M012, base_regrowth_rate, and invariant 5, Parameter Bound Safety',
    alternatives: ['0 to 0.10'],
  },
  multiplier: {
    question: 'OQ-M012-5',
    source: 'SPEC M012, Phase-gated behavior; "none" is staking_multiplier_enabled: false',
  },
  rateRounding: {
    question: null,
    source: 'readings, introduction: one floor, last',
    alternatives: ['decimals-18: cut after each step (contract drafts)'],
  },
  ecologicalSource: {
    question: 'OQ-M012-2',
    source: 'SPEC M012, ecological_multiplier_enabled: false in v0',
  },
  ecologicalReference: {
    schema: RatioText,
    question: 'OQ-M012-2',
    source: 'SPEC M012, ecological_reference_value: 50 ppm',
    alternatives: ['any value above 0'],
  },
  ecoMax: {
    schema: RatioText,
    question: 'OQ-M012-2',
    source: 'readings 2.1 #9: "1.0+" needs an end',
    alternatives: ['0 or more'],
  },
  ecologicalMaxAgeDays: {
    schema: z.int(),
    question: 'OQ-M012-2',
    source: 'OQ-M012-2: a 30-day source',
    alternatives: ['1 day or more'],
  },
  ecologicalWindowDays: {
    schema: z.int(),
    question: 'OQ-M012-2',
    source: 'OQ-M012-2: the mean of 30 days',
    alternatives: ['28: four weeks (SC-008)'],
  },
  ecologicalLeastSources: {
    schema: z.int(),
    question: 'OQ-M012-2',
    source: 'OQ-M012-2: one source, of several the median',
    alternatives: ['3: a median that one source alone cannot move (SC-008)'],
  },
  ecologicalMostChange: {
    schema: RatioText,
    question: 'OQ-M012-2',
    source: 'OQ-M012-2: the air has some 430 ppm; what is beyond is a mistake of unit',
    alternatives: ['any change above 0'],
  },
  minBurn: {
    schema: kinds({ absolute: { amount: UregenText }, share: { share: RatioText } }),
    question: null,
    source: 'SPEC M012, min_burn_rate: 0; an alert (readings 2.1 #10)',
    alternatives: ['an amount', 'a share of the fees, 0 to 0.50'],
  },
  periodLength: {
    schema: kinds({ days: { days: z.int() }, 'per-block': { blockMilliseconds: z.int() } }),
    question: 'OQ-M012-3',
    source: 'SPEC M012, period_length: about 7 days; of M012 alone (readings 2.1 #14)',
    alternatives: [
      '1 to 365 days',
      'per-block of so many milliseconds: r_base is per week, and a block mints its part',
    ],
  },
  burnKind: {
    question: 'OQ-M012-4',
    source: 'OQ-M012-4: permanent; a reserve can be minted again by governance',
  },
  burnTiming: { question: 'OQ-M012-3', source: 'readings 2.1 #12: burns wait for the end of the period' },
  aboveSupply: {
    question: null,
    source: 'readings 2.1 #13: what is above the supply is an error',
    alternatives: ['cut: as much as there is (contract drafts)'],
  },
  burnSources: { question: null, source: 'SPEC M012, B[t]: fees via M013' },
  supplyBasis: {
    schema: kinds({ 'bank-total': {}, circulating: { exclusions: AccountsText } }),
    question: null,
    source: 'readings 2.1 #2: S is what the bank knows',
    alternatives: ['circulating, without the accounts named'],
  },
  mintRecipient: {
    schema: kinds({
      'community-pool': {},
      'supply-reserve': {},
      'governance-address': { address: AccountText },
    }),
    question: null,
    source: 'readings 2.1 #3: the specification does not say',
    alternatives: ['supply-reserve', 'governance-address'],
  },
  countMintAsInflow: {
    schema: z.boolean(),
    question: null,
    source: 'readings 2.1 #3: M015 pays from revenue, not from what is minted',
    alternatives: ['true'],
  },
  transitionMint: {
    question: null,
    source: 'readings 2.1 #16; SPEC M012, State Transitions: mint and burn cycles begin with DYNAMIC',
    alternatives: ['regrowth: TRANSITION mints as DYNAMIC does (contract drafts)'],
  },
  dynamicStart: {
    question: null,
    source: 'SPEC M012, TRANSITION → DYNAMIC: every guard, and DYNAMIC begins with the next period',
    alternatives: ['first-burn: the first period with a burn is DYNAMIC (contract drafts)'],
  },
  requireM014: { question: null, source: 'SPEC M012, INFLATIONARY → TRANSITION: M014 PoA active' },
  equilibriumPeriods: {
    schema: z.int().check(z.maximum(100_000)),
    question: null,
    source: 'SPEC M012, DYNAMIC → EQUILIBRIUM: N ≥ 12',
    alternatives: ['1 or more'],
  },
  equilibriumUnit: { question: null, source: 'readings 2.1 #4: 12 months are 52 weekly periods' },
  equilibriumThreshold: {
    schema: kinds({
      cap: { share: RatioText },
      flow: { share: RatioText },
      supply: { share: RatioText },
      absolute: { amount: UregenText },
    }),
    question: null,
    source: 'readings 2.1 #5: C/10,000, which is 22,100 REGEN',
    alternatives: ['flow 0.01', 'supply 0.01', 'an absolute amount'],
  },
})
