import { classOf } from '../messages/fields/identifiers.ts'
import { hasExpired } from '../messages/keeper/sellOrders.ts'
import type { SellOrder } from '../messages/ledger.ts'
import { compareRatios, type Ratio, ratio } from '../primitives/ratio.ts'
import type { LedgerSnapshot } from './snapshot.ts'

/** Which orders to list; what is left out is not looked at. */
export type OrderFilter = {
  readonly classId?: string
  readonly batchDenom?: string
  /** The bank denom that is asked for, such as 'uregen'. */
  readonly denom?: string
  readonly seller?: string
}

/** A sell order with its price as people read it. */
export type PricedOrder = SellOrder & {
  readonly classId: string
  /** For one whole credit, in `displayDenom`: 25 REGEN, not 25000000 uregen. Null when the denom is not an allowed one any more. */
  readonly price: Ratio | null
  readonly displayDenom: string | null
  /** The chain keeps expired orders, and sells from them. */
  readonly expired: boolean
}

/** What listing orders takes of a snapshot. */
export type OrderBook = Pick<LedgerSnapshot, 'sellOrders' | 'time'> & {
  readonly settings: Pick<LedgerSnapshot['settings'], 'allowedDenoms'>
}

/**
 * Sell orders by denom, in each the cheapest first.
 *
 *     price = askAmount / 10^exponent
 *
 * @example
 * listOrders(snapshot, { classId: 'C01', denom: 'uregen' }).map(({ id }) => id)
 */
export function listOrders(
  { sellOrders, settings: { allowedDenoms }, time }: OrderBook,
  { classId, batchDenom, denom, seller }: OrderFilter = {},
): readonly PricedOrder[] {
  const isWanted = (order: SellOrder) =>
    (classId ?? classOf(order.batchDenom)) === classOf(order.batchDenom) &&
    (batchDenom ?? order.batchDenom) === order.batchDenom &&
    (denom ?? order.askDenom) === order.askDenom &&
    (seller ?? order.seller) === order.seller
  return sellOrders
    .filter(isWanted)
    .map(order => {
      const allowed =
        allowedDenoms === 'unknown'
          ? undefined
          : allowedDenoms.find(({ bankDenom }) => bankDenom === order.askDenom)
      return {
        ...order,
        classId: classOf(order.batchDenom),
        price: allowed === undefined ? null : ratio(order.askAmount, 10n ** BigInt(allowed.exponent)),
        displayDenom: allowed?.displayDenom ?? null,
        expired: hasExpired(order.expiration, { time }),
      }
    })
    .sort(byPrice)
}

function byPrice(a: PricedOrder, b: PricedOrder): number {
  if (a.askDenom !== b.askDenom) return a.askDenom < b.askDenom ? -1 : 1
  return compareRatios(ratio(a.askAmount), ratio(b.askAmount)) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1)
}
