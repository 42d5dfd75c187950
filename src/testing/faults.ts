import type { ServerResponse } from 'node:http'
import type { HttpReply } from './jsonRpc.ts'

/**
 * How a request goes wrong. First those where the calls are done and only the answer suffers, then those where they are
 * not done at all.
 */
export type Fault =
  /** No answer until `release()`. */
  | 'hang'
  /** The connection ends without an answer. */
  | 'lost'
  /** The connection ends in the middle of the answer. */
  | 'cut'
  /** The answer's text ends in the middle, as if it were whole. */
  | 'truncated'
  /** The answer comes in small pieces. */
  | 'slow'
  /** The last call has no entry in the answer. */
  | 'entry missing'
  /** The last entry has an id that nobody used. */
  | 'wrong id'
  /** The last entry comes twice. */
  | 'entry twice'
  /** Every answer to an abci_query states the height of the block before. */
  | 'wrong height'
  /** The answer, then as many spaces. */
  | { readonly padding: number }
  /** The connection ends before anything is done. */
  | 'reset'
  /** This text with status 200 instead of an answer: '', a web page, an error without id. */
  | { readonly text: string }
  /** An HTTP error: 429 with a Retry-After, 502 with a web page, 503. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly text?: string }

type Entry = { id: unknown; result?: { response?: { height: string } } }

/** What is sent instead of the right answer; null when the fault is in the sending. */
export function spoil({ status, body }: HttpReply, fault: Fault): HttpReply | null {
  if (fault === 'truncated') return { status, body: body.slice(0, body.length / 2) }
  if (typeof fault === 'object' && 'padding' in fault)
    return { status, body: body + ' '.repeat(fault.padding) }
  const edit = typeof fault === 'string' ? EDITS[fault] : undefined
  if (!edit) return null
  const json = JSON.parse(body) as Entry | Entry[]
  const edited = edit(Array.isArray(json) ? json : [json])
  return { status, body: JSON.stringify(Array.isArray(json) || edited.length !== 1 ? edited : edited[0]) }
}

const EDITS: { readonly [fault: string]: ((entries: readonly Entry[]) => readonly Entry[]) | undefined } = {
  'entry missing': entries => entries.slice(0, -1),
  'wrong id': entries =>
    entries.map((entry, index) => (index === entries.length - 1 ? { ...entry, id: 'nobody' } : entry)),
  'entry twice': entries => [...entries, ...entries.slice(-1)],
  'wrong height': entries =>
    entries.map(({ id, result }) => {
      const response = result?.response
      if (!response) return { id, result }
      return {
        id,
        result: { ...result, response: { ...response, height: String(BigInt(response.height) - 1n) } },
      }
    }) as readonly Entry[],
}

/** Sends an answer with a fault of the connection, or without one. */
export function sendReply(response: ServerResponse, { status, body }: HttpReply, fault: Fault | null): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': bytes.length,
    'access-control-allow-origin': '*',
  })
  if (fault === 'slow') sendSlowly(response, bytes)
  else if (fault === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  else response.end(bytes)
}

/** A tenth each turn of the event loop: no clock is involved. */
function sendSlowly(response: ServerResponse, bytes: Buffer): void {
  const size = Math.max(1, Math.ceil(bytes.length / 10))
  const send = (start: number): void => {
    if (start >= bytes.length) response.end()
    else response.write(bytes.subarray(start, start + size), () => setImmediate(send, start + size))
  }
  send(0)
}
