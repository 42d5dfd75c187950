/**
 * What became of a signed transaction, as far as the answers of nodes prove it.
 *
 *     in        it is in a block
 *     out       it is in none, and no node that was asked keeps it
 *     unknown   it may still come
 */
export type Fate = 'in' | 'out' | 'unknown'

type Row = {
  /** The call, and what is answered. */
  readonly call: 'broadcast_tx_sync' | 'simulate' | 'tx' | 'tx_search'
  readonly answer: string
  readonly proves: Fate
  readonly why: string
  /** It holds for ever, and whatever other answers came before. */
  readonly forGood?: true
}

/**
 * What each answer of one node proves about a signed transaction: these very bytes. The client knows no more than this table. Nothing else decides
 * whether a transaction that has left the machine may be signed again.
 */
export const ANSWERS = {
  TAKEN: {
    call: 'broadcast_tx_sync',
    answer: 'code 0',
    proves: 'unknown',
    why: 'the node keeps the bytes and passes them on; a block may take them or not',
  },
  HAD_BEFORE: {
    call: 'broadcast_tx_sync',
    answer: 'code 19, or "tx already exists in cache"',
    proves: 'unknown',
    why: 'the node has seen the bytes before',
  },
  NO_ANSWER: {
    call: 'broadcast_tx_sync',
    answer: 'none, a broken one, HTTP 408 or 5xx, any other error of the node',
    proves: 'unknown',
    why: 'the bytes may have arrived all the same',
  },
  REFUSED: {
    call: 'broadcast_tx_sync',
    answer: 'any other code: fee too low, out of gas, wrong signature, timeout height passed …',
    proves: 'out',
    why: 'the node checks before it keeps: it has not taken the bytes',
  },
  NOT_READ: {
    call: 'broadcast_tx_sync',
    answer: '"tx too large", "pre-check error", invalid parameters, HTTP 413 and the other 4xx',
    proves: 'out',
    why: 'the node, or what stands before it, has not even checked the bytes',
  },
  FULL: {
    call: 'broadcast_tx_sync',
    answer: 'code 20, "mempool is full", HTTP 429',
    proves: 'out',
    why: 'the node has no room: it has not taken the bytes; they are sent again',
  },
  SEQUENCE_AHEAD: {
    call: 'broadcast_tx_sync',
    answer: 'code 32, a lower sequence expected',
    proves: 'out',
    why: 'the node has not seen an earlier transaction yet, and has not taken this one; it is sent again',
  },
  SEQUENCE_USED: {
    call: 'broadcast_tx_sync',
    answer: 'code 32, a higher sequence expected',
    proves: 'unknown',
    why: 'the sequence is used: by these bytes, or by others; and a node can lie to get another signature',
  },
  SIMULATED: {
    call: 'simulate',
    answer: 'any',
    proves: 'unknown',
    why: 'what is simulated is not signed: it proves nothing about what is',
  },
  FOUND: {
    call: 'tx',
    answer: 'these bytes, in a block above the height of the broadcast',
    proves: 'in',
    why: 'a block has them; whether they succeeded is in the result',
  },
  FOUND_BEFORE: {
    call: 'tx',
    answer: 'these bytes, at or below the height of the broadcast',
    proves: 'unknown',
    why: 'the result of an earlier inclusion, which did not use the sequence: the same bytes are on their way again',
  },
  FOUND_SEQUENCE_USED: {
    call: 'tx',
    answer: 'these bytes, with code 32',
    proves: 'unknown',
    why: 'an earlier inclusion of the same bytes may have used the sequence, and succeeded',
  },
  NOT_FOUND: {
    call: 'tx',
    answer: 'not found',
    proves: 'unknown',
    why: 'no block up to the newest one of the node; a later one may have it',
  },
  EXPIRED: {
    call: 'tx',
    answer: 'not found three times by a node whose newest block is above the timeout height',
    proves: 'out',
    why: 'no later block may take the bytes',
    forGood: true,
  },
  USED_BY_OTHERS: {
    call: 'tx_search',
    answer: 'other bytes of this account, with this sequence, in a block',
    proves: 'out',
    why: 'a sequence is used once',
    forGood: true,
  },
} as const satisfies { readonly [answer: string]: Row }

export type Answer = keyof typeof ANSWERS

/** One answer, and the node that gave it: its place among the nodes, or null where the connection chose one. */
export type Told = { readonly node: number | null; readonly answer: Answer }

/** How many nodes must say so, each asked on its own, before something is signed again with another sequence. */
const WITNESSES = 2

/**
 * The one decision, from all answers in their order:
 *
 *     in        if one node shows the bytes in a block
 *     out       if the last answer of every node that was asked on its own proves it for good; or if every answer proves it
 *     unknown   otherwise: one node that keeps the bytes, or does not know, is enough
 *
 * `maySignAnew`: whether another transaction with the same messages may be signed with another sequence in the same call. That needs two nodes
 * that say "out" for good: a single one could tell each time that the sequence is used, and collect signatures.
 */
export function fateOf(told: readonly Told[]): { readonly fate: Fate; readonly maySignAnew: boolean } {
  const rowOf = ({ answer }: Told): Row => ANSWERS[answer]
  if (told.some(each => rowOf(each).proves === 'in')) return { fate: 'in', maySignAnew: false }
  const last = new Map(told.filter(({ node }) => node !== null).map(each => [each.node, rowOf(each)]))
  const isForGood = last.size > 0 && [...last.values()].every(row => row.forGood === true)
  if (isForGood) return { fate: 'out', maySignAnew: last.size >= WITNESSES }
  const isOut = told.length > 0 && told.every(each => rowOf(each).proves === 'out')
  return { fate: isOut ? 'out' : 'unknown', maySignAnew: false }
}
