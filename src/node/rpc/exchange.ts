import { RegenError } from '../../primitives/errors.ts'
import { NODE_HTTP_ERROR } from '../../primitives/errorTable.ts'
import { CHAIN_QUESTION, CHAIN_QUESTION_ID, type Chain, checkChain, learnChain } from './chainCheck.ts'
import { type Answers, parseAnswers } from './http/answers.ts'
import { batchAllowed } from './http/batchRefusal.ts'
import { post } from './http/post.ts'
import type { Node } from './nodes.ts'
import type { RpcOptions } from './options.ts'
import { isRepeatable } from './remedy.ts'
import type { Ticket } from './ticket.ts'

/** What became of an HTTP request: its answers, or that the node takes fewer calls at once. All else is thrown. */
type Outcome = { readonly answers: Answers } | { readonly allowed: number }

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
  const askedAlone = new Map<Node, Promise<void>>()
  let answeredAt: number | null = null
  let requests = 0

  async function request(node: Node, bodies: readonly string[], stop: AbortController): Promise<Outcome> {
    const { url } = node
    const calls = bodies.length
    requests++
    const answer = await post(url, calls > 1 ? `[${bodies}]` : `${bodies}`, stop, options)
    const { status, text, retryAfterMs, date } = answer
    answeredAt = date ?? options.clock.now()
    const answers = parseAnswers(text)
    const allowed = calls > 1 ? batchAllowed({ status, text, answers }, calls) : 0
    if (allowed > 0) return { allowed }
    if (status >= 200 && status < 300) return { answers }
    throw new RegenError(NODE_HTTP_ERROR, { origin: url.origin, status, retryAfterMs })
  }

  /** Throws where a request says that the node is of another chain; `id` is that of its call for the status. */
  async function checked(node: Node, id: number, outcome: Promise<Outcome>): Promise<void> {
    const found = await outcome
    if ('answers' in found) checkChain(found.answers, id, node, chain)
  }

  /** Calls that go out one by one wait together for what the node says of its chain; it is asked once. */
  function askAlone(node: Node, id: number, outcome: () => Promise<Outcome>): Promise<void> {
    const asking = askedAlone.get(node) ?? checked(node, id, outcome()).finally(() => askedAlone.delete(node))
    askedAlone.set(node, asking)
    return asking
  }

  return {
    async send(node, tickets, isAsked, stop) {
      const bodies = tickets.map(({ body }) => body)
      const own = tickets.find(isStatus)
      const isAlone = node.batchLimit === 1 || !tickets.every(({ method }) => isRepeatable(method))
      const isKnown = node.chainId !== null && node.chainId === chain.id
      if (isAsked && !own && isAlone && !isKnown) {
        const ask = () => request(node, [CHAIN_QUESTION], new AbortController())
        await askAlone(node, CHAIN_QUESTION_ID, ask)
        stop.signal.throwIfAborted()
      }
      const isBeside = isAsked && !own && !isAlone
      const sent = request(node, isBeside ? [CHAIN_QUESTION, ...bodies] : bodies, stop)
      // Where the question of another call fails before, nobody waits for it: its failure is no other one, and must not end the program.
      sent.catch(() => {})
      if (isAsked && own && isAlone) await askAlone(node, own.id, () => sent)
      else if (isBeside || (isAsked && own)) await checked(node, own?.id ?? CHAIN_QUESTION_ID, sent)
      const outcome = await sent
      if (own && 'answers' in outcome) learnChain(outcome.answers, own.id, node, chain)
      return outcome
    },
    chainId: () => chain.id,
    answeredAt: () => answeredAt,
    requests: () => requests,
  }
}

export const isStatus = ({ method }: { readonly method: string }): boolean => method === 'status'
