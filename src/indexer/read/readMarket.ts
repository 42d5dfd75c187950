import { pricesFrom } from '../../mechanisms/m013-value-based-fee-routing/prices/priceSources.ts'
import type {
  Price,
  PriceEvidence,
  SourceRule,
  TradeSample,
} from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { parseCredits } from '../../primitives/credits.ts'
import { WEEK } from '../../primitives/time.ts'
import type { Queries, Row } from '../store/store.ts'
import { readIndexedTrades } from './readIndexed.ts'

/** The trades that tell prices at a moment: those of seven days, and of every market without one the last before them. */
export async function readEvidence(store: Queries, at: bigint): Promise<PriceEvidence> {
  const before = at - WEEK
  const [older, recent] = [
    await store.query('select class_id, denom, traded as time, quantity, payment from last_trade($1)', [
      before.toString(),
    ]),
    await readIndexedTrades(store, { after: before, to: at }),
  ]
  return { trades: [...older.map(tradeOf), ...recent], stated: [], asks: [] }
}

const tradeOf = (row: Row): TradeSample => ({
  classId: String(row['class_id']),
  denom: String(row['denom']),
  time: BigInt(String(row['time'])),
  quantity: parseCredits(String(row['quantity'])),
  payment: BigInt(String(row['payment'])),
})

/** The price of a class in a denom, from one source. */
export type IndexedPrice = Price & { readonly classId: string }

/**
 * What trades tell of prices at a moment: of each class and denom the average of seven days and the last trade, each with its age and samples.
 *
 * @example
 * const prices = await readIndexedPrices(store, 1_795_271_400n)
 */
export async function readIndexedPrices(store: Queries, at: bigint): Promise<readonly IndexedPrice[]> {
  const evidence = await readEvidence(store, at)
  const classes = [...new Set(evidence.trades.map(({ classId }) => classId))].sort()
  return classes.flatMap(classId =>
    RULES.flatMap(rule => pricesFrom(rule, classId, evidence, at).map(price => ({ classId, ...price }))),
  )
}

const RULES: readonly SourceRule[] = [
  { source: 'twap-7d', maxAgeDays: 7, leastSamples: 1 },
  { source: 'last-trade', maxAgeDays: 7, leastSamples: 1 },
]
