import type { SellOrder } from '../messages/ledger.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import type { Coin } from '../primitives/coin.ts'
import type { Credits } from '../primitives/credits.ts'

/** What filling takes of a snapshot. Balances are looked at where they are there. */
export type FillBook = Pick<LedgerSnapshot, 'sellOrders' | 'time'> & {
  readonly settings: Pick<LedgerSnapshot['settings'], 'feeParams' | 'allowedDenoms'>
  readonly coinBalances?: LedgerSnapshot['coinBalances']
  readonly complete?: LedgerSnapshot['complete']
}

/** Where and why credits are retired. */
export type Retirement = { readonly jurisdiction: string; readonly reason?: string }

/** What to buy, of which orders, and for how much. */
export type FillInput = {
  readonly book: FillBook
  readonly buyer: string
  /** How many credits to buy. Either this or `budget` is given. */
  readonly quantity?: Credits
  /** Buys as many credits as this pays for, in one or several denoms: the most that the account must hold. Either this or `quantity` is given. */
  readonly budget?: Coin | readonly Coin[]
  /** Retired where this says; left out: tradable, from the orders that sell tradable credits. */
  readonly retire?: string | Retirement
  readonly classId?: string
  readonly batchDenom?: string
  /** Only orders that ask for one of these. */
  readonly denoms?: readonly string[]
  /** Only orders up to this ask, for one whole credit. */
  readonly maxPrice?: Coin
  /** uregen for one smallest unit of another denom, to rank orders of several denoms: { uusdc: '12.5uregen' }. */
  readonly rates?: { readonly [denom: string]: string }
  /** The most orders to buy from, as each costs gas. Default: 20. */
  readonly maxOrders?: number
  /** The least to buy of any one order. Default: one millionth of a credit. */
  readonly leastOfEach?: Credits
  /** The chain sells from expired orders, whose prices may be old. Default: they are left out. */
  readonly includeExpired?: boolean
  /** The most gas of one message; more orders than that go into several. Default 2,000,000. */
  readonly gasPerMessage?: bigint
}

/** A part of one order. */
export type Taken = { readonly order: SellOrder; readonly millionths: bigint }
