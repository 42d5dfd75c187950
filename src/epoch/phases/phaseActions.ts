import type { EpochPhases } from '../state/epochState.ts'

/** What a step of a mechanism asks somebody to do. */
export type PhaseAction = {
  readonly mechanism: 'M012' | 'M013' | 'M014' | 'M015'
  readonly step: string
  readonly action: string
}

/** @see SPEC M012 to M015, State Transitions, actions; M014, Migration */
const ACTIONS: { readonly [step: string]: readonly string[] } = {
  'M012 INFLATIONARY → TRANSITION': ['set the hard cap', 'disable the inflation module', 'enable the burn'],
  'M012 TRANSITION → DYNAMIC': ['begin the mint and burn of every period'],
  'M012 DYNAMIC → EQUILIBRIUM': ['log that equilibrium is reached', 'watch M and B less often'],
  'M012 EQUILIBRIUM → DYNAMIC': ['watch M and B every period again'],
  'M013 FLAT_GAS → TRANSITION': ['charge the flat gas and the value fee'],
  'M013 TRANSITION → VALUE_BASED': ['drop the flat gas of credit transactions'],
  'M014 0 → 1': ['reduce the active set to qualified validators', 'begin the unbonding of delegations'],
  'M014 1 → 2': ['enable the authority module with its curated set'],
  'M014 2 → 3': ['disable the inflation module of proof of stake'],
  'M015 INACTIVE → TRACKING': ['record the activity scores of every period'],
  'M015 TRACKING → DISTRIBUTING': ['distribute at the end of every period'],
}

/** The actions of the steps between two periods. */
export function phaseActions(before: EpochPhases, after: EpochPhases): readonly PhaseAction[] {
  const steps = [
    ['M012', before.m012.phase, after.m012.phase],
    ['M013', before.m013.phase, after.m013.phase],
    ['M014', before.m014, after.m014],
    ['M015', before.m015, after.m015],
  ] as const
  return steps.flatMap(([mechanism, from, to]) => {
    const step = `${from} → ${to}`
    return (ACTIONS[`${mechanism} ${step}`] ?? []).map(action => ({ mechanism, step, action }))
  })
}
