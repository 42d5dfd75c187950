import type {
  GroupRule,
  GroupTally,
} from '../../../mechanisms/regen-value-redistribution/grants/groupDecision.ts'
import type { Ratio } from '../../../primitives/ratio.ts'
import { VOTE_OPTIONS, type VoteOption } from '../../../primitives/voteOption.ts'
import {
  type GroupInfo,
  type GroupPolicyInfo,
  PercentageDecisionPolicy,
  ThresholdDecisionPolicy,
  type GroupMember as WireMember,
  type Proposal as WireProposal,
  type TallyResult as WireTally,
  type Vote as WireVote,
} from '../../../wire/generated/cosmos/group/v1/types.ts'
import type { Fields } from '../fields.ts'

/** People who decide together, each with a weight. */
export type Group = {
  readonly id: bigint
  readonly admin: string
  readonly metadata: string
  /** Grows with each change of members; a proposal of an older version is aborted. */
  readonly version: bigint
  readonly totalWeight: Ratio
}

export const toGroup = (wire: GroupInfo, read: Fields): Group => ({
  id: wire.id,
  admin: read.address('admin', wire.admin),
  metadata: wire.metadata,
  version: wire.version,
  totalWeight: read.decimal('total_weight', wire.totalWeight),
})

/** A member of a group, and the weight of the member's vote. */
export type GroupMember = { readonly address: string; readonly weight: Ratio; readonly metadata: string }

export const toGroupMember = ({ member }: WireMember, read: Fields): GroupMember =>
  read.message('member', member, ({ address, weight, metadata }) => ({
    address: read.address('address', address),
    weight: read.decimal('weight', weight),
    metadata,
  }))

/** An account of a group, and when it pays. */
export type GroupPolicy = {
  readonly address: string
  readonly groupId: bigint
  readonly admin: string
  readonly metadata: string
  readonly version: bigint
  /** Null for a decision policy of another kind than the two of the SDK. */
  readonly rule: GroupRule | null
}

export const toGroupPolicy = (wire: GroupPolicyInfo, read: Fields): GroupPolicy => ({
  address: read.address('address', wire.address),
  groupId: wire.groupId,
  admin: read.address('admin', wire.admin),
  metadata: wire.metadata,
  version: wire.version,
  rule: read.message('decision_policy', wire.decisionPolicy, ({ typeUrl, value }) =>
    toRule(typeUrl, value, read),
  ),
})

function toRule(typeUrl: string, value: Uint8Array, read: Fields): GroupRule | null {
  const windowsOf = ({ windows }: ThresholdDecisionPolicy | PercentageDecisionPolicy) => ({
    votingSeconds: read.seconds('windows.voting_period', windows?.votingPeriod),
    minExecutionSeconds: windows?.minExecutionPeriod?.seconds ?? 0n,
  })
  try {
    if (typeUrl === '/cosmos.group.v1.ThresholdDecisionPolicy') {
      const policy = ThresholdDecisionPolicy.decode(value)
      return {
        kind: 'threshold',
        threshold: read.decimal('threshold', policy.threshold),
        ...windowsOf(policy),
      }
    }
    if (typeUrl === '/cosmos.group.v1.PercentageDecisionPolicy') {
      const policy = PercentageDecisionPolicy.decode(value)
      return {
        kind: 'percentage',
        percentage: read.decimal('percentage', policy.percentage),
        ...windowsOf(policy),
      }
    }
    return null
  } catch (error) {
    return read.fail('value', 'the bytes of a decision policy', error)
  }
}

export const toGroupTally = (
  { yesCount, noCount, abstainCount, noWithVetoCount }: WireTally,
  read: Fields,
): GroupTally => ({
  yes: read.decimal('yes_count', yesCount),
  no: read.decimal('no_count', noCount),
  abstain: read.decimal('abstain_count', abstainCount),
  noWithVeto: read.decimal('no_with_veto_count', noWithVetoCount),
})

/** By its number on the wire. */
const STATUSES = ['unspecified', 'submitted', 'accepted', 'rejected', 'aborted', 'withdrawn'] as const
const RESULTS = ['unspecified', 'not run', 'success', 'failure'] as const

/** A proposal of a group. The chain removes it with its votes once it has run. */
export type GroupProposal = {
  readonly id: bigint
  readonly policyAddress: string
  readonly proposers: readonly string[]
  readonly title: string
  readonly summary: string
  readonly metadata: string
  readonly status: (typeof STATUSES)[number]
  readonly executor: (typeof RESULTS)[number]
  /** Final once the vote is over; until then all 0. */
  readonly tally: GroupTally
  readonly submitTime: string
  readonly votingEnd: string
  /** The types of the messages it would run. */
  readonly messages: readonly string[]
}

export const toGroupProposal = (wire: WireProposal, read: Fields): GroupProposal => ({
  id: wire.id,
  policyAddress: read.address('group_policy_address', wire.groupPolicyAddress),
  proposers: wire.proposers,
  title: wire.title,
  summary: wire.summary,
  metadata: wire.metadata,
  status: read.named('status', STATUSES, wire.status),
  executor: read.named('executor_result', RESULTS, wire.executorResult),
  tally: read.message('final_tally_result', wire.finalTallyResult, toGroupTally),
  submitTime: read.time('submit_time', wire.submitTime),
  votingEnd: read.time('voting_period_end', wire.votingPeriodEnd),
  messages: wire.messages.map(({ typeUrl }) => typeUrl),
})

/** A vote on a proposal of a group; its time is RFC 3339, UTC. */
export type GroupVote = {
  readonly proposalId: bigint
  readonly voter: string
  readonly option: VoteOption
  readonly metadata: string
  readonly time: string
}

export const toGroupVote = (wire: WireVote, read: Fields): GroupVote => ({
  proposalId: wire.proposalId,
  voter: read.address('voter', wire.voter),
  option: read.named('option', VOTE_OPTIONS, wire.option),
  metadata: wire.metadata,
  time: read.time('submit_time', wire.submitTime),
})
