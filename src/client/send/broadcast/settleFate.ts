import { explainFailure, type TxFailure } from '../../../node/events/failures/explainFailure.ts'
import { searchTxs } from '../../../node/read/txSearch.ts'
import type { Rpc } from '../../../node/rpc/connectRpc.ts'
import { sleep } from '../../../node/rpc/sleep.ts'
import { isRegenError, RegenError } from '../../../primitives/errors.ts'
import { BROADCAST_FAILED } from '../../../primitives/errorTable/sending.ts'
import type { Connection } from '../../connection.ts'
import type { SignedTx } from '../../sign/signTx.ts'
import type { TxPlan } from '../../sign/txPlan.ts'
import { mismatchOf } from '../sequences.ts'
import { type Answer, type Fate, fateOf, type Told } from './fate.ts'
import { answerOfLook, LAST_LOOKS, lookForTx } from './lookForTx.ts'

const POLLS = 30
const POLL_MS = 2_000

type Question = {
  /** What was answered before. */
  readonly told: readonly Told[]
  /** The refusal that says that the sequence is used. */
  readonly failure: TxFailure | null
  /** The height of the broadcast. */
  readonly after: bigint
  readonly signal: AbortSignal | undefined
}

/**
 * Asks every node on its own what became of a transaction whose sequence is said to be used, until it is certain. While it is not, the question
 * stays open: BROADCAST_FAILED.
 */
export async function settleFate(
  connection: Pick<Connection, 'nodes' | 'clock' | 'chainId' | 'closed'>,
  { hash }: SignedTx,
  plan: TxPlan,
  { told, failure, after, signal }: Question,
): Promise<{ readonly fate: Fate; readonly maySignAnew: boolean; readonly failure: TxFailure | null }> {
  const { nodes, clock, closed } = connection
  const used = sequencesSaidUsed(plan, failure)
  const answers: Told[] = [...told]
  const looksPast = nodes.map(() => 0)
  let other: string | null = null
  let last: unknown
  for (let poll = 0; poll < POLLS; poll++) {
    const round = await Promise.all(
      nodes.map(async (rpc, node): Promise<readonly Told[]> => {
        try {
          const found = await ask(rpc, node)
          return [{ node, answer: found }]
        } catch (error) {
          if (isRegenError(error, 'CALL_ABORTED')) throw error
          last = error
          return []
        }
      }),
    ).catch((error: unknown) => {
      last = error
      return null
    })
    if (round === null) break
    answers.push(...round.flat())
    const settled = fateOf(answers)
    if (settled.fate !== 'unknown') return { ...settled, failure: usedBy(other) }
    try {
      await sleep(clock, POLL_MS, { signal, closed })
    } catch (ended) {
      last = ended
      break
    }
  }
  const { timeoutHeight } = plan
  const reason = 'its sequence is said to be used, and no block shows by what'
  throw new RegenError(BROADCAST_FAILED, { hash, reason, timeoutHeight }, { cause: last })

  async function ask(rpc: Rpc, node: number): Promise<Answer> {
    const look = await lookForTx({ rpc, chainId: connection.chainId }, hash, signal)
    const answer = answerOfLook(look, { after, timeoutHeight: plan.timeoutHeight })
    if (answer === 'EXPIRED') {
      looksPast[node] = (looksPast[node] ?? 0) + 1
      if ((looksPast[node] ?? 0) >= LAST_LOOKS) return 'EXPIRED'
    } else if (answer !== 'NOT_FOUND') return answer
    for (const { address, sequence } of used) {
      const query = `tx.acc_seq='${address}/${sequence}'`
      const { txs } = await searchTxs(
        { port: rpc, ...(signal && { signal }) },
        { query, page: 1, order: 'desc' },
      )
      const found = txs.find(
        tx => tx.hash.toUpperCase() !== hash && usesSequence(tx.events, address, sequence),
      )
      if (found !== undefined) {
        other = found.hash.toUpperCase()
        return 'USED_BY_OTHERS'
      }
    }
    return 'NOT_FOUND'
  }
}

/** The signers whose sequence the chain got; all, where it does not say. */
function sequencesSaidUsed({ signers }: TxPlan, failure: TxFailure | null): TxPlan['signers'] {
  const mismatch = failure && mismatchOf(failure)
  const named = signers.filter(({ sequence }) => sequence === mismatch?.got)
  return named.length > 0 ? named : signers
}

type Event = {
  readonly type: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
}

/** Whether a transaction in a block has used a sequence of an account: one that was refused before its messages ran has not. */
export const usesSequence = (events: readonly Event[], address: string, sequence: bigint): boolean =>
  events.some(
    ({ type, attributes }) =>
      type === 'tx' &&
      attributes.some(({ key, value }) => key === 'acc_seq' && value === `${address}/${sequence}`),
  )

/** The failure in words, with the transaction that was faster. */
const usedBy = (hash: string | null): TxFailure | null =>
  hash === null
    ? null
    : explainFailure({
        code: 32,
        codespace: 'sdk',
        log: `transaction ${hash} has used the sequence: incorrect account sequence`,
      })
