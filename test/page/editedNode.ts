import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

/** A call as a node is asked it, and what it answered. */
export type Exchange = {
  readonly method: string
  readonly params: { readonly [name: string]: unknown }
  readonly result: unknown
}

export type EditedNode = {
  readonly url: string
  /** Other answers from now on; `undefined`: the right one. */
  readonly answer: (edit: (exchange: Exchange) => unknown) => void
  /** The methods that were called. */
  readonly called: readonly string[]
}

type Entry = { id: unknown; method: string; params: { [name: string]: unknown } }

const open: (() => Promise<void>)[] = []

/** Stands before a node and answers some of its calls otherwise: what no honest node would say. It stops when the test ends. */
export async function editedNode(
  behind: string,
  first: (exchange: Exchange) => unknown = () => undefined,
  /** What the node behind it is asked instead. */
  ask: (body: string) => string = body => body,
): Promise<EditedNode> {
  let edit = first
  const called: string[] = []
  const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }
  const server = createServer(async (request, response) => {
    if (request.method === 'OPTIONS') return response.writeHead(204, allowed).end()
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const answered = await fetch(behind, { method: 'POST', body: ask(body) })
    const asked = [JSON.parse(body)].flat() as Entry[]
    const answers = (await answered.json()) as Entry | Entry[]
    for (const entry of [answers].flat() as { id: unknown; result?: unknown }[]) {
      const { method = '', params = {} } = asked.find(({ id }) => id === entry.id) ?? {}
      called.push(method)
      const other = edit({ method, params, result: entry.result })
      if (other !== undefined) entry.result = other
    }
    return response
      .writeHead(answered.status, { ...allowed, 'content-type': 'application/json' })
      .end(JSON.stringify(answers))
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  open.push(
    () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: next => {
      edit = next
    },
    called,
  }
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(close => close()))
})
