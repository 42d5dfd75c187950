import type { Refusal } from './answers/answer.ts'
import type { Clock } from './clock.ts'
import type { LedgerAt } from './replay/replay.ts'

/** The sequence an account has to sign with next, its pending transactions counted; null where the ledger is not told. */
export function nextSequence(address: string, clock: Clock, ledgerAt: LedgerAt): bigint | null {
  const ledger = ledgerAt(clock.height())
  const account = 'state' in ledger ? ledger.state.accounts.get(address) : undefined
  if (!account) return null
  return account.sequence + BigInt(clock.pending().filter(tx => tx.address === address).length)
}

/** How the node refuses a transaction with another sequence. */
export const sequenceMismatch = (expected: bigint, got: bigint): Refusal => ({
  code: 32,
  codespace: 'sdk',
  log: `account sequence mismatch, expected ${expected}, got ${got}: incorrect account sequence`,
})
