import { exact, ONE, type Ratio, ratio } from '../../primitives/ratio.ts'
import { type Activity, type OnChain, type Purchase, type Retirement, requireProof } from './activity.ts'
import { requireBounds } from './bounds.ts'
import { ACTIVITY_KINDS, type RewardConfig } from './params.ts'
import { bothWays } from './washTrading/bothWays.ts'
import { pairedPurchases } from './washTrading/pairs.ts'
import { circularPurchases } from './washTrading/rings.ts'

/** What can be credited: the five activities, and the M013 fee that somebody paid. */
export const CREDITED_KINDS = [...ACTIVITY_KINDS, 'fee'] as const

/** What an account can be credited for: one of the five activities, or the M013 fee it paid. */
export type CreditedKind = (typeof CREDITED_KINDS)[number]

/** What an activity gives one participant: uregen of value or fee, or a count for votes and proposals. */
export type Contribution = Omit<OnChain, 'time'> & {
  readonly address: string
  readonly kind: CreditedKind
  readonly amount: Ratio
}

/** Something a reader of scores should know. */
export type Finding =
  /** Votes and proposals are added to uregen as plain counts: next to any value they vanish, alone they take everything. */
  | { readonly code: 'GOVERNANCE_DUST'; readonly governanceShare: Ratio }
  /** Purchases that count as a purchase and as a retirement. */
  | { readonly code: 'AUTO_RETIRE_COUNTED_TWICE'; readonly purchases: number }
  /** Purchases that two addresses made from each other within the window. */
  | { readonly code: 'PAIRED_PURCHASES'; readonly purchases: number }
  /** Purchases in a ring of three addresses or more. */
  | { readonly code: 'CIRCULAR_PURCHASES'; readonly purchases: number }

/**
 * Who is credited with what (invariant 5, No Double-Counting): a trade to the buyer, never the seller;
 * a retirement to the retirer; a vote to the voter, once per proposal; a proposal to the proposer when its tally closed.
 *
 * A platform is credited besides, for facilitation. Purchases and retirements below the minimum value earn nothing, and neither
 * do their fees where fees are scored.
 *
 * @see SPEC M015, Security Invariants
 *
 * @example
 * creditActivities([purchase], M015_V0).contributions.map(({ kind, amount }) => [kind, amount.num]) // [ [ 'purchase', 100000000n ], [ 'fee', 1000000n ] ]
 */
export function creditActivities(
  activities: readonly Activity[],
  params: RewardConfig,
): { contributions: readonly Contribution[]; findings: readonly Finding[] } {
  requireBounds(params)
  requireProof(activities)
  const mutual = bothWays(activities)
  const paired = pairedPurchases(mutual, params.pairWindowDays)
  const once = withoutRepeatedVotes(activities)
  const counted =
    params.pairTrades === 'count'
      ? once
      : once.filter(activity => !(paired as ReadonlySet<Activity>).has(activity))
  const doubled =
    params.autoRetireScoring === 'both'
      ? counted.filter(activity => activity.kind === 'purchase' && activity.autoRetired).length
      : 0
  const findings: Finding[] = []
  if (doubled > 0) findings.push({ code: 'AUTO_RETIRE_COUNTED_TWICE', purchases: doubled })
  if (paired.size > 0) findings.push({ code: 'PAIRED_PURCHASES', purchases: paired.size })
  const { size } = circularPurchases(mutual)
  if (size > 0) findings.push({ code: 'CIRCULAR_PURCHASES', purchases: size })
  const contributions: Contribution[] = []
  for (const activity of counted) contribute(activity, params, contributions)
  return { contributions, findings }
}

/** The chain lets a voter vote again on the same proposal, which replaces the first vote. */
function withoutRepeatedVotes(activities: readonly Activity[]): readonly Activity[] {
  const voted = new Set<string>()
  return activities.filter(activity => {
    if (activity.kind !== 'vote') return true
    const vote = `${activity.proposalId}/${activity.voter}`
    if (voted.has(vote)) return false
    return voted.add(vote)
  })
}

/** Adds what an activity gives to the contributions. */
function contribute(activity: Activity, params: RewardConfig, contributions: Contribution[]): void {
  if (activity.kind === 'vote') credit(contributions, activity, activity.voter, 'vote', ONE)
  else if (activity.kind === 'fee')
    credit(contributions, activity, activity.payer, 'fee', ratio(activity.fee))
  else if (activity.kind === 'proposal') {
    const amount = proposalCredit(activity.tally?.outcome, params)
    if (amount !== null) credit(contributions, activity, activity.proposer, 'proposal', amount)
  }
  if (activity.kind !== 'purchase' && activity.kind !== 'retirement') return
  const amount = exact(activity.value)
  if (amount.num < params.minActivityValue * amount.den) return
  const address = activity.kind === 'purchase' ? activity.buyer : activity.retirer
  const payer = activity.kind === 'purchase' ? address : (activity.payer ?? address)
  const platform = platformOf(activity, params)
  if (activity.kind === 'purchase' && activity.autoRetired)
    for (const kind of autoRetiredAs(params)) credit(contributions, activity, address, kind, amount)
  else credit(contributions, activity, address, activity.kind, amount)
  credit(contributions, activity, payer, 'fee', ratio(activity.fee))
  if (platform !== null) credit(contributions, activity, platform, 'facilitation', amount)
}

function credit(
  contributions: Contribution[],
  { txHash, messageIndex, part }: OnChain,
  address: string,
  kind: CreditedKind,
  amount: Ratio,
): void {
  contributions.push({ txHash, messageIndex, part, address, kind, amount })
}

/** Passed: 1. Rejected with quorum: `rejectedProposalShare`. Without quorum, or while the vote is open: null. */
const proposalCredit = (outcome: string | undefined, params: RewardConfig): Ratio | null =>
  outcome === 'passed' ? ONE : outcome === 'rejected' ? params.rejectedProposalShare : null

/** What a purchase that retires at once counts as. */
export const autoRetiredAs = ({
  autoRetireScoring: as,
}: Pick<RewardConfig, 'autoRetireScoring'>): readonly ('purchase' | 'retirement')[] =>
  as === 'both' ? ['purchase', 'retirement'] : [as]

/** The platform that earns facilitation: recognised as OQ-M015-2 asks, and not buyer, seller or retirer itself. */
function platformOf(activity: Purchase | Retirement, params: RewardConfig): string | null {
  const { facilitator } = activity
  const { facilitationId, selfFacilitation } = params
  if (facilitator === null || facilitationId === 'none' || !facilitator.registered) return null
  if (facilitationId === 'memo' && !facilitator.inMemo) return null
  const parties = activity.kind === 'purchase' ? [activity.buyer, activity.seller] : [activity.retirer]
  return selfFacilitation === 'exclude' && parties.includes(facilitator.address) ? null : facilitator.address
}
