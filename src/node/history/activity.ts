import type { Credits } from '../../primitives/credits.ts'
import type { AbciEvent, Oddity } from '../events/abciEvent.ts'
import type { RetirementNote } from '../events/credits/creditActs.ts'
import type { ProposalEvent, VoteEvent } from '../events/governanceEvents.ts'

/** A transaction as a node gives it, with the time of its block (RFC 3339). */
export type HistoricTx = {
  readonly hash: string
  readonly height: bigint
  readonly time: string
  readonly events: readonly AbciEvent[]
}

/** Where an activity is written on chain; hash, message and part name it once and for all. */
export type OnChain = {
  readonly txHash: string
  readonly height: bigint
  /** Block time in seconds since 1970. */
  readonly time: bigint
  readonly messageIndex: number
  /** The message inside authz, if any. */
  readonly path: readonly number[]
  /**
   * From 0, in the order of events, over all activities of the message. An entry of a send takes a number for its tradable credits, also where
   * it has none, and the next for what it retires: so two entries are told from one.
   */
  readonly part: number
}

type OfBatch = { readonly classId: string; readonly batchDenom: string }

/** One filled order. Credits that were retired at once are part of it and are no retirement beside it. */
export type Purchase = OnChain &
  OfBatch & {
    readonly kind: 'purchase'
    readonly buyer: string
    readonly seller: string
    readonly orderId: bigint
    readonly quantity: Credits
    readonly denom: string
    /** What the order cost without the buyer fee, as far as events tell. */
    readonly payment: Payment
    readonly buyerFee: bigint
    readonly sellerFee: bigint
    /** Null when the credits stayed tradable. */
    readonly retirement: RetirementNote | null
  }

/**
 * The payment for an order, ask × quantity, in smallest units. The chain cuts what the seller gets and the seller fee to
 * whole units, each on its own, so events tell the exact payment to less than two units:
 *
 *     atLeast = sellerReceives + sellerFee  ≤  ask × quantity  <  below = atLeast + 2
 *
 * and to less than one where no fee is charged at all. Ask prices are whole, which often leaves just one.
 */
export type Payment = {
  readonly sellerReceives: bigint
  readonly atLeast: bigint
  readonly below: bigint
  /** The only whole ask price per credit that fits; null when none or several do. */
  readonly ask: bigint | null
}

/** Credits retired outside of purchases and issuances: by their owner, on arrival of a send, or out of a basket. */
export type Retirement = OnChain &
  OfBatch &
  RetirementNote & {
    readonly kind: 'retirement'
    /** In whose name; not always who gave the credits. */
    readonly owner: string
    readonly amount: Credits
    readonly by: 'owner' | 'send' | 'basket'
    /** Who gave the credits: the sender of a send, else the owner. */
    readonly from: string
  }

/** Tradable credits from one account to another. What a send retires on arrival is a retirement. */
export type Send = OnChain &
  OfBatch & {
    readonly kind: 'send'
    readonly sender: string
    readonly recipient: string
    readonly amount: Credits
  }

/** Credits that were issued to an account, tradable or retired at once. */
export type Issuance = OnChain &
  OfBatch & {
    readonly kind: 'issuance'
    readonly recipient: string
    readonly tradable: Credits
    readonly retired: Credits
    readonly retirement: RetirementNote | null
    /** Issued for credits that came over a bridge. */
    readonly bridged: boolean
  }

/** Credits for basket tokens or back. They change their form, not their owner. */
export type BasketSwap = OnChain &
  OfBatch & {
    readonly kind: 'basket put' | 'basket take'
    readonly owner: string
    readonly basketDenom: string
    readonly amount: Credits
  }

/** Credits that were taken out of the ledger, for good or over a bridge. */
export type Cancellation = OnChain &
  OfBatch & {
    readonly kind: 'cancellation'
    readonly owner: string
    readonly amount: Credits
    readonly reason: string
    /** The chain they go to, when a bridge cancelled them. */
    readonly bridgedTo: string | null
  }

/** A vote; who votes again on the same proposal replaces the vote before, which is listed all the same. */
export type Vote = OnChain & { readonly kind: 'vote' } & Pick<VoteEvent, 'voter' | 'proposalId' | 'options'>

/** A proposal of governance that somebody submitted. */
export type Proposal = OnChain & { readonly kind: 'proposal' } & Pick<
    ProposalEvent,
    'proposer' | 'proposalId'
  >

/** One thing that an account did, as the chain's events tell it. */
export type LedgerActivity =
  | Purchase
  | Retirement
  | Send
  | Issuance
  | BasketSwap
  | Cancellation
  | Vote
  | Proposal

/** An event that is counted nowhere, and where it stands. */
export type HistoricOddity = Oddity & { readonly txHash: string }

/** What accounts did in some blocks, and the events that could not be counted. */
export type ActivityHistory = {
  readonly activity: readonly LedgerActivity[]
  readonly oddities: readonly HistoricOddity[]
}
