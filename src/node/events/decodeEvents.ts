import type { AbciEvent, Oddity } from './abciEvent.ts'
import { type BalanceChange, type BankMovement, decodeBankEvent } from './bankEvents.ts'
import { decodeEvent, isOddity, isRegenEvent } from './decodeEvent.ts'
import type { RegenEvent } from './eventFields.ts'
import { decodeGovernanceEvent, type ProposalEvent, type VoteEvent } from './governanceEvents.ts'

/** The events of a transaction by what they are about, each list in the order in which they were emitted. */
export type TxEvents = {
  readonly regen: readonly RegenEvent[]
  readonly movements: readonly BankMovement[]
  readonly changes: readonly BalanceChange[]
  readonly votes: readonly VoteEvent[]
  readonly proposals: readonly ProposalEvent[]
  /** What could not be read. An event of another module than Regen's, the bank or x/gov is not looked at. */
  readonly oddities: readonly Oddity[]
}

/**
 * Reads all events of a transaction. Pure; never throws on what a node may answer.
 *
 * @example
 * decodeEvents([{ type: 'tx', attributes: [{ key: 'fee', value: '5000uregen' }] }])
 */
export function decodeEvents(events: readonly AbciEvent[]): TxEvents {
  const regen: RegenEvent[] = []
  const movements: BankMovement[] = []
  const changes: BalanceChange[] = []
  const votes: VoteEvent[] = []
  const proposals: ProposalEvent[] = []
  const oddities: Oddity[] = []
  events.forEach((event, position) => {
    if (isRegenEvent(event)) {
      const decoded = decodeEvent(event, position)
      if (isOddity(decoded)) oddities.push(decoded)
      else regen.push(decoded)
      return
    }
    const read = decodeBankEvent(event, position) ?? decodeGovernanceEvent(event, position)
    if (read === null) return
    if ('problem' in read) oddities.push(read)
    else if ('movement' in read) movements.push(read.movement)
    else if ('change' in read) changes.push(read.change)
    else if ('vote' in read) votes.push(read.vote)
    else proposals.push(read.proposal)
  })
  return { regen, movements, changes, votes, proposals, oddities }
}
