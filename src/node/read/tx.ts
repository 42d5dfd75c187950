import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID, RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { TX_HASH, txHash } from '../../primitives/txHash.ts'
import { type TxResult, toTxResult } from '../decode/blocks/txResult.ts'
import type { Rpc } from '../rpc/connectRpc.ts'

/**
 * A transaction by the hash of its bytes, 64 hexadecimal digits; null while no block of the node has it. A node writes its index
 * after the block, so a transaction of the newest block may come a moment later. The bytes in the answer must have that hash.
 *
 * @example
 * const tx = await readTx(rpc, 'A1'.repeat(32))
 */
export async function readTx(
  rpc: Pick<Rpc, 'call'>,
  hash: string,
  signal?: AbortSignal,
): Promise<TxResult | null> {
  if (!TX_HASH.test(hash))
    throw new RegenError(INPUT_INVALID, {
      what: 'hash of a transaction',
      issues: '✖ expected 64 hexadecimal digits',
    })
  try {
    const found = toTxResult(await rpc.call('tx', { hash: hexToBase64(hash), prove: false }, signal))
    if (txHash(found.bytes) === hash.toUpperCase()) return found
  } catch (error) {
    if (isRegenError(error, 'RPC_ERROR') && /\bnot found\b/.test(error.context.reason)) return null
    throw error
  }
  throw new RegenError(RESPONSE_INVALID, { query: 'tx', issues: `✖ expected the bytes of ${hash} at tx` })
}

/** CometBFT takes the hash as base64 in a JSON-RPC body. */
const hexToBase64 = (hash: string): string =>
  btoa(hash.replace(/../g, pair => String.fromCharCode(Number.parseInt(pair, 16))))
