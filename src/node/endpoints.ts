import { RegenError } from '../primitives/errors.ts'
import { RESPONSE_INVALID } from '../primitives/errorTable.ts'
import * as auth from '../wire/generated/cosmos/auth/v1beta1/query.ts'
import * as authz from '../wire/generated/cosmos/authz/v1beta1/query.ts'
import * as bank from '../wire/generated/cosmos/bank/v1beta1/query.ts'
import * as node from '../wire/generated/cosmos/base/node/v1beta1/query.ts'
import * as tendermint from '../wire/generated/cosmos/base/tendermint/v1beta1/query.ts'
import * as distribution from '../wire/generated/cosmos/distribution/v1beta1/query.ts'
import * as feegrant from '../wire/generated/cosmos/feegrant/v1beta1/query.ts'
import * as gov from '../wire/generated/cosmos/gov/v1/query.ts'
import * as group from '../wire/generated/cosmos/group/v1/query.ts'
import * as mint from '../wire/generated/cosmos/mint/v1beta1/query.ts'
import * as protocolpool from '../wire/generated/cosmos/protocolpool/v1/query.ts'
import * as slashing from '../wire/generated/cosmos/slashing/v1beta1/query.ts'
import * as staking from '../wire/generated/cosmos/staking/v1beta1/query.ts'
import * as tx from '../wire/generated/cosmos/tx/v1beta1/service.ts'
import * as wasm from '../wire/generated/cosmwasm/wasm/v1/query.ts'
import * as transfer from '../wire/generated/ibc/applications/transfer/v1/query.ts'
import * as authority from '../wire/generated/regen/authority/v1/query.ts'
import * as data from '../wire/generated/regen/data/v2/query.ts'
import * as basketQuery from '../wire/generated/regen/ecocredit/basket/v1/query.ts'
import { BasketFee } from '../wire/generated/regen/ecocredit/basket/v1/state.ts'
import * as marketplace from '../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import { FeeParams } from '../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import * as ecocredit from '../wire/generated/regen/ecocredit/v1/query.ts'
import { ClassCreatorAllowlist, ClassFee, ProjectFee } from '../wire/generated/regen/ecocredit/v1/state.ts'
import * as feerouter from '../wire/generated/regen/feerouter/v1/query.ts'
import * as rewards from '../wire/generated/regen/rewards/v1/query.ts'
import * as supplyModule from '../wire/generated/regen/supply/v1/query.ts'
import type { Codec, DeepPartial } from '../wire/message.ts'

/** One question a node answers over abci_query. Fields left out of a request are at their default. */
export type Endpoint<Request, Response> = {
  readonly path: string
  readonly encode: (request: DeepPartial<Request>) => Uint8Array
  /** An empty body is an answer too: every field at its default. Bytes that do not decode are RESPONSE_INVALID. */
  readonly decode: (bytes: Uint8Array) => Response
}

function endpoint<Request, Response>(
  path: string,
  request: Codec<Request>,
  response: Codec<Response>,
): Endpoint<Request, Response> {
  return {
    path,
    encode: partial => request.encode(request.fromPartial(partial)).finish(),
    decode: bytes => decodeAnswer(path, response, bytes),
  }
}

/** A singleton of the ecocredit store, read raw. No bytes, no such value: nothing was ever set. */
function stored<State>(key: readonly number[], state: Codec<State>): Endpoint<Record<never, never>, State> {
  const path = '/store/ecocredit/key'
  return { path, encode: () => Uint8Array.from(key), decode: bytes => decodeAnswer(path, state, bytes) }
}

function decodeAnswer<Response>(query: string, codec: Codec<Response>, bytes: Uint8Array): Response {
  try {
    return codec.decode(bytes)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new RegenError(RESPONSE_INVALID, { query, issues: `its bytes do not decode: ${reason}` }, { cause })
  }
}

export const classes = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Classes',
  ecocredit.QueryClassesRequest,
  ecocredit.QueryClassesResponse,
)
export const classesByAdmin = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassesByAdmin',
  ecocredit.QueryClassesByAdminRequest,
  ecocredit.QueryClassesByAdminResponse,
)
export const creditClass = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Class',
  ecocredit.QueryClassRequest,
  ecocredit.QueryClassResponse,
)
export const classIssuers = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassIssuers',
  ecocredit.QueryClassIssuersRequest,
  ecocredit.QueryClassIssuersResponse,
)
export const projects = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Projects',
  ecocredit.QueryProjectsRequest,
  ecocredit.QueryProjectsResponse,
)
export const projectsByClass = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectsByClass',
  ecocredit.QueryProjectsByClassRequest,
  ecocredit.QueryProjectsByClassResponse,
)
export const projectsByReferenceId = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectsByReferenceId',
  ecocredit.QueryProjectsByReferenceIdRequest,
  ecocredit.QueryProjectsByReferenceIdResponse,
)
export const projectsByAdmin = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectsByAdmin',
  ecocredit.QueryProjectsByAdminRequest,
  ecocredit.QueryProjectsByAdminResponse,
)
export const project = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Project',
  ecocredit.QueryProjectRequest,
  ecocredit.QueryProjectResponse,
)
export const batches = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Batches',
  ecocredit.QueryBatchesRequest,
  ecocredit.QueryBatchesResponse,
)
export const batchesByIssuer = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BatchesByIssuer',
  ecocredit.QueryBatchesByIssuerRequest,
  ecocredit.QueryBatchesByIssuerResponse,
)
export const batchesByClass = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BatchesByClass',
  ecocredit.QueryBatchesByClassRequest,
  ecocredit.QueryBatchesByClassResponse,
)
export const batchesByProject = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BatchesByProject',
  ecocredit.QueryBatchesByProjectRequest,
  ecocredit.QueryBatchesByProjectResponse,
)
export const batch = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Batch',
  ecocredit.QueryBatchRequest,
  ecocredit.QueryBatchResponse,
)
export const balance = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Balance',
  ecocredit.QueryBalanceRequest,
  ecocredit.QueryBalanceResponse,
)
/** Credits, not coins: those are bankAllBalances. */
export const balances = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Balances',
  ecocredit.QueryBalancesRequest,
  ecocredit.QueryBalancesResponse,
)
export const balancesByBatch = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BalancesByBatch',
  ecocredit.QueryBalancesByBatchRequest,
  ecocredit.QueryBalancesByBatchResponse,
)
/** Credits of every account, not coins. */
export const allBalances = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/AllBalances',
  ecocredit.QueryAllBalancesRequest,
  ecocredit.QueryAllBalancesResponse,
)
export const supply = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Supply',
  ecocredit.QuerySupplyRequest,
  ecocredit.QuerySupplyResponse,
)
export const creditTypes = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/CreditTypes',
  ecocredit.QueryCreditTypesRequest,
  ecocredit.QueryCreditTypesResponse,
)
/** Deprecated, and an error on a chain without a class fee or without a basket fee: ask for each value instead. */
export const ecocreditParams = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Params',
  ecocredit.QueryParamsRequest,
  ecocredit.QueryParamsResponse,
)
export const creditType = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/CreditType',
  ecocredit.QueryCreditTypeRequest,
  ecocredit.QueryCreditTypeResponse,
)
export const classCreatorAllowlist = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassCreatorAllowlist',
  ecocredit.QueryClassCreatorAllowlistRequest,
  ecocredit.QueryClassCreatorAllowlistResponse,
)
export const allowedClassCreators = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/AllowedClassCreators',
  ecocredit.QueryAllowedClassCreatorsRequest,
  ecocredit.QueryAllowedClassCreatorsResponse,
)
export const classFee = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassFee',
  ecocredit.QueryClassFeeRequest,
  ecocredit.QueryClassFeeResponse,
)
export const allowedBridgeChains = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/AllowedBridgeChains',
  ecocredit.QueryAllowedBridgeChainsRequest,
  ecocredit.QueryAllowedBridgeChainsResponse,
)
/** v7 answers "not implemented". */
export const projectEnrollment = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectEnrollment',
  ecocredit.QueryProjectEnrollmentRequest,
  ecocredit.QueryProjectEnrollmentResponse,
)
/** v7 answers "not implemented". */
export const projectEnrollments = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectEnrollments',
  ecocredit.QueryProjectEnrollmentsRequest,
  ecocredit.QueryProjectEnrollmentsResponse,
)

export const sellOrder = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrder',
  marketplace.QuerySellOrderRequest,
  marketplace.QuerySellOrderResponse,
)
/** Expired orders too. Not sorted by price. */
export const sellOrders = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrders',
  marketplace.QuerySellOrdersRequest,
  marketplace.QuerySellOrdersResponse,
)
export const sellOrdersByBatch = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrdersByBatch',
  marketplace.QuerySellOrdersByBatchRequest,
  marketplace.QuerySellOrdersByBatchResponse,
)
export const sellOrdersBySeller = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrdersBySeller',
  marketplace.QuerySellOrdersBySellerRequest,
  marketplace.QuerySellOrdersBySellerResponse,
)
export const allowedDenoms = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/AllowedDenoms',
  marketplace.QueryAllowedDenomsRequest,
  marketplace.QueryAllowedDenomsResponse,
)

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
export const basketFee = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/BasketFee',
  basketQuery.QueryBasketFeeRequest,
  basketQuery.QueryBasketFeeResponse,
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

export const bankBalance = /* @__PURE__ */ endpoint(
  '/cosmos.bank.v1beta1.Query/Balance',
  bank.QueryBalanceRequest,
  bank.QueryBalanceResponse,
)
export const bankAllBalances = /* @__PURE__ */ endpoint(
  '/cosmos.bank.v1beta1.Query/AllBalances',
  bank.QueryAllBalancesRequest,
  bank.QueryAllBalancesResponse,
)
export const bankSpendableBalances = /* @__PURE__ */ endpoint(
  '/cosmos.bank.v1beta1.Query/SpendableBalances',
  bank.QuerySpendableBalancesRequest,
  bank.QuerySpendableBalancesResponse,
)
export const bankTotalSupply = /* @__PURE__ */ endpoint(
  '/cosmos.bank.v1beta1.Query/TotalSupply',
  bank.QueryTotalSupplyRequest,
  bank.QueryTotalSupplyResponse,
)
export const bankSupplyOf = /* @__PURE__ */ endpoint(
  '/cosmos.bank.v1beta1.Query/SupplyOf',
  bank.QuerySupplyOfRequest,
  bank.QuerySupplyOfResponse,
)
export const bankDenomMetadata = /* @__PURE__ */ endpoint(
  '/cosmos.bank.v1beta1.Query/DenomMetadata',
  bank.QueryDenomMetadataRequest,
  bank.QueryDenomMetadataResponse,
)
/** Where a token of another chain came from. */
export const transferDenom = /* @__PURE__ */ endpoint(
  '/ibc.applications.transfer.v1.Query/Denom',
  transfer.QueryDenomRequest,
  transfer.QueryDenomResponse,
)

/** The settings of the node that answers, among them its lowest gas price. */
export const nodeConfig = /* @__PURE__ */ endpoint(
  '/cosmos.base.node.v1beta1.Service/Config',
  node.ConfigRequest,
  node.ConfigResponse,
)

export const tendermintGetNodeInfo = /* @__PURE__ */ endpoint(
  '/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo',
  tendermint.GetNodeInfoRequest,
  tendermint.GetNodeInfoResponse,
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

export const protocolpoolCommunityPool = /* @__PURE__ */ endpoint(
  '/cosmos.protocolpool.v1.Query/CommunityPool',
  protocolpool.QueryCommunityPoolRequest,
  protocolpool.QueryCommunityPoolResponse,
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

/** The marketplace fees in force. No query shows them. */
export const storedFeeParams = /* @__PURE__ */ stored([0x07, 0x03, 0x05], FeeParams)
export const storedClassFee = /* @__PURE__ */ stored([0x07, 0x02, 0x0f], ClassFee)
/** v7 never writes it. */
export const storedProjectFee = /* @__PURE__ */ stored([0x07, 0x02, 0x12], ProjectFee)
export const storedBasketFee = /* @__PURE__ */ stored([0x07, 0x01, 0x04], BasketFee)
export const storedClassCreatorAllowlist = /* @__PURE__ */ stored([0x07, 0x02, 0x0d], ClassCreatorAllowlist)

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
