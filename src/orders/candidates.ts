import { classOf } from '../messages/fields/identifiers.ts'
import { hasExpired } from '../messages/keeper/sellOrders.ts'
import type { SellOrder } from '../messages/ledger.ts'
import { readRates } from '../preview/proposed/prices.ts'
import { RegenError } from '../primitives/errors.ts'
import { RATE_MISSING } from '../primitives/errorTable.ts'
import { compareRatios, mulRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import type { FillInput } from './fillInput.ts'

/**
 * The orders that this buyer could buy from, the cheapest first, then by id. Buyer fees are the same for all, so the ask decides.
 *
 * Left out are the buyer's own orders and, unless asked for, expired ones; for tradable credits also those that sell only to retire. Orders of
 * several denoms are ranked by the rates to uregen that the caller states: RATE_MISSING without.
 */
export function candidates(input: FillInput): readonly SellOrder[] {
  const { book, buyer, retire, classId, batchDenom, denoms, maxPrice, leastOfEach = 1n } = input
  const { time } = book
  const own = buyer.toLowerCase()
  const found = book.sellOrders.filter(
    order =>
      (batchDenom === undefined || order.batchDenom === batchDenom) &&
      (classId === undefined || classOf(order.batchDenom) === classId) &&
      (denoms === undefined || denoms.includes(order.askDenom)) &&
      (retire !== undefined || order.disableAutoRetire) &&
      (maxPrice === undefined || (order.askDenom === maxPrice.denom && order.askAmount <= maxPrice.amount)) &&
      order.quantity >= leastOfEach &&
      order.askAmount > 0n &&
      order.seller.toLowerCase() !== own &&
      (input.includeExpired === true || !hasExpired(order.expiration, { time })),
  )
  const isMixed = found.some(({ askDenom }) => askDenom !== found[0]?.askDenom)
  return found.sort(isMixed ? byRate(input.rates ?? {}) : byAsk)
}

const byAsk = (a: SellOrder, b: SellOrder): number =>
  a.askAmount === b.askAmount ? byId(a, b) : a.askAmount < b.askAmount ? -1 : 1

const byId = (a: SellOrder, b: SellOrder): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)

function byRate(texts: NonNullable<FillInput['rates']>): (a: SellOrder, b: SellOrder) => number {
  const rates: { readonly [denom: string]: Ratio | undefined } = { ...readRates(texts), uregen: ratio(1n) }
  const worth = ({ askAmount, askDenom: denom }: SellOrder): Ratio => {
    const rate = rates[denom]
    if (rate === undefined || rate.num === 0n) throw new RegenError(RATE_MISSING, { denom })
    return mulRatio(ratio(askAmount), rate)
  }
  return (a, b) => compareRatios(worth(a), worth(b)) || byId(a, b)
}
