import { type GovParams, toGovParams } from '../decode/govParams.ts'
import {
  type OpenVote,
  type Proposal,
  type Tally,
  toOpenVote,
  toProposal,
  toTally,
} from '../decode/proposal.ts'
import { govParams, govProposal, govProposals, govTallyResult, govVotes } from '../endpoints/governance.ts'
import { ask, askAll, askIfAny, type LedgerAt } from './ask.ts'
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
export const readProposal = (ledger: LedgerAt, proposalId: bigint): Promise<Proposal | null> =>
  askIfAny(ledger, proposalQuestion(proposalId))

/**
 * Every proposal that the chain keeps, ended ones too.
 *
 * @example
 * const proposals = await readProposals(at)
 */
export const readProposals = (ledger: LedgerAt): Promise<readonly Proposal[]> =>
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
export const readOpenVotes = (ledger: LedgerAt, proposalId: bigint): Promise<readonly OpenVote[]> =>
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
export const readTally = (ledger: LedgerAt, proposalId: bigint): Promise<Tally | null> =>
  askIfAny(
    ledger,
    question(govTallyResult, { proposalId }, ({ tally }, read) => read.message('tally', tally, toTally)),
  )

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
export const readGovParams = (ledger: LedgerAt): Promise<GovParams> => ask(ledger, govParamsQuestion())
