import { RegenError } from '../../primitives/errors.ts'
import { CALL_ABORTED } from '../../primitives/errorTable.ts'
import { watchCallers } from './callers.ts'
import { isStatus, openExchange } from './exchange.ts'
import { chooseNode, type Node, recover, rest } from './nodes.ts'
import type { RpcOptions } from './options.ts'
import { isRepeatable, remedyFor } from './remedy.ts'
import { finalError, parseAnswer, type Reader, type Ticket } from './ticket.ts'

/** Counted since the connection was made. */
export type RpcStats = {
  readonly httpRequests: number
  readonly calls: number
  /** Calls sent once more after a failure. */
  readonly retries: number
  /** Calls sent to another node than the one that failed them. */
  readonly failovers: number
}

export type Dispatcher = {
  readonly add: (
    method: string,
    params: object,
    signal?: AbortSignal | undefined,
    read?: Reader,
  ) => Promise<unknown>
  readonly close: () => void
  readonly stats: () => RpcStats
  readonly answeredAt: () => number | null
}

/**
 * Takes calls and sends them: all calls of one tick go out together, in HTTP requests of as many as the node takes.
 * Every call settles: by its answer, by the last of its attempts, by its caller's signal, or by `close`.
 */
export function dispatcher(nodes: readonly Node[], options: RpcOptions): Dispatcher {
  const { clock } = options
  const exchange = openExchange(options)
  const open = new Set<Ticket>()
  const callers = watchCallers(signal => end('signal', signal))
  const count = { calls: 0, retries: 0, failovers: 0 }
  let closed = false
  let flushTime = Infinity
  let cancelFlush = () => {}

  function flushAt(time: number): void {
    if (time >= flushTime) return
    cancelFlush()
    flushTime = time
    cancelFlush = clock.after(time - clock.now(), flush)
  }

  function flush(): void {
    flushTime = Infinity
    const now = clock.now()
    const ready = new Map<Node, Ticket[]>()
    for (const ticket of open) {
      if (ticket.flight) continue
      const node = chooseNode(nodesLeft(ticket), now)
      if (node.restUntil > now) flushAt(node.restUntil)
      else {
        if ((ticket.failures.at(-1)?.node ?? node) !== node) count.failovers++
        if (isRepeatable(ticket.method)) {
          const tickets = ready.get(node)
          if (tickets) tickets.push(ticket)
          else ready.set(node, [ticket])
        } else void send(node, [ticket], exchange.chainId() !== null || nodes.length > 1)
      }
    }
    for (const [node, tickets] of ready) sendInBatches(node, tickets)
  }

  const nodesLeft = ({ failures }: Ticket) =>
    nodes.filter(node => !failures.some(failure => failure.node === node && failure.remedy === 'elsewhere'))

  /**
   * Requests of as many calls as the node takes. Where it matters of which chain an answer is, each has a call that asks for
   * it: calls of a request are answered by one node, but two requests to one address perhaps by nodes of two chains.
   */
  function sendInBatches(node: Node, tickets: readonly Ticket[]): void {
    const { batchLimit } = node
    const isAsked = exchange.chainId() !== null || nodes.length > 1 || tickets.length > batchLimit
    for (let start = 0; start < tickets.length; ) {
      const most = tickets.slice(start, start + batchLimit)
      const size = isAsked && !most.some(isStatus) && batchLimit > 1 ? batchLimit - 1 : batchLimit
      void send(node, most.slice(0, size), isAsked)
      start += size
    }
  }

  async function send(node: Node, tickets: readonly Ticket[], isAsked: boolean): Promise<void> {
    const stop = new AbortController()
    const { incident } = node
    for (const ticket of tickets) ticket.flight = stop
    const outcome = await exchange.send(node, tickets, isAsked, stop).catch((error: unknown) => ({ error }))
    const left = tickets.filter(ticket => open.has(ticket))
    if ('allowed' in outcome) {
      node.batchLimit = outcome.allowed
      return sendInBatches(node, left)
    }
    for (const ticket of left)
      try {
        if ('error' in outcome) throw outcome.error
        finish(ticket, 'resolve', parseAnswer(ticket, outcome.answers, node.url))
        recover(node, incident)
      } catch (error) {
        fail(ticket, error, node, incident)
      }
  }

  function fail(ticket: Ticket, error: unknown, node: Node, incident: number): void {
    const remedy = remedyFor(error)
    ticket.failures.push({ node, error, remedy })
    if (remedy === 'none') recover(node, incident)
    else if (remedy === 'again' || nodes.length > 1) rest(node, incident, error, options)
    const more = ticket.failures.length < options.attempts && nodesLeft(ticket).length > 0
    if (more && remedy !== 'none' && isRepeatable(ticket.method)) {
      count.retries++
      ticket.flight = null
      flushAt(clock.now())
    } else finish(ticket, 'reject', finalError(ticket))
  }

  function finish(ticket: Ticket, how: 'resolve' | 'reject', value: unknown): void {
    open.delete(ticket)
    callers.forget(ticket.signal)
    if (open.size === 0) {
      cancelFlush()
      flushTime = Infinity
    }
    ticket[how](value)
  }

  async function add(
    method: string,
    params: object,
    signal?: AbortSignal,
    read: Reader = result => result,
  ): Promise<unknown> {
    if (closed) throw ended(method, 'disconnect')
    if (signal?.aborted) throw ended(method, 'signal')
    const id = ++count.calls
    const body = JSON.stringify({ jsonrpc: '2.0', id, method, params })
    return new Promise((resolve, reject) => {
      open.add({ id, method, body, read, resolve, reject, signal, failures: [], flight: null })
      callers.watch(signal)
      flushAt(clock.now())
    })
  }

  /** Ends the calls of a signal, or all; an HTTP request that nobody waits for any more is given up. */
  function end(by: 'signal' | 'disconnect', signal?: AbortSignal): void {
    const ending = [...open].filter(ticket => !signal || ticket.signal === signal)
    for (const ticket of ending) finish(ticket, 'reject', ended(ticket.method, by))
    const waited = new Set([...open].map(({ flight }) => flight))
    for (const { flight } of ending) if (!waited.has(flight)) flight?.abort()
  }

  function close(): void {
    closed = true
    cancelFlush()
    end('disconnect')
  }

  return {
    add,
    close,
    stats: () => ({ httpRequests: exchange.requests(), ...count }),
    answeredAt: exchange.answeredAt,
  }
}

const ended = (method: string, by: 'signal' | 'disconnect') => new RegenError(CALL_ABORTED, { method, by })
