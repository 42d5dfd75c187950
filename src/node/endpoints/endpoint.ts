import { RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import type { Codec, DeepPartial } from '../../wire/message.ts'
import { faultOf } from '../../wire/wireFormat.ts'

/** One question a node answers over abci_query. Fields left out of a request are at their default. */
export type Endpoint<Request, Response> = {
  readonly path: string
  readonly encode: (request: DeepPartial<Request>) => Uint8Array
  /** An empty body is an answer too: every field at its default. Bytes that do not decode are RESPONSE_INVALID. */
  readonly decode: (bytes: Uint8Array) => Response
}

export function endpoint<Request, Response>(
  path: string,
  request: Codec<Request>,
  response: Codec<Response>,
): Endpoint<Request, Response> {
  return {
    path,
    encode: partial => request.encode(request.fromPartial(partial)).finish(),
    decode: bytes => decodeAnswer(path, response, bytes),
  }
}

/** A singleton of the ecocredit store, read raw. No bytes, no such value: nothing was ever set. */
export function stored<State>(
  key: readonly number[],
  state: Codec<State>,
): Endpoint<Record<never, never>, State> {
  const path = '/store/ecocredit/key'
  return { path, encode: () => Uint8Array.from(key), decode: bytes => decodeAnswer(path, state, bytes) }
}

function decodeAnswer<Response>(query: string, codec: Codec<Response>, bytes: Uint8Array): Response {
  try {
    return codec.decode(bytes)
  } catch (cause) {
    const issues = `its bytes do not decode: ${faultOf(cause)}`
    throw new RegenError(RESPONSE_INVALID, { query, issues }, { cause })
  }
}
