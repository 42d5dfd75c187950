import { createRequire } from 'node:module'
import * as groupQuery from 'cosmjs-types/cosmos/group/v1/query'
import * as groupTypes from 'cosmjs-types/cosmos/group/v1/types'
import * as pool from 'cosmjs-types/cosmos/protocolpool/v1/query'
import { describe, expect, test } from 'vitest'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import { readAnchor, readAttestations, readAttestationsBy } from '../../../src/node/read/attestations.ts'
import { readContinuousFunds, readProtocolpoolParams } from '../../../src/node/read/continuousFunds.ts'
import {
  readGroup,
  readGroupMembers,
  readGroupPolicies,
  readGroupPolicy,
  readGroupProposal,
  readGroupProposals,
  readGroupTally,
  readGroupVotes,
} from '../../../src/node/read/groups.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import { QUERY_FAILED } from '../../../src/primitives/errorTable.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { network } from '../../support/recordings.ts'

/** x/group, x/protocolpool and x/data as another library encodes their answers. */

const ALICE = network.accounts['alice']?.address ?? ''
const BOB = network.accounts['bob']?.address ?? ''
const TIME = { seconds: 1_790_000_000n, nanos: 0 }
const AT = '2026-09-21T14:13:20Z'

/** A ledger that gives these bytes to every question, and notes which were asked. */
function answering(bytes: Uint8Array): NodeAt & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    height: 7n,
    port: {
      abciQuery: async ({ path }) => {
        asked.push(path)
        return { value: bytes, height: 7n }
      },
    } as NodeAt['port'],
  }
}

const windows = {
  votingPeriod: { seconds: 86_400n, nanos: 0 },
  minExecutionPeriod: { seconds: 60n, nanos: 0 },
}
const policyOf = (typeUrl: string, value: Uint8Array) => ({
  address: ALICE,
  groupId: 3n,
  admin: BOB,
  metadata: 'm',
  version: 1n,
  decisionPolicy: { typeUrl, value },
  createdAt: TIME,
})
const threshold = policyOf(
  '/cosmos.group.v1.ThresholdDecisionPolicy',
  groupTypes.ThresholdDecisionPolicy.encode({ threshold: '2.5', windows }).finish(),
)
const percentage = policyOf(
  '/cosmos.group.v1.PercentageDecisionPolicy',
  groupTypes.PercentageDecisionPolicy.encode({ percentage: '0.5', windows }).finish(),
)
const tally = { yesCount: '2', noCount: '0.5', abstainCount: '0', noWithVetoCount: '0' }
const proposal = groupTypes.Proposal.fromPartial({
  id: 9n,
  groupPolicyAddress: ALICE,
  proposers: [BOB],
  submitTime: TIME,
  votingPeriodEnd: TIME,
  status: groupTypes.ProposalStatus.PROPOSAL_STATUS_ACCEPTED,
  executorResult: groupTypes.ProposalExecutorResult.PROPOSAL_EXECUTOR_RESULT_NOT_RUN,
  finalTallyResult: tally,
  messages: [{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: new Uint8Array() }],
  title: 't',
})

describe('x/group', () => {
  test('a group, its members and its accounts', async () => {
    const info = groupQuery.QueryGroupInfoResponse.encode({
      info: { id: 3n, admin: BOB, metadata: '', version: 2n, totalWeight: '3.5', createdAt: TIME },
    }).finish()
    expect(await readGroup(answering(info), 3n)).toEqual({
      id: 3n,
      admin: BOB,
      metadata: '',
      version: 2n,
      totalWeight: ratio(7n, 2n),
    })
    await expect(readGroup(answering(info), 4n)).rejects.toThrow('[RESPONSE_INVALID]')
    const members = groupQuery.QueryGroupMembersResponse.encode(
      groupQuery.QueryGroupMembersResponse.fromPartial({
        members: [
          { groupId: 3n, member: { address: ALICE, weight: '1.000000', metadata: 'x', addedAt: TIME } },
        ],
      }),
    ).finish()
    expect(await readGroupMembers(answering(members), 3n)).toEqual([
      { address: ALICE, weight: ratio(1n), metadata: 'x' },
    ])
  })

  test('when it pays: by threshold, by percentage, or by a rule of another kind', async () => {
    const one = groupQuery.QueryGroupPolicyInfoResponse.encode({ info: threshold }).finish()
    expect((await readGroupPolicy(answering(one), ALICE))?.rule).toEqual({
      kind: 'threshold',
      threshold: ratio(5n, 2n),
      votingSeconds: 86_400n,
      minExecutionSeconds: 60n,
    })
    const several = groupQuery.QueryGroupPoliciesByGroupResponse.encode(
      groupQuery.QueryGroupPoliciesByGroupResponse.fromPartial({
        groupPolicies: [percentage, policyOf('/other.Policy', new Uint8Array())],
      }),
    ).finish()
    const found = await readGroupPolicies(answering(several), 3n)
    expect(found.map(({ rule }) => rule?.kind ?? null)).toEqual(['percentage', null])
    const broken = {
      ...threshold,
      decisionPolicy: { ...threshold.decisionPolicy, value: Uint8Array.of(255) },
    }
    const bytes = groupQuery.QueryGroupPolicyInfoResponse.encode({ info: broken }).finish()
    await expect(readGroupPolicy(answering(bytes), ALICE)).rejects.toThrow('[RESPONSE_INVALID]')
  })

  test('a proposal with its tally, and the votes on it', async () => {
    const one = groupQuery.QueryProposalResponse.encode({ proposal }).finish()
    expect(await readGroupProposal(answering(one), 9n)).toMatchObject({
      id: 9n,
      status: 'accepted',
      executor: 'not run',
      messages: ['/cosmos.bank.v1beta1.MsgSend'],
      votingEnd: AT,
      tally: { yes: ratio(2n), no: ratio(1n, 2n) },
    })
    const all = groupQuery.QueryProposalsByGroupPolicyResponse.encode(
      groupQuery.QueryProposalsByGroupPolicyResponse.fromPartial({ proposals: [proposal, proposal] }),
    ).finish()
    expect((await readGroupProposals(answering(all), ALICE)).length).toBe(2)
    const standing = groupQuery.QueryTallyResultResponse.encode({ tally }).finish()
    expect((await readGroupTally(answering(standing), 9n))?.no).toEqual(ratio(1n, 2n))
    const votes = groupQuery.QueryVotesByProposalResponse.encode(
      groupQuery.QueryVotesByProposalResponse.fromPartial({
        votes: [
          { proposalId: 9n, voter: BOB, option: groupTypes.VoteOption.VOTE_OPTION_NO, submitTime: TIME },
        ],
      }),
    ).finish()
    const ledger = answering(votes)
    expect(await readGroupVotes(ledger, 9n)).toEqual([
      { proposalId: 9n, voter: BOB, option: 'no', metadata: '', time: AT },
    ])
    expect(ledger.asked).toEqual(['/cosmos.group.v1.Query/VotesByProposal'])
  })
})

test('what x/group does not know is null, by its own way to say so; another failure is one', async () => {
  const refusing = (log: string, height: bigint): NodeAt => ({
    height: 7n,
    port: {
      abciQuery: async ({ path }: { path: string }) => {
        throw new RegenError(QUERY_FAILED, {
          origin: 'http://node',
          query: path,
          code: 6,
          codespace: 'sdk',
          log,
          height,
        })
      },
    } as never,
  })
  const missing = refusing('load proposal: not found: unknown request', 7n)
  expect(await readGroupProposal(missing, 9n)).toBe(null)
  expect(await readGroupTally(missing, 9n)).toBe(null)
  for (const other of [
    refusing('unknown query path: unknown request', 7n),
    refusing('load proposal: not found: unknown request', 0n),
  ])
    await expect(readGroupProposal(other, 9n)).rejects.toThrow('[QUERY_FAILED]')
})

test('continuous funds: a percentage travels as a whole number of 10^-18', async () => {
  const bytes = pool.QueryContinuousFundsResponse.encode(
    pool.QueryContinuousFundsResponse.fromPartial({
      continuousFunds: [
        { recipient: BOB, percentage: '150000000000000000', expiry: TIME },
        { recipient: ALICE, percentage: '200000000000000000' },
      ],
    }),
  ).finish()
  expect(await readContinuousFunds(answering(bytes))).toEqual([
    { recipient: BOB, percentage: ratio(3n, 20n), expiry: AT },
    { recipient: ALICE, percentage: ratio(1n, 5n), expiry: null },
  ])
  const params = pool.QueryParamsResponse.encode(
    pool.QueryParamsResponse.fromPartial({
      params: { enabledDistributionDenoms: ['uregen'], distributionFrequency: 1n },
    }),
  ).finish()
  expect(await readProtocolpoolParams(answering(params))).toEqual({ denoms: ['uregen'], everyBlocks: 1n })
})

test('x/data: when something was anchored, and who attests to it', async () => {
  const iri = 'regen:113gdjFKcVCt13Za6vN7TtbgMM6LMSjRnu89BMCxeuHdkJ1hWUmy.rdf'
  type Codec = { encode(message: unknown): { finish(): Uint8Array }; fromPartial(message: unknown): unknown }
  // The wire form of regen.data.v1 is that of v2.
  const { QueryAnchorByIRIResponse, QueryAttestationsByIRIResponse } = createRequire(import.meta.url)(
    '@regen-network/api/regen/data/v1/query.js',
  ) as Record<string, Codec>
  const encode = (codec: Codec | undefined, message: unknown) =>
    codec?.encode(codec.fromPartial(message)).finish() ?? new Uint8Array()
  const moment = new Date(AT)
  const anchor = encode(QueryAnchorByIRIResponse, { anchor: { iri, timestamp: moment } })
  expect(await readAnchor(answering(anchor), iri)).toEqual({ iri, time: AT })
  const attested = encode(QueryAttestationsByIRIResponse, {
    attestations: [{ iri, attestor: BOB, timestamp: moment }],
  })
  const expected = [{ iri, attestor: BOB, time: AT }]
  expect(await readAttestations(answering(attested), iri)).toEqual(expected)
  expect(await readAttestationsBy(answering(attested), BOB)).toEqual(expected)
})
