import { readGovParams, readProposals } from '../node/read/governance.ts'
import { readStakingPool } from '../node/read/staking.ts'
import type { ChainAt } from '../node/read/txSearch.ts'
import { parseTime } from '../primitives/time.ts'
import type { Store } from './store/store.ts'

/** Writes how votes stand at a height, in place of what was known: x/gov tells it by query alone. */
export async function refreshGovernance(chain: ChainAt, store: Store): Promise<void> {
  const [proposals, { quorum }, { bonded }] = await Promise.all([
    readProposals(chain),
    readGovParams(chain),
    readStakingPool(chain),
  ])
  const rows = proposals.map(({ id, status, votingEnd, tally }) => ({
    proposal_id: id.toString(),
    status,
    voting_end: votingEnd === null ? null : parseTime(votingEnd).seconds.toString(),
    yes: tally.yes.toString(),
    abstain: tally.abstain.toString(),
    no: tally.no.toString(),
    no_with_veto: tally.noWithVeto.toString(),
  }))
  await store.transaction(async ({ query }) => {
    // Before anything is read: two that had both read would wait for each other without end.
    await query('lock table governance')
    const [known] = await query('select height from governance')
    // Another indexer may have seen a later height.
    if (known !== undefined && BigInt(String(known['height'])) > chain.height) return
    await query('delete from proposal_states')
    await query(
      'insert into proposal_states select * from json_populate_recordset(null::proposal_states, $1)',
      [JSON.stringify(rows)],
    )
    await query('delete from governance')
    await query('insert into governance (height, quorum_num, quorum_den, bonded) values ($1, $2, $3, $4)', [
      chain.height.toString(),
      quorum.num.toString(),
      quorum.den.toString(),
      bonded.toString(),
    ])
  })
}
