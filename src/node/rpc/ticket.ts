import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { NODE_ANSWER_MALFORMED, NODES_FAILED, RPC_ERROR } from '../../primitives/errorTable.ts'
import type { Answers } from './http/answers.ts'
import type { NodeUrl } from './http/nodeUrl.ts'
import type { Node } from './nodes.ts'
import type { Remedy } from './remedy.ts'

/** Makes a call's value of its result; what it throws is a failure of that attempt. */
export type Reader<Value = unknown> = (result: unknown, url: NodeUrl) => Value

/** One failed attempt. */
type Failure = { readonly node: Node; readonly error: unknown; readonly remedy: Remedy }

/** One call on its way, over all its attempts. */
export type Ticket = {
  readonly id: number
  readonly method: string
  /** The call as JSON. */
  readonly body: string
  readonly read: Reader
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
  readonly signal: AbortSignal | undefined
  readonly failures: Failure[]
  /** Ends the HTTP request it is under way in; null while it waits. */
  flight: AbortController | null
}

/** The call's value; throws what is wrong with the answer to it. Each call is answered by the one entry with its id. */
export function parseAnswer({ id, method, read }: Ticket, { byId, reason }: Answers, url: NodeUrl): unknown {
  const { origin, redact } = url
  const { result, error } = byId.get(id) ?? {}
  if (error)
    throw new RegenError(RPC_ERROR, { origin, method, code: error.code, reason: redact(error.reason) })
  if (result === undefined)
    throw new RegenError(NODE_ANSWER_MALFORMED, { origin, method, reason: redact(reason) })
  return read(result, url)
}

/** The error a call ends with: the node's own answer or the last failure; when several nodes failed, all of them. */
export function finalError({ failures }: Ticket): unknown {
  const last = failures.at(-1) as Failure
  const isAlike = ({ node, error }: Failure) =>
    node === last.node ||
    (isRegenError(error, 'CHAIN_MISMATCH') && isRegenError(last.error, 'CHAIN_MISMATCH'))
  if (last.remedy === 'none' || failures.every(isAlike)) return last.error
  const facts = failures.map(({ node, error }) => ({
    origin: node.url.origin,
    code: (error as RegenError).code,
  }))
  return new RegenError(NODES_FAILED, { failures: facts }, { cause: last.error })
}
