import type { Credits } from '../../primitives/credits.ts'
import { RegenError } from '../../primitives/errors.ts'
import { ACTIVITY_COUNTED_TWICE, ACTIVITY_UNPROVEN } from '../../primitives/errorTable.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** Where an activity is written on chain. */
export type OnChain = {
  /** The hash of the transaction, 64 hexadecimal digits. */
  readonly txHash: string
  readonly messageIndex: number
  /** Which value of that message, from 0, when it has several, such as the orders of one purchase. */
  readonly part: number
  /** Block time in seconds since 1970. */
  readonly time: bigint
}

/** A platform that claims to have brought a transaction about, and how it was recognised. */
export type Facilitator = {
  readonly address: string
  /** The transaction's memo or metadata names it. */
  readonly inMemo: boolean
  /** It is in the registry of platforms. */
  readonly registered: boolean
}

/** An exact value in uregen, whole or as a fraction, and the M013 fee that was paid on it. */
type Valued = {
  readonly value: Uregen | Ratio
  readonly fee: Uregen
  readonly facilitator: Facilitator | null
}

/** A purchase on the marketplace: one order. `autoRetired` when the buyer had the credits retired at once. */
export type Purchase = OnChain &
  Valued & {
    readonly kind: 'purchase'
    readonly buyer: string
    readonly seller: string
    readonly autoRetired: boolean
  }

/** A retirement, credited to the account it is made for; `payer` is who paid the fee when that is another, as in a send. */
export type Retirement = OnChain &
  Valued & { readonly kind: 'retirement'; readonly retirer: string; readonly payer?: string }

/** A vote on a governance proposal, for which M015 credits the voter. */
export type Vote = OnChain & { readonly kind: 'vote'; readonly voter: string; readonly proposalId: bigint }

/** How a proposal ended. `rejected` reached quorum. */
export type Outcome = 'passed' | 'rejected' | 'no-quorum'

/** A submitted proposal; `tally` is null while the vote is open. */
export type Proposal = OnChain & {
  readonly kind: 'proposal'
  readonly proposer: string
  readonly tally: { readonly time: bigint; readonly outcome: Outcome } | null
}

/** A fee for what earns no score by value, such as an issuance or a transfer; it counts where fees are scored. */
export type FeeOnly = OnChain & { readonly kind: 'fee'; readonly payer: string; readonly fee: Uregen }

/** Anything that M015 credits somebody for. @see SPEC M015 */
export type Activity = Purchase | Retirement | Vote | Proposal | FeeOnly

/**
 * What a purchase is worth: quantity × ask price in uregen per credit, exact and net of fees (the chain pays the ask, not the bid).
 *
 * @example
 * purchaseValue(parseCredits('2.5'), 40_000_000n) // { num: 100000000n, den: 1n }
 */
export const purchaseValue = (quantity: Credits, ask: bigint): Ratio => ratio(quantity * ask, 1_000_000n)

/** The outcome of a tally; to pass implies quorum. */
export const outcomeOf = ({ quorum, passed }: { quorum: boolean; passed: boolean }): Outcome =>
  passed ? 'passed' : quorum ? 'rejected' : 'no-quorum'

/**
 * The activities that count in a period: by block time in [from, to), a proposal by the time its tally closed.
 *
 * @example
 * activitiesIn([purchase], { from: 1_800_000_000n, to: 1_800_604_800n }).length // 1
 */
export const activitiesIn = (
  activities: readonly Activity[],
  { from, to }: { from: bigint; to: bigint },
): readonly Activity[] =>
  activities.filter(activity => {
    const time = activity.kind === 'proposal' ? activity.tally?.time : activity.time
    return time !== undefined && time >= from && time < to
  })

/**
 * Refuses an activity that names no transaction and message (invariant 3, Activity Integrity)
 * and one that is listed twice (invariant 5, No Double-Counting).
 */
export function requireProof(activities: readonly Activity[]): void {
  const seen = new Set<string>()
  for (const { kind, txHash, messageIndex, part } of activities) {
    const hash = txHash.toUpperCase()
    // The first part of a first message goes by its hash alone: most do, and joining text takes longer than looking it up.
    const place = messageIndex === 0 && part === 0 ? hash : `${hash}/${messageIndex}/${part}`
    if (!HASH.test(txHash) || !isIndex(messageIndex) || !isIndex(part))
      throw new RegenError(ACTIVITY_UNPROVEN, { kind, place: `${hash}/${messageIndex}/${part}` })
    if (seen.has(place))
      throw new RegenError(ACTIVITY_COUNTED_TWICE, { kind, place: `${hash}/${messageIndex}/${part}` })
    seen.add(place)
  }
}

const HASH = /^[0-9A-Fa-f]{64}$/

/** Where a message or a part stands in a list. */
const isIndex = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < 1_000_000_000
