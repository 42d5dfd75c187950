import type { Coin } from '../../../primitives/coin.ts'
import type { Ratio } from '../../../primitives/ratio.ts'
import { VOTE_OPTIONS, type VoteOption } from '../../../primitives/voteOption.ts'
import type {
  TallyResult,
  Proposal as Wire,
  Vote as WireVote,
} from '../../../wire/generated/cosmos/gov/v1/gov.ts'
import { toCoin } from '../coin.ts'
import type { Fields } from '../fields.ts'

/** Votes, weighed by stake in uregen. */
export type Tally = {
  readonly yes: bigint
  readonly abstain: bigint
  readonly no: bigint
  readonly noWithVeto: bigint
}

/** By its number on the wire. 'failed' passed the vote, and then its messages failed. */
const STATUSES = ['unspecified', 'deposit', 'voting', 'passed', 'rejected', 'failed'] as const
/** Where a proposal of governance stands. */
export type ProposalStatus = (typeof STATUSES)[number]

/** A proposal of governance: what it would run, how far it is, and its votes in uregen. */
export type Proposal = {
  readonly id: bigint
  readonly proposer: string
  readonly title: string
  readonly summary: string
  /** The types of the messages it would run. */
  readonly messages: readonly string[]
  readonly status: ProposalStatus
  /** Final once the vote is over; until then all 0. */
  readonly tally: Tally
  readonly submitTime: string
  readonly votingStart: string | null
  readonly votingEnd: string | null
  readonly totalDeposit: readonly Coin[]
  readonly failedReason: string
}

export const toProposal = (wire: Wire, read: Fields): Proposal => ({
  id: wire.id > 0n ? wire.id : read.fail('id', 'the id of a proposal', wire.id),
  proposer: wire.proposer,
  title: wire.title,
  summary: wire.summary,
  messages: wire.messages.map(({ typeUrl }) => typeUrl),
  status: read.named('status', STATUSES, wire.status),
  tally: read.message('final_tally_result', wire.finalTallyResult, toTally),
  submitTime: read.time('submit_time', wire.submitTime),
  votingStart: read.optionalTime('voting_start_time', wire.votingStartTime),
  votingEnd: read.optionalTime('voting_end_time', wire.votingEndTime),
  totalDeposit: read.each('total_deposit', wire.totalDeposit, toCoin),
  failedReason: wire.failedReason,
})

export const toTally = (
  { yesCount, abstainCount, noCount, noWithVetoCount }: TallyResult,
  read: Fields,
): Tally => ({
  yes: read.whole('yes_count', yesCount),
  abstain: read.whole('abstain_count', abstainCount),
  no: read.whole('no_count', noCount),
  noWithVeto: read.whole('no_with_veto_count', noWithVetoCount),
})

/** A vote on a proposal that is not tallied yet, split over options by weight. */
export type OpenVote = {
  readonly proposalId: bigint
  readonly voter: string
  readonly options: readonly { readonly option: VoteOption; readonly weight: Ratio }[]
}

export const toOpenVote = ({ proposalId, voter, options }: WireVote, read: Fields): OpenVote => ({
  proposalId,
  voter: read.address('voter', voter),
  options: read.each('options', options, ({ option, weight }) => ({
    option: read.named('option', VOTE_OPTIONS, option),
    weight: read.decimal('weight', weight),
  })),
})
