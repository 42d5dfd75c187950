import { readOrderBook } from '../node/read/orderBook.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { listOrders, type OrderFilter, type PricedOrder } from '../preview/listOrders.ts'

/** Sell orders of a chain by denom, in each the cheapest first. Expired ones too, marked `expired`: the chain sells from them. */
export const listOpenOrders = async (
  rpc: Rpc,
  chainId: string,
  filter?: OrderFilter,
): Promise<readonly PricedOrder[]> => listOrders(await readOrderBook(rpc, { chainId }), filter)
