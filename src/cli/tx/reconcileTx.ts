import type { Message } from '../../messages/message.ts'
import type { TxResult } from '../../node/decode/blocks/txResult.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { previewFees } from '../../preview/previewFees.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { Reconciliation } from '../../reconcile/result.ts'
import type { DecodedTx } from '../../wire/decodeTx.ts'

/** A transaction held against a preview of the state before its block; or why that state could not be read. */
export type PastReconciliation =
  | { readonly height: bigint; readonly reconciliation: Reconciliation }
  | { readonly height: bigint; readonly notRead: string }

/**
 * Previews a transaction on the state at the end of the block before it, and compares that with what happened. Other transactions may have come
 * before it in its own block: then a difference can be theirs.
 */
export async function reconcileTx(
  rpc: Rpc,
  { body, authInfo }: DecodedTx,
  found: TxResult,
  signal: AbortSignal,
): Promise<PastReconciliation> {
  const { takeSnapshot } = await import('../../snapshot/takeSnapshot.ts')
  const { reconcile } = await import('../../reconcile/reconcile.ts')
  const messages = (body?.messages ?? []) as readonly Message[]
  const fee = authInfo?.fee
  const payer = fee?.granter || fee?.payer
  const assumptions = { messages, gasLimit: fee?.gasLimit ?? 0n, ...(payer && { feePayer: payer }) }
  const height = found.height - 1n
  try {
    const { snapshot } = await takeSnapshot(rpc, messages, { ...assumptions, height, signal })
    const preview = previewFees({ ...assumptions, snapshot: { ...snapshot, gasPrices: pricesOf(fee) } })
    return { height, reconciliation: reconcile(preview, found) }
  } catch (error) {
    // Few nodes keep the state of every height: that says nothing about the transaction.
    if (isRegenError(error, 'QUERY_FAILED') || isRegenError(error, 'RPC_ERROR'))
      return { height, notRead: error.message }
    throw error
  }
}

/** The price of gas that was paid; the signer chose it. */
const pricesOf = (fee: NonNullable<DecodedTx['authInfo']>['fee']): LedgerSnapshot['gasPrices'] =>
  (fee?.amount ?? []).map(({ denom, amount }) => ({
    denom,
    amount: ratio(BigInt(amount), fee?.gasLimit || 1n),
  }))
