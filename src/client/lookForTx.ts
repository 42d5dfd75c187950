import { sha256 } from '@noble/hashes/sha2.js'
import type { TxResult } from '../ledger/decode/txResult.ts'
import { readTx } from '../ledger/read/tx.ts'
import { toHex } from '../ledger/rpc/bytes.ts'
import { RegenError } from '../primitives/errors.ts'
import { RESPONSE_INVALID } from '../primitives/errorTable.ts'
import type { Connection } from './connection.ts'
import { readChainStatus } from './readChainStatus.ts'

/** A node writes its index of transactions a moment after the block: what can come no more is looked for this often. */
export const LAST_LOOKS = 3

/**
 * Asks for a transaction by its hash, and how far the node is; in one HTTP request, so that one node answers both: what it does not find
 * is in no block up to that height. The answer must be of the very bytes that were sent.
 */
export async function lookForTx(
  connection: Pick<Connection, 'rpc' | 'chainId'>,
  hash: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly found: TxResult | null; readonly height: bigint }> {
  const [status, answer] = await Promise.allSettled([
    readChainStatus(connection, signal),
    readTx(connection.rpc, hash, signal),
  ])
  if (answer.status === 'rejected') throw answer.reason
  const found = answer.value
  if (found !== null) {
    if (toHex(sha256(found.bytes)).toUpperCase() !== hash)
      throw new RegenError(RESPONSE_INVALID, { query: 'tx', issues: `✖ expected the bytes of ${hash} at tx` })
    return { found, height: found.height }
  }
  if (status.status === 'rejected') throw status.reason
  return { found, height: status.value.height }
}
