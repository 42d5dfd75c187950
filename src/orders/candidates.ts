import { classOf } from '../messages/fields/identifiers.ts'
import { hasExpired } from '../messages/keeper/sellOrders.ts'
import type { SellOrder } from '../messages/ledger.ts'
import { parseRates } from '../preview/proposed/parsePrices.ts'
import { RegenError } from '../primitives/errors.ts'
import { RATE_MISSING } from '../primitives/errorTable.ts'
import { compareRatios, mulRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import type { NoneReason } from './fill.ts'
import type { FillInput } from './fillInput.ts'

/**
 * The orders that this buyer could buy from, the cheapest first, then by id. Buyer fees are the same for all, so the ask decides.
 *
 * Left out are the buyer's own orders and, unless asked for, expired ones; for tradable credits also those that sell only to retire. Orders of
 * several denoms are ranked by the rates to uregen that the caller states: RATE_MISSING without.
 */
export function candidates(input: FillInput): readonly SellOrder[] {
  const found = matching(input).filter(order => leftOut(order, input) === null)
  const isMixed = found.some(({ askDenom }) => askDenom !== found[0]?.askDenom)
  return found.sort(isMixed ? byRate(input.rates ?? {}) : byAsk)
}

/** Why there are no candidates: of several reasons the one that is the easiest to do something about. */
export function whyNone(input: FillInput): NoneReason {
  const reasons = new Set(matching(input).map(order => leftOut(order, input)))
  return (
    (['ONLY_TO_RETIRE', 'ONLY_EXPIRED', 'ONLY_OWN'] as const).find(why => reasons.has(why)) ?? 'NO_ORDERS'
  )
}

const matching = ({ book, classId, batchDenom, denoms, maxPrice, leastOfEach }: FillInput) =>
  book.sellOrders.filter(
    order =>
      (batchDenom === undefined || order.batchDenom === batchDenom) &&
      (classId === undefined || classOf(order.batchDenom) === classId) &&
      (denoms === undefined || denoms.includes(order.askDenom)) &&
      (maxPrice === undefined || (order.askDenom === maxPrice.denom && order.askAmount <= maxPrice.amount)) &&
      order.quantity >= (leastOfEach ?? 1n) &&
      order.askAmount > 0n,
  )

function leftOut(order: SellOrder, { book, buyer, retire, includeExpired }: FillInput): NoneReason | null {
  if (order.seller.toLowerCase() === buyer.toLowerCase()) return 'ONLY_OWN'
  if (includeExpired !== true && hasExpired(order.expiration, { time: book.time })) return 'ONLY_EXPIRED'
  return retire === undefined && !order.disableAutoRetire ? 'ONLY_TO_RETIRE' : null
}

const byAsk = (a: SellOrder, b: SellOrder): number =>
  a.askAmount === b.askAmount ? byId(a, b) : a.askAmount < b.askAmount ? -1 : 1

const byId = (a: SellOrder, b: SellOrder): number => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)

function byRate(texts: NonNullable<FillInput['rates']>): (a: SellOrder, b: SellOrder) => number {
  const rates: { readonly [denom: string]: Ratio | undefined } = { ...parseRates(texts), uregen: ratio(1n) }
  const worth = ({ askAmount, askDenom: denom }: SellOrder): Ratio => {
    const rate = rates[denom]
    if (rate === undefined || rate.num === 0n) throw new RegenError(RATE_MISSING, { denom })
    return mulRatio(ratio(askAmount), rate)
  }
  return (a, b) => compareRatios(worth(a), worth(b)) || byId(a, b)
}
