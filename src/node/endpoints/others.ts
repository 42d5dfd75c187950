import * as auth from '../../wire/generated/cosmos/auth/v1beta1/query.ts'
import * as authz from '../../wire/generated/cosmos/authz/v1beta1/query.ts'
import * as distribution from '../../wire/generated/cosmos/distribution/v1beta1/query.ts'
import * as feegrant from '../../wire/generated/cosmos/feegrant/v1beta1/query.ts'
import * as gov from '../../wire/generated/cosmos/gov/v1/query.ts'
import * as group from '../../wire/generated/cosmos/group/v1/query.ts'
import * as mint from '../../wire/generated/cosmos/mint/v1beta1/query.ts'
import * as protocolpool from '../../wire/generated/cosmos/protocolpool/v1/query.ts'
import * as slashing from '../../wire/generated/cosmos/slashing/v1beta1/query.ts'
import * as staking from '../../wire/generated/cosmos/staking/v1beta1/query.ts'
import * as tx from '../../wire/generated/cosmos/tx/v1beta1/service.ts'
import * as wasm from '../../wire/generated/cosmwasm/wasm/v1/query.ts'
import * as transfer from '../../wire/generated/ibc/applications/transfer/v1/query.ts'
import * as authority from '../../wire/generated/regen/authority/v1/query.ts'
import * as data from '../../wire/generated/regen/data/v2/query.ts'
import * as basketQuery from '../../wire/generated/regen/ecocredit/basket/v1/query.ts'
import * as feerouter from '../../wire/generated/regen/feerouter/v1/query.ts'
import * as rewards from '../../wire/generated/regen/rewards/v1/query.ts'
import * as supplyModule from '../../wire/generated/regen/supply/v1/query.ts'
import { endpoint } from './endpoint.ts'

export const basket = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/Basket',
  basketQuery.QueryBasketRequest,
  basketQuery.QueryBasketResponse,
)
export const baskets = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/Baskets',
  basketQuery.QueryBasketsRequest,
  basketQuery.QueryBasketsResponse,
)
export const basketBalances = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/BasketBalances',
  basketQuery.QueryBasketBalancesRequest,
  basketQuery.QueryBasketBalancesResponse,
)
export const basketBalance = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/BasketBalance',
  basketQuery.QueryBasketBalanceRequest,
  basketQuery.QueryBasketBalanceResponse,
)
export const anchorByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AnchorByIRI',
  data.QueryAnchorByIRIRequest,
  data.QueryAnchorByIRIResponse,
)
export const anchorByHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AnchorByHash',
  data.QueryAnchorByHashRequest,
  data.QueryAnchorByHashResponse,
)
export const attestationsByAttestor = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AttestationsByAttestor',
  data.QueryAttestationsByAttestorRequest,
  data.QueryAttestationsByAttestorResponse,
)
export const attestationsByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AttestationsByIRI',
  data.QueryAttestationsByIRIRequest,
  data.QueryAttestationsByIRIResponse,
)
export const attestationsByHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/AttestationsByHash',
  data.QueryAttestationsByHashRequest,
  data.QueryAttestationsByHashResponse,
)
export const resolver = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/Resolver',
  data.QueryResolverRequest,
  data.QueryResolverResponse,
)
export const resolversByIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByIRI',
  data.QueryResolversByIRIRequest,
  data.QueryResolversByIRIResponse,
)
export const resolversByHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByHash',
  data.QueryResolversByHashRequest,
  data.QueryResolversByHashResponse,
)
export const resolversByURL = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByURL',
  data.QueryResolversByURLRequest,
  data.QueryResolversByURLResponse,
)
export const convertIRIToHash = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ConvertIRIToHash',
  data.ConvertIRIToHashRequest,
  data.ConvertIRIToHashResponse,
)
export const convertHashToIRI = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ConvertHashToIRI',
  data.ConvertHashToIRIRequest,
  data.ConvertHashToIRIResponse,
)

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

export const distributionParams = /* @__PURE__ */ endpoint(
  '/cosmos.distribution.v1beta1.Query/Params',
  distribution.QueryParamsRequest,
  distribution.QueryParamsResponse,
)
/** v7 refuses it: the pool is protocolpool's. */
export const distributionCommunityPool = /* @__PURE__ */ endpoint(
  '/cosmos.distribution.v1beta1.Query/CommunityPool',
  distribution.QueryCommunityPoolRequest,
  distribution.QueryCommunityPoolResponse,
)

export const feegrantAllowance = /* @__PURE__ */ endpoint(
  '/cosmos.feegrant.v1beta1.Query/Allowance',
  feegrant.QueryAllowanceRequest,
  feegrant.QueryAllowanceResponse,
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

export const mintParams = /* @__PURE__ */ endpoint(
  '/cosmos.mint.v1beta1.Query/Params',
  mint.QueryParamsRequest,
  mint.QueryParamsResponse,
)
export const mintInflation = /* @__PURE__ */ endpoint(
  '/cosmos.mint.v1beta1.Query/Inflation',
  mint.QueryInflationRequest,
  mint.QueryInflationResponse,
)
export const mintAnnualProvisions = /* @__PURE__ */ endpoint(
  '/cosmos.mint.v1beta1.Query/AnnualProvisions',
  mint.QueryAnnualProvisionsRequest,
  mint.QueryAnnualProvisionsResponse,
)

export const protocolpoolContinuousFund = /* @__PURE__ */ endpoint(
  '/cosmos.protocolpool.v1.Query/ContinuousFund',
  protocolpool.QueryContinuousFundRequest,
  protocolpool.QueryContinuousFundResponse,
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

export const slashingParams = /* @__PURE__ */ endpoint(
  '/cosmos.slashing.v1beta1.Query/Params',
  slashing.QueryParamsRequest,
  slashing.QueryParamsResponse,
)
export const slashingSigningInfos = /* @__PURE__ */ endpoint(
  '/cosmos.slashing.v1beta1.Query/SigningInfos',
  slashing.QuerySigningInfosRequest,
  slashing.QuerySigningInfosResponse,
)

export const stakingValidators = /* @__PURE__ */ endpoint(
  '/cosmos.staking.v1beta1.Query/Validators',
  staking.QueryValidatorsRequest,
  staking.QueryValidatorsResponse,
)
export const stakingPool = /* @__PURE__ */ endpoint(
  '/cosmos.staking.v1beta1.Query/Pool',
  staking.QueryPoolRequest,
  staking.QueryPoolResponse,
)
export const stakingParams = /* @__PURE__ */ endpoint(
  '/cosmos.staking.v1beta1.Query/Params',
  staking.QueryParamsRequest,
  staking.QueryParamsResponse,
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

// Proposed modules of M012 to M015: no chain has them.
export const authorityParams = /* @__PURE__ */ endpoint(
  '/regen.authority.v1.Query/Params',
  authority.QueryParamsRequest,
  authority.QueryParamsResponse,
)
export const authorityValidators = /* @__PURE__ */ endpoint(
  '/regen.authority.v1.Query/Validators',
  authority.QueryValidatorsRequest,
  authority.QueryValidatorsResponse,
)
export const authorityPerformanceRecord = /* @__PURE__ */ endpoint(
  '/regen.authority.v1.Query/PerformanceRecord',
  authority.QueryPerformanceRecordRequest,
  authority.QueryPerformanceRecordResponse,
)
export const authorityFund = /* @__PURE__ */ endpoint(
  '/regen.authority.v1.Query/Fund',
  authority.QueryFundRequest,
  authority.QueryFundResponse,
)
export const feerouterParams = /* @__PURE__ */ endpoint(
  '/regen.feerouter.v1.Query/Params',
  feerouter.QueryParamsRequest,
  feerouter.QueryParamsResponse,
)
export const feerouterPoolBalances = /* @__PURE__ */ endpoint(
  '/regen.feerouter.v1.Query/PoolBalances',
  feerouter.QueryPoolBalancesRequest,
  feerouter.QueryPoolBalancesResponse,
)
export const rewardsParams = /* @__PURE__ */ endpoint(
  '/regen.rewards.v1.Query/Params',
  rewards.QueryParamsRequest,
  rewards.QueryParamsResponse,
)
export const rewardsState = /* @__PURE__ */ endpoint(
  '/regen.rewards.v1.Query/State',
  rewards.QueryStateRequest,
  rewards.QueryStateResponse,
)
export const rewardsActivityScore = /* @__PURE__ */ endpoint(
  '/regen.rewards.v1.Query/ActivityScore',
  rewards.QueryActivityScoreRequest,
  rewards.QueryActivityScoreResponse,
)
export const rewardsStabilityCommitment = /* @__PURE__ */ endpoint(
  '/regen.rewards.v1.Query/StabilityCommitment',
  rewards.QueryStabilityCommitmentRequest,
  rewards.QueryStabilityCommitmentResponse,
)
export const rewardsDistributionRecord = /* @__PURE__ */ endpoint(
  '/regen.rewards.v1.Query/DistributionRecord',
  rewards.QueryDistributionRecordRequest,
  rewards.QueryDistributionRecordResponse,
)
export const supplyParams = /* @__PURE__ */ endpoint(
  '/regen.supply.v1.Query/Params',
  supplyModule.QueryParamsRequest,
  supplyModule.QueryParamsResponse,
)
export const supplySupplyState = /* @__PURE__ */ endpoint(
  '/regen.supply.v1.Query/SupplyState',
  supplyModule.QuerySupplyStateRequest,
  supplyModule.QuerySupplyStateResponse,
)
export const supplyMintBurnRecord = /* @__PURE__ */ endpoint(
  '/regen.supply.v1.Query/MintBurnRecord',
  supplyModule.QueryMintBurnRecordRequest,
  supplyModule.QueryMintBurnRecordResponse,
)
