import type { SellOrder } from '../messages/ledger.ts'
import { costOf, type FeeScale, mostFor } from './cost.ts'
import type { Taken } from './fillInput.ts'
import type { Purse } from './purses.ts'

/** What limits a fill, whichever way it is found. */
export type FillLimits = {
  readonly scale: FeeScale
  readonly purseOf: (denom: string) => Purse
  /** Millionths that are wanted; null for as many as the purses buy. */
  readonly wanted: bigint | null
  readonly maxOrders: number
  readonly leastOfEach: bigint
}

/** Why a fill ends. */
export type FillEnd = 'FILLED' | 'BUDGET' | 'BALANCE' | 'BOOK' | 'MAX_ORDERS' | 'LEAST_OF_EACH'

export type GreedyFill = {
  readonly taken: readonly Taken[]
  readonly end: FillEnd
  /** The order that would be next. */
  readonly next: SellOrder | null
}

/** Rounds in which a small order gives way to a larger one. */
const MAX_ROUNDS = 200

/** The greedy fill. Where the number of orders ends it, the smallest order gives way to a dearer one, round after round; the largest of these fills counts. */
export function widestFill(orders: readonly SellOrder[], limits: FillLimits): GreedyFill {
  let best = greedyFill(orders, limits)
  let left = orders
  let last = best
  for (let round = 0; last.end === 'MAX_ORDERS' && round < MAX_ROUNDS; round++) {
    const smallest = last.taken.reduce((least, item) => (item.millionths < least.millionths ? item : least))
    left = left.filter(order => order !== smallest.order)
    last = greedyFill(left, limits)
    if (sumOf(last.taken) > sumOf(best.taken)) best = last
  }
  return best
}

export const sumOf = (taken: readonly Taken[]): bigint =>
  taken.reduce((sum, { millionths }) => sum + millionths, 0n)

/**
 * Takes from the cheapest order on: the whole order, or what is still wanted, or what the purse buys. A purse that cut an order short is finished:
 * a dearer order could only add what rounding gives away, for the gas of one order more.
 */
function greedyFill(
  orders: readonly SellOrder[],
  { scale, purseOf, wanted, maxOrders, leastOfEach }: FillLimits,
): GreedyFill {
  const taken: Taken[] = []
  const left = new Map<string, bigint | null>()
  const ended = new Set<string>()
  let missing = wanted
  let end: FillEnd | null = null
  for (const order of orders) {
    const { askDenom: denom, askAmount, quantity } = order
    if (missing === 0n) return { taken, end: 'FILLED', next: order }
    if (missing !== null && missing < leastOfEach) return { taken, end: 'LEAST_OF_EACH', next: order }
    if (taken.length >= maxOrders) return { taken, end: 'MAX_ORDERS', next: order }
    if (ended.has(denom)) continue
    const purse = left.has(denom) ? (left.get(denom) ?? null) : purseOf(denom).most
    const here = missing === null || missing > quantity ? quantity : missing
    const affordable = purse === null ? here : mostFor(purse, askAmount, here, scale)
    const millionths = affordable
    if (affordable < here) {
      ended.add(denom)
      end = purseOf(denom).by
    }
    if (millionths < leastOfEach || millionths === 0n) continue
    taken.push({ order, millionths })
    left.set(denom, purse === null ? null : purse - costOf(askAmount, millionths, scale).debit)
    if (missing !== null) missing -= millionths
  }
  return { taken, end: missing === 0n ? 'FILLED' : (end ?? 'BOOK'), next: null }
}
