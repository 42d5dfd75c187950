import { readAccount } from '../../node/read/accounts.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { BROADCAST_FAILED } from '../../primitives/errorTable.ts'
import type { Connection } from '../connection.ts'
import { pause } from '../pause.ts'
import type { TxPlan } from '../sign/txPlan.ts'
import { LAST_LOOKS, lookForTx } from './lookForTx.ts'

const POLLS = 30
const POLL_MS = 2_000

/**
 * Whether a transaction that may have been sent is in a block. False only when it can be in none: a block has used its sequence, or is
 * past its timeout height, and it is not found. While neither is so it may still come, and the question stays open: BROADCAST_FAILED.
 */
export async function findSent(
  connection: Pick<Connection, 'rpc' | 'clock' | 'chainId' | 'closed'>,
  hash: string,
  { signers: [first], timeoutHeight }: Pick<TxPlan, 'signers' | 'timeoutHeight'>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { rpc, clock, closed } = connection
  let looks = 0
  let failure: unknown
  for (let poll = 0; poll < POLLS; poll++) {
    try {
      const { found, height } = await lookForTx(connection, hash, signal)
      if (found !== null) return true
      if (height !== null) {
        const account = first && (await readAccount({ port: rpc, height, signal }, first.address))
        const isUsed = first !== undefined && (account?.sequence ?? 0n) > first.sequence
        const isPast = timeoutHeight > 0n && height > timeoutHeight
        if (isUsed || isPast) looks++
      }
    } catch (error) {
      if (!isRegenError(error)) throw error
      failure = error
    }
    if (looks === LAST_LOOKS) return false
    await pause(clock, POLL_MS, { signal, closed })
  }
  const reason = 'no block has used its sequence yet'
  throw new RegenError(BROADCAST_FAILED, { hash, reason }, { cause: failure })
}
