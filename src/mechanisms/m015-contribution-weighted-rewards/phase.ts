import { requireBounds } from './bounds.ts'
import type { RewardConfig } from './params.ts'
import { periodsOfMonths } from './periodLength.ts'

/** INACTIVE today; TRACKING scores without paying; DISTRIBUTING pays every period. @see SPEC M015, State Transitions */
export const M015_PHASES = ['INACTIVE', 'TRACKING', 'DISTRIBUTING'] as const

/** The phase that M015 is in. @see SPEC M015 */
export type M015Phase = (typeof M015_PHASES)[number]

/** What a step to the next phase asks for, by name, and whether it holds. */
export type Guards = { readonly [guard: string]: boolean }

/** INACTIVE → TRACKING: governance approved it, and M013 feeds the community pool. */
export type TrackingGuards = { readonly proposalApproved: boolean; readonly m013Active: boolean }

/** What decides whether TRACKING ends. */
export type DistributingFacts = {
  /** Whole periods since TRACKING began. */
  readonly trackedPeriods: number
  /** Tracked periods in which somebody had a score, and how many addresses had one. */
  readonly scoredPeriods: number
  readonly scoredAddresses: number
  /** Flags that an observer raised and nobody has resolved. */
  readonly unresolvedAnomalies: number
  readonly m014Active: boolean
}

/**
 * TRACKING → DISTRIBUTING, as guards that must all hold:
 *
 *     3 months of periods have been tracked        as many as `periodsOfMonths` says
 *     at least one scored period and two scored addresses
 *     no unresolved anomaly
 *     M014 active: staking rewards are replaced; with M013 alone it stays at TRACKING
 *
 * @example
 * const tracked = { trackedPeriods: 13, scoredPeriods: 13, scoredAddresses: 40, unresolvedAnomalies: 0, m014Active: false }
 * distributingGuards(tracked, M015_V0) // { trackingOver: true, sufficientData: true, noAnomalies: true, m014Active: false }
 */
export const distributingGuards = (
  facts: DistributingFacts,
  params: Pick<RewardConfig, 'trackingMonths' | 'periodsPerYear'> & Partial<Pick<RewardConfig, 'clock'>>,
): Guards => {
  requireBounds(params)
  return {
    trackingOver: facts.trackedPeriods >= periodsOfMonths(params.trackingMonths, params),
    sufficientData: facts.scoredPeriods >= 1 && facts.scoredAddresses >= 2,
    noAnomalies: facts.unresolvedAnomalies === 0,
    m014Active: facts.m014Active,
  }
}

/**
 * The phase after the guards were looked at: one step at most, and only when every guard holds.
 *
 * @example
 * m015.nextPhase('TRACKING', { trackingOver: true, m014Active: false }) // 'TRACKING'
 */
export function nextPhase(phase: M015Phase, guards: Guards): M015Phase {
  const next = M015_PHASES[M015_PHASES.indexOf(phase) + 1]
  return next !== undefined && Object.values(guards).every(Boolean) ? next : phase
}
