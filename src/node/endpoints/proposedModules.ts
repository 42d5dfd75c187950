import * as authority from '../../wire/generated/regen/authority/v1/query.ts'
import * as rewards from '../../wire/generated/regen/rewards/v1/query.ts'
import * as supplyModule from '../../wire/generated/regen/supply/v1/query.ts'
import { endpoint } from './endpoint.ts'

// The proposed modules of M012, M014 and M015: no chain has them.
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
