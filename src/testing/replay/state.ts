import type { Grant } from '../../wire/generated/cosmos/authz/v1beta1/authz.ts'
import type { Any } from '../../wire/generated/google/protobuf/any.ts'
import type { Basket, BasketBalance } from '../../wire/generated/regen/ecocredit/basket/v1/state.ts'
import type { SellOrderInfo } from '../../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import type { FeeParams } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import type {
  BatchBalanceInfo,
  BatchInfo,
  ClassInfo,
  ProjectInfo,
  QuerySupplyResponse,
} from '../../wire/generated/regen/ecocredit/v1/query.ts'
import { minus, plus } from './amount.ts'

type Account = { readonly accountNumber: bigint; sequence: bigint; pubKey: Any | undefined }

/** A proposal as its submission made it. */
export type Proposal = {
  readonly proposer: string
  readonly deposit: readonly { readonly denom: string; readonly amount: string }[]
  readonly messages: readonly { readonly typeUrl: string; readonly value: string }[]
}

/** The part of the ledger that transactions change, in the chain's own rows and texts. */
export type LedgerState = {
  readonly classes: Map<string, ClassInfo>
  readonly issuers: Map<string, readonly string[]>
  readonly projects: Map<string, ProjectInfo>
  readonly batches: Map<string, BatchInfo>
  readonly supplies: Map<string, QuerySupplyResponse>
  /** By '<batch> <address>'. */
  readonly credits: Map<string, BatchBalanceInfo>
  readonly orders: Map<bigint, SellOrderInfo>
  readonly baskets: Map<string, { readonly basket: Basket; readonly classes: readonly string[] }>
  /** By '<basket> <batch>'. */
  readonly basketBalances: Map<string, BasketBalance>
  /** Coins by address and denom. */
  readonly coins: Map<string, Map<string, bigint>>
  readonly accounts: Map<string, Account>
  readonly proposals: Map<string, Proposal>
  /** The proposals whose vote is over. */
  readonly ended: Set<string>
  /** By '<granter> <grantee>'. */
  readonly grants: Map<string, Grant[]>
  /** The contract of each batch that came over a bridge. */
  readonly contracts: Map<string, string>
  /** '<class> <source> <id>' of each transaction that credits were issued for. */
  readonly origins: Set<string>
  feeParams: FeeParams
}

export const emptyState = (): LedgerState => ({
  classes: new Map(),
  issuers: new Map(),
  projects: new Map(),
  batches: new Map(),
  supplies: new Map(),
  credits: new Map(),
  orders: new Map(),
  baskets: new Map(),
  basketBalances: new Map(),
  coins: new Map(),
  accounts: new Map(),
  proposals: new Map(),
  ended: new Set(),
  grants: new Map(),
  contracts: new Map(),
  origins: new Set(),
  feeParams: { buyerPercentageFee: '', sellerPercentageFee: '' },
})

/** Adds to one amount of a row of credits, and takes from another. */
export function moveCredits(
  state: LedgerState,
  address: string,
  batchDenom: string,
  changes: { readonly [part in 'tradable' | 'retired' | 'escrowed']?: readonly ['+' | '-', string] },
): void {
  const key = `${batchDenom} ${address}`
  const row = state.credits.get(key) ?? {
    address,
    batchDenom,
    tradableAmount: '0',
    retiredAmount: '0',
    escrowedAmount: '0',
  }
  for (const [part, [sign, amount]] of Object.entries(changes)) {
    const field = `${part}Amount` as 'tradableAmount'
    row[field] = sign === '+' ? plus(row[field], amount) : minus(row[field], amount)
  }
  state.credits.set(key, row)
}

export function moveSupply(
  state: LedgerState,
  batchDenom: string,
  changes: { readonly [part in 'tradable' | 'retired' | 'cancelled']?: readonly ['+' | '-', string] },
): void {
  const row = state.supplies.get(batchDenom) ?? {
    tradableAmount: '0',
    retiredAmount: '0',
    cancelledAmount: '0',
  }
  for (const [part, [sign, amount]] of Object.entries(changes)) {
    const field = `${part}Amount` as 'tradableAmount'
    row[field] = sign === '+' ? plus(row[field], amount) : minus(row[field], amount)
  }
  state.supplies.set(batchDenom, row)
}

/** The class of 'C01-001-…': the text before the first hyphen. */
export const classOf = (denom: string): string => denom.split('-')[0] ?? ''
