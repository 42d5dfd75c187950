import { txHash } from '../primitives/txHash.ts'
import type { Clock } from './clock.ts'
import { openTx } from './mempool.ts'
import type { RecordedTx, Recordings } from './recordings.ts'
import type { LedgerAt } from './replay/replay.ts'
import { internalError, type Reply } from './reply.ts'
import { nextSequence, sequenceMismatch } from './signers.ts'
import { twinOf } from './twin.ts'

/**
 * broadcast_tx_sync. A recorded transaction whose sequence is the next of its signer is accepted as it was recorded;
 * what others sent in between happens by itself. One that was refused is refused again where the ledger is the same.
 * So is one that differs from a recorded one in its gas limit, fee, timeout height or signature only: it ends as recorded, or out
 * of gas. Of other bytes, only a wrong sequence and a timeout height that has passed are told.
 */
export function broadcast(base64: string, { txs }: Recordings, clock: Clock, ledgerAt: LedgerAt): Reply {
  const recorded = txs.find(({ txBytes }) => txBytes === base64)
  if (clock.accepted().some(({ txBytes }) => txBytes === base64)) return alreadyThere(txs)
  if (recorded && clock.hasSeen(recorded)) return alreadyThere(txs)
  if (recorded && !recorded.tx && isHere(recorded, clock, ledgerAt))
    return { result: recorded.broadcastTxSync }
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const signed = openTx(bytes)
  if (signed && signed.timeoutHeight > 0n && clock.height() > signed.timeoutHeight)
    return {
      result: { data: '', ...timeoutPassed(clock.height(), signed.timeoutHeight), hash: txHash(bytes) },
    }
  const expected = signed && nextSequence(signed.address, clock, ledgerAt)
  if (signed && expected !== null && signed.sequence !== expected)
    return { result: { data: '', ...sequenceMismatch(expected, signed.sequence), hash: txHash(bytes) } }
  const found = recorded?.tx ? recorded : signed && twinOf(base64, signed, txs)
  if (!found) return { missing: `what becomes of the transaction ${txHash(bytes)}` }
  clock.accept(found)
  return { result: found.broadcastTxSync }
}

const isHere = ({ before }: RecordedTx, clock: Clock, ledgerAt: LedgerAt): boolean =>
  ledgerAt(BigInt(before.simulate.response.height)) === ledgerAt(clock.height())

/** How the node refuses what can no longer be in a block. */
const timeoutPassed = (height: bigint, timeoutHeight: bigint) => ({
  code: 30,
  codespace: 'sdk',
  log: `block height: ${height}, timeout height: ${timeoutHeight}: tx timeout height`,
})

const alreadyThere = (txs: readonly RecordedTx[]): Reply => {
  const error = txs.find(({ broadcastAgain }) => broadcastAgain)?.broadcastAgain?.error
  return error ? { error } : internalError('tx already exists in cache')
}
