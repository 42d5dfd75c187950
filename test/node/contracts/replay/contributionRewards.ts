import { expect } from 'vitest'
import { type PolicyConfig, uregen } from '../../../../src/index.ts'
import * as m015 from '../../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { contracts } from '../../../support/contracts.ts'
import type { ContractTx } from '../../../support/contractTxs.ts'
import {
  type Answers,
  amountIn,
  capitalized,
  type Json,
  nanosAt,
  points,
  text,
  txsOf,
  variantOf,
} from './recorded.ts'

export function contributionRewards(policy: PolicyConfig): Answers {
  const [first, ...rest] = txsOf(contracts.contributionRewards)
  const { msg, sender: admin } = first as ContractTx
  const params: m015.RewardConfig = policy.m015
  const { purchase, retirement, facilitation, vote, proposal } = params.weights
  const config = {
    credit_purchase_weight: points(purchase),
    credit_retirement_weight: points(retirement),
    platform_facilitation_weight: points(facilitation),
    governance_voting_weight: points(vote),
    proposal_submission_weight: points(proposal),
    stability_annual_return_bps: points(params.stabilityRate),
    max_stability_share_bps: points(params.maxStabilityShare),
    min_commitment_amount: text(params.minCommitment),
    min_lock_months: params.minLockMonths,
    max_lock_months: params.maxLockMonths,
    early_exit_penalty_bps: points(params.earlyExitPenalty),
    period_seconds: params.clock.kind === 'seconds' ? params.clock.period : null,
  }
  let phase: m015.M015Phase = 'INACTIVE'
  let [period, last]: [number, number | null] = [0, null]
  let trackingStart: string | null = null
  let commitments: readonly (m015.StabilityCommitment & { readonly at: string })[] = []
  const activity = new Map<number, Map<string, Json>>()
  const distributions = new Map<number, Json>()
  const rewards: { readonly period: number; readonly address: string; readonly reward: bigint }[] = []
  const step = (guards: m015.Guards) => {
    phase = m015.nextPhase(phase, guards as never)
  }
  for (const tx of rest) {
    const [variant, args] = variantOf(tx)
    if (variant === 'initialize_mechanism') {
      step({ proposalApproved: true, m013Active: true })
      period = 1
      trackingStart = nanosAt(tx)
    } else if (variant === 'activate_distribution') {
      const facts = { trackedPeriods: 0, scoredPeriods: 1, scoredAddresses: 2, unresolvedAnomalies: 0 }
      step(m015.distributingGuards({ ...facts, m014Active: true }, params))
    } else if (variant === 'commit_stability') {
      const request = {
        id: `${commitments.length + 1}`,
        holder: tx.sender,
        amount: uregen(tx.funds),
        lockMonths: args['lock_months'] as number,
      }
      const commitment = m015.commit(m015.requestCommitment(request, params), params)
      commitments = [...commitments, { ...commitment, at: nanosAt(tx) }]
    } else if (variant === 'record_activity') {
      const { participant: address, ...counted } = args
      const people = activity.get(period) ?? new Map<string, Json>()
      activity.set(period, people.set(address as string, { address, period, ...counted }))
    } else {
      expect(variant).toBe('trigger_distribution')
      const inflow = amountIn(args, 'community_pool_inflow')
      const { scores } = m015.scoreActivities(
        [...(activity.get(period)?.values() ?? [])].flatMap(did =>
          (
            [
              ['purchase', 'credit_purchase_value', 1n],
              ['retirement', 'credit_retirement_value', 1n],
              ['facilitation', 'platform_facilitation_value', 1n],
              ['vote', 'governance_votes', 1n],
              ['proposal', 'proposal_credits', 100n],
            ] as const
          ).map(([kind, field, den]) => ({
            address: did['address'] as string,
            kind,
            amount: { num: BigInt(did[field] as string), den },
          })),
        ),
        params,
      )
      const allocation = m015.allocateStability({ committed: commitments, inflow, params })
      commitments = allocation.commitments as typeof commitments
      const paid = m015.distributeActivity({ pool: allocation.activity, scores, params })
      for (const { address, reward } of paid.rewards) rewards.push({ period, address, reward })
      const record = {
        period,
        community_pool_inflow: text(inflow),
        stability_allocation: text(allocation.stability),
        activity_pool: text(allocation.activity),
        total_score: scores.reduce((sum, { score }) => sum + score.num / score.den, 0n).toString(),
      }
      expect(tx.said).toMatchObject({ ...record, period: `${period}`, participants: `${scores.length}` })
      distributions.set(period, { ...record, executed_at: nanosAt(tx) })
      last = period
      period += 1
    }
  }
  const claimable = (address: unknown, from = 0, to = period) =>
    rewards
      .filter(reward => reward.address === address && reward.period >= from && reward.period <= to)
      .reduce((sum, { reward }) => sum + reward, 0n)
  return {
    config: () => ({ admin, ...msg, ...config }),
    mechanism_state: () => ({
      status: capitalized(phase),
      tracking_start: trackingStart,
      current_period: period,
      last_distribution_period: last,
    }),
    activity_score: ({ address, period }) => ({
      score: activity.get(period as number)?.get(address as string) ?? {
        address,
        period,
        credit_purchase_value: '0',
        credit_retirement_value: '0',
        platform_facilitation_value: '0',
        governance_votes: 0,
        proposal_credits: 0,
      },
    }),
    stability_commitment: ({ commitment_id }) => {
      const commitment = commitments.find(({ id }) => id === `${commitment_id}`)
      if (commitment === undefined) return undefined
      const { id, holder, amount, lockMonths, funded, state, at } = commitment
      const lock = BigInt(lockMonths) * m015.MONTH_SECONDS
      return {
        commitment: {
          id: parseInt(id, 10),
          holder,
          amount: text(amount),
          lock_months: lockMonths,
          committed_at: at,
          matures_at: text((BigInt(at) / 10n ** 9n + lock) * 10n ** 9n),
          accrued_rewards: text(funded),
          status: capitalized(state),
        },
      }
    },
    distribution_record: ({ period }) => {
      const record = distributions.get(period as number)
      return record && { record }
    },
    claimable_rewards: ({ address }) => ({ address, amount: text(claimable(address)) }),
    participant_rewards: asked => {
      const { address, period_from: from, period_to: to } = asked as { [field: string]: never }
      return {
        ...asked,
        total_activity_rewards: text(claimable(address, from, to)),
        active_periods: new Set(
          rewards.filter(reward => reward.address === address).map(({ period }) => period),
        ).size,
      }
    },
  }
}
