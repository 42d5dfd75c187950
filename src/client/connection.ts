import { unlessEnded } from '../node/rpc/abort.ts'
import type { Clock } from '../node/rpc/clock.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'

/** What all that signs and sends over one connection shares. */
export type Connection = {
  /** All nodes, of which it chooses one for each call. */
  readonly rpc: Rpc
  /** Each node on its own, for what one node must not decide alone. */
  readonly nodes: readonly Rpc[]
  readonly clock: Clock
  /** A node of another chain is refused. */
  readonly chainId: string
  /**
   * By address, what the next transaction signs with: ahead of the chain while transactions are pending. Forgotten when one of them does
   * not use its sequence.
   */
  readonly sequences: Map<string, bigint>
  /**
   * Prepares at once, and then sends one after the other for each account of a wallet, in the order of the calls. Other accounts and other
   * wallets do not wait: a wallet may never settle. What is ended before its turn is not sent.
   */
  readonly inTurn: <Prepared, Sent>(
    whose: { readonly wallet: object; readonly accounts: readonly string[] },
    prepare: () => Promise<Prepared>,
    send: (prepared: Prepared) => Promise<Sent>,
    signal: AbortSignal | undefined,
  ) => Promise<Sent>
  /** Ends with the connection. */
  readonly closed: AbortSignal
  readonly close: () => void
}

export function openConnection(rpc: Rpc, nodes: readonly Rpc[], clock: Clock, chainId: string): Connection {
  const closing = new AbortController()
  const closed = closing.signal
  const turns = new WeakMap<object, Map<string, Promise<unknown>>>()
  return {
    rpc,
    nodes,
    clock,
    chainId,
    sequences: new Map(),
    inTurn: ({ wallet, accounts }, prepare, send, signal) => {
      const last = turns.get(wallet) ?? new Map<string, Promise<unknown>>()
      turns.set(wallet, last)
      const before = Promise.allSettled(accounts.map(account => last.get(account)))
      const run = prepare().then(async prepared => {
        await unlessEnded(before, 'waiting for its turn', { signal, closed })
        return send(prepared)
      })
      const after = Promise.allSettled([before, run])
      for (const account of accounts) last.set(account, after)
      return run
    },
    closed,
    close: () => {
      closing.abort()
      for (const each of new Set([rpc, ...nodes])) each.disconnect()
    },
  }
}
