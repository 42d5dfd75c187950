import * as z from 'zod/mini'
import { M015_PHASES, type M015Phase } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import { UregenText, WholeAmount } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { NodeAt } from '../read/ask.ts'
import { allOf, askContract, askContractIfAny } from './askContract.ts'
import { BasisPoints, Count, Nanoseconds, nameOf } from './fields.ts'

/** M015 where it is on chain. A contract tells neither who has a score nor what is committed in all. */
export type ContributionRewards = {
  readonly admin: string
  readonly phase: M015Phase
  readonly currentPeriod: number
  readonly trackingStart: string | null
  readonly periodSeconds: number
  readonly denom: string
  readonly weights: {
    readonly purchase: Ratio
    readonly retirement: Ratio
    readonly facilitation: Ratio
    readonly vote: Ratio
    readonly proposal: Ratio
  }
  readonly stability: {
    readonly annualReturn: Ratio
    readonly maxShare: Ratio
    readonly minCommitment: Uregen
    readonly minLockMonths: number
    readonly maxLockMonths: number
    readonly earlyExitPenalty: Ratio
  }
  /** Principal of all commitments; the contract counts it and does not tell. */
  readonly committed: Uregen | 'unknown'
  /** The last distribution; null before the first. */
  readonly lastDistribution: ContractDistribution | null
}

/** One distribution of rewards, as the contract keeps its record. @see SPEC M015, Storage: DistributionRecord */
export type ContractDistribution = {
  readonly period: number
  readonly inflow: Uregen
  readonly stability: Uregen
  readonly activityPool: Uregen
  readonly totalScore: bigint
  readonly executedAt: string
}

const ConfigAnswer = z.object({
  admin: z.string(),
  denom: z.string(),
  credit_purchase_weight: BasisPoints,
  credit_retirement_weight: BasisPoints,
  platform_facilitation_weight: BasisPoints,
  governance_voting_weight: BasisPoints,
  proposal_submission_weight: BasisPoints,
  stability_annual_return_bps: BasisPoints,
  max_stability_share_bps: BasisPoints,
  min_commitment_amount: UregenText,
  min_lock_months: Count,
  max_lock_months: Count,
  early_exit_penalty_bps: BasisPoints,
  period_seconds: Count,
})

const StateAnswer = z.object({
  status: nameOf(M015_PHASES),
  tracking_start: z.nullable(Nanoseconds),
  current_period: Count,
  last_distribution_period: z.nullable(Count),
})

const DistributionAnswer = z.object({
  record: z.object({
    period: Count,
    community_pool_inflow: UregenText,
    stability_allocation: UregenText,
    activity_pool: UregenText,
    total_score: WholeAmount,
    executed_at: Nanoseconds,
  }),
})

/**
 * Reads M015's contract. @see SPEC M015, Storage: RewardConfig, DistributionRecord
 *
 * @example
 * const contributionRewards = await readContributionRewards(at, contract)
 */
export async function readContributionRewards(ledger: NodeAt, address: string): Promise<ContributionRewards> {
  const [config, state] = await allOf([
    askContract(ledger, address, { config: {} }, ConfigAnswer),
    askContract(ledger, address, { mechanism_state: {} }, StateAnswer),
  ])
  const last = state.last_distribution_period
  return {
    admin: config.admin,
    phase: state.status,
    currentPeriod: state.current_period,
    trackingStart: state.tracking_start,
    periodSeconds: config.period_seconds,
    denom: config.denom,
    weights: {
      purchase: config.credit_purchase_weight,
      retirement: config.credit_retirement_weight,
      facilitation: config.platform_facilitation_weight,
      vote: config.governance_voting_weight,
      proposal: config.proposal_submission_weight,
    },
    stability: {
      annualReturn: config.stability_annual_return_bps,
      maxShare: config.max_stability_share_bps,
      minCommitment: config.min_commitment_amount,
      minLockMonths: config.min_lock_months,
      maxLockMonths: config.max_lock_months,
      earlyExitPenalty: config.early_exit_penalty_bps,
    },
    committed: 'unknown',
    lastDistribution: last === null ? null : await readContractDistribution(ledger, address, last),
  }
}

/**
 * A distribution by its period; null when there was none.
 *
 * @example
 * const distribution = await readContractDistribution(at, contract, 3)
 */
export async function readContractDistribution(
  ledger: NodeAt,
  address: string,
  period: number,
): Promise<ContractDistribution | null> {
  const answer = await askContractIfAny(
    ledger,
    address,
    { distribution_record: { period } },
    DistributionAnswer,
  )
  return (
    answer && {
      period: answer.record.period,
      inflow: answer.record.community_pool_inflow,
      stability: answer.record.stability_allocation,
      activityPool: answer.record.activity_pool,
      totalScore: answer.record.total_score,
      executedAt: answer.record.executed_at,
    }
  )
}
