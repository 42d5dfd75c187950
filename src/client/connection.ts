import type { Clock } from '../node/rpc/clock.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { orAbort } from './abort.ts'

/** What all that signs and sends over one connection shares. */
export type Connection = {
  readonly rpc: Rpc
  readonly clock: Clock
  /** A node of another chain is refused. */
  readonly chainId: string
  /**
   * By address, what the next transaction signs with: ahead of the chain while transactions are pending. Forgotten when one of them does
   * not get into a block.
   */
  readonly sequences: Map<string, bigint>
  /**
   * Prepares at once, and then sends one after the other, in the order of the calls: from reading a sequence to the broadcast that uses it.
   * What is ended before its turn is not sent.
   */
  readonly inTurn: <Prepared, Sent>(
    prepare: () => Promise<Prepared>,
    send: (prepared: Prepared) => Promise<Sent>,
    signal: AbortSignal | undefined,
  ) => Promise<Sent>
  /** Ends with the connection. */
  readonly closed: AbortSignal
  readonly close: () => void
}

export function openConnection(rpc: Rpc, clock: Clock, chainId: string): Connection {
  const closing = new AbortController()
  const closed = closing.signal
  let last: Promise<unknown> = Promise.resolve()
  return {
    rpc,
    clock,
    chainId,
    sequences: new Map(),
    inTurn: (prepare, send, signal) => {
      const before = last
      const run = prepare().then(async prepared => {
        await orAbort(before, 'waiting for its turn', { signal, closed })
        return send(prepared)
      })
      last = Promise.allSettled([before, run])
      return run
    },
    closed,
    close: () => {
      closing.abort()
      rpc.disconnect()
    },
  }
}
