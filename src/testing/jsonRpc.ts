import type { Methods, Params } from './methods.ts'
import type { Recordings } from './recordings.ts'

/** One call as a node sees it; `path` and `height` are those of an abci_query. */
export type SeenCall = {
  readonly method: string
  readonly params: Params
  readonly path: string
  readonly height: string
}

export type HttpReply = { readonly status: number; readonly body: string }

type Entry = { readonly id?: unknown; readonly method?: unknown; readonly params?: unknown }

/** The calls of an HTTP request; none for a text that is no JSON. */
export function callsIn(text: string): readonly SeenCall[] {
  const entries = parse(text)
  if (entries === undefined) return []
  return (Array.isArray(entries) ? entries : [entries]).map((entry: Entry) => {
    const params = Object(entry?.params) as Params
    const of = (name: string) => String(params[name] ?? '')
    return { method: String(entry?.method), params, path: of('path'), height: of('height') }
  })
}

/**
 * Answers an HTTP request as CometBFT 0.38 does: a batch in its order; a batch of one, like a single call, by one object;
 * a batch that is too long by one error without id; a call without id not at all; what is no JSON with status 500.
 */
export function httpReply(
  text: string,
  { calls }: Recordings,
  { reply }: Methods,
  batchLimit: number,
  missing: string[],
): HttpReply {
  const json = parse(text)
  if (json === undefined)
    return (
      calls
        .flatMap(call => ('rawRequest' in call && call.rawRequest === text ? [call] : []))
        .map(({ httpStatus, rawResponse }) => ({ status: httpStatus, body: rawResponse }))[0] ?? {
        status: 500,
        body: error(-32700, 'Parse error. Invalid JSON', 'error unmarshaling request'),
      }
    )
  const entries: readonly Entry[] = Array.isArray(json) ? json : [json]
  if (entries.length > batchLimit)
    return {
      status: 200,
      body: error(
        -32600,
        'Invalid Request',
        `batch request exceeds maximum (${batchLimit}) allowed number of requests`,
      ),
    }
  const answers = entries
    .filter(({ id }) => id !== undefined)
    .map(({ id, method, params }) => {
      const answered = reply(String(method), Object(params) as Params)
      if (!('missing' in answered)) return { jsonrpc: '2.0', id, ...answered }
      missing.push(answered.missing)
      const data = `the recordings do not have ${answered.missing}`
      return { jsonrpc: '2.0', id, error: { code: -32000, message: 'Not recorded', data } }
    })
  if (answers.length === 0) return { status: 200, body: '' }
  return { status: 200, body: JSON.stringify(answers.length === 1 ? answers[0] : answers) }
}

const error = (code: number, message: string, data: string): string =>
  JSON.stringify({ jsonrpc: '2.0', error: { code, message, data } })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
