import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { RegenError } from '../../primitives/errors.ts'
import { TX_NOT_FOUND } from '../../primitives/errorTable.ts'
import { txHash } from '../../primitives/txHash.ts'
import type { TxInput } from '../input/readTxInput.ts'
import { reconcileTx } from './reconcileTx.ts'
import type { TxLookup } from './renderTx.ts'

/** Looks for a transaction on chain, and holds it against a preview. Bytes that are in no block are no error; a hash is. */
export async function lookUpTx(
  rpc: Rpc,
  named: TxInput,
  { chainId: expected, signal }: { readonly chainId?: string; readonly signal: AbortSignal },
): Promise<{ readonly bytes: Uint8Array; readonly seen: TxLookup }> {
  const { readStatus, requireChain } = await import('../../node/read/node.ts')
  const { readTx } = await import('../../node/read/tx.ts')
  const { explainFailure } = await import('../../node/events/failures/explainFailure.ts')
  const { decodeTx } = await import('../../wire/decodeTx.ts')
  const hash = 'hash' in named ? named.hash : txHash(named.bytes)
  const [status, result] = await Promise.all([readStatus(rpc, signal), readTx(rpc, hash, signal)])
  requireChain(status, expected)
  const { chainId } = status
  if (result === null) {
    if ('hash' in named) throw new RegenError(TX_NOT_FOUND, { chainId, hash })
    return { bytes: named.bytes, seen: { chainId, found: null, past: null } }
  }
  const past = await reconcileTx(rpc, decodeTx(result.bytes), result, signal)
  return {
    bytes: result.bytes,
    seen: { chainId, found: { ...result, failure: explainFailure(result) }, past },
  }
}
