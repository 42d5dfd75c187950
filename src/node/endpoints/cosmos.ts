import * as auth from '../../wire/generated/cosmos/auth/v1beta1/query.ts'
import * as protocolpool from '../../wire/generated/cosmos/protocolpool/v1/query.ts'
import * as tx from '../../wire/generated/cosmos/tx/v1beta1/service.ts'
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

/** Where a token of another chain came from. */
export const transferDenom = /* @__PURE__ */ endpoint(
  '/ibc.applications.transfer.v1.Query/Denom',
  transfer.QueryDenomRequest,
  transfer.QueryDenomResponse,
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
