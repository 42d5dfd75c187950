import type { TxResult } from '../../../node/decode/blocks/txResult.ts'
import { sleep } from '../../../node/rpc/sleep.ts'
import { isRegenError, RegenError } from '../../../primitives/errors.ts'
import { TX_EXPIRED, TX_TIMEOUT } from '../../../primitives/errorTable/sending.ts'
import type { Connection } from '../../connection.ts'
import { answerOfLook, LAST_LOOKS, lookForTx } from './lookForTx.ts'

/** How long, and how often, a transaction that was sent is looked for. */
export type WaitOptions = {
  /** Milliseconds to look for the transaction. Default: 60,000. */
  readonly timeoutMs?: number
  /** Milliseconds between two looks. Default: 1,000. */
  readonly pollMs?: number
  /** The timeout height that the transaction was signed with: after it, the wait ends with TX_EXPIRED. Default: 0, none. */
  readonly timeoutHeight?: bigint
  readonly signal?: AbortSignal
}

/**
 * Waits until a transaction is in a block, and gives its result, whether it succeeded or failed there.
 *
 * A node that fails in between is asked again until the time is over. TX_TIMEOUT keeps the hash, and the last failure as its cause;
 * TX_EXPIRED says that the transaction can never run: every node that answers is above its timeout height and does not have it.
 *
 * @param after A height at or below which a result is not the one that is waited for. Null: any result is.
 */
export async function waitForTx(
  connection: Pick<Connection, 'rpc' | 'nodes' | 'clock' | 'chainId' | 'closed'>,
  hash: string,
  { timeoutMs = 60_000, pollMs = 1_000, timeoutHeight = 0n, signal }: WaitOptions = {},
  after: bigint | null = null,
): Promise<TxResult> {
  const { rpc, nodes, clock, chainId, closed } = connection
  const end = clock.now() + timeoutMs
  let looksPast = 0
  for (;;) {
    let failure: unknown
    try {
      const result = await look(rpc)
      if (result === 'expired') looksPast++
      else if (result !== 'open') return result
      if (looksPast >= LAST_LOOKS) {
        // One node may be wrong about what the chain has: each is asked.
        const others = nodes.length > 1 ? await Promise.allSettled(nodes.map(look)) : []
        const answers = others.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
        const found = answers.find(answer => typeof answer === 'object')
        if (found !== undefined) return found
        if (answers.every(answer => answer === 'expired'))
          throw new RegenError(TX_EXPIRED, { hash, timeoutHeight })
      }
    } catch (error) {
      if (!isRegenError(error) || error.code === 'CALL_ABORTED' || error.code === 'TX_EXPIRED') throw error
      failure = error
    }
    if (clock.now() >= end)
      throw new RegenError(TX_TIMEOUT, { hash, milliseconds: timeoutMs, timeoutHeight }, { cause: failure })
    await sleep(clock, pollMs, { signal, closed })
  }

  async function look(node: Connection['rpc']): Promise<TxResult | 'open' | 'expired'> {
    const looked = await lookForTx({ rpc: node, chainId }, hash, signal)
    if (looked.found !== null && after === null) return looked.found
    const answer = answerOfLook(looked, { after: after ?? 0n, timeoutHeight })
    if (looked.found !== null && answer === 'FOUND') return looked.found
    return answer === 'EXPIRED' ? 'expired' : 'open'
  }
}
