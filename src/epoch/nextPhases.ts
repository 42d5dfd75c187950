import type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { equilibriumNeeds } from '../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import {
  activationGuards,
  countBalance,
  dynamicGuards,
  nextPhase as nextM012,
} from '../mechanisms/m012-fixed-cap-dynamic-supply/phase.ts'
import type { MintBurnRecord } from '../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import { isNearBalance } from '../mechanisms/m012-fixed-cap-dynamic-supply/threshold.ts'
import {
  nextPhase as nextM013,
  transitionGuards,
  valueBasedGuards,
} from '../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { MigrationPhase } from '../mechanisms/m014-authority-validator-governance/migration.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import {
  distributingGuards,
  nextPhase as nextM015,
} from '../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import type { Layer } from '../policy/knob.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { passesDecision } from '../policy/votes/passesDecision.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import type { Uregen } from '../primitives/uregen.ts'
import type { Approval, Decisions } from './inputs/epochInputs.ts'
import { m014StateOf } from './requirePossible.ts'
import type { EpochPhases, RewardLedger } from './state/epochState.ts'

/** What a period showed that decides over the next one’s phases. */
export type PhaseFacts = {
  readonly decisions: Decisions
  readonly governance: PolicyConfig['governance']
  /** The UTC day on which the period ends. */
  readonly today: string
  readonly feeDays: readonly string[]
  readonly revenue: Uregen
  readonly record: MintBurnRecord | null
  readonly validatorsPaid: Uregen
  readonly tracked: RewardLedger['tracked']
  readonly supplyParams: SupplyParams
  readonly rewardParams: RewardConfig
}

/**
 * The phases of the next period: each mechanism moves one step at most, by its own guards and by what this period showed.
 *
 * @see SPEC M012, M013, M014 and M015, State Transitions
 */
export function nextPhases(phases: EpochPhases, facts: PhaseFacts): EpochPhases {
  return {
    m012: m012After(phases, facts),
    m013: m013After(phases, facts),
    m014: m014After(phases.m014, facts.decisions.m014Migration),
    m015: m015After(phases, facts),
  }
}

/** Whether a proposal passed: a decision is held against its layer. */
function isApproved(
  approval: Approval,
  layer: Layer,
  phases: EpochPhases,
  { governance }: PhaseFacts,
): boolean {
  if (typeof approval === 'boolean') return approval
  const m014 = m014StateOf(phases)
  return passesDecision(approval, layer, {
    governance,
    bothTracks: m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM',
  }).met
}

function m012After(phases: EpochPhases, facts: PhaseFacts): EpochPhases['m012'] {
  const { decisions, record, revenue, validatorsPaid, supplyParams } = facts
  const { m012, m013 } = phases
  if (m012.phase === 'INFLATIONARY')
    return nextM012(
      m012,
      activationGuards(
        {
          proposalApproved: isApproved(decisions.m012Approved, 'L4', phases, facts),
          m013Active: m013.phase !== 'FLAT_GAS',
          m014Phase: m014StateOf(phases),
        },
        supplyParams,
      ),
    )
  if (record === null) return m012
  const { minted, burned, supplyAfter: supply } = record
  if (m012.phase === 'TRANSITION')
    return nextM012(
      m012,
      dynamicGuards({
        firstBurnPeriodComplete: true,
        validatorsCompensated: validatorsPaid > 0n,
        feeRevenue: revenue,
        burned,
      }),
    )
  const near = isNearBalance(
    { minted, burned, supply, hardCap: supplyParams.hardCap },
    supplyParams.equilibriumThreshold,
  )
  return countBalance(m012, near, equilibriumNeeds(supplyParams))
}

function m013After(phases: EpochPhases, facts: PhaseFacts): EpochPhases['m013'] {
  const { m013 } = phases
  const { decisions, today, feeDays } = facts
  const { phase, transitionStarted } = m013
  const { approved, accelerated, ...deployed } = decisions.m013
  if (phase === 'FLAT_GAS') {
    const next = nextM013(
      phase,
      transitionGuards({ proposalApproved: isApproved(approved, 'L3', phases, facts), ...deployed }),
    )
    return { phase: next, transitionStarted: next === phase ? transitionStarted : today, feeDays }
  }
  if (phase === 'VALUE_BASED' || transitionStarted === null) return { ...m013, feeDays }
  const guards = valueBasedGuards({ transitionStarted, today, accelerated, daysWithFees: feeDays })
  return { phase: nextM013(phase, guards), transitionStarted, feeDays }
}

/** Migration goes on, one phase at a time. */
function m014After(phase: MigrationPhase, decided: MigrationPhase | null): MigrationPhase {
  if (decided === null || decided === phase) return phase
  if (decided === phase + 1) return decided
  throw new RegenError(INPUT_INVALID, {
    what: 'epoch input',
    issues: `✖ migration goes from phase ${phase} to the next, not to ${decided} at decisions.m014Migration`,
  })
}

function m015After(phases: EpochPhases, facts: PhaseFacts): EpochPhases['m015'] {
  const { decisions, tracked, rewardParams } = facts
  const { m013, m015 } = phases
  const m014 = m014StateOf(phases)
  if (m015 === 'INACTIVE')
    return nextM015(m015, {
      proposalApproved: isApproved(decisions.m015Approved, 'L3', phases, facts),
      m013Active: m013.phase !== 'FLAT_GAS',
    })
  if (m015 === 'DISTRIBUTING') return m015
  const scored = tracked.scores.filter(({ score }) => score.num > 0n)
  return nextM015(
    m015,
    distributingGuards(
      {
        trackedPeriods: tracked.periods,
        scoredPeriods: tracked.scoredPeriods,
        scoredAddresses: scored.length,
        unresolvedAnomalies: decisions.unresolvedAnomalies,
        m014Active: m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM',
      },
      rewardParams,
    ),
  )
}
