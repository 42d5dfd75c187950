import { isRegenError, problemOf, RegenError } from '../primitives/errors.ts'
import { WATCH_REFUSED } from '../primitives/errorTable.ts'

/**
 * Tells failures that a watch waits for from those that end it.
 *
 *     heals       the line, a node that is busy or late, an answer that is garbled on its way        for ever
 *     refusal     the node answered, and does not do what is asked                                 so many in a row, then WATCH_REFUSED
 *     all else    a node of another chain, an answer that cannot be                                 at once, as it is
 */
export function countRefusals(most: number): {
  readonly answered: () => void
  /** True for a refusal; throws where the failure ends the watch. `next` is the block that is not read yet; null: none was. */
  readonly failed: (error: unknown, next: bigint | null) => boolean
} {
  let refusals = 0
  return {
    answered: () => {
      refusals = 0
    },
    failed: (error, next) => {
      if (canHeal(error)) return false
      if (!isRegenError(error) || !REFUSALS.has(error.code)) throw error
      if (++refusals < most) return true
      throw new RegenError(WATCH_REFUSED, { refusals, next, reason: problemOf(error) }, { cause: error })
    },
  }
}

const REFUSALS: ReadonlySet<string> = new Set([
  'NODE_HTTP_ERROR',
  'NODE_REDIRECTS',
  'NODE_ANSWER_TOO_LARGE',
  'NODES_FAILED',
  'RPC_ERROR',
  'QUERY_FAILED',
  'BLOCKS_UNREADABLE',
])

const HEALING: ReadonlySet<string> = new Set([
  'NODE_UNREACHABLE',
  'NODE_TIMEOUT',
  'NODE_ANSWER_MALFORMED',
  'TXS_MISSING',
  'HEIGHT_MISMATCH',
])

/** Too early, too many requests, or the fault of what stands before the node. */
const isBusy = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)

/** How CometBFT and the SDK say that a node has not reached a height yet. */
const NOT_YET = /must be less than or equal to the current blockchain height|height in the future/

function canHeal(error: unknown): boolean {
  if (!isRegenError(error)) return false
  if (isRegenError(error, 'NODE_HTTP_ERROR')) return isBusy(error.context.status)
  if (isRegenError(error, 'NODES_FAILED'))
    return canHeal(error.cause) || error.context.failures.some(({ code }) => HEALING.has(code))
  if (isRegenError(error, 'RPC_ERROR')) return NOT_YET.test(error.context.reason)
  if (isRegenError(error, 'QUERY_FAILED')) return NOT_YET.test(error.context.log)
  if (isRegenError(error, 'BLOCKS_UNREADABLE')) return NOT_YET.test(error.context.blockResults)
  return HEALING.has(error.code)
}
