import * as z from 'zod/mini'
import { explainFailure, type TxFailure } from '../../../node/events/failures/explainFailure.ts'
import { sleep } from '../../../node/rpc/sleep.ts'
import { toBase64 } from '../../../primitives/base64.ts'
import { isRegenError, RegenError } from '../../../primitives/errors.ts'
import { BROADCAST_FAILED, TX_EXPIRED, TX_REFUSED } from '../../../primitives/errorTable/sending.ts'
import { parseResponse } from '../../../primitives/schemas.ts'
import type { Connection } from '../../connection.ts'
import { reasonOf } from '../../reasonOf.ts'
import type { SignedTx } from '../../sign/signTx.ts'
import type { TxPlan } from '../../sign/txPlan.ts'
import { isAhead, mismatchOf } from '../sequences.ts'
import { type Answer, fateOf, type Told } from './fate.ts'
import { settleFate } from './settleFate.ts'

/** `signAnew`: the bytes are in no block and will be in none, by the word of two nodes. */
export type Broadcast = 'sent' | 'signAnew'

const ATTEMPTS = 6
/** Milliseconds before the third attempt; before each later one, that much more. The second follows at once: a node that failed rests, and another is asked. */
const REST_MS = 1_000

/** What one attempt came to; `cause` is what was answered, as an error. */
type Attempt = { readonly answer: Answer; readonly failure: TxFailure | null; readonly cause: unknown }

/**
 * Sends the bytes of a transaction, again and again the same, until a node has them: nothing is ever sent twice by it. What each answer proves
 * is in the table of fate.ts. When all attempts end without a node that has them: TX_REFUSED if they are certainly in no node, or else
 * BROADCAST_FAILED; both keep the hash.
 */
export async function broadcastTx(
  connection: Pick<Connection, 'rpc' | 'nodes' | 'clock' | 'chainId' | 'closed'>,
  tx: SignedTx,
  plan: TxPlan,
  after: bigint,
  signal: AbortSignal | undefined,
): Promise<Broadcast> {
  const { rpc, clock, closed } = connection
  const told: Told[] = []
  let last: Attempt | null = null
  let ended: unknown
  for (let attempt = 1; attempt <= ATTEMPTS && ended === undefined; attempt++) {
    try {
      if (attempt > 2) await sleep(clock, REST_MS * (attempt - 2), { signal, closed })
    } catch (error) {
      ended = error
      break
    }
    last = await broadcastOnce(rpc, tx, signal)
    const { answer, failure } = last
    told.push({ node: null, answer })
    if (answer === 'TAKEN' || answer === 'HAD_BEFORE') return 'sent'
    if (answer === 'SEQUENCE_USED') {
      const settled = await settleFate(connection, tx, plan, { told, failure, after, signal })
      if (settled.fate === 'in') return 'sent'
      if (settled.maySignAnew) return 'signAnew'
      if (settled.failure === null)
        throw new RegenError(TX_EXPIRED, { hash: tx.hash, timeoutHeight: plan.timeoutHeight })
      throw refused(tx.hash, settled.failure, last.cause)
    }
    if (isRegenError(last.cause, 'CALL_ABORTED')) ended = last.cause
    // A full node, and one that waits for an earlier transaction, is sent the same again; so is another one where a gateway has refused, and
    // every node once the bytes may be out.
    const isFinal = answer === 'REFUSED' || (answer === 'NOT_READ' && connection.nodes.length === 1)
    if (isFinal && fateOf(told).fate === 'out') break
  }
  if (fateOf(told).fate === 'out') throw ended ?? refused(tx.hash, last?.failure ?? null, last?.cause)
  const cause = ended ?? last?.cause
  const { timeoutHeight } = plan
  throw new RegenError(BROADCAST_FAILED, { hash: tx.hash, reason: reasonOf(cause), timeoutHeight }, { cause })
}

/** The error for what was certainly not taken. */
function refused(hash: string, failure: TxFailure | null, cause?: unknown): RegenError<'TX_REFUSED'> {
  const facts = failure ?? explainFailure({ code: -1, codespace: 'node', log: reasonOf(cause) })
  if (facts === null) throw cause
  const { name, codespace, code, messageIndex, reason, meaning, fix } = facts
  const context = { hash, name, codespace, code, messageIndex, reason, meaning }
  const isSame = cause === undefined || isRegenError(cause, 'TX_REFUSED')
  return new RegenError({ ...TX_REFUSED, fix }, context, isSame ? {} : { cause })
}

const BroadcastJson = z.object({
  code: z.int().check(z.nonnegative()),
  codespace: z._default(z.string(), ''),
  log: z._default(z.string(), ''),
})

async function broadcastOnce(
  rpc: Connection['rpc'],
  { bytes, hash }: SignedTx,
  signal: AbortSignal | undefined,
): Promise<Attempt> {
  try {
    const result = await rpc.call('broadcast_tx_sync', { tx: toBase64(bytes) }, signal)
    const failure = explainFailure(parseResponse(BroadcastJson, 'broadcast_tx_sync', result))
    return { answer: answerOf(failure), failure, cause: failure ? refused(hash, failure) : undefined }
  } catch (cause) {
    return { answer: answerOfError(cause), failure: null, cause }
  }
}

/** What a code says. */
function answerOf(failure: TxFailure | null): Answer {
  if (failure === null) return 'TAKEN'
  if (failure.name === 'TX_IN_MEMPOOL') return 'HAD_BEFORE'
  if (failure.name === 'MEMPOOL_FULL') return 'FULL'
  if (failure.name !== 'SEQUENCE_WRONG') return 'REFUSED'
  const mismatch = mismatchOf(failure)
  return mismatch !== null && isAhead(mismatch) ? 'SEQUENCE_AHEAD' : 'SEQUENCE_USED'
}

/** CometBFT's words for bytes that it has not taken, in any case. */
const NOT_READ = /\btx too large\b|\bpre-?check\b/i

/** What an error of the node, of a gateway or of the network says. */
function answerOfError(error: unknown): Answer {
  if (isRegenError(error, 'RPC_ERROR')) {
    const { reason, code } = error.context
    if (/already exists in cache/.test(reason)) return 'HAD_BEFORE'
    if (/\bmempool is full\b/.test(reason)) return 'FULL'
    // Invalid request, unknown method, invalid parameters: nothing was done.
    return NOT_READ.test(reason) || [-32600, -32601, -32602].includes(code) ? 'NOT_READ' : 'NO_ANSWER'
  }
  if (!isRegenError(error, 'NODE_HTTP_ERROR')) return 'NO_ANSWER'
  const { status } = error.context
  if (status === 429) return 'FULL'
  return status >= 400 && status < 500 && status !== 408 ? 'NOT_READ' : 'NO_ANSWER'
}
