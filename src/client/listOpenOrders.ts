import { readOrderBook } from '../node/read/orderBook.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { listOrders, type OrderFilter, type PricedOrder } from '../preview/listOrders.ts'

/** Open sell orders of a chain, the cheapest first. */
export const listOpenOrders = async (
  rpc: Rpc,
  chainId: string,
  filter?: OrderFilter,
): Promise<readonly PricedOrder[]> => listOrders(await readOrderBook(rpc, { chainId }), filter)
