import { areOneLength, epochStep } from '../../epoch/clocks.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { periodsPerYear } from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import type { PolicyConfig } from '../../policy/policy.ts'

/** How many steps such as the one that begins now are in a year of 365 days: 52 weeks. */
export function stepsPerYear(state: EpochState, policy: PolicyConfig): number {
  if (state.clocks === undefined && areOneLength(policy))
    return Number(periodsPerYear(policy.m012.periodLength))
  const { from, to } = epochStep(state, policy)
  return Math.max(1, Math.floor(31_536_000 / Number(to > from ? to - from : 1n)))
}
