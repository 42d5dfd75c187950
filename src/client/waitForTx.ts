import type { TxResult } from '../ledger/decode/txResult.ts'
import { readStatus } from '../ledger/read/node.ts'
import { readTx } from '../ledger/read/tx.ts'
import type { Clock } from '../ledger/rpc/clock.ts'
import type { Rpc } from '../ledger/rpc/connectRpc.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { TX_EXPIRED, TX_TIMEOUT } from '../primitives/errorTable.ts'
import { pause } from './pause.ts'

export type WaitOptions = {
  /** How long to look for the transaction. Default: a minute. */
  readonly timeoutMs?: number
  /** How long between two looks. Default: a second. */
  readonly pollMs?: number
  /** The timeout height that the transaction was signed with: after it, the wait ends with TX_EXPIRED. */
  readonly timeoutHeight?: bigint
  readonly signal?: AbortSignal
}

/**
 * Waits until a transaction is in a block, and gives its result, whether it succeeded or failed there.
 *
 * A node that fails in between is asked again until the time is over. TX_TIMEOUT keeps the hash; TX_EXPIRED says that the transaction
 * can never run.
 */
export async function waitForTx(
  rpc: Pick<Rpc, 'call'>,
  clock: Clock,
  hash: string,
  { timeoutMs = 60_000, pollMs = 1_000, timeoutHeight, signal }: WaitOptions = {},
): Promise<TxResult> {
  const end = clock.now() + timeoutMs
  for (let failure: unknown; ; ) {
    try {
      // The height first: what is not found after it had passed is in no block up to it.
      const passed = timeoutHeight !== undefined && (await readStatus(rpc, signal)).height > timeoutHeight
      const found = await readTx(rpc, hash, signal)
      if (found !== null) return found
      if (passed) throw new RegenError(TX_EXPIRED, { hash, timeoutHeight })
      failure = undefined
    } catch (error) {
      if (!isPassing(error)) throw error
      failure = error
    }
    if (clock.now() >= end)
      throw new RegenError(TX_TIMEOUT, { hash, milliseconds: timeoutMs }, { cause: failure })
    await pause(clock, pollMs, signal)
  }
}

/** Whether a failure is one of a node, which may have recovered, or another one answer, the next time. */
const isPassing = (error: unknown): boolean =>
  isRegenError(error) && (error.code.startsWith('NODE') || error.code === 'RPC_ERROR')
