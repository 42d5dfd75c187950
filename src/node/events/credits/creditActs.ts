import type { CreditMovement } from '../../../messages/ledger.ts'
import type { Coin } from '../../../primitives/coin.ts'
import type { Credits } from '../../../primitives/credits.ts'
import type { Located, Oddity } from '../abciEvent.ts'
import type { BankMovement } from '../bankEvents.ts'

/** Where and why credits were retired. */
export type RetirementNote = { readonly jurisdiction: string; readonly reason: string }

/** One filled sell order, from the events of its purchase. */
export type FilledOrder = {
  readonly orderId: bigint
  readonly buyerFee: Coin
  readonly sellerFee: Coin
  /** What the bank moved for it: to the fee pool, burned, to the seller. Either can be a movement of nothing. */
  readonly payments: readonly BankMovement[]
}

/** Who did what; the kinds are those of a preview's credit movements. */
type Doing =
  | { readonly kind: 'issue'; readonly recipient: string; readonly bridged: boolean }
  | { readonly kind: 'transfer'; readonly sender: string; readonly recipient: string }
  | { readonly kind: 'buy'; readonly seller: string; readonly buyer: string; readonly filled: FilledOrder }
  | { readonly kind: 'put'; readonly owner: string; readonly basketDenom: string }
  | { readonly kind: 'take'; readonly owner: string; readonly basketDenom: string }
  | { readonly kind: 'retire'; readonly owner: string }
  | {
      readonly kind: 'cancel'
      readonly owner: string
      readonly amount: Credits
      readonly reason: string
      /** The chain they go to when a bridge cancelled them. */
      readonly bridgedTo: string | null
    }

/**
 * One thing that happened to credits of one batch, put together from all events that tell of it. What EventTransfer and
 * EventRetire both report are the same credits, and here they are counted once.
 */
export type CreditAct = Located &
  Doing & {
    readonly batchDenom: string
    /** Credits that the recipient holds tradable. */
    readonly tradable: Credits
    /** Credits that ended retired. */
    readonly retired: Credits
    /** Null when nothing was retired. */
    readonly retirement: RetirementNote | null
    /** The same as movements: what a preview of the message would list. */
    readonly movements: readonly CreditMovement[]
  }

export type ActOf<Kind extends CreditAct['kind']> = Extract<CreditAct, { readonly kind: Kind }>

export type CreditHistory = { readonly acts: readonly CreditAct[]; readonly oddities: readonly Oddity[] }
