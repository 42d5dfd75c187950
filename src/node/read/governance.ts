import type { Coin } from '../../primitives/coin.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Params } from '../../wire/generated/cosmos/gov/v1/gov.ts'
import { toCoin } from '../decode/coin.ts'
import type { Fields } from '../decode/fields.ts'
import {
  type OpenVote,
  type Proposal,
  type Tally,
  toOpenVote,
  toProposal,
  toTally,
} from '../decode/modules/proposal.ts'
import { govParams, govProposal, govProposals, govTallyResult, govVotes } from '../endpoints/governance.ts'
import { ask, askAll, askIfAny, type NodeAt } from './ask.ts'
import { listQuestion, type Question, question } from './question.ts'

export const proposalQuestion = (proposalId: bigint): Question<Proposal> =>
  question(govProposal, { proposalId }, ({ proposal }, read) => {
    const found = read.message('proposal', proposal, toProposal)
    read.same('proposal.id', found.id, proposalId)
    return found
  })

/**
 * A proposal by its id, or null: one that did not get its deposit is removed.
 *
 * @example
 * const proposal = await readProposal(at, 1n)
 */
export const readProposal = (ledger: NodeAt, proposalId: bigint): Promise<Proposal | null> =>
  askIfAny(ledger, proposalQuestion(proposalId))

/**
 * Every proposal that the chain keeps, ended ones too.
 *
 * @example
 * const proposals = await readProposals(at)
 */
export const readProposals = (ledger: NodeAt): Promise<readonly Proposal[]> =>
  askAll(
    ledger,
    listQuestion(
      govProposals,
      {},
      (response, read) => read.each('proposals', response.proposals, toProposal),
      'hundred',
    ),
  )

/**
 * Votes on an open proposal. They are deleted when it is tallied: for who voted, see readActivityBetween.
 *
 * @example
 * const openVotes = await readOpenVotes(at, 1n)
 */
export const readOpenVotes = (ledger: NodeAt, proposalId: bigint): Promise<readonly OpenVote[]> =>
  askAll(
    ledger,
    listQuestion(
      govVotes,
      { proposalId },
      ({ votes }, read) => read.each('votes', votes, toOpenVote),
      'hundred',
    ),
  )

/**
 * How a vote stands or ended, weighed by stake; null when there is no such proposal.
 *
 * @example
 * const tally = await readTally(at, 1n)
 */
export const readTally = (ledger: NodeAt, proposalId: bigint): Promise<Tally | null> =>
  askIfAny(
    ledger,
    question(govTallyResult, { proposalId }, ({ tally }, read) => read.message('tally', tally, toTally)),
  )

/** What governance of the chain asks for: deposits, times in seconds, quorum and thresholds. */
export type GovParams = {
  readonly minDeposit: readonly Coin[]
  readonly depositSeconds: bigint
  readonly votingSeconds: bigint
  readonly expeditedMinDeposit: readonly Coin[]
  readonly expeditedVotingSeconds: bigint
  readonly expeditedThreshold: Ratio
  /** The share of all that is bonded that has to vote. */
  readonly quorum: Ratio
  readonly threshold: Ratio
  readonly vetoThreshold: Ratio
  readonly minInitialDepositRatio: Ratio
  readonly minDepositRatio: Ratio
}

export const toGovParams = (wire: Params, read: Fields): GovParams => ({
  minDeposit: read.each('min_deposit', wire.minDeposit, toCoin),
  depositSeconds: read.seconds('max_deposit_period', wire.maxDepositPeriod),
  votingSeconds: read.seconds('voting_period', wire.votingPeriod),
  expeditedMinDeposit: read.each('expedited_min_deposit', wire.expeditedMinDeposit, toCoin),
  expeditedVotingSeconds: read.seconds('expedited_voting_period', wire.expeditedVotingPeriod),
  expeditedThreshold: read.decimal('expedited_threshold', wire.expeditedThreshold),
  quorum: read.decimal('quorum', wire.quorum),
  threshold: read.decimal('threshold', wire.threshold),
  vetoThreshold: read.decimal('veto_threshold', wire.vetoThreshold),
  minInitialDepositRatio: read.decimal('min_initial_deposit_ratio', wire.minInitialDepositRatio),
  minDepositRatio: read.decimal('min_deposit_ratio', wire.minDepositRatio),
})

export const govParamsQuestion = (): Question<GovParams> =>
  // A field that is deprecated, and that the module does not do without.
  question(govParams, { paramsType: 'voting' }, ({ params }, read) =>
    read.message('params', params, toGovParams),
  )

/**
 * How governance votes: periods, quorum, thresholds, deposits.
 *
 * @example
 * const govParams = await readGovParams(at)
 */
export const readGovParams = (ledger: NodeAt): Promise<GovParams> => ask(ledger, govParamsQuestion())
