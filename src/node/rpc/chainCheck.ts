import { RegenError } from '../../primitives/errors.ts'
import { CHAIN_MISMATCH, NODE_ANSWER_MALFORMED, RPC_ERROR } from '../../primitives/errorTable.ts'
import type { Answers } from './http/answers.ts'
import type { Node } from './nodes.ts'

/** The chain of a connection: as its caller says, or as the first node that is asked. */
export type Chain = { id: string | null }

/** An id that no call of a connection gets. */
export const CHAIN_QUESTION_ID = 1_000_000_000

/** The call that asks a node for its chain, as JSON. */
export const CHAIN_QUESTION = JSON.stringify({
  jsonrpc: '2.0',
  id: CHAIN_QUESTION_ID,
  method: 'status',
  params: {},
})

/** Throws what is wrong with a node by its answer to `status`: CHAIN_MISMATCH where it is of another chain. */
export function checkChain({ byId, reason }: Answers, id: number, node: Node, chain: Chain): void {
  const { origin, redact } = node.url
  const { error, result } = byId.get(id) ?? {}
  const malformed = (reason: string) =>
    new RegenError(NODE_ANSWER_MALFORMED, { origin, method: 'status', reason })
  if (error)
    throw new RegenError(RPC_ERROR, {
      origin,
      method: 'status',
      code: error.code,
      reason: redact(error.reason),
    })
  if (result === undefined) throw malformed(redact(reason))
  const got = networkOf(result)
  if (got === null) throw malformed('does not say of which chain it is')
  node.chainId = got
  chain.id ??= got
  if (chain.id !== got) throw new RegenError(CHAIN_MISMATCH, { expected: chain.id, got: redact(got) })
}

/** Keeps the chain of the first node that was asked where its caller does not expect one. */
export function learnChain({ byId }: Answers, id: number, node: Node, chain: Chain): void {
  node.chainId = networkOf(byId.get(id)?.result)
  chain.id ??= node.chainId
}

function networkOf(status: unknown): string | null {
  const { network } = Object(Object(status).node_info)
  return typeof network === 'string' && network !== '' && network.length <= 100 ? network : null
}
