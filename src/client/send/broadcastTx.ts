import { base64 } from '@scure/base'
import * as z from 'zod/mini'
import { explainFailure, type TxFailure } from '../../node/events/explainFailure.ts'
import { txError } from '../../node/events/txError.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { BROADCAST_FAILED } from '../../primitives/errorTable.ts'
import { parseResponse } from '../../primitives/schemas.ts'
import type { Connection } from '../connection.ts'
import { pause } from '../pause.ts'
import { reasonOf } from '../reasonOf.ts'
import type { SignedTx } from '../sign/signTx.ts'
import type { TxPlan } from '../sign/txPlan.ts'
import { findSent } from './findSent.ts'
import { lookForTx } from './lookForTx.ts'
import { isAhead, mismatchOf } from './sequences.ts'

/** `refused`: the bytes are in no block and will be in none, because another transaction has used the sequence. */
export type Broadcast = { readonly sent: true } | { readonly sent: false; readonly refused: TxFailure }

const ATTEMPTS = 6
/** The first retry follows at once, as long as the node that failed rests: another one is asked then. */
const REST_MS = 1_000

/**
 * Sends the bytes of a transaction, again and again the same, until a node has them: nothing is ever sent twice by it.
 *
 *     no answer                   the bytes may be out: sent again
 *     already in cache or mempool a node has them
 *     sequence still ahead        an earlier transaction is on its way to this node: sent again; so when the node is full
 *     sequence used               by these very bytes, if a block has them; else by another transaction
 *     anything else               TX_FAILED, with the chain's reason; unless the bytes may be out already: sent again
 *
 * When all attempts end without a node that has them: BROADCAST_FAILED, which keeps the hash, if the bytes may be out; otherwise the last
 * reason.
 */
export async function broadcastTx(
  connection: Pick<Connection, 'rpc' | 'clock' | 'chainId' | 'closed'>,
  tx: SignedTx,
  plan: TxPlan,
  signal: AbortSignal | undefined,
): Promise<Broadcast> {
  const { rpc, clock, closed } = connection
  /** Whether an attempt may have worked although no answer came. */
  let mayBeOut = false
  let last: unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      if (attempt > 2) await pause(clock, REST_MS * (attempt - 2), { signal, closed })
    } catch (ended) {
      last = ended
      break
    }
    try {
      const failure = await broadcastOnce(rpc, tx, signal)
      if (failure === null) return { sent: true }
      last = txError(failure, tx.hash)
      const mismatch = mismatchOf(failure)
      if (failure.name === 'MEMPOOL_FULL' || (mismatch !== null && isAhead(mismatch))) continue
      if (failure.name === 'SEQUENCE_WRONG')
        return (await isInBlock(connection, tx, plan, mayBeOut, signal))
          ? { sent: true }
          : { sent: false, refused: failure }
      if (!mayBeOut) break
    } catch (error) {
      if (isRegenError(error, 'BROADCAST_FAILED')) throw error
      mayBeOut = true
      last = error
    }
  }
  if (!mayBeOut) throw last
  throw new RegenError(BROADCAST_FAILED, { hash: tx.hash, reason: reasonOf(last) }, { cause: last })
}

/** Whether these bytes have used their sequence. Where a node has refused them at once it is enough to look once. */
const isInBlock = async (
  connection: Pick<Connection, 'rpc' | 'clock' | 'chainId' | 'closed'>,
  { hash }: SignedTx,
  plan: TxPlan,
  mayBeOut: boolean,
  signal: AbortSignal | undefined,
): Promise<boolean> =>
  mayBeOut
    ? findSent(connection, hash, plan, signal)
    : (await lookForTx(connection, hash, signal)).found !== null

const BroadcastJson = z.object({
  code: z.int().check(z.nonnegative()),
  codespace: z._default(z.string(), ''),
  log: z._default(z.string(), ''),
})

/** Null when a node has taken the bytes, now or before. */
async function broadcastOnce(
  rpc: Connection['rpc'],
  { bytes }: SignedTx,
  signal: AbortSignal | undefined,
): Promise<TxFailure | null> {
  try {
    const result = await rpc.call('broadcast_tx_sync', { tx: base64.encode(bytes) }, signal)
    const failure = explainFailure(parseResponse(BroadcastJson, 'broadcast_tx_sync', result))
    return failure?.name === 'TX_IN_MEMPOOL' ? null : failure
  } catch (error) {
    if (isRegenError(error, 'RPC_ERROR') && /already exists in cache/.test(error.context.reason)) return null
    throw error
  }
}
