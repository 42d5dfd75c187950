import type { NodeStatus } from '../ledger/decode/status.ts'
import { readStatus } from '../ledger/read/node.ts'
import { RegenError } from '../primitives/errors.ts'
import { CHAIN_MISMATCH } from '../primitives/errorTable.ts'
import type { Connection } from './connection.ts'

/** Where the node that answers stands; CHAIN_MISMATCH for a node of another chain. */
export async function readChainStatus(
  { rpc, chainId }: Pick<Connection, 'rpc' | 'chainId'>,
  signal?: AbortSignal,
): Promise<NodeStatus> {
  const status = await readStatus(rpc, signal)
  if (status.chainId !== chainId)
    throw new RegenError(CHAIN_MISMATCH, { expected: chainId, got: status.chainId })
  return status
}
