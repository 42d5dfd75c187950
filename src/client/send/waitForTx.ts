import type { TxResult } from '../../node/decode/txResult.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { TX_EXPIRED, TX_TIMEOUT } from '../../primitives/errorTable.ts'
import type { Connection } from '../connection.ts'
import { pause } from '../pause.ts'
import { LAST_LOOKS, lookForTx } from './lookForTx.ts'

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
 * A node that fails in between is asked again until the time is over. TX_TIMEOUT keeps the hash, and the last failure as its cause;
 * TX_EXPIRED says that the transaction can never run.
 */
export async function waitForTx(
  connection: Pick<Connection, 'rpc' | 'clock' | 'chainId' | 'closed'>,
  hash: string,
  { timeoutMs = 60_000, pollMs = 1_000, timeoutHeight = 0n, signal }: WaitOptions = {},
): Promise<TxResult> {
  const { clock, closed } = connection
  const end = clock.now() + timeoutMs
  let looksAfterTimeout = 0
  for (;;) {
    let failure: unknown
    try {
      const { found, height } = await lookForTx(connection, hash, signal)
      if (found !== null) return found
      if (timeoutHeight > 0n && height !== null && height > timeoutHeight) looksAfterTimeout++
    } catch (error) {
      if (!isRegenError(error) || error.code === 'CALL_ABORTED') throw error
      failure = error
    }
    if (looksAfterTimeout === LAST_LOOKS) throw new RegenError(TX_EXPIRED, { hash, timeoutHeight })
    if (clock.now() >= end)
      throw new RegenError(TX_TIMEOUT, { hash, milliseconds: timeoutMs }, { cause: failure })
    await pause(clock, pollMs, { signal, closed })
  }
}
