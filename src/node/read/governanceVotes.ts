import { toActivity } from '../history/toActivity.ts'
import { type ChainAt, searchAllTxs } from './txSearch.ts'

/**
 * Who voted on a proposal, from the events of the votes: x/gov deletes the votes themselves at the tally. A vote that was sent through
 * authz counts for whom it was sent.
 *
 * @example
 * const governanceVoters = await readGovernanceVoters(chain, 1n)
 */
export async function readGovernanceVoters(chain: ChainAt, proposalId: bigint): Promise<ReadonlySet<string>> {
  const txs = await searchAllTxs(chain, `proposal_vote.proposal_id='${proposalId}'`, {
    from: 1n,
    to: chain.height,
  })
  // The times of the blocks do not matter here.
  const { activity } = toActivity(txs.map(tx => ({ ...tx, time: '1970-01-01T00:00:00Z' })))
  return new Set(
    activity.flatMap(item => (item.kind === 'vote' && item.proposalId === proposalId ? [item.voter] : [])),
  )
}
