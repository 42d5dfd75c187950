import {
  type Activity,
  activitiesIn,
  type Purchase,
  type Retirement,
} from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { exact } from '../../mechanisms/m015-contribution-weighted-rewards/fractions.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ACTIVITY_ABOVE_VOLUME, ACTIVITY_COUNTED_TWICE } from '../../primitives/errorTable.ts'
import { floor, sumRatios } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { CollectedFee } from '../fees/collectFees.ts'
import { amountInUregen, valueInUregen } from '../fees/convert.ts'
import type { ChargedTransaction, EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochState } from '../state/epochState.ts'

/** Votes are remembered for longer than any vote is open: the chain lets a voter vote again, which replaces the first vote. */
const REMEMBERED = 92n * 86_400n

type Votes = NonNullable<EpochState['rewards']['votes']>

/**
 * What people did in a period, for M015: the charged transactions with the fees they paid, and the other activities by
 * their time. `left out` counts those of another period; a proposal counts when its tally closed, a vote once per proposal.
 *
 * Activity Integrity (invariant 3): a purchase or retirement that is no charged transaction of its own is a part of a charged
 * volume, and all of a kind are worth no more than that.
 */
export function tallyActivities(
  fees: readonly CollectedFee[],
  { activities, volumes, rates }: Pick<EpochInputs, 'activities' | 'volumes' | 'rates'>,
  {
    span,
    votes: remembered,
    charged: charging,
  }: { span: { readonly from: bigint; readonly to: bigint }; votes: Votes; charged: boolean },
): { readonly counted: readonly Activity[]; readonly leftOut: number; readonly votes: Votes } {
  const paid = new Map<ChargedTransaction, bigint>()
  for (const { parts, fees: ofParts, denom } of fees)
    parts.forEach((part, index) => {
      paid.set(part, (paid.get(part) ?? 0n) + amountInUregen(ofParts[index] ?? 0n, denom, rates))
    })
  const charged = [...paid].map(([part, fee]) => chargedActivity(part, fee as Uregen, rates))
  const inside = activitiesIn(activities, span)
  if (charging) requireCharged(inside, charged, volumes, rates)
  const leftOut = activities.filter(activity => activity.kind !== 'proposal').length
  const open = remembered.filter(({ time }) => time >= span.from - REMEMBERED)
  const voted = new Set(open.map(voteOf))
  const news = inside.flatMap(activity => {
    if (activity.kind !== 'vote' || voted.has(voteOf(activity))) return []
    voted.add(voteOf(activity))
    const { proposalId, voter, time } = activity
    return [{ proposalId, voter, time }]
  })
  const before = new Set(open.map(voteOf))
  return {
    counted: [
      ...charged,
      ...inside.filter(activity => activity.kind !== 'vote' || !before.has(voteOf(activity))),
    ],
    leftOut: leftOut - inside.filter(activity => activity.kind !== 'proposal').length,
    votes: [...open, ...news],
  }
}

const voteOf = ({ proposalId, voter }: Votes[number]): string => `${proposalId}/${voter}`

const CHARGED_AS = { purchase: 'MarketplaceTrade', retirement: 'CreditRetirement' } as const

/** Refuses a value that nobody was charged for: beside a charged message, or beyond the charged volumes. */
function requireCharged(
  activities: readonly Activity[],
  charged: readonly Activity[],
  volumes: EpochInputs['volumes'],
  rates: EpochInputs['rates'],
): void {
  const messages = new Set(charged.map(messageOf))
  for (const kind of ['purchase', 'retirement'] as const) {
    const valued = activities.filter((activity): activity is Purchase | Retirement => activity.kind === kind)
    if (valued.length === 0) continue
    const twice = valued.find(activity => messages.has(messageOf(activity)))
    if (twice)
      throw new RegenError(ACTIVITY_COUNTED_TWICE, { kind, place: `${messageOf(twice)}/${twice.part}` })
    const value = floor(sumRatios(...valued.map(activity => exact(activity.value))))
    const ofKind = volumes.filter(({ txType }) => txType === CHARGED_AS[kind])
    const most = floor(sumRatios(...ofKind.map(volume => valueInUregen(volume.value, volume.denom, rates))))
    if (value > most) throw new RegenError(ACTIVITY_ABOVE_VOLUME, { kind, value, charged: most })
  }
}

const messageOf = ({ txHash, messageIndex }: Activity): string => `${txHash.toUpperCase()}/${messageIndex}`

/** A charged part as an activity: credited as it says, else for its fee alone. */
function chargedActivity(part: ChargedTransaction, fee: Uregen, rates: EpochInputs['rates']): Activity {
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
