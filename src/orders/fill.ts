import type { Message } from '../messages/message.ts'
import type { Coin } from '../primitives/coin.ts'
import type { Credits } from '../primitives/credits.ts'
import type { Ratio } from '../primitives/ratio.ts'
import type { FillEnd } from './greedyFill.ts'

/** What is bought of one order, to the unit. */
export type FilledOrder = {
  readonly sellOrderId: string
  readonly seller: string
  readonly batchDenom: string
  readonly quantity: Credits
  readonly denom: string
  /** For one whole credit, in smallest units of `denom`. */
  readonly askAmount: bigint
  /** What leaves the buyer for it, fees included, in smallest units of `denom`. */
  readonly debit: bigint
  /** What the buyer must hold at its turn: the same, or one unit more. */
  readonly requiredBalance: bigint
  readonly buyerFee: bigint
  readonly sellerReceives: bigint
  /** The least maxFeeAmount with which the chain accepts it. */
  readonly maxFee: Coin
  readonly expired: boolean
}

/** Why there is nothing to fill from: no orders match, or every one that does is the buyer's own, has expired, or sells only to retire. */
export type NoneReason = 'NO_ORDERS' | 'ONLY_OWN' | 'ONLY_EXPIRED' | 'ONLY_TO_RETIRE'

/** Why not more: the end of a filling, or nothing to fill from. */
export type FillReason = FillEnd | NoneReason | 'FEES_STOP_PURCHASES'

/** Orders to buy from, what they cost, and the messages that do it. */
export type Fill = {
  readonly purchases: readonly FilledOrder[]
  readonly credits: Credits
  /** What leaves the account, fees included, without gas. */
  readonly cost: readonly Coin[]
  /** What the account must hold at the start. */
  readonly requiredBalance: readonly Coin[]
  /** Smallest units for one whole credit, fees included, by denom. */
  readonly averagePrice: readonly { readonly denom: string; readonly price: Ratio }[]
  /** What is left of the budget; empty where there was none. */
  readonly left: readonly Coin[]
  /** What is missing of the wanted quantity; null where a budget was filled. */
  readonly missing: Credits | null
  readonly why: FillReason
  /** The order that would be next. */
  readonly next: { readonly sellOrderId: string; readonly price: Coin } | null
  /** The cost is at most this many smallest units above the least possible from as many orders; 0n: it is the least. Null: not proven. */
  readonly provenWithin: bigint | null
  /** MsgBuyDirect, one for each so many orders; each is a transaction of its own. Gas is left to the estimate of who sends it. */
  readonly messages: readonly Message[]
}

const REASONS: { readonly [reason in FillReason]: string } = {
  FILLED: 'The quantity is filled.',
  BUDGET: 'The budget buys no more.',
  BALANCE: 'The account holds no more.',
  BOOK: 'There are no more orders like that.',
  MAX_ORDERS: 'More would take more orders than allowed.',
  LEAST_OF_EACH: 'What is missing is less than the least to take of an order.',
  NO_ORDERS: 'There are no orders like that.',
  ONLY_OWN: 'The only orders like that are your own, from which the chain does not let you buy.',
  ONLY_EXPIRED: 'The only orders like that have expired. The chain still sells them: include them to buy.',
  ONLY_TO_RETIRE: 'The only orders like that sell credits to retire: say where they shall be retired.',
  FEES_STOP_PURCHASES: 'The marketplace fees in force make the chain refuse every purchase.',
}

/**
 * Why a fill is not larger, in words.
 *
 * @example
 * fillSentence('BUDGET') // 'The budget buys no more.'
 */
export const fillSentence = (why: FillReason): string => REASONS[why]
