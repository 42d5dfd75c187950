import * as z from 'zod/mini'
import type { CommitmentState } from '../../mechanisms/m015-contribution-weighted-rewards/commitment.ts'
import { M015_PHASES, type M015Phase } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { UregenText, WholeAmount } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { LedgerAt } from '../read/ask.ts'
import { askContract, askContractIfAny } from './askContract.ts'
import { BasisPoints, Count, Nanoseconds, nameOf } from './fields.ts'

/** M015 as a contract. It tells neither who has a score nor what is committed in all. */
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
  /** The last distribution; null before the first. */
  readonly lastDistribution: ContractDistribution | null
}

/** One distribution. @see SPEC M015, Storage: DistributionRecord */
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

/** Reads M015's contract. @see SPEC M015, Storage: RewardConfig, DistributionRecord */
export async function readContributionRewards(
  ledger: LedgerAt,
  address: string,
): Promise<ContributionRewards> {
  const [config, state] = await Promise.all([
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
    lastDistribution: last === null ? null : await readContractDistribution(ledger, address, last),
  }
}

/** A distribution by its period; null when there was none. */
export async function readContractDistribution(
  ledger: LedgerAt,
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

/** What an account did in a period, as the contract counts it. @see SPEC M015, Storage: ActivityScore */
export type ContractScore = {
  readonly purchases: Uregen
  readonly retirements: Uregen
  readonly facilitated: Uregen
  readonly votes: number
  /** Credit for proposals, of which the contract keeps hundredths. */
  readonly proposals: Ratio
  /** What the account can claim, over all periods. */
  readonly claimable: Uregen
}

const ScoreAnswer = z.object({
  score: z.object({
    credit_purchase_value: UregenText,
    credit_retirement_value: UregenText,
    platform_facilitation_value: UregenText,
    governance_votes: Count,
    proposal_credits: Count,
  }),
})

const ClaimAnswer = z.object({ amount: UregenText })

/** The score and the claim of an account. The contract answers zeros for one it does not know. */
export async function readContractScore(
  ledger: LedgerAt,
  address: string,
  { account, period }: { readonly account: string; readonly period: number },
): Promise<ContractScore> {
  const [{ score }, { amount }] = await Promise.all([
    askContract(ledger, address, { activity_score: { address: account, period } }, ScoreAnswer),
    askContract(ledger, address, { claimable_rewards: { address: account } }, ClaimAnswer),
  ])
  return {
    purchases: score.credit_purchase_value,
    retirements: score.credit_retirement_value,
    facilitated: score.platform_facilitation_value,
    votes: score.governance_votes,
    proposals: ratio(BigInt(score.proposal_credits), 100n),
    claimable: amount,
  }
}

/** A commitment to the stability tier as the contract keeps it. @see SPEC M015, Storage: StabilityCommitment */
export type ContractCommitment = {
  readonly id: number
  readonly holder: string
  readonly amount: Uregen
  readonly lockMonths: number
  readonly committedAt: string
  readonly maturesAt: string
  readonly accrued: Uregen
  readonly state: Exclude<CommitmentState, 'UNCOMMITTED'>
}

const CommitmentAnswer = z.object({
  commitment: z.object({
    id: Count,
    holder: z.string(),
    amount: UregenText,
    lock_months: Count,
    committed_at: Nanoseconds,
    matures_at: Nanoseconds,
    accrued_rewards: UregenText,
    status: nameOf(['COMMITTED', 'MATURED', 'EARLY_EXIT']),
  }),
})

/** A commitment by its number, from 1; null when there is none. */
export async function readContractCommitment(
  ledger: LedgerAt,
  address: string,
  id: number,
): Promise<ContractCommitment | null> {
  const answer = await askContractIfAny(
    ledger,
    address,
    { stability_commitment: { commitment_id: id } },
    CommitmentAnswer,
  )
  return (
    answer && {
      id: answer.commitment.id,
      holder: answer.commitment.holder,
      amount: answer.commitment.amount,
      lockMonths: answer.commitment.lock_months,
      committedAt: answer.commitment.committed_at,
      maturesAt: answer.commitment.matures_at,
      accrued: answer.commitment.accrued_rewards,
      state: answer.commitment.status,
    }
  )
}
