import { parseTime } from '../../primitives/time.ts'
import type { Located } from '../events/abciEvent.ts'
import { toCreditActs } from '../events/credits/toCreditActs.ts'
import { decodeEvents } from '../events/decodeEvents.ts'
import type { ActivityHistory, HistoricOddity, HistoricTx, LedgerActivity } from './activity.ts'
import { activityOf, type BareActivity } from './activityOf.ts'

/**
 * What the accounts of the ledger did, from the events of transactions, in their order.
 *
 * Events, not messages: those inside authz, groups and contracts are found too, and a failed transaction has none. Nothing
 * is counted twice: neither the same transaction from two searches, nor what several events say of the same credits.
 */
export function toActivity(txs: readonly HistoricTx[]): ActivityHistory {
  const seen = new Set<string>()
  const activity: LedgerActivity[] = []
  const oddities: HistoricOddity[] = []
  for (const tx of txs) {
    const txHash = tx.hash.toUpperCase()
    if (seen.has(txHash)) continue
    seen.add(txHash)
    const read = activityOfTx(tx, txHash)
    for (const act of read.activity) activity.push(act)
    for (const oddity of read.oddities) oddities.push(oddity)
  }
  return { activity, oddities }
}

function activityOfTx({ height, time, events }: HistoricTx, txHash: string): ActivityHistory {
  const read = decodeEvents(events)
  const { acts, oddities } = toCreditActs(read)
  const found: readonly { readonly at: Located; readonly what: readonly (BareActivity | null)[] }[] = [
    ...acts.map(act => ({ at: act, what: activityOf(act) })),
    ...read.votes.map(vote => {
      const { voter, proposalId, options } = vote
      return { at: vote, what: [{ kind: 'vote' as const, voter, proposalId, options }] }
    }),
    ...read.proposals.map(proposal => {
      const { proposer, proposalId } = proposal
      return { at: proposal, what: [{ kind: 'proposal' as const, proposer, proposalId }] }
    }),
  ].toSorted((a, b) => a.at.position - b.at.position)
  const seconds = parseTime(time).seconds
  const parts = new Map<number, number>()
  const activity = found.flatMap(({ at: { msgIndex, path }, what }) =>
    what.flatMap(bare => {
      const messageIndex = msgIndex ?? 0
      const part = parts.get(messageIndex) ?? 0
      parts.set(messageIndex, part + 1)
      return bare === null
        ? []
        : [{ ...bare, txHash, height, time: seconds, messageIndex, path, part } as LedgerActivity]
    }),
  )
  return {
    activity,
    oddities: [...read.oddities, ...oddities]
      .toSorted((a, b) => a.position - b.position)
      .map(oddity => ({ ...oddity, txHash })),
  }
}
