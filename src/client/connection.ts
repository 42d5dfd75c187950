import type { Clock } from '../ledger/rpc/clock.ts'
import type { Rpc } from '../ledger/rpc/connectRpc.ts'

/** What all that signs and sends over one connection shares. */
export type Connection = {
  readonly rpc: Rpc
  readonly clock: Clock
  /** A node of another chain is refused. */
  readonly chainId: string
  /** By address, what the next transaction signs with: ahead of the chain while transactions are pending. */
  readonly sequences: Map<string, bigint>
  /** Runs one task after the other, in the order in which they came: from reading a sequence to the broadcast that uses it. */
  readonly inTurn: <Result>(task: () => Promise<Result>) => Promise<Result>
}

export function openConnection(rpc: Rpc, clock: Clock, chainId: string): Connection {
  let last: Promise<unknown> = Promise.resolve()
  return {
    rpc,
    clock,
    chainId,
    sequences: new Map(),
    inTurn: task => {
      const run = last.then(task)
      last = run.catch(() => undefined)
      return run
    },
  }
}
