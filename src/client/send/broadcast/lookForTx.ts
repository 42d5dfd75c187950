import type { TxResult } from '../../../node/decode/blocks/txResult.ts'
import { readTx } from '../../../node/read/tx.ts'
import type { Connection } from '../../connection.ts'
import { readChainStatus } from '../readChainStatus.ts'
import type { Answer } from './fate.ts'

/** How often a transaction is looked for after its timeout height: a node writes its index of transactions a moment after the block. */
export const LAST_LOOKS = 3

/** `height`: what is not found is in no block up to it; null when that is not sure. */
export type Look = { readonly found: TxResult | null; readonly height: bigint | null }

/**
 * Asks for a transaction by its hash, and how far the node is; in one HTTP request, so that one node answers both. If one of the two had to
 * be asked again, it may have been another node.
 */
export async function lookForTx(
  connection: Pick<Connection, 'rpc' | 'chainId'>,
  hash: string,
  signal: AbortSignal | undefined,
): Promise<Look> {
  const { rpc } = connection
  const { retries } = rpc.stats()
  const [status, answer] = await Promise.allSettled([
    readChainStatus(connection, signal),
    readTx(rpc, hash, signal),
  ])
  if (answer.status === 'rejected') throw answer.reason
  const found = answer.value
  if (found !== null) return { found, height: found.height }
  if (status.status === 'rejected') throw status.reason
  return { found, height: rpc.stats().retries === retries ? status.value.height : null }
}

/** The code of a wrong sequence, in a block. */
const SEQUENCE_WRONG = 32

/** Which answer of the table in fate.ts a look is; EXPIRED counts after LAST_LOOKS of them. */
export function answerOfLook(
  { found, height }: Look,
  { after, timeoutHeight }: { readonly after: bigint; readonly timeoutHeight: bigint },
): Answer {
  if (found !== null) {
    if (found.codespace === 'sdk' && found.code === SEQUENCE_WRONG) return 'FOUND_SEQUENCE_USED'
    return found.height > after ? 'FOUND' : 'FOUND_BEFORE'
  }
  return timeoutHeight > 0n && height !== null && height > timeoutHeight ? 'EXPIRED' : 'NOT_FOUND'
}
