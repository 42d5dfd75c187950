import type { M014State } from '../../../primitives/m014States.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import { requireBounds } from '../bounds.ts'
import type { SupplyParams } from '../params.ts'

/** The phases of M012, in their order. @see SPEC M012, State Transitions */
export const M012_PHASES = ['INFLATIONARY', 'TRANSITION', 'DYNAMIC', 'EQUILIBRIUM'] as const

/** The phase that M012's supply is in. @see SPEC M012 */
export type M012Phase = (typeof M012_PHASES)[number]

/** The phase, and for how many periods in a row M and B have been near each other. */
export type PhaseProgress = { readonly phase: M012Phase; readonly consecutive: bigint }

/** What a step to the next phase asks for, by name, and whether it holds. */
export type Guards = { readonly [guard: string]: boolean }

/** What decides whether INFLATIONARY ends. */
export type ActivationFacts = {
  readonly proposalApproved: boolean
  readonly m013Active: boolean
  readonly m014Phase: M014State
}

/**
 * INFLATIONARY → TRANSITION: governance approved it, fees are routed, and M014 is in force (or, by `requireM014`, on its way).
 *
 * @example
 * const facts = { proposalApproved: true, m013Active: true, m014Phase: 'TRANSITION' } as const
 * m012.activationGuards(facts, { requireM014: 'ACTIVE' }) // { proposalApproved: true, m013Active: true, m014Active: false }
 */
export const activationGuards = (
  { proposalApproved, m013Active, m014Phase }: ActivationFacts,
  params: Pick<SupplyParams, 'requireM014'>,
): Guards => {
  requireBounds(params)
  const { requireM014 } = params
  return {
    proposalApproved,
    m013Active,
    m014Active: m014Phase === 'TRANSITION' ? requireM014 === 'TRANSITION' : m014Phase !== 'INACTIVE',
  }
}

/** What decides whether TRANSITION ends. */
export type DynamicFacts = {
  readonly firstBurnPeriodComplete: boolean
  readonly validatorsCompensated: boolean
  readonly feeRevenue: Uregen
  readonly burned: Uregen
}

/**
 * TRANSITION → DYNAMIC: the first burn period is complete and validators were paid; fees came in and a burn was executed. With dynamicStart
 * `first-burn` the burn alone decides.
 *
 * @example
 * const shown = { firstBurnPeriodComplete: true, validatorsCompensated: true, feeRevenue: uregen(5n), burned: uregen(0n) }
 * dynamicGuards(shown, { dynamicStart: 'first-burn' }) // { burnExecuted: false }
 */
export const dynamicGuards = (
  facts: DynamicFacts,
  { dynamicStart }: Partial<Pick<SupplyParams, 'dynamicStart'>> = {},
): Guards => {
  const burnExecuted = facts.burned > 0n
  if (dynamicStart === 'first-burn') return { burnExecuted }
  return {
    firstBurnPeriodComplete: facts.firstBurnPeriodComplete,
    validatorsCompensated: facts.validatorsCompensated,
    feeRevenue: facts.feeRevenue > 0n,
    burnExecuted,
  }
}

/**
 * The phase after the guards were looked at: one step at most, only when every guard holds, and never past DYNAMIC.
 *
 * @example
 * m012.nextPhase({ phase: 'TRANSITION', consecutive: 0n }, { burnExecuted: true }).phase // 'DYNAMIC'
 */
export function nextPhase(progress: PhaseProgress, guards: Guards): PhaseProgress {
  if (progress.phase !== 'INFLATIONARY' && progress.phase !== 'TRANSITION') return progress
  const next = progress.phase === 'INFLATIONARY' ? 'TRANSITION' : 'DYNAMIC'
  return Object.values(guards).every(Boolean) ? { phase: next, consecutive: 0n } : progress
}

/**
 * The phase after a period in TRANSITION, DYNAMIC or EQUILIBRIUM. A period that ends TRANSITION is counted with dynamicStart `first-burn` only: else
 * DYNAMIC begins with the next.
 *
 * @example
 * const shown = { firstBurnPeriodComplete: true, validatorsCompensated: true, feeRevenue: uregen(5n), burned: uregen(5n) }
 * const before = { phase: 'TRANSITION', consecutive: 0n } as const
 * m012.afterPeriod(before, { ...shown, nearBalance: true }, { dynamicStart: 'first-burn', needed: 12n }).phase // DYNAMIC
 */
export function afterPeriod(
  progress: PhaseProgress,
  facts: DynamicFacts & { readonly nearBalance: boolean },
  { dynamicStart, needed }: Pick<SupplyParams, 'dynamicStart'> & { readonly needed: bigint },
): PhaseProgress {
  const started =
    progress.phase === 'TRANSITION' ? nextPhase(progress, dynamicGuards(facts, { dynamicStart })) : progress
  return progress.phase === 'TRANSITION' && dynamicStart === 'all-guards'
    ? started
    : countBalance(started, facts.nearBalance, needed)
}

/**
 * DYNAMIC ⇄ EQUILIBRIUM after one more period.
 *
 *     → EQUILIBRIUM   |M − B| < threshold for N consecutive periods
 *     → DYNAMIC       the first period that is not; counting starts again
 *
 * @example
 * countBalance({ phase: 'DYNAMIC', consecutive: 11n }, true, 12n) // { phase: 'EQUILIBRIUM', consecutive: 12n }
 */
export function countBalance(progress: PhaseProgress, nearBalance: boolean, needed: bigint): PhaseProgress {
  if (progress.phase !== 'DYNAMIC' && progress.phase !== 'EQUILIBRIUM') return progress
  if (!nearBalance) return { phase: 'DYNAMIC', consecutive: 0n }
  const consecutive = progress.consecutive + 1n
  const reached = progress.phase === 'EQUILIBRIUM' || consecutive >= needed
  return { phase: reached ? 'EQUILIBRIUM' : 'DYNAMIC', consecutive }
}
