import { createServer, type Socket } from 'node:net'
import type { Clock } from '../../src/node/rpc/clock.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import type { RecordedNode } from '../../src/testing.ts'
import type { Entry, Misbehaviour } from './kinds.ts'

/** One HTTP request as it came over the socket. */
export type SeenRequest = {
  readonly index: number
  readonly methods: readonly string[]
  readonly text: string
}

export type SocketNode = {
  readonly url: string
  readonly requests: readonly SeenRequest[]
  /** Begins to count anew. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** A node on a raw socket: it answers as the recorded node does, save where `misbehaves` says otherwise. */
export async function socketNode(
  honest: RecordedNode,
  misbehaves: (request: SeenRequest) => Misbehaviour | null,
): Promise<SocketNode> {
  const requests: SeenRequest[] = []
  const sockets = new Set<Socket>()

  async function reply(socket: Socket, text: string): Promise<void> {
    const calls = [JSON.parse(text)].flat() as { readonly method: string }[]
    const seen = { index: requests.length + 1, methods: calls.map(({ method }) => method), text }
    requests.push(seen)
    const response = await fetch(honest.url, { method: 'POST', body: text })
    const body = await response.text()
    const date = response.headers.get('date') ?? ''
    const misbehave = misbehaves(seen)
    if (misbehave) misbehave(socket, body, [JSON.parse(body)].flat() as Entry[])
    else {
      socket.write(`HTTP/1.1 200 OK\r\ndate: ${date}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`)
      socket.write(body)
    }
  }

  // Without delay: an answer of two writes would else wait for what the other side acknowledges after 40 ms.
  const server = createServer({ noDelay: true }, socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let received = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const end = received.indexOf('\r\n\r\n')
      const size = Number(/content-length: (\d+)/i.exec(received.subarray(0, end).toString())?.[1] ?? 0)
      if (end < 0 || received.length < end + 4 + size) return
      const text = received.subarray(end + 4, end + 4 + size).toString()
      received = received.subarray(end + 4 + size)
      reply(socket, text).catch(() => socket.destroy())
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    requests,
    forget: () => {
      requests.length = 0
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** A clock on which rests end at once and timeouts after `patience` milliseconds, and which knows what is still to come. */
export function quickClock(patience = 60): Clock & { readonly toCome: () => number } {
  let passed = Date.parse('2026-11-21T15:00:00Z')
  const waiting = new Set<unknown>()
  return {
    now: () => passed,
    after: (milliseconds, run) => {
      const timer = setTimeout(
        () => {
          waiting.delete(timer)
          passed += milliseconds
          run()
        },
        milliseconds >= 10_000 ? patience : 0,
      )
      waiting.add(timer)
      return () => {
        waiting.delete(timer)
        clearTimeout(timer)
      }
    },
    toCome: () => waiting.size,
  }
}

/** What a call ended with: 'done', or the code of an error of ours. Any other error is thrown on. */
export async function endOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (!(error instanceof RegenError)) throw error
    return error.code
  }
}
