import * as authz from '../../wire/generated/cosmos/authz/v1beta1/query.ts'
import * as gov from '../../wire/generated/cosmos/gov/v1/query.ts'
import { endpoint } from './endpoint.ts'

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
