import { RegenError } from '../../primitives/errors.ts'
import { CALL_ABORTED } from '../../primitives/errorTable.ts'
import { chooseNode, type Node, recover, rest } from './nodes.ts'
import type { RpcOptions } from './options.ts'
import { post } from './post.ts'
import { isRepeatable, remedyFor } from './remedy.ts'
import { finalError, type Reader, readAnswer, type Ticket } from './ticket.ts'

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
}

/**
 * Takes calls and sends them: all calls of one tick go out together, in HTTP requests of as many as the node takes.
 * Every call settles: by its answer, by the last of its attempts, by its caller's signal, or by `close`.
 */
export function dispatcher(nodes: readonly Node[], options: RpcOptions): Dispatcher {
  const { clock } = options
  const open = new Set<Ticket>()
  // One listener a signal, however many calls share it: Node warns of more than ten.
  const watched = new WeakSet<AbortSignal>()
  const count = { httpRequests: 0, calls: 0, retries: 0, failovers: 0 }
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
        if (isRepeatable(ticket.method)) ready.set(node, [...(ready.get(node) ?? []), ticket])
        else void send(node, [ticket])
      }
    }
    for (const [node, tickets] of ready) sendInBatches(node, tickets)
  }

  const nodesLeft = ({ failures }: Ticket) =>
    nodes.filter(node => !failures.some(failure => failure.node === node && failure.remedy === 'elsewhere'))

  function sendInBatches(node: Node, tickets: readonly Ticket[]): void {
    const { batchLimit } = node
    for (let start = 0; start < tickets.length; start += batchLimit)
      void send(node, tickets.slice(start, start + batchLimit))
  }

  async function send(node: Node, tickets: readonly Ticket[]): Promise<void> {
    const stop = new AbortController()
    const { incident, url } = node
    count.httpRequests++
    for (const ticket of tickets) ticket.flight = stop
    const body = `${tickets.map(ticket => ticket.body)}`
    const outcome = await post(url, tickets.length > 1 ? `[${body}]` : body, stop, options).catch(error => ({
      error,
      allowed: 0,
    }))
    const left = tickets.filter(ticket => open.has(ticket))
    if (outcome.allowed > 0 && outcome.allowed < tickets.length) {
      node.batchLimit = outcome.allowed
      return sendInBatches(node, left)
    }
    for (const ticket of left)
      try {
        if ('error' in outcome) throw outcome.error
        finish(ticket, 'resolve', readAnswer(ticket, outcome, url))
        recover(node, incident)
      } catch (error) {
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
  }

  function finish(ticket: Ticket, how: 'resolve' | 'reject', value: unknown): void {
    open.delete(ticket)
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
    if (signal && !watched.has(signal)) {
      watched.add(signal)
      signal.addEventListener('abort', () => end('signal', signal))
    }
    const id = ++count.calls
    const body = JSON.stringify({ jsonrpc: '2.0', id, method, params })
    return new Promise((resolve, reject) => {
      open.add({ id, method, body, read, resolve, reject, signal, failures: [], flight: null })
      flushAt(clock.now())
    })
  }

  /** Ends the calls of a signal, or all; an HTTP request that nobody waits for any more is given up. */
  function end(by: 'signal' | 'disconnect', signal?: AbortSignal): void {
    for (const ticket of open)
      if (!signal || ticket.signal === signal) {
        finish(ticket, 'reject', ended(ticket.method, by))
        if (![...open].some(({ flight }) => flight === ticket.flight)) ticket.flight?.abort()
      }
  }

  function close(): void {
    closed = true
    cancelFlush()
    end('disconnect')
  }

  return { add, close, stats: () => ({ ...count }) }
}

const ended = (method: string, by: 'signal' | 'disconnect') => new RegenError(CALL_ABORTED, { method, by })
