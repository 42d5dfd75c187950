import {
  type NodeAt,
  type Regen,
  readAllowedDenoms,
  readBasket,
  readBatchesByClass,
  readClassIssuers,
  readCoinBalance,
  readCreditBalances,
  readSellOrdersByBatch,
  readStatus,
} from '../../src/client.ts'
import type { AllowedDenom, Basket, SellOrder } from '../../src/messages/ledger.ts'
import type { CoinBalance, CreditBalance } from '../../src/preview/snapshot.ts'

/** What a run has made for itself, by the ids that the chain gave. */
export type Own = { readonly classId: string; readonly projectId: string; readonly basketDenom: string }

/** All that random actions are chosen from, at one height. */
export type World = Own & {
  readonly height: bigint
  /** The block time, RFC 3339. */
  readonly time: string
  /** Addresses of who acts. */
  readonly people: readonly string[]
  readonly issuers: readonly string[]
  readonly batches: readonly string[]
  /** Of these batches. */
  readonly orders: readonly SellOrder[]
  readonly basket: Basket
  readonly credits: readonly CreditBalance[]
  readonly coins: readonly CoinBalance[]
  readonly allowedDenoms: readonly AllowedDenom[]
}

/** Reads the world that a run acts in, at the newest height of the node. */
export async function readWorld(regen: Regen, own: Own, people: readonly string[]): Promise<World> {
  const { height, time } = await readStatus(regen.rpc)
  const ledger = await regen.ledger(height)
  const [batches, issuers, basket, credits, coins, allowedDenoms] = await Promise.all([
    readBatchesByClass(ledger, own.classId),
    readClassIssuers(ledger, own.classId),
    readBasket(ledger, own.basketDenom),
    Promise.all(people.map(account => readCreditBalances(ledger, account))),
    Promise.all(people.map(account => readCoinBalance(ledger, account))),
    readAllowedDenoms(ledger),
  ])
  if (batches === null || issuers === null || basket === null)
    throw new Error(`the node does not know what the run has made: ${JSON.stringify(own)}`)
  const denoms = batches.map(({ denom }) => denom)
  return {
    ...own,
    height,
    time,
    people,
    issuers,
    batches: denoms,
    orders: await readOrders(ledger, denoms),
    basket,
    credits: credits.flat().filter(({ batchDenom }) => denoms.includes(batchDenom)),
    coins,
    allowedDenoms,
  }
}

async function readOrders(ledger: NodeAt, batches: readonly string[]): Promise<readonly SellOrder[]> {
  const lists = await Promise.all(batches.map(batch => readSellOrdersByBatch(ledger, batch)))
  return lists.flatMap(orders => orders ?? [])
}

/** How much of a coin somebody holds. */
export const coinOf = ({ coins }: World, person: string, denom: string): bigint =>
  coins.find(({ account }) => account === person)?.coins.find(coin => coin.denom === denom)?.amount ?? 0n

/** The batches of which somebody holds tradable credits, three millionths or more. */
export const holdingsOf = ({ credits }: World, person: string): readonly CreditBalance[] =>
  credits.filter(({ account, tradable }) => account === person && tradable >= 3n)
