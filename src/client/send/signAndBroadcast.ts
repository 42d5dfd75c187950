import type { Message } from '../../messages/message.ts'
import { decodeEvents, type TxEvents } from '../../node/events/decodeEvents.ts'
import { explainFailure } from '../../node/events/failures/explainFailure.ts'
import { txError } from '../../node/events/failures/txError.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { previewJson } from '../../preview/previewJson.ts'
import { toJson } from '../../primitives/canonical.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { BROADCAST_FAILED } from '../../primitives/errorTable/sending.ts'
import { withJson } from '../../primitives/withJson.ts'
import { type ExecutedTx, reconcile } from '../../reconcile/reconcile.ts'
import type { Reconciliation } from '../../reconcile/result.ts'
import type { Connection } from '../connection.ts'
import { reasonOf } from '../reasonOf.ts'
import type { OfflineSigner } from '../sign/offlineSigner.ts'
import { usesSequence } from './broadcast/settleFate.ts'
import { waitForTx } from './broadcast/waitForTx.ts'
import { prepareSigning, prepareTx } from './prepareTx.ts'
import { freeSequences } from './reserveSequences.ts'
import type { SendOptions, SendStep } from './sendOptions.ts'
import { sendTx } from './sendTx.ts'

/** A transaction that is in a block and succeeded. */
export type SentTx = {
  readonly txHash: string
  readonly height: bigint
  readonly gasUsed: bigint
  readonly gasWanted: bigint
  /** Decoded; see `raw` for the texts of the node. */
  readonly events: TxEvents
  readonly raw: ExecutedTx
  /** What was said before it was signed, with the fee that was signed. */
  readonly preview: FeePreview
  /** What the wallet signed otherwise than it was asked. */
  readonly changedByWallet: readonly ('memo' | 'fee')[]
  /** That preview held against what happened. */
  readonly reconciliation: Reconciliation
}

/** After the broadcast, whatever ends the call says which transaction is out. */
function keepHash(error: unknown, hash: string, timeoutHeight: bigint): unknown {
  if (isRegenError(error, 'TX_TIMEOUT') || isRegenError(error, 'TX_EXPIRED')) return error
  const reason = `a node has taken it, and then ${reasonOf(error)}`
  return new RegenError(BROADCAST_FAILED, { hash, reason, timeoutHeight }, { cause: error })
}

/** After the broadcast nothing that the caller's own code throws may hide what became of the transaction. */
function tell(onStep: SendOptions['onStep'], step: SendStep): void {
  try {
    onStep?.(step)
  } catch {
    // The call goes on, and its result tells the rest.
  }
}

/**
 * Previews, simulates, signs, sends, waits for the block, and holds the preview against what happened.
 *
 * Nothing is signed when the preview says that the chain would refuse it (PREVIEW_BLOCKS) or cannot tell what it does (PREVIEW_INCOMPLETE), when a
 * simulation is refused (SIMULATION_REFUSED), when the state is too old (STATE_TOO_OLD), or when more would be paid than allowed (GAS_FEE_TOO_HIGH,
 * DEBIT_TOO_HIGH). What no node has taken is TX_REFUSED, what fails in its block TX_FAILED, what never came in time TX_EXPIRED or TX_TIMEOUT. Where
 * nobody can tell what became of it: BROADCAST_FAILED. Until it is broadcast, a signal ends the call with CALL_ABORTED; after that every failure keeps
 * the hash. What the wallet throws, as when its owner declines, is passed on.
 */
export async function signAndBroadcast(
  connection: Connection,
  signer: OfflineSigner,
  messages: readonly Message[],
  options: SendOptions = {},
): Promise<SentTx> {
  const { onStep = () => {}, timeoutMs, pollMs, signal } = options
  const signing = await prepareSigning(connection, signer, messages, options)
  const prepare = async () => {
    const prepared = await prepareTx(connection, signing, options)
    onStep({ step: 'previewed', preview: prepared.preview })
    return prepared
  }
  const whose = { wallet: signer, accounts: signing.accounts.map(({ address }) => address) }
  const { hash, preview, plan, after, changedByWallet } = await connection.inTurn(
    whose,
    prepare,
    prepared => sendTx(connection, signer, prepared, options),
    signal,
  )
  tell(onStep, { step: 'sent', txHash: hash })
  const { timeoutHeight, signers } = plan
  const wait = {
    timeoutHeight,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(pollMs !== undefined && { pollMs }),
    ...(signal !== undefined && { signal }),
  }
  const found = await waitForTx(connection, hash, wait, after).catch(error => {
    // What comes next asks the chain which sequence is the next: this one may never be used.
    freeSequences(connection, plan)
    throw keepHash(error, hash, timeoutHeight)
  })
  // Refused in its block before its messages ran: the sequence is not used.
  if (found.code !== 0 && !signers.every(one => usesSequence(found.events, one.address, one.sequence)))
    freeSequences(connection, plan)
  tell(onStep, { step: 'included', txHash: hash, height: found.height })
  const failure = explainFailure(found)
  if (failure !== null) throw txError(failure, hash)
  const { height, gasUsed, gasWanted, code, codespace, log, events } = found
  const raw = { code, codespace, log, events }
  const sent: SentTx = {
    txHash: hash,
    height,
    gasUsed,
    gasWanted,
    events: decodeEvents(events),
    raw,
    preview,
    changedByWallet,
    reconciliation: reconcile(preview, raw),
  }
  return withJson(sent, ({ preview, ...rest }) => toJson({ ...rest, preview: previewJson(preview) }))
}
