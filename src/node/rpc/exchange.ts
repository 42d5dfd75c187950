import { RegenError } from '../../primitives/errors.ts'
import { NODE_HTTP_ERROR } from '../../primitives/errorTable.ts'
import { type Answers, readAnswers } from './answers.ts'
import { batchAllowed } from './batchRefusal.ts'
import { CHAIN_QUESTION, CHAIN_QUESTION_ID, type Chain, checkChain, learnChain } from './chainCheck.ts'
import type { Node } from './nodes.ts'
import type { RpcOptions } from './options.ts'
import { post } from './post.ts'
import { isRepeatable } from './remedy.ts'
import type { Ticket } from './ticket.ts'

/** What became of an HTTP request: its answers, or that the node takes fewer calls at once. All else is thrown. */
export type Outcome = { readonly answers: Answers } | { readonly allowed: number }

/** HTTP requests to nodes of one chain. */
export type Exchange = {
  /**
   * One HTTP request for calls. Where it matters (`isAsked`), what the node says of its chain comes before all else that
   * it says: in the same request, or, where calls go out one by one, in one before.
   */
  readonly send: (
    node: Node,
    tickets: readonly Ticket[],
    isAsked: boolean,
    stop: AbortController,
  ) => Promise<Outcome>
  /** Null before a node said of which chain it is, unless the caller expects one. */
  readonly chainId: () => string | null
  readonly answeredAt: () => number | null
  readonly requests: () => number
}

export function openExchange(options: RpcOptions): Exchange {
  const chain: Chain = { id: options.chainId }
  const askedAlone = new Map<Node, Promise<Outcome>>()
  let answeredAt: number | null = null
  let requests = 0

  async function request(node: Node, bodies: readonly string[], stop: AbortController): Promise<Outcome> {
    const { url } = node
    const calls = bodies.length
    requests++
    const answer = await post(url, calls > 1 ? `[${bodies}]` : `${bodies}`, stop, options)
    const { status, text, retryAfterMs, date } = answer
    answeredAt = date ?? options.clock.now()
    const answers = readAnswers(text)
    const allowed = calls > 1 ? batchAllowed({ status, text, answers }, calls) : 0
    if (allowed > 0) return { allowed }
    if (status >= 200 && status < 300) return { answers }
    throw new RegenError(NODE_HTTP_ERROR, { origin: url.origin, status, retryAfterMs })
  }

  /** Asks a node for its chain once: calls that go out one by one wait for it together. */
  async function askAlone(node: Node): Promise<void> {
    if (node.chainId !== null && node.chainId === chain.id) return
    const asking =
      askedAlone.get(node) ??
      request(node, [CHAIN_QUESTION], new AbortController()).finally(() => askedAlone.delete(node))
    askedAlone.set(node, asking)
    const outcome = await asking
    if ('answers' in outcome) checkChain(outcome.answers, CHAIN_QUESTION_ID, node, chain)
  }

  return {
    async send(node, tickets, isAsked, stop) {
      const bodies = tickets.map(({ body }) => body)
      const own = tickets.find(isStatus)
      const isAlone = node.batchLimit === 1 || !tickets.every(({ method }) => isRepeatable(method))
      if (isAsked && !own && isAlone) {
        await askAlone(node)
        stop.signal.throwIfAborted()
      }
      const isBeside = isAsked && !own && !isAlone
      const outcome = await request(node, isBeside ? [CHAIN_QUESTION, ...bodies] : bodies, stop)
      if (!('answers' in outcome)) return outcome
      const { answers } = outcome
      if (isBeside || (isAsked && own)) checkChain(answers, own?.id ?? CHAIN_QUESTION_ID, node, chain)
      else if (own) learnChain(answers, own.id, node, chain)
      return outcome
    },
    chainId: () => chain.id,
    answeredAt: () => answeredAt,
    requests: () => requests,
  }
}

export const isStatus = ({ method }: { readonly method: string }): boolean => method === 'status'
