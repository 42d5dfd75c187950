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
export const resolversByURL = /* @__PURE__ */ endpoint(
  '/regen.data.v2.Query/ResolversByURL',
  data.QueryResolversByURLRequest,
  data.QueryResolversByURLResponse,
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
