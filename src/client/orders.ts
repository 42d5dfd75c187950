import type { LedgerAt } from '../ledger/read/ask.ts'
import { readSellOrders } from '../ledger/read/sellOrders.ts'
import { readAllowedDenoms } from '../ledger/read/settings.ts'
import { listOrders, type OrderFilter, type PricedOrder } from '../preview/listOrders.ts'

/** The sell orders at one height, all of them, with their prices. `time` is the block time, by which orders expire. */
export async function readOrders(
  ledger: LedgerAt,
  time: string,
  filter?: OrderFilter,
): Promise<readonly PricedOrder[]> {
  const [sellOrders, allowedDenoms] = await Promise.all([readSellOrders(ledger), readAllowedDenoms(ledger)])
  return listOrders({ sellOrders, settings: { allowedDenoms }, time }, filter)
}
