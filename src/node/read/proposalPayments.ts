import * as z from 'zod/mini'
import { RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { parseResponse, WholeAmount } from '../../primitives/schemas.ts'
import type { AbciEvent } from '../events/abciEvent.ts'
import { type BankMovement, decodeBankEvent } from '../events/bankEvents.ts'
import type { Rpc } from '../rpc/connectRpc.ts'

const FoundJson = z.object({
  blocks: z.array(z.object({ block: z.object({ header: z.object({ height: WholeAmount }) }) })),
})

const EventsJson = z.array(
  z.object({
    type: z.string(),
    attributes: z.array(z.object({ key: z.string(), value: z._default(z.string(), '') })),
  }),
)

const ResultsJson = z.object({ finalize_block_events: z._default(z.nullable(EventsJson), null) })

/** What moved in the block in which a proposal came to its end; other proposals may have ended in it too. */
export type ProposalPayments = {
  readonly height: bigint
  /** As the chain says it, such as proposal_passed or proposal_failed. */
  readonly result: string
  readonly movements: readonly BankMovement[]
}

/**
 * The payments of a governance proposal that was executed; null while its vote is open, or where the node's index has no such block.
 *
 * They happen at the end of a block and are in no transaction: only the node's index of blocks finds them.
 */
export async function readProposalPayments(
  rpc: Pick<Rpc, 'call'>,
  proposalId: bigint,
  signal?: AbortSignal,
): Promise<ProposalPayments | null> {
  const query = `active_proposal.proposal_id='${proposalId}'`
  const params = { query, page: '1', per_page: '10', order_by: 'desc' }
  const { blocks } = parseResponse(FoundJson, 'block_search', await rpc.call('block_search', params, signal))
  const height = blocks[0]?.block.header.height
  if (height === undefined) return null
  const answer = await rpc.call('block_results', { height: `${height}` }, signal)
  const events: readonly AbciEvent[] =
    parseResponse(ResultsJson, 'block_results', answer).finalize_block_events ?? []
  const ended = events.find(
    ({ type, attributes }) =>
      type === 'active_proposal' &&
      attributes.some(({ key, value }) => key === 'proposal_id' && value === `${proposalId}`),
  )
  const result = ended?.attributes.find(({ key }) => key === 'proposal_result')?.value
  if (result === undefined)
    throw new RegenError(RESPONSE_INVALID, {
      query: 'block_results',
      issues: `✖ expected the end of proposal ${proposalId} in block ${height}`,
    })
  return { height, result, movements: movementsIn(events) }
}

/** Every movement of coins that a list of events tells, in its order. */
export const movementsIn = (events: readonly AbciEvent[]): readonly BankMovement[] =>
  events.flatMap((event, position) => {
    const read = decodeBankEvent(event, position)
    return read !== null && 'movement' in read ? [read.movement] : []
  })
