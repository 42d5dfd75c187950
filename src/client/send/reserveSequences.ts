import type { Connection } from '../connection.ts'
import type { TxPlan } from '../sign/txPlan.ts'

type Sequences = Pick<Connection, 'sequences'>

/** Whether another transaction of this connection has used a sequence of the plan, while the wallet was asked. */
export const isOvertaken = ({ sequences }: Sequences, { signers }: Pick<TxPlan, 'signers'>): boolean =>
  signers.some(({ address, sequence }) => (sequences.get(address) ?? 0n) > sequence)

/** What comes next signs with the sequences after these; before the broadcast, so that no two transactions of this connection have the same. */
export function reserveSequences({ sequences }: Sequences, { signers }: Pick<TxPlan, 'signers'>): void {
  for (const { address, sequence } of signers) sequences.set(address, sequence + 1n)
}

/** What comes next asks the chain: these sequences are not used, or may never be. */
export function freeSequences({ sequences }: Sequences, { signers }: Pick<TxPlan, 'signers'>): void {
  for (const { address } of signers) sequences.delete(address)
}
