import { sameAccount } from '../../../messages/keeper/authorize.ts'
import { creditsOf } from '../../../messages/keeper/credits.ts'
import type { Credits } from '../../../primitives/credits.ts'
import type { Oddity } from '../abciEvent.ts'
import type { BankMovement } from '../bankEvents.ts'
import type { EventType, RegenEvent } from '../eventFields.ts'
import type { CreditAct, RetirementNote } from './creditActs.ts'
import { type BareAct, movementsOf } from './movementsOf.ts'

/** The events of one place while they are put together: each is claimed by one act at most. */
export type PlaceEvents = {
  readonly events: readonly RegenEvent[]
  readonly movements: readonly BankMovement[]
  /** Where each event stands among them. */
  readonly indexOf: ReadonlyMap<RegenEvent, number>
  readonly claimed: Set<RegenEvent>
  readonly acts: CreditAct[]
  readonly oddities: Oddity[]
}

/** The event so many steps after another one, or before it. */
export const beside = (
  { events, indexOf }: PlaceEvents,
  event: RegenEvent,
  steps: number,
): RegenEvent | undefined => events[(indexOf.get(event) ?? -2) + steps]

/** The unclaimed events of a type, in order. */
export const unclaimed = <Type extends EventType>(
  { events, claimed }: PlaceEvents,
  type: Type,
): readonly RegenEvent<Type>[] =>
  events.filter(
    event => event.type === type && !claimed.has(event),
  ) as readonly RegenEvent[] as readonly RegenEvent<Type>[]

export function addAct(place: PlaceEvents, act: BareAct): void {
  place.acts.push({ ...act, movements: movementsOf(act) } as CreditAct)
}

export function addOddity(place: PlaceEvents, event: RegenEvent, problem: string): void {
  const { type, msgIndex, authzMsgIndex, path, position } = event
  place.oddities.push({ type, msgIndex, authzMsgIndex, path, position, kind: 'unmatched', problem })
}

/** An amount in millionths; the decoder let only readable amounts pass. */
export const amountOf = (text: string): Credits => creditsOf(text) ?? (0n as Credits)

export const sameAmount = (a: string, b: string): boolean => amountOf(a) === amountOf(b)

/** Where an event stands, for the act that it becomes. */
export const standing = ({ msgIndex, authzMsgIndex, path, position }: RegenEvent) => ({
  msgIndex,
  authzMsgIndex,
  path,
  position,
})

/** The credits of a transfer, and their retirement if it is the event given: which one that can be, the caller knows. */
export function transferredCredits(
  transfer: RegenEvent<'regen.ecocredit.v1.EventTransfer'>,
  beside: RegenEvent | undefined,
  place: PlaceEvents,
) {
  const { recipient, batchDenom, tradableAmount, retiredAmount } = transfer.fields
  const retired = amountOf(retiredAmount)
  const retirement =
    retired > 0n
      ? claimRetirement(beside, { owner: recipient, batchDenom, amount: retiredAmount }, place)
      : null
  if (retired > 0n && retirement === null)
    addOddity(place, transfer, 'it names retired credits, but no retirement of them stands beside it')
  return { ...standing(transfer), batchDenom, tradable: amountOf(tradableAmount), retired, retirement }
}

/**
 * Claims the event of a retirement if it is the given one and fits: the same credits for the same owner. Null otherwise.
 */
export function claimRetirement(
  event: RegenEvent | undefined,
  { owner, batchDenom, amount }: { owner: string; batchDenom: string; amount: string },
  { claimed }: PlaceEvents,
): RetirementNote | null {
  if (event?.type !== 'regen.ecocredit.v1.EventRetire' || claimed.has(event)) return null
  const { fields } = event
  if (
    fields.batchDenom !== batchDenom ||
    !sameAccount(fields.owner, owner) ||
    !sameAmount(fields.amount, amount)
  )
    return null
  claimed.add(event)
  return { jurisdiction: fields.jurisdiction, reason: fields.reason }
}
