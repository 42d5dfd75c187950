import type { GroupTally } from '../../mechanisms/regen-value-redistribution/grants/groupDecision.ts'
import { isRegenError } from '../../primitives/errors.ts'
import {
  type Group,
  type GroupMember,
  type GroupPolicy,
  type GroupProposal,
  type GroupVote,
  toGroup,
  toGroupMember,
  toGroupPolicy,
  toGroupProposal,
  toGroupTally,
  toGroupVote,
} from '../decode/modules/group.ts'
import {
  groupInfo,
  groupMembers,
  groupPoliciesByGroup,
  groupPolicyInfo,
  groupProposal,
  groupProposalsByGroupPolicy,
  groupTallyResult,
  groupVotesByProposal,
} from '../endpoints/groups.ts'
import { isAbsent } from '../rpc/query.ts'
import { ask, askAll, type NodeAt } from './ask.ts'
import { listQuestion, type Question, question } from './question.ts'

/**
 * Null where x/group says that there is no such thing. It says so in its own way: as an unknown request, with the reason in its log.
 *
 * @see cosmos-sdk x/group/keeper/grpc_query.go: "load proposal: not found: unknown request"
 */
async function askIfKnown<Answer>(ledger: NodeAt, question: Question<Answer>): Promise<Answer | null> {
  try {
    return await ask(ledger, question)
  } catch (error) {
    if (isAbsent(error) || isUnknown(error)) return null
    throw error
  }
}

const isUnknown = (error: unknown): boolean =>
  isRegenError(error, 'QUERY_FAILED') &&
  error.context.code === 6 &&
  error.context.codespace === 'sdk' &&
  error.context.height > 0n &&
  error.context.log.includes('not found: ')

/**
 * A group by its id, or null.
 *
 * @example
 * const group = await readGroup(at, 1n)
 */
export const readGroup = (ledger: NodeAt, groupId: bigint): Promise<Group | null> =>
  askIfKnown(
    ledger,
    question(groupInfo, { groupId }, ({ info }, read) => {
      const found = read.message('info', info, toGroup)
      read.same('info.id', found.id, groupId)
      return found
    }),
  )

/**
 * The members of a group with their weights; none for a group that does not exist.
 *
 * @example
 * const members = await readGroupMembers(at, 1n)
 */
export const readGroupMembers = (ledger: NodeAt, groupId: bigint): Promise<readonly GroupMember[]> =>
  askAll(
    ledger,
    listQuestion(
      groupMembers,
      { groupId },
      ({ members }, read) => read.each('members', members, toGroupMember),
      'hundred',
    ),
  )

/**
 * An account of a group and when it pays, or null.
 *
 * @example
 * const groupPolicy = await readGroupPolicy(at, buyer)
 */
export const readGroupPolicy = (ledger: NodeAt, address: string): Promise<GroupPolicy | null> =>
  askIfKnown(
    ledger,
    question(groupPolicyInfo, { address }, ({ info }, read) => {
      const found = read.message('info', info, toGroupPolicy)
      read.same('info.address', found.address, address)
      return found
    }),
  )

/**
 * The accounts of a group.
 *
 * @example
 * const policies = await readGroupPolicies(at, 1n)
 */
export const readGroupPolicies = (ledger: NodeAt, groupId: bigint): Promise<readonly GroupPolicy[]> =>
  askAll(
    ledger,
    listQuestion(
      groupPoliciesByGroup,
      { groupId },
      ({ groupPolicies }, read) => read.each('group_policies', groupPolicies, toGroupPolicy),
      'hundred',
    ),
  )

/**
 * A proposal of a group, or null: one that was run is removed, with its votes.
 *
 * @example
 * const groupProposal = await readGroupProposal(at, 1n)
 */
export const readGroupProposal = (ledger: NodeAt, proposalId: bigint): Promise<GroupProposal | null> =>
  askIfKnown(
    ledger,
    question(groupProposal, { proposalId }, ({ proposal }, read) => {
      const found = read.message('proposal', proposal, toGroupProposal)
      read.same('proposal.id', found.id, proposalId)
      return found
    }),
  )

/**
 * The proposals of a group policy that have not ended.
 *
 * @example
 * const groupProposals = await readGroupProposals(at, contract)
 */
export const readGroupProposals = (
  ledger: NodeAt,
  policyAddress: string,
): Promise<readonly GroupProposal[]> =>
  askAll(
    ledger,
    listQuestion(
      groupProposalsByGroupPolicy,
      { address: policyAddress },
      ({ proposals }, read) => read.each('proposals', proposals, toGroupProposal),
      'hundred',
    ),
  )

/**
 * The votes on a proposal of a group; they are there until it is run or pruned.
 *
 * @example
 * const groupVotes = await readGroupVotes(at, 1n)
 */
export const readGroupVotes = (ledger: NodeAt, proposalId: bigint): Promise<readonly GroupVote[]> =>
  askAll(
    ledger,
    listQuestion(
      groupVotesByProposal,
      { proposalId },
      ({ votes }, read) => read.each('votes', votes, toGroupVote),
      'hundred',
    ),
  )

/**
 * How the vote of a group stands, by weight; null when there is no such proposal.
 *
 * @example
 * const groupTally = await readGroupTally(at, 1n)
 */
export const readGroupTally = (ledger: NodeAt, proposalId: bigint): Promise<GroupTally | null> =>
  askIfKnown(
    ledger,
    question(groupTallyResult, { proposalId }, ({ tally }, read) =>
      read.message('tally', tally, toGroupTally),
    ),
  )
