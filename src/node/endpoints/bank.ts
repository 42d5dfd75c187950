import * as bank from '../../wire/generated/cosmos/bank/v1beta1/query.ts'
import * as node from '../../wire/generated/cosmos/base/node/v1beta1/query.ts'
import * as tendermint from '../../wire/generated/cosmos/base/tendermint/v1beta1/query.ts'
import * as protocolpool from '../../wire/generated/cosmos/protocolpool/v1/query.ts'
import { endpoint } from './endpoint.ts'

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
export const tendermintGetNodeInfo = /* @__PURE__ */ endpoint(
  '/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo',
  tendermint.GetNodeInfoRequest,
  tendermint.GetNodeInfoResponse,
)

export const protocolpoolCommunityPool = /* @__PURE__ */ endpoint(
  '/cosmos.protocolpool.v1.Query/CommunityPool',
  protocolpool.QueryCommunityPoolRequest,
  protocolpool.QueryCommunityPoolResponse,
)
/** The settings of the node that answers, among them its lowest gas price. */
export const nodeConfig = /* @__PURE__ */ endpoint(
  '/cosmos.base.node.v1beta1.Service/Config',
  node.ConfigRequest,
  node.ConfigResponse,
)
