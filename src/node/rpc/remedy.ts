import { isRegenError } from '../../primitives/errors.ts'

/** What helps after a failure: the same again, another node, or nothing. */
export type Remedy = 'again' | 'elsewhere' | 'none'

/** The code for a height that the application does not have yet. */
export const HEIGHT_TO_COME = 26

/** Whether a node refused a height that it does not have yet: worth another try. */
export const isToCome = (error: unknown): boolean =>
  isRegenError(error, 'QUERY_FAILED') && error.context.height === 0n && error.context.code === HEIGHT_TO_COME

const AGAIN = /^(NODE_(UNREACHABLE|TIMEOUT|ANSWER_MALFORMED)|HEIGHT_MISMATCH)$/

/**
 * What a node answers from its state, or as a proper error (RPC_ERROR, MODULE_MISSING), is final. A height it has not reached is asked for again, as a
 * node behind a balancer may lag by a block. Any other failure at height 0, such as a height it no longer has, is asked of another node.
 */
export function remedyFor(error: unknown): Remedy {
  if (isRegenError(error, 'NODE_HTTP_ERROR')) return isBusy(error.context.status) ? 'again' : 'elsewhere'
  if (isRegenError(error, 'CHAIN_MISMATCH') || isRegenError(error, 'NODE_REDIRECTS')) return 'elsewhere'
  if (isToCome(error)) return 'again'
  if (isRegenError(error, 'QUERY_FAILED') && error.context.height === 0n) return 'elsewhere'
  return isRegenError(error) && AGAIN.test(error.code) ? 'again' : 'none'
}

/** Whether a call may be sent twice. A broadcast may have worked although no answer came: its caller decides. */
export const isRepeatable = (method: string): boolean => !method.startsWith('broadcast_')

/** A server that fails or is asked too often; 501 says that it never does what was asked, as a REST port does. */
const isBusy = (status: number): boolean => status === 429 || (status >= 500 && status !== 501)
