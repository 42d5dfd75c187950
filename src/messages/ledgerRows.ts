import type { FeeParams } from '../mechanisms/live-marketplace-fees/params.ts'
import type { Coin } from '../primitives/coin.ts'
import type { Credits } from '../primitives/credits.ts'
import type { Ratio } from '../primitives/ratio.ts'

/** A credit type, such as carbon (C). */
export type CreditType = { readonly abbreviation: string; readonly name: string }

/** A credit class: the methodology that credits are issued under. */
export type CreditClass = {
  readonly id: string
  readonly admin: string
  readonly creditType: string
  /** Who may issue credits; null when the snapshot does not say. */
  readonly issuers: readonly string[] | null
}

/** A project of a class, with the id it has in another registry. */
export type Project = {
  readonly id: string
  readonly classId: string
  readonly admin: string
  readonly referenceId: string
}

/** A batch: the credits that a project issued for a time. */
export type Batch = {
  readonly denom: string
  readonly projectId: string
  readonly issuer: string
  readonly open: boolean
  /** RFC 3339, UTC. */
  readonly startDate: string
}

/** A sell order of the marketplace, as it stands. */
export type SellOrder = {
  readonly id: string
  readonly seller: string
  readonly batchDenom: string
  readonly quantity: Credits
  readonly askDenom: string
  /** For one whole credit, in smallest units of `askDenom`. */
  readonly askAmount: bigint
  readonly disableAutoRetire: boolean
  /** RFC 3339, UTC; null for an order that does not expire. */
  readonly expiration: string | null
}

/** Which batches a basket takes, by their start date; null for all. */
export type DateCriteria =
  | { readonly minStartDate: string }
  | { readonly startDateWindowSeconds: bigint }
  | { readonly yearsInThePast: number }
  | null

/** A basket: credits of several batches as one coin. */
export type Basket = {
  readonly denom: string
  readonly name: string
  readonly curator: string
  readonly creditType: string
  readonly disableAutoRetire: boolean
  readonly allowedClasses: readonly string[]
  readonly dateCriteria: DateCriteria
  /** What the basket holds; null when the snapshot does not say. */
  readonly balances: readonly { readonly batchDenom: string; readonly amount: Credits }[] | null
}

/** A governance proposal, by where it stands. */
export type GovProposal = {
  readonly id: string
  readonly status: 'unspecified' | 'deposit' | 'voting' | 'passed' | 'rejected' | 'failed'
}

/** What one account lets another run in its name: messages of one type. */
export type AuthzGrant = {
  readonly granter: string
  readonly grantee: string
  readonly message: string
  /** RFC 3339, UTC; null for a grant without an end. */
  readonly expiration: string | null
}

/** A batch whose credits came over a bridge, and the contract they came from. */
export type BridgedBatch = { readonly batchDenom: string; readonly contract: string }

/** A transaction on another chain or registry for which a class has issued credits: it does so once. */
export type OriginTx = { readonly classId: string; readonly source: string; readonly id: string }

/** What the ledger keeps row by row, by the name a person would use. */
export type Rows = {
  readonly 'credit type': CreditType
  readonly 'credit class': CreditClass
  readonly project: Project
  readonly batch: Batch
  readonly 'sell order': SellOrder
  readonly basket: Basket
  readonly proposal: GovProposal
  readonly grant: AuthzGrant
  readonly 'bridged batch': BridgedBatch
  /** The same rows, by class and contract. */
  readonly 'bridge contract': BridgedBatch
  readonly 'origin transaction': OriginTx
}
export type RowKind = keyof Rows

/** A denom that sellers may ask for, and how people write it: 10^exponent smallest units are one `displayDenom`. */
export type AllowedDenom = {
  readonly bankDenom: string
  readonly displayDenom: string
  readonly exponent: number
}

/** The settings of the chain, each of which exists once. */
export type Settings = {
  readonly feeParams: FeeParams
  readonly classFee: Coin | null
  readonly basketFee: Coin | null
  readonly allowedDenoms: readonly AllowedDenom[]
  readonly bridgeChains: readonly string[]
  /** Who may create classes; null for everybody. */
  readonly classCreators: readonly string[] | null
  /** What governance asks of a deposit. */
  readonly govDeposit: {
    readonly minDeposit: readonly Coin[]
    readonly expeditedMinDeposit: readonly Coin[]
    readonly minInitialDepositRatio: Ratio
    readonly minDepositRatio: Ratio
  }
}
