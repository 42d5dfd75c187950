import * as z from 'zod/mini'
import type { CommitmentState } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { UregenText } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { NodeAt } from '../read/ask.ts'
import { askContract, askContractIfAny } from './askContract.ts'
import { Count, Nanoseconds, nameOf } from './fields.ts'

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

/**
 * The score and the claim of an account. The contract answers zeros for one it does not know.
 *
 * @example
 * const score = await readContractScore(at, contract, { account: buyer, period: 3 })
 */
export async function readContractScore(
  ledger: NodeAt,
  address: string,
  of: { readonly account: string; readonly period: number },
): Promise<ContractScore> {
  const [activity, claimable] = await Promise.all([
    readContractActivity(ledger, address, of),
    readContractClaim(ledger, address, of.account),
  ])
  return { ...activity, claimable }
}

/**
 * What an account can claim, over all periods.
 *
 * @example
 * const claimable = await readContractClaim(at, contract, buyer)
 */
export async function readContractClaim(ledger: NodeAt, address: string, account: string): Promise<Uregen> {
  const asked = { claimable_rewards: { address: account } }
  const { amount } = await askContract(ledger, address, asked, ClaimAnswer)
  return amount
}

/**
 * What an account did in a period, without its claim.
 *
 * @example
 * const { purchases, votes } = await readContractActivity(at, contract, { account: buyer, period: 1 })
 */
export async function readContractActivity(
  ledger: NodeAt,
  address: string,
  { account, period }: { readonly account: string; readonly period: number },
): Promise<Omit<ContractScore, 'claimable'>> {
  const asked = { activity_score: { address: account, period } }
  const { score } = await askContract(ledger, address, asked, ScoreAnswer)
  return {
    purchases: score.credit_purchase_value,
    retirements: score.credit_retirement_value,
    facilitated: score.platform_facilitation_value,
    votes: score.governance_votes,
    proposals: ratio(BigInt(score.proposal_credits), 100n),
  }
}

/** What the activity of an account was paid in some periods, both ends included, and in how many of them it was paid. */
export type ContractRewards = { readonly rewards: Uregen; readonly periods: number }

const RewardsAnswer = z.object({ total_activity_rewards: UregenText, active_periods: Count })

/**
 * Asks what an account earned; the contract computes it anew.
 *
 * @example
 * const { rewards } = await readContractRewards(at, contract, { account: buyer, from: 1, to: 4 })
 */
export async function readContractRewards(
  ledger: NodeAt,
  address: string,
  { account, from, to }: { readonly account: string; readonly from: number; readonly to: number },
): Promise<ContractRewards> {
  const asked = { participant_rewards: { address: account, period_from: from, period_to: to } }
  const answer = await askContract(ledger, address, asked, RewardsAnswer)
  return { rewards: answer.total_activity_rewards, periods: answer.active_periods }
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

/**
 * A commitment by its number, from 1; null when there is none.
 *
 * @example
 * const commitment = await readContractCommitment(at, contract, 1)
 */
export async function readContractCommitment(
  ledger: NodeAt,
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
