import { dayNumber } from '../../primitives/time.ts'

/** FLAT_GAS today; TRANSITION charges gas and value fee; VALUE_BASED replaces the flat fee. @see SPEC M013, State Transitions */
export const M013_PHASES = ['FLAT_GAS', 'TRANSITION', 'VALUE_BASED'] as const

/** The phase that M013 is in. @see SPEC M013 */
export type M013Phase = (typeof M013_PHASES)[number]

/** What decides whether FLAT_GAS ends. */
export type TransitionFacts = {
  readonly proposalApproved: boolean
  readonly feeCollectorDeployed: boolean
  readonly poolAddressesConfigured: boolean
}

/** What decides whether TRANSITION ends. Days are UTC dates, 'YYYY-MM-DD'. */
export type ValueBasedFacts = {
  readonly transitionStarted: string
  readonly today: string
  readonly accelerated: boolean
  /** The days on which fee revenue was above zero. */
  readonly daysWithFees: readonly string[]
}

/** What a step to the next phase asks for, by name, and whether it holds. */
export type Guards = { readonly [guard: string]: boolean }

const TRANSITION_DAYS = 90n
const FEE_DAYS = 30n

/**
 * FLAT_GAS → TRANSITION: governance approved it, the fee collector is deployed and the pool addresses are set.
 *
 * @example
 * transitionGuards({ proposalApproved: true, feeCollectorDeployed: true, poolAddressesConfigured: false }) // { proposalApproved: true, feeCollectorDeployed: true, poolAddressesConfigured: false }
 */
export function transitionGuards(facts: TransitionFacts): Guards {
  const { proposalApproved, feeCollectorDeployed, poolAddressesConfigured } = facts
  return { proposalApproved, feeCollectorDeployed, poolAddressesConfigured }
}

/**
 * TRANSITION → VALUE_BASED, as two guards that both must hold:
 *
 *     90 days have passed OR governance accelerated
 *     fees above zero on each of the 30 days that end yesterday
 *
 * @example
 * const days = { transitionStarted: '2027-01-01', today: '2027-04-01', daysWithFees: ['2027-03-31'] }
 * valueBasedGuards({ ...days, accelerated: false }) // { periodOver: true, thirtyDaysOfFees: false }
 */
export const valueBasedGuards = (facts: ValueBasedFacts): Guards => ({
  periodOver:
    facts.accelerated || dayNumber(facts.today) - dayNumber(facts.transitionStarted) >= TRANSITION_DAYS,
  thirtyDaysOfFees: feeDaysEndingYesterday(facts) >= FEE_DAYS,
})

/**
 * The phase after the guards were looked at: one step at most, and only when every guard holds.
 *
 * @example
 * m013.nextPhase('TRANSITION', { periodOver: true, thirtyDaysOfFees: true }) // 'VALUE_BASED'
 * m013.nextPhase('TRANSITION', { periodOver: true, thirtyDaysOfFees: false }) // 'TRANSITION'
 */
export function nextPhase(phase: M013Phase, guards: Guards): M013Phase {
  const next = M013_PHASES[M013_PHASES.indexOf(phase) + 1]
  const answers = Object.values(guards)
  return next !== undefined && answers.length > 0 && answers.every(Boolean) ? next : phase
}

/**
 * What a credit transaction pays in a phase. Gas in VALUE_BASED is a knob: v7 cannot drop it without new code.
 *
 * @example
 * paysIn('TRANSITION', 'zero') // { valueFee: true, gas: true }
 * paysIn('VALUE_BASED', 'zero') // { valueFee: true, gas: false }
 */
export const paysIn = (
  phase: M013Phase,
  gasInValueBased: 'keep' | 'zero',
): { valueFee: boolean; gas: boolean } => ({
  valueFee: phase !== 'FLAT_GAS',
  gas: phase !== 'VALUE_BASED' || gasInValueBased === 'keep',
})

function feeDaysEndingYesterday({ today, daysWithFees }: ValueBasedFacts): bigint {
  const days = new Set(daysWithFees.map(dayNumber))
  const yesterday = dayNumber(today) - 1n
  let count = 0n
  while (days.has(yesterday - count)) count++
  return count
}
