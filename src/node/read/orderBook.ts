import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import { readStatus, requireChain } from './node.ts'
import { readSellOrders } from './sellOrders.ts'
import { readAllowedDenoms } from './settings.ts'

/** Every sell order and what their prices are written in, at one height. */
export type LiveOrderBook = Pick<LedgerSnapshot, 'chainId' | 'height' | 'time' | 'sellOrders'> & {
  readonly settings: Pick<LedgerSnapshot['settings'], 'allowedDenoms'>
}

/** The order book at the newest height of the node; of another chain than the one given it is refused. */
export async function readOrderBook(
  rpc: Pick<Rpc, 'call' | 'abciQuery'>,
  { chainId: expected, signal }: { readonly chainId?: string; readonly signal?: AbortSignal } = {},
): Promise<LiveOrderBook> {
  const status = await readStatus(rpc, signal)
  requireChain(status, expected)
  const { chainId, height, time } = status
  const ledger = { port: rpc, height, signal }
  const [sellOrders, allowedDenoms] = await Promise.all([readSellOrders(ledger), readAllowedDenoms(ledger)])
  return { chainId, height, time, sellOrders, settings: { allowedDenoms } }
}
