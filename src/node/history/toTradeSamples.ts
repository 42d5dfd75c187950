import type { TradeSample } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { CREDIT } from '../../primitives/credits.ts'
import type { Trade } from './toTrades.ts'

/** A payment that is known to less than one part in a hundred says too little about a price. */
const MIN_PRECISION = 100n

/** The payment in whole units as near as events tell, and by how many units it can be too low. */
function measure({ quantity, payment: { atLeast, below, ask } }: Pick<Trade, 'quantity' | 'payment'>) {
  if (ask === null) return { payment: atLeast, error: below - atLeast }
  const exact = ask * quantity
  return { payment: exact / CREDIT, error: exact % CREDIT === 0n ? 0n : 1n }
}

/**
 * Whether the events of a purchase tell its price. False for the smallest ones: a millionth of a credit can cost
 * nothing, which would make the price of the class nothing.
 */
export function tellsPrice(trade: Pick<Trade, 'quantity' | 'payment'>): boolean {
  const { payment, error } = measure(trade)
  return payment >= error * MIN_PRECISION
}

/**
 * A purchase as a price sample: exact to the unit where just one whole ask price fits what was paid, else by less than 2 units too low.
 */
export function toTradeSample(trade: Trade & { readonly time: bigint }): TradeSample {
  const { classId, denom, time, quantity } = trade
  return { classId, denom, time, quantity, payment: measure(trade).payment }
}
