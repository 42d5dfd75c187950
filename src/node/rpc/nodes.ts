import { isRegenError } from '../../primitives/errors.ts'
import type { NodeUrl } from './http/nodeUrl.ts'
import type { RpcOptions } from './options.ts'

/** A node and what is remembered of it. */
export type Node = {
  readonly url: NodeUrl
  /** The most calls it takes in one HTTP request, as far as known. */
  batchLimit: number
  /** Failures in a row. */
  failures: number
  /** It is not asked before this moment. */
  restUntil: number
  /** Rises with each failure, so that requests sent before it do not count as further ones. */
  incident: number
  /** The chain that it said to be of; null before it was asked. */
  chainId: string | null
}

export const newNode = (url: NodeUrl, { batchLimit }: RpcOptions): Node => ({
  url,
  batchLimit,
  failures: 0,
  restUntil: 0,
  incident: 0,
  chainId: null,
})

/** The first node, in the caller's order, that is not resting; when all rest, the one whose rest ends first. */
export const chooseNode = (nodes: readonly Node[], now: number): Node =>
  nodes.reduce((best, node) => (node.restUntil < best.restUntil && best.restUntil > now ? node : best))

/**
 * A node that failed rests, so that others are asked meanwhile and it is not hammered:
 *
 *     rest = max( Retry-After, first × 2^(failures − 1) × (½ … 1) )      at most the longest rest
 *
 * The rest is the node's, not the call's: the calls of a failed batch wait together and go out as one batch again.
 */
export function rest(
  node: Node,
  incident: number,
  error: unknown,
  { clock, random, firstRestMs, longestRestMs }: RpcOptions,
): void {
  if (incident !== node.incident) return
  node.incident++
  node.failures++
  const backoff = firstRestMs * 2 ** (node.failures - 1) * (0.5 + random() / 2)
  const asked = isRegenError(error, 'NODE_HTTP_ERROR') ? error.context.retryAfterMs : 0
  node.restUntil = clock.now() + Math.min(Math.max(asked, backoff), longestRestMs)
}

/** A node that answered is well again; an answer to a request from before its last failure says nothing. */
export function recover(node: Node, incident: number): void {
  if (incident !== node.incident) return
  node.failures = 0
  node.restUntil = 0
}
