import * as group from '../../wire/generated/cosmos/group/v1/query.ts'
import { endpoint } from './endpoint.ts'

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
