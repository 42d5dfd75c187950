import {
  type EventParameterUpdate,
  parameterUpdates,
} from '../mechanisms/m012-fixed-cap-dynamic-supply/changes/parameterUpdates.ts'
import { type EventRateUpdated, rateUpdated } from '../mechanisms/m013-value-based-fee-routing/records.ts'
import { diffPolicy, type PolicyChange } from '../policy/diffPolicy.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { policyHash } from '../policy/policyHash.ts'
import { passesDecision } from '../policy/votes/passesDecision.ts'
import { RegenError } from '../primitives/errors.ts'
import { POLICY_CHANGE_REFUSED } from '../primitives/errorTable.ts'
import type { EpochInputs } from './inputs/epochInputs.ts'
import { m014StateOf } from './phases/m014StateOf.ts'
import type { EpochState } from './state/epochState.ts'

/** What a change of parameters changed, and the events that tell of it. */
export type ChangedPolicy = {
  readonly changes: readonly PolicyChange[]
  readonly events: readonly (EventParameterUpdate | EventRateUpdated)[]
}

const UNCHANGED: ChangedPolicy = { changes: [], events: [] }

/**
 * Refuses a period under another policy than the one before it, unless governance decided so: with the votes that the highest layer of
 * the changes asks for (the cap: 67 %, invariant 3, Monotonic Cap), and each step within its bounds.
 *
 * A state that was run under no policy yet takes any.
 *
 * @see SPEC M012 and M014, Governance Parameters; readings 2.5
 */
export function changedPolicy(
  { policyHash: before = null, phases }: Pick<EpochState, 'policyHash' | 'phases'>,
  { decisions: { policyChange = null } }: Pick<EpochInputs, 'decisions'>,
  policy: PolicyConfig,
): ChangedPolicy {
  if (before === null || before === policyHash(policy)) return UNCHANGED
  const refuse = (changes: string, failed: string) =>
    new RegenError(POLICY_CHANGE_REFUSED, { changes, failed })
  if (policyChange === null) throw refuse('nothing says how', 'decided')
  if (policyHash(policyChange.before) !== before)
    throw refuse('of another policy', 'the policy before is not that of the last period')
  const { changes, layer } = diffPolicy(policyChange.before, policy)
  const named = changes.map(({ knob }) => knob).join(', ')
  const m014 = m014StateOf(phases)
  const { guards } = passesDecision(policyChange.decided, layer ?? 'L1', {
    governance: policyChange.before.governance,
    bothTracks: m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM',
  })
  const failed = [
    ...Object.keys(guards).filter(guard => !guards[guard]),
    ...changes.flatMap(({ outOfBounds }) => outOfBounds),
  ]
  if (failed.length > 0) throw refuse(`${named}; ${layer ?? 'L1'}`, failed.join(', '))
  const { m012, m013 } = policyChange.before
  const rates = rateUpdated(m013, policy.m013)
  const hasNewRates = changes.some(({ knob }) => RATE_KNOBS.includes(knob))
  return { changes, events: [...parameterUpdates(m012, policy.m012), ...(hasNewRates ? [rates] : [])] }
}

const RATE_KNOBS = ['m013.feeRates', 'm013.shares', 'm013.minFee']
