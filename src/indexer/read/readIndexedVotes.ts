import type { Proposal, Vote } from '../../node/history/activity.ts'
import type { Votes } from '../../node/read/rewardActivities.ts'
import { ratio } from '../../primitives/ratio.ts'
import { formatSeconds } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Queries, Row } from '../store/store.ts'
import { FROM_ROW } from './activityFromRows.ts'
import type { Period } from './readIndexed.ts'

/** Governance in a period, and how votes stood when the index last reached the newest block. */
export type IndexedVotes = {
  /** Proposals whose vote ended in the period, whenever they were submitted. */
  readonly ended: readonly Proposal[]
  /** The same vote again: voters who had voted on a proposal before the period, as 'id/voter'. */
  readonly before: ReadonlySet<string>
  readonly votes: Votes
}

export async function readIndexedVotes({ query }: Queries, { from, to }: Period): Promise<IndexedVotes> {
  const bounds = [from.toString(), to.toString()]
  const proposals = await query(
    `select p.* from proposals p join proposal_states s on s.proposal_id = p.proposal_id
      where s.voting_end >= $1 and s.voting_end < $2 order by p.height, p.tx_index, p.ordinal`,
    bounds,
  )
  const again = await query(
    `select distinct v.proposal_id, v.voter from votes v
      join votes e on e.proposal_id = v.proposal_id and e.voter = v.voter and e.time < $1
      where v.time >= $1 and v.time < $2`,
    bounds,
  )
  const states = await query('select * from proposal_states')
  const [governance] = await query('select quorum_num, quorum_den, bonded from governance')
  return {
    ended: proposals.flatMap(row => (FROM_ROW['proposals']?.(row) ?? []) as Proposal),
    before: new Set(again.map(row => voteKey(row))),
    votes: {
      proposals: states.map(stateOf),
      quorum: ratio(whole(governance, 'quorum_num', 0n), whole(governance, 'quorum_den', 1n)),
      bonded: whole(governance, 'bonded', 0n) as Uregen,
    },
  }
}

export const isRepeated = ({ proposalId, voter }: Vote, before: IndexedVotes['before']): boolean =>
  before.has(`${proposalId}/${voter}`)

const voteKey = (row: Row) => `${String(row['proposal_id'])}/${String(row['voter'])}`

const whole = (row: Row | undefined, name: string, otherwise = 0n): bigint =>
  row === undefined ? otherwise : BigInt(String(row[name]))

/** A proposal as far as its outcome goes: nothing else of it is in the index. */
function stateOf(row: Row): Votes['proposals'][number] {
  const end = row['voting_end']
  return {
    id: whole(row, 'proposal_id'),
    proposer: '',
    title: '',
    summary: '',
    messages: [],
    status: String(row['status']) as Votes['proposals'][number]['status'],
    tally: {
      yes: whole(row, 'yes'),
      abstain: whole(row, 'abstain'),
      no: whole(row, 'no'),
      noWithVeto: whole(row, 'no_with_veto'),
    },
    submitTime: '',
    votingStart: null,
    votingEnd: end === null ? null : formatSeconds(BigInt(String(end))),
    totalDeposit: [],
    failedReason: '',
  }
}
