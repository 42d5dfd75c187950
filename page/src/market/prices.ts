import type {
  Price,
  SourceRule,
  TradeSample,
} from '../../../src/mechanisms/m013-value-based-fee-routing/prices/prices.ts'
import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import { openMarket } from '../../../src/preview/proposed/valueCharge.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'

/** What was paid for credits of a class, the oldest first, and the price that M013 would take from each of its sources. */
export type PaidPrices = {
  readonly trades: readonly TradeSample[]
  readonly bySource: readonly { readonly rule: SourceRule; readonly price: Price | null }[]
  /** The source that counts; null where none has a price. */
  readonly chosen: Price['source'] | null
}

export function paidPrices(snapshot: LedgerSnapshot, classId: string): PaidPrices {
  const { m013 } = DEFAULT_POLICY
  const priceBy = (valuation: readonly SourceRule[]): Price | null => {
    const found = openMarket([], {}, { ...m013, valuation: [...valuation] }, snapshot).priceOf(classId)
    return found.status === 'no-price' ? null : found.price
  }
  return {
    trades: snapshot.trades
      .filter(trade => trade.classId === classId)
      .toSorted((a, b) => (a.time < b.time ? -1 : 1)),
    bySource: m013.valuation.map(rule => ({ rule, price: priceBy([rule]) })),
    chosen: priceBy(m013.valuation)?.source ?? null,
  }
}
