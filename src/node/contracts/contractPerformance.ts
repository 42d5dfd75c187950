import * as z from 'zod/mini'
import type { Ratio } from '../../primitives/ratio.ts'
import type { NodeAt } from '../read/ask.ts'
import { askContractIfAny } from './askContract.ts'
import { BasisPoints, Nanoseconds } from './fields.ts'

/** What the contract was told of a validator's performance, by the number of the report. @see SPEC M014, Storage: PerformanceRecord */
export type ContractPerformance = {
  readonly uptime: Ratio
  readonly governanceParticipation: Ratio
  readonly ecosystemContribution: Ratio
  readonly score: Ratio
  readonly recordedAt: string
}

const PerformanceAnswer = z.object({
  record: z.object({
    uptime_bps: BasisPoints,
    governance_participation_bps: BasisPoints,
    ecosystem_contribution_bps: BasisPoints,
    composite_score_bps: BasisPoints,
    recorded_at: Nanoseconds,
  }),
})

/**
 * A performance report; null when there is none of that number for the validator.
 *
 * @example
 * const performance = await readContractPerformance(at, contract, { validator: seller, period: 3 })
 */
export async function readContractPerformance(
  ledger: NodeAt,
  address: string,
  { validator, period }: { readonly validator: string; readonly period: number },
): Promise<ContractPerformance | null> {
  const answer = await askContractIfAny(
    ledger,
    address,
    { performance_record: { validator, period } },
    PerformanceAnswer,
  )
  return (
    answer && {
      uptime: answer.record.uptime_bps,
      governanceParticipation: answer.record.governance_participation_bps,
      ecosystemContribution: answer.record.ecosystem_contribution_bps,
      score: answer.record.composite_score_bps,
      recordedAt: answer.record.recorded_at,
    }
  )
}
