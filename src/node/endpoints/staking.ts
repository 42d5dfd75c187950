import * as distribution from '../../wire/generated/cosmos/distribution/v1beta1/query.ts'
import * as mint from '../../wire/generated/cosmos/mint/v1beta1/query.ts'
import * as slashing from '../../wire/generated/cosmos/slashing/v1beta1/query.ts'
import * as staking from '../../wire/generated/cosmos/staking/v1beta1/query.ts'
import { endpoint } from './endpoint.ts'

export const distributionParams = /* @__PURE__ */ endpoint(
  '/cosmos.distribution.v1beta1.Query/Params',
  distribution.QueryParamsRequest,
  distribution.QueryParamsResponse,
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
