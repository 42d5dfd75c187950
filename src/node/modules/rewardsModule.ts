import { M015_PHASES } from '../../mechanisms/m015-contribution-weighted-rewards/phase.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ContractCommitment, ContractScore } from '../contracts/contractScores.ts'
import type { ContractDistribution, ContributionRewards } from '../contracts/contributionRewards.ts'
import { fieldsOf } from '../decode/fields.ts'
import {
  rewardsActivityScore,
  rewardsDistributionRecord,
  rewardsParams,
  rewardsStabilityCommitment,
  rewardsState,
} from '../endpoints/proposedModules.ts'
import type { NodeAt } from '../read/ask.ts'
import { isAbsent, query } from '../rpc/query.ts'

const count = (number: bigint): number => Number.parseInt(number.toString(), 10)

/**
 * Reads x/rewards, the module of M015 (proposed: no chain has it). @see SPEC M015, Storage: RewardConfig, DistributionRecord
 *
 * @example
 * const { phase, committed } = await readRewardsModule(at)
 */
export async function readRewardsModule(ledger: NodeAt): Promise<ContributionRewards> {
  const { port, height, signal } = ledger
  const [{ authority, config }, state] = await Promise.all([
    query(port, rewardsParams, {}, height, signal),
    query(port, rewardsState, {}, height, signal),
  ])
  const last = count(state.lastDistribution)
  const lastDistribution = last === 0 ? null : await readRewardsDistribution(ledger, last)
  return fieldsOf(rewardsParams.path).message('config', config, (config, read) => ({
    admin: read.address('authority', authority),
    phase: read.named('phase', M015_PHASES, state.phase - 1),
    currentPeriod: count(state.currentPeriod),
    trackingStart: read.optionalTime('tracking_start', state.trackingStart),
    periodSeconds: count(config.periodSeconds),
    denom: read.denom('denom', config.denom),
    weights: {
      purchase: read.decimal('purchase_weight', config.purchaseWeight),
      retirement: read.decimal('retirement_weight', config.retirementWeight),
      facilitation: read.decimal('facilitation_weight', config.facilitationWeight),
      vote: read.decimal('vote_weight', config.voteWeight),
      proposal: read.decimal('proposal_weight', config.proposalWeight),
    },
    stability: {
      annualReturn: read.decimal('annual_return', config.annualReturn),
      maxShare: read.decimal('max_stability_share', config.maxStabilityShare),
      minCommitment: read.whole('min_commitment', config.minCommitment) as Uregen,
      minLockMonths: config.minLockMonths,
      maxLockMonths: config.maxLockMonths,
      earlyExitPenalty: read.decimal('early_exit_penalty', config.earlyExitPenalty),
    },
    committed: read.whole('committed', state.committed) as Uregen,
    lastDistribution,
  }))
}

/** What the module answers for a record, and null where there is none. */
async function ifAny<Record>(ask: Promise<Record>): Promise<Record | null> {
  try {
    return await ask
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/**
 * A distribution by its period; null when there was none.
 *
 * @example
 * const distribution = await readRewardsDistribution(at, 1)
 */
export async function readRewardsDistribution(
  { port, height, signal }: NodeAt,
  period: number,
): Promise<ContractDistribution | null> {
  const asked = { period: BigInt(period) }
  const answer = await ifAny(query(port, rewardsDistributionRecord, asked, height, signal))
  return (
    answer &&
    fieldsOf(rewardsDistributionRecord.path).message('record', answer.record, (record, read) => ({
      period: count(record.period),
      inflow: read.whole('inflow', record.inflow) as Uregen,
      stability: read.whole('stability', record.stability) as Uregen,
      activityPool: read.whole('activity_pool', record.activityPool) as Uregen,
      totalScore: read.whole('total_score', record.totalScore),
      executedAt: read.time('executed_at', record.executedAt),
    }))
  )
}

/**
 * What an account did in a period, and what it can claim. @see SPEC M015, Storage: ActivityScore
 *
 * @example
 * const score = await readRewardsScore(at, { account: buyer, period: 1 })
 */
export async function readRewardsScore(
  { port, height, signal }: NodeAt,
  { account, period }: { readonly account: string; readonly period: number },
): Promise<ContractScore> {
  const asked = { address: account, period: BigInt(period) }
  const { score, claimable } = await query(port, rewardsActivityScore, asked, height, signal)
  return fieldsOf(rewardsActivityScore.path).message('score', score, (score, read) => ({
    purchases: read.whole('purchases', score.purchases) as Uregen,
    retirements: read.whole('retirements', score.retirements) as Uregen,
    facilitated: read.whole('facilitated', score.facilitated) as Uregen,
    votes: count(score.votes),
    proposals: read.decimal('proposals', score.proposals),
    claimable: read.whole('claimable', claimable) as Uregen,
  }))
}

/**
 * A commitment by its number; null when there is none. @see SPEC M015, Storage: StabilityCommitment
 *
 * @example
 * const commitment = await readRewardsCommitment(at, 1)
 */
export async function readRewardsCommitment(
  { port, height, signal }: NodeAt,
  id: number,
): Promise<ContractCommitment | null> {
  const answer = await ifAny(query(port, rewardsStabilityCommitment, { id: BigInt(id) }, height, signal))
  return (
    answer &&
    fieldsOf(rewardsStabilityCommitment.path).message('commitment', answer.commitment, (found, read) => ({
      id: count(found.id),
      holder: read.address('holder', found.holder),
      amount: read.whole('amount', found.amount) as Uregen,
      lockMonths: found.lockMonths,
      committedAt: read.time('committed_at', found.committedAt),
      maturesAt: read.time('matures_at', found.maturesAt),
      accrued: read.whole('accrued', found.accrued) as Uregen,
      state: read.named('state', ['COMMITTED', 'MATURED', 'EARLY_EXIT'] as const, found.state - 1),
    }))
  )
}
