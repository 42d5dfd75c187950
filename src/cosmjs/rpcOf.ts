import { type AbciQuery, abciParams, abciReader } from '../node/rpc/abciQuery.ts'
import type { Clock } from '../node/rpc/clock.ts'
import { type ClientRpc, overClient } from '../node/rpc/overClient.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID, RPC_ERROR } from '../primitives/errorTable.ts'
import { sanitize } from '../primitives/sanitize.ts'

/** What is used of a connection of CosmJS: its JSON-RPC client, which every CometClient of 0.32 to 0.39 holds. */
type RawClient = {
  execute(request: {
    readonly jsonrpc: '2.0'
    readonly id: number
    readonly method: string
    readonly params: object
  }): Promise<{ readonly result: unknown }>
}

/** A StargateClient, a SigningStargateClient, a CometClient or a QueryClient, of any version from 0.32. */
export type CosmjsClient = object

const ORIGIN = 'the CosmJS client'
const HERE = { href: '', headers: {}, origin: ORIGIN, redact: sanitize }

/**
 * Reads over the connection that a CosmJS client has. Its limits are that client's: no second node, no batches but its own; asked again is
 * only a height that the node does not have yet.
 * INPUT_INVALID for what is no connected client.
 */
export function rpcOf(client: CosmjsClient, clock?: Clock): ClientRpc {
  const raw = rawClientOf(client)
  let id = 0
  async function call(method: string, params: object): Promise<unknown> {
    try {
      return (await raw.execute({ jsonrpc: '2.0', id: ++id, method, params })).result
    } catch (error) {
      throw toRpcError(error, method)
    }
  }
  const abciQuery = async (query: AbciQuery) =>
    abciReader(query)(await call('abci_query', abciParams(query)), HERE)
  return overClient({ call, abciQuery }, clock)
}

/** The JSON-RPC client behind the others: CometClient.client, StargateClient.cometClient, QueryClient.cometClient. */
function rawClientOf(client: unknown, depth = 3): RawClient {
  if (typeof client === 'object' && client !== null && depth > 0) {
    const { execute, client: inner, cometClient, tmClient } = client as { readonly [name: string]: unknown }
    if (typeof execute === 'function') return client as RawClient
    const next = inner ?? cometClient ?? tmClient
    if (next !== undefined) return rawClientOf(next, depth - 1)
  }
  throw new RegenError(INPUT_INVALID, {
    what: 'client',
    issues:
      '✖ expected a connected StargateClient, SigningStargateClient, CometClient or QueryClient of CosmJS 0.32 or later',
  })
}

/** CosmJS throws a node's error as JSON in a text. */
function toRpcError(error: unknown, method: string): unknown {
  if (isRegenError(error)) return error
  try {
    const { code, message, data } = JSON.parse(error instanceof Error ? error.message : '') as {
      readonly [field: string]: unknown
    }
    if (typeof code === 'number')
      return new RegenError(
        RPC_ERROR,
        { origin: ORIGIN, method, code, reason: sanitize([message, data].filter(Boolean).join(': ')) },
        { cause: error },
      )
  } catch {
    // It is not the node's: the transport's own error stands.
  }
  return error
}
