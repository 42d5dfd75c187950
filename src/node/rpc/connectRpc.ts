import { type AbciAnswer, type AbciQuery, abciParams, abciReader } from './abciQuery.ts'
import { dispatcher, type RpcStats } from './dispatch.ts'
import { parseNodeUrl } from './http/nodeUrl.ts'
import { newNode } from './nodes.ts'
import { parseRpcOptions, type RpcOptions } from './options.ts'

/** A JSON-RPC 2.0 call as CosmJS makes it. */
export type JsonRpcRequest = {
  readonly jsonrpc: '2.0'
  readonly id: number | string
  readonly method: string
  readonly params: object
}

/** A connection to one chain by one or several nodes. */
export type Rpc = {
  /** Schemes and hosts of the nodes, in the order they are asked. */
  readonly origins: readonly string[]
  /** The result of one method. Calls of the same tick share HTTP requests. */
  readonly call: (method: string, params: object, signal?: AbortSignal | undefined) => Promise<unknown>
  readonly abciQuery: (query: AbciQuery) => Promise<AbciAnswer>
  /** With `disconnect`, all that CosmJS asks of a client: `Comet38Client.create(rpc)` works. */
  readonly execute: (
    request: JsonRpcRequest,
  ) => Promise<{ readonly jsonrpc: '2.0'; readonly id: number | string; readonly result: unknown }>
  /** Ends every call under way with CALL_ABORTED, and every later one. */
  readonly disconnect: () => void
  readonly stats: () => RpcStats
  /**
   * When the last answer came, in milliseconds since 1970: as its HTTP header says, else by the clock. Null before the first.
   */
  readonly answeredAt: () => number | null
}

/**
 * Connects to the CometBFT RPC of one node, or of several of the same chain: the first one is asked, and while it rests
 * after a failure, the next. Nothing is sent before the first call.
 *
 * Where the chain is expected or known, or there are several nodes, a node is asked of which chain it is before its answers count, and again in each
 * request of several calls: behind one address there can be nodes of several chains. Another chain than the connection's is CHAIN_MISMATCH. A single
 * node is not asked as long as no chain is expected or known and its calls fit into one request.
 *
 * Calls are retried and moved to another node by themselves, except `broadcast_…`, which is sent once.
 *
 * @example
 * const rpc = connectRpc('https://regen-rpc.publicnode.com')
 * const status = await rpc.call('status', {})
 */
export function connectRpc(urls: string | readonly string[], options: Partial<RpcOptions> = {}): Rpc {
  const settings = parseRpcOptions(options)
  const addresses = [urls, urls.length === 0 ? '' : []].flat().map(parseNodeUrl)
  const nodes = addresses.map(url => newNode(url, settings))
  const { add, close, stats, answeredAt } = dispatcher(nodes, settings)
  return {
    origins: addresses.map(({ origin }) => origin),
    call: add,
    abciQuery: query =>
      add('abci_query', abciParams(query), query.signal, abciReader(query)) as Promise<AbciAnswer>,
    execute: async ({ id, method, params }) => ({
      jsonrpc: '2.0',
      id,
      result: await add(method, params),
    }),
    disconnect: close,
    stats,
    answeredAt,
  }
}
