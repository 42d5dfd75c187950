import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

declare const kind: unique symbol

/** r_base: the part of the headroom that regrows in one period, 0 to 0.10 (invariant 5, Parameter Bound Safety). */
export type RegrowthRate = Ratio & { readonly [kind]: 'regrowth rate' }

/** What stands behind the multiplier; 'none' is `staking_multiplier_enabled: false` (OQ-M012-5). */
export const MULTIPLIERS = [
  'phase-gated',
  'staking',
  'stability',
  'max',
  'validator-participation',
  'none',
] as const

/** What stands behind the multiplier of M012’s regrowth. @see SPEC M012 */
export type Multiplier = (typeof MULTIPLIERS)[number]

/** Where ΔCO₂ comes from; 'none' is `ecological_multiplier_enabled: false` (OQ-M012-2). */
export const CO2_SOURCES = ['none', 'attestation', 'oracle'] as const

/** Where ΔCO₂ comes from, for M012’s ecological multiplier; with `none` the multiplier is 1. @see SPEC M012 */
export type Co2Source = (typeof CO2_SOURCES)[number]

/** What becomes of a supply above the cap (OQ-M012-1). A one-off burn needs an authorised amount and somebody who holds it. */
export type OverCapPolicy =
  | { readonly kind: 'pure-burn' | 'set-cap-to-supply' | 'clamp' | 'refuse' }
  | { readonly kind: 'one-off-burn'; readonly amount: Uregen; readonly holder: string }

/** The least a period should burn: an amount, or a share of its fee revenue. */
export type MinBurn =
  | { readonly kind: 'absolute'; readonly amount: Uregen }
  | { readonly kind: 'share'; readonly share: Ratio }

/** How long a period is; r_base is a rate per period (OQ-M012-3). */
export type PeriodLength =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'per-block'; readonly blockMilliseconds: number }

/** How near M and B must be: a share of the cap, of the flow M + B or of the supply, or an amount. */
export type EquilibriumThreshold =
  | { readonly kind: 'cap' | 'flow' | 'supply'; readonly share: Ratio }
  | { readonly kind: 'absolute'; readonly amount: Uregen }

/** What counts as S: all the bank knows, or that without the accounts named. */
export type SupplyBasis =
  | { readonly kind: 'bank-total' }
  | { readonly kind: 'circulating'; readonly exclusions: readonly string[] }

/** Who receives what is minted. */
export type MintRecipient =
  | { readonly kind: 'community-pool' | 'supply-reserve' }
  | { readonly kind: 'governance-address'; readonly address: string }

/** Every parameter of M012; bounds and governance layers are in `M012_PARAMETERS`. @see SPEC M012, Governance Parameters */
export type SupplyParams = {
  /** hard_cap, C */
  readonly hardCap: Uregen
  readonly overCapPolicy: OverCapPolicy
  /** base_regrowth_rate, r_base */
  readonly baseRate: RegrowthRate
  /** staking_multiplier_enabled, and what the multiplier reads when it is */
  readonly multiplier: Multiplier
  /** Whether r is an exact fraction, or cut to 18 decimals after each step, as a contract computes it. */
  readonly rateRounding: 'exact' | 'decimals-18'
  /** ecological_multiplier_enabled, and where ΔCO₂ comes from when it is */
  readonly ecologicalSource: Co2Source
  /** ecological_reference_value, in the unit of ΔCO₂ (ppm) */
  readonly ecologicalReference: Ratio
  /** The highest ecological multiplier: the "1.0+" of the specification needs an end. */
  readonly ecoMax: Ratio
  readonly ecologicalMaxAgeDays: number
  /** ΔCO₂ is the mean over so many days. */
  readonly ecologicalWindowDays: number
  /** How many sources must have a value; of several the median counts. */
  readonly ecologicalLeastSources: number
  /** The largest change that is believed, in ppm, up or down. */
  readonly ecologicalMostChange: Ratio
  /** min_burn_rate: an alert, for nothing could be burned to make it up */
  readonly minBurn: MinBurn
  /** period_length */
  readonly periodLength: PeriodLength
  readonly burnKind: 'permanent' | 'reserve'
  readonly burnTiming: 'epoch' | 'immediate'
  /** Whether a burn or a stake of more than there is is an error, or cut to what there is. */
  readonly aboveSupply: 'error' | 'cut'
  readonly burnSources: 'm013' | 'all-bank-burns'
  readonly supplyBasis: SupplyBasis
  readonly mintRecipient: MintRecipient
  /** Whether what the community pool receives by minting counts as its inflow (M015, Revenue Constraint). */
  readonly countMintAsInflow: boolean
  /** Whether TRANSITION mints already, or burns only. */
  readonly transitionMint: 'none' | 'regrowth'
  /** What ends TRANSITION: all guards of the text, or the first period with a burn, which then counts as one of DYNAMIC. */
  readonly dynamicStart: 'all-guards' | 'first-burn'
  /** How far M014 must be before M012 starts: PoA in force, or on its way. */
  readonly requireM014: 'ACTIVE' | 'TRANSITION'
  /** N of the equilibrium guard, in `equilibriumUnit`. */
  readonly equilibriumPeriods: number
  readonly equilibriumUnit: 'periods' | 'months'
  readonly equilibriumThreshold: EquilibriumThreshold
}

/** M012 as first specified, with the readings this SDK starts from. */
export const M012_V0: SupplyParams = /* @__PURE__ */ (() => ({
  hardCap: 221_000_000_000_000n as Uregen,
  overCapPolicy: { kind: 'pure-burn' },
  baseRate: ratio(2n, 100n) as RegrowthRate,
  multiplier: 'phase-gated',
  rateRounding: 'exact',
  ecologicalSource: 'none',
  ecologicalReference: ratio(50n),
  ecoMax: ratio(1n),
  ecologicalMaxAgeDays: 30,
  ecologicalWindowDays: 30,
  ecologicalLeastSources: 1,
  ecologicalMostChange: ratio(500n),
  minBurn: { kind: 'absolute', amount: 0n as Uregen },
  periodLength: { kind: 'days', days: 7 },
  burnKind: 'permanent',
  burnTiming: 'epoch',
  aboveSupply: 'error',
  burnSources: 'm013',
  supplyBasis: { kind: 'bank-total' },
  mintRecipient: { kind: 'community-pool' },
  countMintAsInflow: false,
  transitionMint: 'none',
  dynamicStart: 'all-guards',
  requireM014: 'ACTIVE',
  equilibriumPeriods: 12,
  equilibriumUnit: 'periods',
  equilibriumThreshold: { kind: 'cap', share: ratio(1n, 10_000n) },
}))()
