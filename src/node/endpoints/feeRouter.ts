import * as feerouter from '../../wire/generated/regen/feerouter/v1/query.ts'
import { endpoint } from './endpoint.ts'

// The proposed module of M013: no chain has it.
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
