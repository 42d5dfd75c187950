import { readAccount } from '../ledger/read/accounts.ts'
import { readStatus } from '../ledger/read/node.ts'
import { readTx } from '../ledger/read/tx.ts'
import { RegenError } from '../primitives/errors.ts'
import { BROADCAST_FAILED } from '../primitives/errorTable.ts'
import type { Connection } from './connection.ts'
import { pause } from './pause.ts'
import type { TxPlan } from './txPlan.ts'

const POLLS = 30
const POLL_MS = 2_000
/** A node writes its index of transactions a moment after the block. */
const LOOKS_AFTER_USE = 3

/**
 * Whether a transaction that may have been sent is in a block. False only when it can be in none: its sequence is used, or its timeout
 * height has passed, and it is not found. While neither is so it may still come, and the question stays open: BROADCAST_FAILED.
 */
export async function findSent(
  { rpc, clock }: Pick<Connection, 'rpc' | 'clock'>,
  hash: string,
  { signers: [first], timeoutHeight }: Pick<TxPlan, 'signers' | 'timeoutHeight'>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let looks = 0
  for (let poll = 0; poll < POLLS; poll++) {
    const { height } = await readStatus(rpc, signal)
    const account = first && (await readAccount({ port: rpc, height, signal }, first.address))
    const isUsed = first !== undefined && (account?.sequence ?? 0n) > first.sequence
    const isPast = timeoutHeight > 0n && height > timeoutHeight
    if ((await readTx(rpc, hash, signal)) !== null) return true
    if (isUsed || isPast) looks++
    if (looks === LOOKS_AFTER_USE) return false
    await pause(clock, POLL_MS, signal)
  }
  throw new RegenError(BROADCAST_FAILED, {
    hash,
    reason: 'its sequence is used by a transaction that waits for a block',
  })
}
