import type { TxFailure } from '../node/events/failures/explainFailure.ts'

/** What a line is about. `balance`: what the bank took from or gave to an account, over a whole message. */
export type Subject = 'message' | 'gas' | 'coins' | 'balance' | 'credits' | 'escrow' | 'purchase' | 'event'

/** Named values as text: amounts as decimal text, addresses as the chain prints them, 'nobody' where there is no account. */
export type Facts = { readonly [name: string]: string }

/** One thing that was expected, or seen, or both. */
export type Line = {
  readonly subject: Subject
  /** The message of the transaction; null for what belongs to none, such as the gas fee. */
  readonly index: number | null
  /** Where an inner message stands within message `index`. */
  readonly path: readonly number[]
  /**
   * `out of order`: the same was seen in another place of the order. `not visible`: events confirm that it happened, but
   * not the amount.
   */
  readonly verdict: 'equal' | 'different' | 'missing' | 'unexpected' | 'out of order' | 'not visible'
  /** The names of the facts that differ. */
  readonly differs: readonly string[]
  /** What the preview says; null for something it does not have. */
  readonly expected: Facts | null
  /** What the events say; null for something they do not have. */
  readonly seen: Facts | null
  /** Where it was seen: a position in the events of the transaction; null for what was not seen or is a sum. */
  readonly position: number | null
}

/** Why something could not be compared. */
export type GapReason =
  /** The message is not in the catalog, or cannot be previewed. */
  | 'MESSAGE_UNKNOWN'
  | 'MESSAGE_DEAD'
  | 'INNER_PACKED'
  /** The snapshot of the preview did not say what it depends on. */
  | 'STATE_UNKNOWN'
  | 'FEE_PARAMS_UNKNOWN'
  | 'CREATION_FEE_UNKNOWN'
  | 'BATCH_UNNUMBERED'
  | 'GAS_NOT_PREVIEWED'
  | 'GAS_PRICE_UNKNOWN'
  /** The events of sell orders name the order, but neither batch nor amount. */
  | 'ESCROW_WITHOUT_AMOUNT'
  /** The chain is newer than this SDK: it has an event, or an attribute, that is not read. */
  | 'EVENT_UNREAD'
  /** Refused before it reached a block: no gas was paid. */
  | 'NOT_IN_BLOCK'

/** Something that was not compared, and what was seen of it. It is never taken as equal. */
export type NotReconciled = {
  readonly index: number | null
  readonly path: readonly number[]
  readonly typeUrl: string | null
  readonly reason: GapReason
  readonly subjects: readonly Subject[]
  readonly seen: readonly Line[]
}

/** A preview held against what happened. */
export type Reconciliation = {
  /**
   * `failed`: the transaction failed, and only its gas was compared. `different`: there are differences. `partial`: what
   * was compared is equal, but not all could be. `exact`: all was compared, and all is equal.
   */
  readonly status: 'exact' | 'partial' | 'different' | 'failed'
  readonly failure: TxFailure | null
  readonly lines: readonly Line[]
  /** The lines that are neither equal nor `not visible`. */
  readonly differences: readonly Line[]
  readonly notReconciled: readonly NotReconciled[]
}
