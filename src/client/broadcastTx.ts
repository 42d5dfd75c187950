import { base64 } from '@scure/base'
import * as z from 'zod/mini'
import { explainFailure, type TxFailure } from '../ledger/events/explainFailure.ts'
import { txError } from '../ledger/events/txError.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { BROADCAST_FAILED } from '../primitives/errorTable.ts'
import { parseResponse } from '../primitives/schemas.ts'
import type { Connection } from './connection.ts'
import { findSent } from './findSent.ts'
import { pause } from './pause.ts'
import type { SignedTx } from './signTx.ts'
import type { TxPlan } from './txPlan.ts'

/** `refused`: the bytes are in no block and will be in none, because another transaction has used the sequence. */
export type Broadcast = { readonly sent: true } | { readonly sent: false; readonly refused: TxFailure }

const ATTEMPTS = 5
const REST_MS = 1_000

/**
 * Sends the bytes of a transaction, again and again the same, until a node has them: nothing is ever sent twice by it.
 *
 *     no answer              the bytes may be out: sent again
 *     already in the cache   a node has them
 *     sequence still ahead   an earlier transaction is on its way to this node: sent again
 *     sequence used          by these very bytes, if a block has them; else by another transaction
 *     anything else          TX_FAILED, with the chain's reason
 *
 * BROADCAST_FAILED, which keeps the hash, when all attempts end without an answer.
 */
export async function broadcastTx(
  connection: Pick<Connection, 'rpc' | 'clock'>,
  tx: SignedTx,
  plan: TxPlan,
  signal: AbortSignal | undefined,
): Promise<Broadcast> {
  let unanswered: unknown
  let ahead: TxFailure | undefined
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      if (attempt > 1) await pause(connection.clock, REST_MS * attempt, signal)
      const failure = await broadcastOnce(connection.rpc, tx, signal)
      if (failure === null) return { sent: true }
      if (failure.name !== 'SEQUENCE_WRONG') throw txError(failure, tx.hash)
      if (!isAhead(failure)) {
        if (unanswered === undefined) return { sent: false, refused: failure }
        return (await findSent(connection, tx.hash, plan, signal))
          ? { sent: true }
          : { sent: false, refused: failure }
      }
      ahead = failure
    } catch (error) {
      if (isRegenError(error, 'TX_FAILED') && unanswered === undefined) throw error
      unanswered = error
      if (signal?.aborted) break
    }
  }
  if (unanswered === undefined && ahead !== undefined) throw txError(ahead, tx.hash)
  const reason = isRegenError(unanswered) ? unanswered.message : 'no node took it'
  throw new RegenError(BROADCAST_FAILED, { hash: tx.hash, reason }, { cause: unanswered })
}

/** The transaction waits for an earlier one that this node has not seen yet. */
const isAhead = ({ facts: { expected = '', got = '' } }: TxFailure): boolean =>
  expected.length < got.length || (expected.length === got.length && expected < got)

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
    return explainFailure(parseResponse(BroadcastJson, 'broadcast_tx_sync', result))
  } catch (error) {
    if (isRegenError(error, 'RPC_ERROR') && /already exists in cache/.test(error.context.reason)) return null
    throw error
  }
}
