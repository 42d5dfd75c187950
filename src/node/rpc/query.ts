import { isRegenError } from '../../primitives/errors.ts'
import type { DeepPartial } from '../../wire/message.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import type { Rpc } from './connectRpc.ts'

/** What reading needs of a connection. */
export type QueryPort = Pick<Rpc, 'abciQuery'>

/** Asks at one height. An empty body is an answer: the message with every field at its default. */
export async function query<Request, Response>(
  port: QueryPort,
  { path, encode, decode }: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  height: bigint,
  signal?: AbortSignal,
): Promise<Response> {
  const { value } = await port.abciQuery({ path, data: encode(request), height, signal })
  return decode(value)
}

/** Asks at the node's newest height, and says which that was. */
export async function queryLatest<Request, Response>(
  port: QueryPort,
  { path, encode, decode }: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  signal?: AbortSignal,
): Promise<{ readonly answer: Response; readonly height: bigint }> {
  const { value, height } = await port.abciQuery({ path, data: encode(request), height: 'latest', signal })
  return { answer: decode(value), height }
}

/**
 * Whether an error says that the thing asked for does not exist. Only where the node names the height that it read: a node that
 * keeps no state of a height any more says "not found" of everything there.
 */
export const isAbsent = (error: unknown): boolean =>
  isRegenError(error, 'QUERY_FAILED') &&
  error.context.code === 22 &&
  error.context.codespace === 'sdk' &&
  error.context.height > 0n
