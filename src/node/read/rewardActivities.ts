import { type Rates, rateOf } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import {
  type Activity,
  outcomeOf,
  type OnChain as Proof,
  purchaseValue,
} from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { CREDIT } from '../../primitives/credits.ts'
import { compareRatios, mulRatio, type Ratio, ratio } from '../../primitives/ratio.ts'
import { parseTime } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Proposal } from '../decode/modules/proposal.ts'
import type { LedgerActivity, OnChain, Purchase, Retirement } from '../history/activity.ts'

/** What things are worth in uregen, which the chain does not know. */
export type Worth = {
  /** uregen for one smallest unit of a denom. uregen itself is 1. */
  readonly rates: Rates
  /** uregen for a whole credit of a class at a time (seconds since 1970); null without a price. */
  readonly priceOf: (classId: string, time: bigint) => Ratio | null
}

/** How votes ended, and what it takes to end one. */
export type Votes = {
  readonly proposals: readonly Proposal[]
  readonly quorum: Ratio
  /** What is staked, in uregen, and so could vote. */
  readonly bonded: Uregen
}

/** What M015 credits, and what it cannot for want of a price. */
export type RewardActivities = {
  readonly activities: readonly Activity[]
  /** Purchases and retirements that are not among the activities: their worth is not known. */
  readonly unvalued: readonly (Purchase | Retirement)[]
}

/**
 * What accounts did, as M015 counts it: purchases, retirements, votes and proposals.
 *
 * A payment is what events tell of it: exact to the unit where one whole ask price fits, else less than 2 units too low. The fee of M013 is 0:
 * no event of v7 tells one. The facilitator is null: the chain names no platform that helped. Where credits are retired in somebody else’s name,
 * the retirer is whom they are retired for, as the chain’s event has it; whoever gave them is the payer.
 */
export function toRewardActivities(
  activity: readonly LedgerActivity[],
  votes: Votes,
  worth: Worth,
): RewardActivities {
  const unvalued: (Purchase | Retirement)[] = []
  const byId = new Map(votes.proposals.map(proposal => [proposal.id, proposal]))
  const activities = activity.flatMap((item): readonly Activity[] => {
    if (item.kind === 'vote') {
      const { kind, voter, proposalId } = item
      return [{ ...proofOf(item), kind, voter, proposalId }]
    }
    if (item.kind === 'proposal') {
      const tally = tallyOf(byId.get(item.proposalId), votes)
      return [{ ...proofOf(item), kind: item.kind, proposer: item.proposer, tally }]
    }
    if (item.kind !== 'purchase' && item.kind !== 'retirement') return []
    const value = item.kind === 'purchase' ? worthOfPurchase(item, worth) : worthOfRetirement(item, worth)
    if (value === null) {
      unvalued.push(item)
      return []
    }
    const valued = { ...proofOf(item), value, fee: 0n as Uregen, facilitator: null }
    if (item.kind === 'retirement')
      return [{ ...valued, kind: item.kind, retirer: item.owner, payer: item.from }]
    const { kind, buyer, seller, retirement } = item
    return [{ ...valued, kind, buyer, seller, autoRetired: retirement !== null }]
  })
  return { activities, unvalued }
}

const proofOf = ({ txHash, messageIndex, part, time }: OnChain): Proof => ({
  txHash,
  messageIndex,
  part,
  time,
})

function worthOfPurchase({ denom, quantity, payment }: Purchase, { rates }: Worth): Ratio | null {
  const rate = rateOf(denom, rates)
  const { ask, atLeast } = payment
  return rate ? mulRatio(ask === null ? ratio(atLeast) : purchaseValue(quantity, ask), rate) : null
}

function worthOfRetirement({ classId, time, amount }: Retirement, { priceOf }: Worth): Ratio | null {
  const price = priceOf(classId, time)
  return price && mulRatio(ratio(amount, CREDIT), price)
}

/** When and how a vote ended; null while it is open, and for a proposal that was removed for want of a deposit. */
function tallyOf(proposal: Proposal | undefined, { quorum, bonded }: Votes) {
  const { status, votingEnd = null, tally } = proposal ?? {}
  const passed = status === 'passed' || status === 'failed'
  if (!tally || votingEnd === null || !(passed || status === 'rejected')) return null
  const voted = tally.yes + tally.abstain + tally.no + tally.noWithVeto
  const reached = bonded > 0n && compareRatios(ratio(voted, bonded), quorum) >= 0
  return { time: parseTime(votingEnd).seconds, outcome: outcomeOf({ quorum: reached, passed }) }
}
