import type { Clock } from '../node/rpc/clock.ts'

/** As much of a WebSocket as is used. */
export type Socket = {
  onopen: ((event: never) => unknown) | null
  onmessage: ((event: never) => unknown) | null
  onclose: ((event: never) => unknown) | null
  onerror: ((event: never) => unknown) | null
  send(text: string): void
  close(): void
}

export type WakeOptions = {
  readonly clock: Clock
  /** How often the node is asked where nothing tells of a new block. */
  readonly pollMs: number
  /** Opens a connection that tells of new blocks; null where there is none, then the node is asked. */
  readonly openSocket: (() => Socket) | null
  readonly signal?: AbortSignal | undefined
}

/** With a subscription the node is asked all the same, in case that it has fallen silent. */
const SILENCE = 6

const SUBSCRIBE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'subscribe',
  params: { query: "tm.event='NewBlockHeader'" },
})

/**
 * Wakes at every new block, by a subscription where there is one, else after a while. It tells only that it is time to look: what is new is read from
 * the node, so that a lost or repeated message loses and repeats nothing. A connection that ended is opened again; after a refused subscription the node
 * is asked as if there were none.
 */
export function wakeAtNewBlocks({ clock, pollMs, openSocket, signal }: WakeOptions): {
  readonly next: () => Promise<void>
  readonly close: () => void
} {
  let socket: Socket | null = null
  let told = false
  let refused = false
  let wake = () => {}
  const tell = () => {
    told = true
    wake()
  }
  function connect(): void {
    if (socket !== null || openSocket === null || refused) return
    try {
      const opened = openSocket()
      socket = opened
      const ended = () => {
        if (socket === opened) socket = null
      }
      opened.onopen = () => opened.send(SUBSCRIBE)
      opened.onmessage = (message: { readonly data?: unknown }) => {
        if (isRefusal(message.data)) {
          refused = true
          ended()
          opened.close()
        }
        tell()
      }
      opened.onclose = ended
      opened.onerror = ended
    } catch {
      socket = null
    }
  }
  signal?.addEventListener('abort', tell, { once: true })
  return {
    next: () =>
      new Promise(resolve => {
        connect()
        if (told) {
          told = false
          return resolve()
        }
        const cancel = clock.after(socket === null ? pollMs : pollMs * SILENCE, () => wake())
        wake = () => {
          told = false
          wake = () => {}
          cancel()
          resolve()
        }
      }),
    close: () => {
      signal?.removeEventListener('abort', tell)
      const last = socket
      socket = null
      last?.close()
    },
  }
}

/** Whether a message says that the node does not subscribe: a JSON-RPC error. */
function isRefusal(data: unknown): boolean {
  if (typeof data !== 'string') return false
  try {
    const message: unknown = JSON.parse(data)
    return typeof message === 'object' && message !== null && 'error' in message
  } catch {
    return false
  }
}
