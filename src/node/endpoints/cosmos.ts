import * as auth from '../../wire/generated/cosmos/auth/v1beta1/query.ts'
import * as authz from '../../wire/generated/cosmos/authz/v1beta1/query.ts'
import * as gov from '../../wire/generated/cosmos/gov/v1/query.ts'
import * as group from '../../wire/generated/cosmos/group/v1/query.ts'
import * as protocolpool from '../../wire/generated/cosmos/protocolpool/v1/query.ts'
import * as tx from '../../wire/generated/cosmos/tx/v1beta1/service.ts'
import * as wasm from '../../wire/generated/cosmwasm/wasm/v1/query.ts'
import * as transfer from '../../wire/generated/ibc/applications/transfer/v1/query.ts'
import { endpoint } from './endpoint.ts'

/** An address that was never used is an error (code 22), not an empty answer. */
export const authAccount = /* @__PURE__ */ endpoint(
  '/cosmos.auth.v1beta1.Query/Account',
  auth.QueryAccountRequest,
  auth.QueryAccountResponse,
)
export const authModuleAccounts = /* @__PURE__ */ endpoint(
  '/cosmos.auth.v1beta1.Query/ModuleAccounts',
  auth.QueryModuleAccountsRequest,
  auth.QueryModuleAccountsResponse,
)

export const authzGrants = /* @__PURE__ */ endpoint(
  '/cosmos.authz.v1beta1.Query/Grants',
  authz.QueryGrantsRequest,
  authz.QueryGrantsResponse,
)
export const authzGranterGrants = /* @__PURE__ */ endpoint(
  '/cosmos.authz.v1beta1.Query/GranterGrants',
  authz.QueryGranterGrantsRequest,
  authz.QueryGranterGrantsResponse,
)

/** Where a token of another chain came from. */
export const transferDenom = /* @__PURE__ */ endpoint(
  '/ibc.applications.transfer.v1.Query/Denom',
  transfer.QueryDenomRequest,
  transfer.QueryDenomResponse,
)

export const govProposal = /* @__PURE__ */ endpoint(
  '/cosmos.gov.v1.Query/Proposal',
  gov.QueryProposalRequest,
  gov.QueryProposalResponse,
)
export const govProposals = /* @__PURE__ */ endpoint(
  '/cosmos.gov.v1.Query/Proposals',
  gov.QueryProposalsRequest,
  gov.QueryProposalsResponse,
)
/** Empty once a proposal is tallied. */
export const govVotes = /* @__PURE__ */ endpoint(
  '/cosmos.gov.v1.Query/Votes',
  gov.QueryVotesRequest,
  gov.QueryVotesResponse,
)
export const govParams = /* @__PURE__ */ endpoint(
  '/cosmos.gov.v1.Query/Params',
  gov.QueryParamsRequest,
  gov.QueryParamsResponse,
)
export const govTallyResult = /* @__PURE__ */ endpoint(
  '/cosmos.gov.v1.Query/TallyResult',
  gov.QueryTallyResultRequest,
  gov.QueryTallyResultResponse,
)

export const groupInfo = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/GroupInfo',
  group.QueryGroupInfoRequest,
  group.QueryGroupInfoResponse,
)
export const groupPolicyInfo = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/GroupPolicyInfo',
  group.QueryGroupPolicyInfoRequest,
  group.QueryGroupPolicyInfoResponse,
)
export const groupMembers = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/GroupMembers',
  group.QueryGroupMembersRequest,
  group.QueryGroupMembersResponse,
)
export const groupPoliciesByGroup = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/GroupPoliciesByGroup',
  group.QueryGroupPoliciesByGroupRequest,
  group.QueryGroupPoliciesByGroupResponse,
)
export const groupProposal = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/Proposal',
  group.QueryProposalRequest,
  group.QueryProposalResponse,
)
export const groupProposalsByGroupPolicy = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/ProposalsByGroupPolicy',
  group.QueryProposalsByGroupPolicyRequest,
  group.QueryProposalsByGroupPolicyResponse,
)
export const groupVotesByProposal = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/VotesByProposal',
  group.QueryVotesByProposalRequest,
  group.QueryVotesByProposalResponse,
)
export const groupTallyResult = /* @__PURE__ */ endpoint(
  '/cosmos.group.v1.Query/TallyResult',
  group.QueryTallyResultRequest,
  group.QueryTallyResultResponse,
)

export const protocolpoolContinuousFunds = /* @__PURE__ */ endpoint(
  '/cosmos.protocolpool.v1.Query/ContinuousFunds',
  protocolpool.QueryContinuousFundsRequest,
  protocolpool.QueryContinuousFundsResponse,
)
export const protocolpoolParams = /* @__PURE__ */ endpoint(
  '/cosmos.protocolpool.v1.Query/Params',
  protocolpool.QueryParamsRequest,
  protocolpool.QueryParamsResponse,
)

/** Runs a transaction without signatures. A transaction that would fail is an error with the reason in its log. */
export const txSimulate = /* @__PURE__ */ endpoint(
  '/cosmos.tx.v1beta1.Service/Simulate',
  tx.SimulateRequest,
  tx.SimulateResponse,
)

export const contractInfo = /* @__PURE__ */ endpoint(
  '/cosmwasm.wasm.v1.Query/ContractInfo',
  wasm.QueryContractInfoRequest,
  wasm.QueryContractInfoResponse,
)
export const smartContractState = /* @__PURE__ */ endpoint(
  '/cosmwasm.wasm.v1.Query/SmartContractState',
  wasm.QuerySmartContractStateRequest,
  wasm.QuerySmartContractStateResponse,
)
