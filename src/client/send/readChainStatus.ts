import type { NodeStatus } from '../../node/decode/blocks/status.ts'
import { readStatus, requireChain } from '../../node/read/node.ts'
import type { Connection } from '../connection.ts'

/** Where the node that answers stands; CHAIN_MISMATCH for a node of another chain. */
export async function readChainStatus(
  { rpc, chainId }: Pick<Connection, 'rpc' | 'chainId'>,
  signal?: AbortSignal,
): Promise<NodeStatus> {
  const status = await readStatus(rpc, signal)
  requireChain(status, chainId)
  return status
}
