import { type Activity, activitiesIn } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ACTIVITY_COUNTED_TWICE } from '../../primitives/errorTable.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { CollectedFee } from '../fees/collectFees.ts'
import { amountInUregen, valueInUregen } from '../fees/convert.ts'
import type { ChargedTransaction, EpochInputs } from '../inputs/epochInputs.ts'
import { openVotes, type Votes, withVotes } from './rememberVotes.ts'

/**
 * What people did in a period, for M015: the charged transactions with the fees they paid, and the other activities by
 * their time. `leftOut` counts those of another period, proposals not among them; a proposal counts when its tally closed, a vote once per proposal.
 *
 * Activity Integrity (invariant 3): a charged message says itself what is credited, so nothing is stated beside it.
 */
export function tallyActivities(
  fees: readonly CollectedFee[],
  { activities, rates }: Pick<EpochInputs, 'activities' | 'rates'>,
  { span, votes: remembered }: { span: { readonly from: bigint; readonly to: bigint }; votes: Votes },
): {
  readonly counted: readonly Activity[]
  readonly leftOut: number
  readonly votes: { readonly votes?: Votes }
} {
  const paid = new Map<ChargedTransaction, bigint>()
  for (const { parts, fees: ofParts, denom } of fees)
    parts.forEach((part, index) => {
      paid.set(part, (paid.get(part) ?? 0n) + amountInUregen(ofParts[index] ?? 0n, denom, rates))
    })
  const charged = [...paid].map(([part, fee]) => chargedActivity(part, fee as Uregen, rates))
  const inside = activitiesIn(activities, span)
  requireApart(inside, charged)
  const open = openVotes(remembered, span.from)
  const before = new Set(open.map(voteOf))
  const voted = new Set(before)
  const news: Votes[number][] = []
  for (const activity of inside) {
    if (activity.kind !== 'vote' || voted.has(voteOf(activity))) continue
    voted.add(voteOf(activity))
    const { proposalId, voter, time } = activity
    news.push({ proposalId, voter, time })
  }
  return {
    counted: [
      ...charged,
      ...inside.filter(activity => activity.kind !== 'vote' || !before.has(voteOf(activity))),
    ],
    leftOut: placed(activities) - placed(inside),
    votes: withVotes(open, news),
  }
}

/** How many of them have a time of their own; a proposal has that of its tally. */
const placed = (activities: readonly Activity[]): number =>
  activities.reduce((count, { kind }) => (kind === 'proposal' ? count : count + 1), 0)

const voteOf = ({ proposalId, voter }: Votes[number]): string => `${proposalId}/${voter}`

/** Refuses a value beside the message that was charged for it. */
function requireApart(activities: readonly Activity[], charged: readonly Activity[]): void {
  if (charged.length === 0) return
  const messages = new Set(charged.map(messageOf))
  for (const activity of activities)
    if ((activity.kind === 'purchase' || activity.kind === 'retirement') && messages.has(messageOf(activity)))
      throw new RegenError(ACTIVITY_COUNTED_TWICE, {
        kind: activity.kind,
        place: `${messageOf(activity)}/${activity.part}`,
      })
}

const messageOf = ({ txHash, messageIndex }: Activity): string => `${txHash.toUpperCase()}/${messageIndex}`

/** A charged part as an activity: credited as it says, else for its fee alone. */
export function chargedActivity(
  part: ChargedTransaction,
  fee: Uregen,
  rates: EpochInputs['rates'],
): Activity {
  const { txHash, messageIndex, part: line, time, payer, credited } = part
  const place = { txHash, messageIndex, part: line, time }
  if (credited === null) return { kind: 'fee', ...place, payer, fee }
  const { facilitator } = credited
  const valued = { ...place, value: valueInUregen(part.value, part.denom, rates), fee, facilitator }
  if (credited.kind === 'retirement')
    return { kind: 'retirement', retirer: credited.retirer ?? payer, payer, ...valued }
  const { seller, autoRetired } = credited
  return { kind: 'purchase', buyer: payer, seller, autoRetired, ...valued }
}
