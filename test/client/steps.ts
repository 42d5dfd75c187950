import { messageType } from '../../src/messages/catalog.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import type { LedgerSnapshot } from '../../src/preview/snapshot.ts'
import type { ExecutedTx } from '../../src/reconcile/reconcile.ts'
import type { Line, Reconciliation } from '../../src/reconcile/result.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import type { RecordedTx } from '../support/recordings.ts'
import { replay } from '../support/replay.ts'

/** A recorded transaction, the state right before it, its preview on that state, and how it ended. */
export type Step = {
  readonly tx: RecordedTx
  readonly before: LedgerSnapshot
  readonly preview: FeePreview
  readonly result: ExecutedTx
}

/** A preview of a recorded transaction, with the gas limit it was signed with. */
export const previewOf = (tx: RecordedTx, snapshot: LedgerSnapshot): FeePreview =>
  previewFees({
    messages: decodeTx(new Uint8Array(Buffer.from(tx.txBytes, 'base64'))).body.messages as never,
    snapshot,
    gasLimit: BigInt(tx.fee.gas),
  })

/** One that never reached a block has no events. */
const resultOf = ({ tx, broadcastTxSync }: RecordedTx): ExecutedTx =>
  (tx ? tx.tx_result : { ...broadcastTxSync, events: [] }) as unknown as ExecutedTx

export const steps: readonly Step[] = [...replay()].map(({ tx, before }) => ({
  tx,
  before,
  preview: previewOf(tx, before),
  result: resultOf(tx),
}))

export const step = (name: string): Step => {
  const found = steps.find(({ tx }) => tx.name === name)
  if (found === undefined) throw new Error(`there is no recorded transaction "${name}"`)
  return found
}

const inCatalog = ({ tx }: Step) => tx.messages.every(({ typeUrl }) => messageType(typeUrl) !== undefined)

const succeeded = steps.filter(({ result }) => result.code === 0)

/** The successful transactions of catalog messages only, and the other successful ones. */
export const known = succeeded.filter(inCatalog)
export const outside = succeeded.filter(step => !inCatalog(step))

/** A line in short: 'coins different amount'. */
export const short = ({ subject, verdict, differs }: Line) => [subject, verdict, ...differs].join(' ')

export const reasons = ({ notReconciled }: Reconciliation) => notReconciled.map(({ reason }) => reason)
