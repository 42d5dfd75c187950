import type { BuyQuote } from '../mechanisms/live-marketplace-fees/quoteBuy.ts'
import type { TxType } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import type { M013Policy } from '../policy/policy.ts'
import type { Coin } from '../primitives/coin.ts'
import type { Credits } from '../primitives/credits.ts'
import type { Ratio } from '../primitives/ratio.ts'
import type { RowKind, Rows, Settings } from './ledgerRows.ts'
import type { Message } from './message.ts'
import type { WarningCode, WarningFacts } from './warnings.ts'

export type {
  AllowedDenom,
  AuthzGrant,
  Basket,
  Batch,
  BridgedBatch,
  CreditClass,
  CreditType,
  DateCriteria,
  GovProposal,
  OriginTx,
  Project,
  RowKind,
  Rows,
  SellOrder,
  Settings,
} from './ledgerRows.ts'

/** Credits of an account in one of three states. Escrowed credits are those on sale. */
export type Holding = { readonly account: string; readonly state: 'tradable' | 'retired' | 'escrowed' }

/** Credits that a message moves, and between which holdings; null is where they are issued or cease to be. */
export type CreditMovement = {
  readonly kind: 'issue' | 'transfer' | 'retire' | 'cancel' | 'sell' | 'unsell' | 'buy' | 'put' | 'take'
  readonly from: Holding | { readonly basket: string } | null
  readonly to: Holding | { readonly basket: string } | null
  readonly batchDenom: string
  readonly amount: Credits
}

/** A coin that moves; from nobody when it is minted, to nobody when it is burned. */
export type CoinMovement = {
  readonly kind: 'principal' | 'fee' | 'burn' | 'mint' | 'deposit' | 'payout'
  readonly from: string | null
  readonly to: string | null
  readonly denom: string
  readonly amount: bigint
}

/** A fee that is due today beside gas, in smallest units of `denom`. */
export type LiveFee = {
  readonly kind: 'class fee' | 'basket fee' | 'marketplace buyer fee' | 'marketplace seller fee'
  readonly payer: string
  readonly denom: string
  readonly amount: bigint
}

/** One filled order, as the keeper computes it, with the maxFeeAmount to sign. Null where the fee rates are not known. */
export type Purchase = { readonly [amount in keyof BuyQuote]: BuyQuote[amount] | null } & {
  readonly sellOrderId: string
  readonly denom: string
  readonly quantity: string
  readonly suggestedMaxFeeAmount: Coin | null
}

/** What M013 charges: credits whose price is to be found, or a payment that is known. Null: not known. */
export type Charge =
  | { readonly txType: TxType; readonly classId: string; readonly credits: Credits | null }
  | {
      readonly txType: TxType
      /** What is paid, exact, and the price of one whole credit, both in smallest units of `denom`. */
      readonly payment: { readonly denom: string; readonly amount: Ratio; readonly price: Ratio } | null
      /** The credits are retired at once. */
      readonly retires: boolean
    }

/**
 * What a message may look at and do when it is previewed.
 *
 * A message goes on where it can, so that one preview shows everything that is wrong with it. Null means: not there,
 * or the snapshot does not say; either way the warning has been given.
 */
export type Ledger = {
  readonly knobs: M013Policy
  /** The block time of the snapshot, RFC 3339. */
  readonly time: string
  /** Warns of a type of message that the chain does not have. */
  requireType(typeUrl: string): void
  warn<C extends WarningCode>(code: C, facts: WarningFacts<C>): void
  look<K extends RowKind>(kind: K, id: string): Rows[K] | null
  /** The same, without a word: 'absent' when there is no such row, 'unknown' when the snapshot does not say. */
  find<K extends RowKind>(kind: K, id: string): Rows[K] | 'absent' | 'unknown'
  /** The first known row of a kind that matches; no warning when there is none. */
  search<K extends RowKind>(kind: K, matches: (row: Rows[K]) => boolean): Rows[K] | null
  /** Whether the snapshot holds every row of a kind. */
  knowsAll(kind: RowKind): boolean
  add<K extends RowKind>(kind: K, row: Rows[K]): void
  /** Changes a row; null removes it. */
  change<K extends RowKind>(kind: K, id: string, change: Partial<Rows[K]> | null): void
  /**
   * The id the chain would give to a new row: `prefix` and the next number, counted over the ids that are `family` and
   * a number at their end. Null when that cannot be told.
   */
  nextId(kind: RowKind, prefix: string, family?: string): string | null
  setting<K extends keyof Settings>(name: K): { readonly value: Settings[K] } | null
  moveCredits(movement: CreditMovement): void
  moveCoins(movement: CoinMovement): void
  /** Warns unless the account holds as much. */
  requireBalance(account: string, coin: Coin): void
  charge(charge: Charge): void
  liveFee(fee: LiveFee): void
  purchase(purchase: Purchase): void
  /** Says that the message takes coins, and that it is not known how many. */
  unpriced(): void
  /**
   * Messages inside this one: run, or only listed; `signer` is who must sign all of them, if one must, and `grantee` who runs them in
   * the name of their signers; `tried` where a failure of theirs does not stop the transaction.
   */
  inner(
    messages: readonly Message[],
    mode: 'run' | 'listed',
    by?: { readonly signer?: string; readonly grantee?: string; readonly tried?: boolean },
  ): void
}
