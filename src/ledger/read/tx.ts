import { isRegenError } from '../../primitives/errors.ts'
import { type TxResult, toTxResult } from '../decode/txResult.ts'
import type { Rpc } from '../rpc/connectRpc.ts'

/**
 * A transaction by the hash of its bytes, 64 hexadecimal digits; null while no block of the node has it. A node writes its index
 * after the block, so a transaction of the newest block may come a moment later.
 */
export async function readTx(
  rpc: Pick<Rpc, 'call'>,
  hash: string,
  signal?: AbortSignal,
): Promise<TxResult | null> {
  try {
    return toTxResult(await rpc.call('tx', { hash: hexToBase64(hash), prove: false }, signal))
  } catch (error) {
    if (isRegenError(error, 'RPC_ERROR') && /\bnot found\b/.test(error.context.reason)) return null
    throw error
  }
}

/** CometBFT takes the hash as base64 in a JSON-RPC body. */
const hexToBase64 = (hash: string): string =>
  btoa(hash.replace(/../g, pair => String.fromCharCode(Number.parseInt(pair, 16))))
