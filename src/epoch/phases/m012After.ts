import {
  activationGuards,
  afterPeriod,
  nextPhase,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import { equilibriumNeeds } from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { isNearBalance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/threshold.ts'
import type { EpochPhases } from '../state/epochState.ts'
import { m014StateOf } from './m014StateOf.ts'
import { type After, approvalOf, type PhaseFacts, waitsFor } from './phaseFacts.ts'

/** M012 after a period. @see SPEC M012, State Transitions */
export function m012After(phases: EpochPhases, facts: PhaseFacts): After<EpochPhases['m012']> {
  const { decisions, record, revenue, validatorsPaid, supplyParams } = facts
  const { m012, m013 } = phases
  if (m012.phase === 'INFLATIONARY') {
    const decided = decisions.m012Approved
    const vote = approvalOf(decided, 'L4', phases, facts)
    const guards = activationGuards(
      {
        proposalApproved: vote.met,
        m013Active: m013.phase !== 'FLAT_GAS',
        m014Phase: m014StateOf(phases),
      },
      supplyParams,
    )
    return { next: nextPhase(m012, guards), waitsFor: waitsFor(decided, vote, guards) }
  }
  if (record === null) return { next: m012, waitsFor: [] }
  const { minted, burned, supplyAfter: supply } = record
  const nearBalance = isNearBalance(
    { minted, burned, supply, hardCap: supplyParams.hardCap },
    supplyParams.equilibriumThreshold,
  )
  const shown = {
    firstBurnPeriodComplete: true,
    validatorsCompensated: validatorsPaid > 0n,
    feeRevenue: revenue,
    burned,
    nearBalance,
  }
  const { dynamicStart } = supplyParams
  return {
    next: afterPeriod(m012, shown, { dynamicStart, needed: equilibriumNeeds(supplyParams) }),
    waitsFor: [],
  }
}
