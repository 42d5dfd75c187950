import type {
  AuthzGrant,
  Basket,
  BridgedBatch,
  GovProposal,
  OriginTx,
  SellOrder,
} from '../messages/ledger.ts'
import type { NodeStatus } from '../node/decode/blocks/status.ts'
import type { FoundTx } from '../node/decode/blocks/txPage.ts'
import type { BasketBalance, BasketSummary } from '../node/decode/credits/basket.ts'
import type { BatchInfo } from '../node/decode/credits/batch.ts'
import type { CreditClassInfo } from '../node/decode/credits/creditClass.ts'
import type { CreditTypeInfo } from '../node/decode/credits/creditType.ts'
import type { ProjectInfo } from '../node/decode/credits/project.ts'
import type { Trade } from '../node/history/toTrades.ts'
import type {
  CoinBalance,
  CreditBalance,
  LedgerSnapshot,
  SnapshotTable,
  StateAge,
} from '../preview/snapshot.ts'

/** A transaction in the history of purchases: what of it tells the price of a class. */
export type PurchaseTx = Pick<FoundTx, 'hash' | 'height'> & { readonly trades: readonly Trade[] }

/** What one answer adds to a snapshot. */
export type Answers = {
  readonly status?: NodeStatus
  /** Of the newest block; absent where another height was asked for. */
  readonly age?: StateAge
  readonly gasPrices?: LedgerSnapshot['gasPrices']
  readonly settings?: Partial<LedgerSnapshot['settings']>
  /** Whether only those who are listed may create classes, and who is listed: two answers for one setting. */
  readonly allowlist?: boolean
  readonly classCreators?: readonly string[]
  readonly creditTypes?: readonly CreditTypeInfo[]
  readonly creditClasses?: readonly CreditClassInfo[]
  readonly issuers?: { readonly classId: string; readonly issuers: readonly string[] }
  readonly projects?: readonly ProjectInfo[]
  readonly batches?: readonly BatchInfo[]
  readonly sellOrders?: readonly SellOrder[]
  /** Baskets in a list, which does not tell their classes; and one asked for by its denom. */
  readonly basketSummaries?: readonly BasketSummary[]
  readonly basket?: Omit<Basket, 'balances'>
  readonly basketBalances?: { readonly denom: string; readonly balances: readonly BasketBalance[] }
  readonly proposals?: readonly GovProposal[]
  readonly grants?: readonly AuthzGrant[]
  readonly bridgedBatches?: readonly BridgedBatch[]
  readonly originTxs?: readonly OriginTx[]
  readonly creditBalances?: readonly CreditBalance[]
  /** An account of which every credit balance is found: it has none of other batches. */
  readonly wholeCredits?: string
  readonly coinBalance?: CoinBalance
  /** Transactions with purchases, the newest first, and times of blocks. */
  readonly purchases?: readonly PurchaseTx[]
  readonly blockTime?: { readonly height: bigint; readonly time: string }
  readonly complete?: SnapshotTable
  readonly absent?: string
}
