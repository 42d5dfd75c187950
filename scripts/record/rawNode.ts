import { parseNodeUrl } from '../../src/node/rpc/http/nodeUrl.ts'

/** A JSON-RPC answer as the node wrote it. */
type Answer = {
  readonly jsonrpc: string
  readonly id: unknown
  readonly result?: unknown
  readonly error?: unknown
}

export type RawNode = {
  /** One call, one HTTP request; what the node says, errors too. */
  readonly call: (method: string, params: object) => Promise<Answer>
  /** Any text, with the answer's text. */
  readonly post: (text: string) => Promise<{ readonly httpStatus: number; readonly rawResponse: string }>
}

/** A node asked without retries, so that its answers are kept as they are. */
export function rawNode(url: string): RawNode {
  const { href, headers, origin } = parseNodeUrl(url, 0)
  let id = 0

  async function post(body: string) {
    const response = await fetch(href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }).catch(() => null)
    if (response === null) throw new Error(`${origin} does not answer`)
    return { httpStatus: response.status, rawResponse: await response.text() }
  }

  return {
    post,
    call: async (method, params) => {
      const { rawResponse } = await post(JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params }))
      try {
        return JSON.parse(rawResponse)
      } catch {
        throw new Error(`${origin} answers ${method} with something that is no JSON`)
      }
    },
  }
}

/** The result of a call, or an error that says which call failed. */
export async function resultOf<Result>(node: RawNode, method: string, params: object): Promise<Result> {
  const { result, error } = await node.call(method, params)
  if (result === undefined || result === null)
    throw new Error(`the node refuses ${method}: ${JSON.stringify(error)}`)
  return result as Result
}
