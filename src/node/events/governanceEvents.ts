import { parseJson as parse } from '../../primitives/parseJson.ts'
import { parseRatio, type Ratio } from '../../primitives/ratio.ts'
import { VOTE_OPTIONS, type VoteOption } from '../../primitives/voteOption.ts'
import { type AbciEvent, attributeOf, type Located, locate, type Oddity } from './abciEvent.ts'

/** A vote. x/gov deletes votes at the tally, so this event is what remains of it. */
export type VoteEvent = Located & {
  readonly proposalId: bigint
  readonly voter: string
  /** One with weight 1, or several that share it. */
  readonly options: readonly { readonly option: VoteOption; readonly weight: Ratio }[]
}

/** A proposal that was submitted. How it ends is not in the events of any transaction. */
export type ProposalEvent = Located & { readonly proposalId: bigint; readonly proposer: string }

/** One event of x/gov; null when the event is none, or says nothing about who voted or proposed. */
export function decodeGovernanceEvent(
  event: AbciEvent,
  position: number,
): { vote: VoteEvent } | { proposal: ProposalEvent } | Oddity | null {
  const at = locate(event, position)
  const malformed = (problem: string): Oddity => ({ ...at, type: event.type, kind: 'malformed', problem })
  const id = attributeOf(event, 'proposal_id') ?? ''
  const isVote = event.type === 'proposal_vote'
  // A second event of this type tells when voting begins; it has no proposer.
  const proposer = event.type === 'submit_proposal' ? attributeOf(event, 'proposal_proposer') : undefined
  if (!isVote && proposer === undefined) return null
  if (!/^[1-9]\d{0,19}$/.test(id)) return malformed(`proposal_id is not as expected: ${id.slice(0, 60)}`)
  const proposalId = BigInt(id)
  if (proposer !== undefined) return { proposal: { ...at, proposalId, proposer } }
  const voter = attributeOf(event, 'voter')
  const given = attributeOf(event, 'option') ?? ''
  const options = decodeOptions(given)
  if (voter === undefined) return malformed('voter is missing')
  if (options === null) return malformed(`option is not as expected: ${given.slice(0, 120)}`)
  return { vote: { ...at, proposalId, voter, options } }
}

/** '[{"option":1,"weight":"1.000000000000000000"}]' → [{ option: 'yes', weight: 1 }]. */
function decodeOptions(text: string): VoteEvent['options'] | null {
  const list = parseJson(text)
  if (!Array.isArray(list) || list.length === 0) return null
  const options = list.map((item: unknown) => {
    const { option, weight } = (item ?? {}) as { readonly option?: unknown; readonly weight?: unknown }
    const name = typeof option === 'number' ? VOTE_OPTIONS[option] : undefined
    const isWeight = typeof weight === 'string' && /^\d(\.\d{1,18})?$/.test(weight)
    return name !== undefined && isWeight ? { option: name, weight: parseRatio(weight) } : null
  })
  return options.every(option => option !== null) ? options : null
}

function parseJson(text: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
